"""Small raised digits kept apart from the number before them: 10⁵ must not become 105, nor p < 0.05¹² become 0.0512."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_POWER = re.compile(r"(?<![\d.,])10\s?[-−–‒](?=[⁰¹²³⁴-⁹])")
_MINUS = "⁻"
_LEAST_RISE = 0.12
_MOST_SIZE = 0.86


class Placed(Protocol):
    """A sign with the box of its font, in points."""

    @property
    def text(self) -> str: ...
    @property
    def bottom(self) -> float: ...
    @property
    def size(self) -> float: ...


def with_raised(signs: Sequence[Placed], level: float, size: float) -> str:
    """The signs of a line on `level` as text, with smaller raised digits as the superscripts that they are.

    A minus between 10 and a raised digit is raised with it; every other raised sign stays as it is.
    """
    out = [
        sign.text.translate(RAISED) if sign.text.isdigit() and _is_raised(sign, level, size) else sign.text
        for sign in signs
    ]
    return _POWER.sub(lambda match: match[0][:-1].rstrip() + _MINUS, "".join(out))


def _is_raised(sign: Placed, level: float, size: float) -> bool:
    return sign.size < _MOST_SIZE * size and sign.bottom + 0.25 * sign.size > level + (_LEAST_RISE + 0.25) * size
