"""A whole with its parts in brackets, where the parts are more than the whole: "12 trials (8 large, 6 small)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.prose import Prose
from app.model.finding import Finding
from app.model.site import Targets

_NAMES = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty",
)
_NUMBER = rf"(?:\d[\d,]*(?![.\d%])|{'|'.join(_NAMES)})"
_THINGS = (
    r"(?:trials|studies|patients|people|participants|women|men|children|adults|rats|mice|animals|volunteers|reviews"
    r"|papers|articles|groups|cases|persons)"
)
_WHOLE = re.compile(
    rf"\b(?P<whole>{_NUMBER})\s+(?:[a-z-]+\s+){{0,3}}?{_THINGS}\b[^().;:\d]{{0,30}}\((?P<parts>[^()]+)\)", re.IGNORECASE
)
_MEASURES = r"%|per|percent|mg|ml|g\b|kg|times|years?|months?|weeks?|days?|hours?|minutes?|to\b|-|–"
_PART = re.compile(rf"\s*(?:and\s+)?(?P<count>{_NUMBER})\b(?!\s*(?:{_MEASURES}))", re.IGNORECASE)


def parts_do_not_add_up(prose: Prose, _targets: Targets) -> Iterator[Finding]:
    """Parts that each begin with a count. Fewer than the whole is fair: the rest may not be known."""
    for match in _WHOLE.finditer(prose.text):
        pieces = re.split(r",\s*(?:and\s+)?|;\s*|\s+and\s+(?=\w+\s)", match["parts"])
        counts = [part for piece in pieces if (part := _PART.match(piece))]
        if len(counts) < 2 or len(counts) != len(pieces):
            continue
        whole, total = _value(match["whole"]), sum(_value(part["count"]) for part in counts)
        if total > whole:
            facts = {"whole": whole, "sum": total, "parts": [_value(part["count"]) for part in counts]}
            yield prose.finding("parts-do-not-add-up", match.start(), match.end(), facts)


def _value(number: str) -> int:
    lower = number.lower()
    return _NAMES.index(lower) if lower in _NAMES else int(lower.replace(",", ""))
