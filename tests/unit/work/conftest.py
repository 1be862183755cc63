"""Every test of the work behind the window has Qt's one application: a process can have only one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication


@pytest.fixture(autouse=True)
def qt_core(qapp: QCoreApplication) -> QCoreApplication:
    """The application."""
    return qapp
