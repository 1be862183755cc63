"""Waits for what Qt's events or another thread bring."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtTest import QTest


def wait_until(condition: Callable[[], Any], within_s: float = 20) -> None:
    """Let events pass until the condition holds. Fails when it does not in so many seconds."""
    end = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < end, "It did not happen in time"
        QTest.qWait(5)
