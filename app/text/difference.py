"""What changed between two texts, word by word: pieces that put together give the one text and the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.text.words import words

SAME, REMOVED, ADDED = "same", "removed", "added"
_TOKEN = re.compile(r"\w+(?:['’.,]\w+)*|\s+|[^\w\s]")
_MOST_TOKENS = 6000
"""Of two longer texts only their common beginning and end are told: comparing takes the square of the length."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of both texts (same), of the older alone (removed) or of the newer alone (added)."""

    kind: str
    text: str


def difference(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces from `old` to `new`: without the added ones they are `old`, without the removed ones `new`."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    room = min(len(before), len(after))
    head = next((at for at in range(room) if before[at] != after[at]), room)
    tail = next((at for at in range(room - head) if before[-1 - at] != after[-1 - at]), room - head)
    pieces = [Piece(SAME, "".join(before[:head]))]
    pieces += _between(before[head : len(before) - tail], after[head : len(after) - tail])
    pieces.append(Piece(SAME, "".join(before[len(before) - tail :])))
    return tuple(_joined(_smoothed([piece for piece in pieces if piece.text])))


def word_counts(pieces: Sequence[Piece]) -> tuple[int, int]:
    """How many words were added, and how many removed."""
    added, removed = (sum(len(words(p.text)) for p in pieces if p.kind == kind) for kind in (ADDED, REMOVED))
    return added, removed


def _between(before: list[str], after: list[str]) -> list[Piece]:
    if len(before) > _MOST_TOKENS or len(after) > _MOST_TOKENS:
        return [Piece(REMOVED, "".join(before)), Piece(ADDED, "".join(after))]
    pieces = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece(SAME, "".join(before[a:b])))
        else:
            pieces += [Piece(REMOVED, "".join(before[a:b])), Piece(ADDED, "".join(after[c:d]))]
    return [piece for piece in pieces if piece.text]


def _smoothed(pieces: list[Piece]) -> list[Piece]:
    """A lone space or mark between two changes belongs to them: "red fox" to "grey cat" is one change, not two."""
    smooth: list[Piece] = []
    for at, piece in enumerate(pieces):
        is_between = 0 < at < len(pieces) - 1
        if (
            is_between
            and piece.kind == SAME
            and not any(sign.isalnum() for sign in piece.text)
            and "\n" not in piece.text
        ):
            smooth += [Piece(REMOVED, piece.text), Piece(ADDED, piece.text)]
        else:
            smooth.append(piece)
    return smooth


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Pieces of one kind side by side as one, what was removed before what was added."""
    joined: list[Piece] = []
    removed = added = ""
    for piece in [*pieces, Piece(SAME, "")]:
        if piece.kind == REMOVED:
            removed += piece.text
        elif piece.kind == ADDED:
            added += piece.text
        else:
            joined += [Piece(REMOVED, removed)] if removed else []
            joined += [Piece(ADDED, added)] if added else []
            removed = added = ""
            joined += [piece] if piece.text else []
    return joined
