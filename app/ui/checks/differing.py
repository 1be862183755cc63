"""Which words of the paper's sentence differ from what the writer wrote: those that are shown bold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.model.finding import Finding

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-’'][^\W\d_]+)*|[%±]")
_SMALL = re.compile(r"(?i)(?:an?|and|are|as|at|by|for|from|in|is|its?|of|on|or|that|the|their|this|to|was|were|with)")
_MOST = 0.5
"""When more of the sentence than this share differs, bold words would say nothing."""
Span = tuple[int, int]


def bold_spans(finding: Finding) -> tuple[Span, ...]:
    """The stretches of the passage to be shown bold.

    First the words that the finding itself names; else the numbers and words that the writer's words do not have, when
    they are few.
    """
    if finding.passage is None:
        return ()
    text = finding.passage.text
    if named := _merged(sorted(_named(finding, text))):
        return named
    own = {match[0].casefold() for match in _WORD.finditer(finding.text or "")}
    all_words = [match for match in _WORD.finditer(text) if not _SMALL.fullmatch(match[0])]
    if any(word[0].isdigit() for word in own):
        other = [match for match in all_words if match[0][0].isdigit() and match[0].casefold() not in own]
    else:
        other = [match for match in all_words if match[0].casefold() not in own]
    if not other or len(other) > _MOST * len(all_words):
        return ()
    return _merged([match.span() for match in other])


def marked(text: str, spans: tuple[Span, ...]) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is bold."""
    at = 0
    for start, end in spans:
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False


def _named(finding: Finding, text: str) -> Iterator[Span]:
    for value in finding.facts.values():
        for words in value if isinstance(value, (list, tuple)) else (value,):
            if isinstance(words, str) and len(words) > 1 and words.casefold() != text.casefold():
                pattern = r"(?<!\w)" + re.escape(words) + r"(?!\w)"
                yield from (match.span() for match in re.finditer(pattern, text, re.IGNORECASE))


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    made: list[Span] = []
    for start, end in spans:
        if made and start <= made[-1][1] + 1:
            made[-1] = (made[-1][0], max(end, made[-1][1]))
        else:
            made.append((start, end))
    return tuple(made)
