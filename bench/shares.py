"""A share as every measurement prints it: the counts, the percentage and its 95 % interval."""

from __future__ import annotations

import math


def share(part: int, whole: int) -> str:
    """“16 of 316 (5.1 %, 3.1 to 8.0)”: counts, the percentage and its 95 % interval (Wilson 1927)."""
    if not whole:
        return "none"
    z, rate = 1.96, part / whole
    middle = (rate + z * z / (2 * whole)) / (1 + z * z / whole)
    half = z * math.sqrt(rate * (1 - rate) / whole + z * z / (4 * whole * whole)) / (1 + z * z / whole)
    return f"{part} of {whole} ({rate:.1%}, {max(0.0, middle - half):.1%} to {min(1.0, middle + half):.1%})"
