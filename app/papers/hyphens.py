"""Whether a hyphen at a line's end belongs to the word, and how two lines join."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from app.papers.signs import LINE_END_HYPHEN
from app.text.frequency import zipf
from app.text.word_lists import listed

KEEPS_BEFORE = listed(
    "based related term free like dependent specific treated induced week weeks year years month months day days old"
    " hour point points up down of out off in on to blind blinded control controlled matched adjusted risk level levels"
    " grade stage arm armed group effect effects line scale cell cells time times fold step rate wide size sized"
    " quality analysis analyses centre center site effective response associated derived mediated reported scored"
    " resistant sensitive positive negative label aged weighted significant significance"
)
"""What often follows a hyphen that stays: "age-" / "related"."""
KEEPS_AFTER = listed(
    "non self well long short high low two three four five six single double one half full part open cross follow"
    " meta post evidence age dose time placebo health large small mid ill much quasi ex all first second"
)
"""What often precedes a hyphen that stays: "long-" / "term"."""
_NOT_ALONE = listed("analysis analyses effect effects scale in on to up of out off point points rate group line")
"""Of those, the ones with which solid words end too: here the first half must be a word of its own."""
_NO_WORDS = listed("un re de dis im ir mis")
"""Beginnings that are written solid with whatever follows."""
_SUSPENDED = listed("and or to nor und vs versus as rather but than through")
LONGEST_WORD = 80
COMMON = 3.3
"""A solid word that is more common than this on the Zipf scale is meant as one word."""
_LAST = re.compile(r"[^\s(\[“\"‘/–—]+$")
_FIRST = re.compile(r"[^\s)\],;:.”\"/–—]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Vocabulary:
    """The words that a paper uses inside its lines, solid and hyphenated, with how often each stands there."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        for line in lines:
            words = _WORD.findall(line.casefold())
            if words and line.rstrip().endswith(("-", LINE_END_HYPHEN)):
                words.pop()
            self._counts.update(words)
            self._counts.update(part for word in words if "-" in word for part in _pairs(word))

    def count(self, word: str) -> int:
        """How often the word stands in the paper, in any case."""
        return self._counts[word.casefold()]


def _pairs(word: str) -> list[str]:
    parts = word.split("-")
    return [f"{left}-{right}" for left, right in pairwise(parts)] if len(parts) > 2 else []


def joined(lines: Iterable[str], known: Vocabulary) -> str:
    """Lines as one, with a space, a hyphen or nothing where each ended. `LINE_END_HYPHEN` inside a line counts too."""
    parts: list[str] = []
    for line in lines:
        for part in filter(None, (piece.strip(" ") for piece in _at_marks(line))):
            if not parts:
                parts.append(part)
                continue
            parts[-1], gap = _end_and_gap(parts[-1], part, known)
            parts.append(gap + part)
    if parts and parts[-1].endswith(LINE_END_HYPHEN):
        parts[-1] = parts[-1][:-1] + "-"
    return "".join(parts)


def _at_marks(line: str) -> list[str]:
    """The line parted after each marked hyphen: PDFium joins the two lines when it marks one."""
    *heads, tail = line.split(LINE_END_HYPHEN)
    return [*(head + LINE_END_HYPHEN for head in heads), tail]


def _end_and_gap(before: str, after: str, known: Vocabulary) -> tuple[str, str]:
    end, inner = before[-1], before[-2:-1]
    if end in ("-", LINE_END_HYPHEN) and inner.strip():
        return before[:-1], between(before[-LONGEST_WORD:-1], after[:LONGEST_WORD], known)
    if end == LINE_END_HYPHEN:
        return before[:-1] + "-", " "
    joins = (end == "/" and inner.strip()) or (end in "–—" and (inner.isalnum() or inner in (")", "]", "%")))
    return before, "" if joins else " "


def between(before: str, after: str, known: Vocabulary) -> str:
    """What stands between two halves that a line's hyphen parts: "", "-" or "- "."""
    left, right = _LAST.search(before), _FIRST.match(after)
    if left is None or right is None:
        return "-"
    first, second = left[0].rsplit("-", 1)[-1], right[0]
    if second.casefold() in _SUSPENDED and not known.count(f"{first}-{second}") and not known.count(first + second):
        return "- "
    if known.count(first + second) > known.count(f"{first}-{second}") and first.isalpha() and second.isalpha():
        return ""
    if _is_fixed(first, second) or ("-" in second and _is_fixed(first, second.split("-")[0])):
        return "-"
    return "-" if _is_kept(first, second.split("-")[0].split("’")[0], known) else ""


def _is_fixed(first: str, second: str) -> bool:
    """Before digits and capitals, after digits and short forms ("MSC-" / "1"), the hyphen always stays."""
    if not second[:1].isalpha() or not first[-1:].isalpha():
        return True
    if first.isupper() and second.isupper() and min(len(first), len(second)) > 1:
        return not zipf(first + second)  # "MED-" / "LINE" in capitals throughout, but "MSC-" / "NTF"
    if second[0].isupper():
        return True
    return any(sign.isdigit() for sign in first) or sum(sign.isupper() for sign in first) > 1 or len(first) == 1


def _is_kept(first: str, second: str, known: Vocabulary) -> bool:
    solid, hyphened = known.count(first + second), known.count(f"{first}-{second}")
    if solid or hyphened:
        return hyphened > solid
    first, second = first.casefold(), second.casefold()
    if zipf(first + second) > (COMMON if second in KEEPS_BEFORE or first in KEEPS_AFTER else 0):
        return False
    if first in _NO_WORDS:
        return False
    if second in KEEPS_BEFORE and (second not in _NOT_ALONE or zipf(first) > 3):
        return True
    if first in KEEPS_AFTER:
        return zipf(second) > 2.5
    return zipf(first) > 3.3 and zipf(second) > 3.3 and min(len(first), len(second)) > 3
