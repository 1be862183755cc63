"""When a refused request is tried again, and after how long: pure rules with bounds."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_PASSING = (408, 425, 429, 500, 502, 503, 504)
"""Statuses that may be gone the next time."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long we wait for a service, in seconds, how often we try, and how much we take, in bytes."""

    attempts: int = 3
    first_wait_s: float = 0.6
    most_wait_s: float = 20.0
    connect_s: float = 10.0
    read_s: float = 20.0
    whole_s: float = 60.0
    most_bytes: int = 20_000_000

    def backoff(self, attempt: int) -> float:
        """The pause after an attempt, counted from 1: each is twice the one before, up to the bound."""
        return float(min(self.first_wait_s * 2 ** (attempt - 1), self.most_wait_s))


def wait_before(status: int, attempt: int, asked_s: float | None, patience: Patience) -> float | None:
    """Seconds to wait before the next attempt; None when there shall be none.

    `asked_s` is the pause the service asked for. A longer one than we have patience for ends the attempts.
    """
    if status not in _PASSING or attempt >= patience.attempts:
        return None
    wait = max(patience.backoff(attempt), asked_s or 0)
    return wait if wait <= patience.most_wait_s else None


def retry_after(header: str | None, now: float) -> float | None:
    """The seconds that a `Retry-After` header asks for: a number, or a date (RFC 9110, 10.2.3); None for anything else.

    `now` is the time in seconds since 1970.
    """
    text = (header or "").strip()
    if not text:
        return None
    try:
        seconds = float(text)
    except ValueError:
        try:
            moment = parsedate_to_datetime(text)
        except ValueError:
            return None
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        seconds = (moment - datetime.fromtimestamp(now, UTC)).total_seconds()
    return max(seconds, 0.0) if math.isfinite(seconds) else None
