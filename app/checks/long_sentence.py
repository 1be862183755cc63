"""Sentences with more words than the target; a list of names or things may have a few more."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.codes import NOTICE, WARNING
from app.checks.prose import Prose
from app.model.finding import Finding
from app.model.site import Targets
from app.text.words import words

_LIST_COMMAS = 4
_LIST_ALLOWANCE = 5


def long_sentence(prose: Prose, targets: Targets) -> Iterator[Finding]:
    """Worth a look over the first limit (a notice), hard over the second (a warning)."""
    for start, end in prose.sentences:
        count = len(words(prose.text, start, end))
        allowance = _LIST_ALLOWANCE if prose.text.count(",", start, end) >= _LIST_COMMAS else 0
        if count > targets.long_sentence_words + allowance:
            is_hard = count > targets.very_long_sentence_words + allowance
            limit = targets.very_long_sentence_words if is_hard else targets.long_sentence_words
            facts = {"words": count, "limit": limit, "is_hard": is_hard}
            yield prose.finding("long-sentence", start, end, facts, severity=WARNING if is_hard else NOTICE)
