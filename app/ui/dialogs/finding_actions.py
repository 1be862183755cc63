"""Which actions a few typed letters mean, the likeliest first."""

from __future__ import annotations

from collections.abc import Sequence

_NEVER = 9


def ranked(typed: str, names: Sequence[tuple[str, str, str]]) -> list[int]:
    """The places of the actions that fit, best first; all of them, in their order, when nothing is typed.

    Each action is (name, menu, tip). Every typed word must be found: best at the start of the name, then at the start
    of one of its words, then inside it, then in its menu's name or its tip.
    """
    words = typed.casefold().split()
    ranks = {place: [_rank(word, *name) for word in words] for place, name in enumerate(names)}
    return sorted((place for place in ranks if _NEVER not in ranks[place]), key=lambda place: sum(ranks[place]))


def _rank(word: str, name: str, menu: str, tip: str) -> int:
    folded = name.casefold()
    if folded.startswith(word):
        return 0
    if any(part.startswith(word) for part in folded.replace(":", " ").split()):
        return 1
    if word in folded:
        return 2
    if menu.casefold().startswith(word) or any(part.startswith(word) for part in tip.casefold().split()):
        return 4
    return _NEVER
