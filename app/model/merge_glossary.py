"""Two writers' glossaries of one summary made one, word by word."""

from __future__ import annotations

from collections.abc import Sequence

from app.model.summary import GlossaryTerm


def glossary_of_both(
    base: Sequence[GlossaryTerm], mine: Sequence[GlossaryTerm], theirs: Sequence[GlossaryTerm]
) -> tuple[GlossaryTerm, ...] | None:
    """The entries of both: of each word what one side changed, added or took away since `base`.

    None where both changed one entry differently, where a word stands twice, or where a side has put the words into
    another order: somebody has to look. New words stand at the end, by their letters, the same on both sides.
    """
    before, own, other = (_by_word(side) for side in (base, mine, theirs))
    if any(len(words) < len(side) for words, side in ((before, base), (own, mine), (other, theirs))):
        return None
    kept = [word for word in before if word in own and word in other]
    if any([word for word in side if word in kept] != kept for side in (own, other)):
        return None
    whole = []
    for word in (*before, *sorted((own.keys() | other.keys()) - before.keys())):
        old, one, two = before.get(word), own.get(word), other.get(word)
        if one != two and old not in (one, two):
            return None
        entry = two if one == old else one
        if entry is not None:
            whole.append(entry)
    return tuple(whole)


def _by_word(entries: Sequence[GlossaryTerm]) -> dict[str, GlossaryTerm]:
    return {" ".join(entry.term.split()).casefold(): entry for entry in entries}
