"""Whose turn it is at each service: one request at a time, no more in a second than it wants, and pauses it asks for.

Part of the door that `fetch.py` is: it reads the clock and waits. One Turns is shared by everything that asks.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from app.errors import Cancelled
from app.papers.services import Service

TICK_S = 0.05
"""How often a wait looks whether it is still wanted."""


class Turns:
    """Spaces the requests to each service. Safe from every thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._busy: dict[str, threading.Lock] = {}
        self._next: dict[str, float] = {}
        self._gap: dict[str, float] = {}

    @contextmanager
    def turn(self, service: Service, should_stop: Callable[[], bool]) -> Iterator[None]:
        """Wait until the service may be asked; nobody else asks it meanwhile. Raises Cancelled."""
        with self._lock:
            busy = self._busy.setdefault(service.name, threading.Lock())
        while not busy.acquire(timeout=TICK_S):
            if should_stop():
                raise Cancelled
        try:
            self.wait(self._next.get(service.name, 0) - self._clock(), should_stop)
            yield
        finally:
            self._next[service.name] = max(self._next.get(service.name, 0), self._clock() + self._gap_of(service))
            busy.release()

    def wait(self, seconds: float, should_stop: Callable[[], bool]) -> None:
        """Let time pass, in small steps. Raises Cancelled."""
        end = self._clock() + seconds
        while (left := end - self._clock()) > 0:
            if should_stop():
                raise Cancelled
            time.sleep(min(left, TICK_S))
        if should_stop():
            raise Cancelled

    def pause(self, service: Service, seconds: float) -> None:
        """The service asked for a pause: nobody asks it before that is over."""
        self._next[service.name] = max(self._next.get(service.name, 0), self._clock() + seconds)

    def note_limits(self, service: Service, headers: Mapping[str, str]) -> None:
        """Heed `x-rate-limit-limit` and `x-rate-limit-interval` (`1s`): they can slow us down, never speed us up."""
        limit, interval = _number(headers.get("x-rate-limit-limit")), _number(headers.get("x-rate-limit-interval"))
        if limit and interval:
            self._gap[service.name] = min(interval / limit, 60.0)

    def _gap_of(self, service: Service) -> float:
        return max(1 / service.per_second, self._gap.get(service.name, 0))


def _number(text: str | None) -> float:
    try:
        value = float((text or "").strip().rstrip("s"))
    except ValueError:
        return 0
    return value if 0 < value < 1e6 else 0
