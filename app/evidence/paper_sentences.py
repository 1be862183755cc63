"""The sentences of a paper with their places in its whole text and the part of the paper in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.model.paper_text import CAPTION, HEADING, LIST, REFERENCE, Block, PaperText
from app.text.sentences import sentences

TITLE, INTRODUCTION, METHODS, RESULTS, DISCUSSION = "title", "introduction", "methods", "results", "discussion"
LIMITATIONS, CONCLUSION, BODY, CAPTIONS, BACK = "limitations", "conclusion", "body", "captions", "back"
LAY = "lay"
"""Parts of a paper. `body` is text that no heading of a known kind stands above; `back` is what follows
the text, `captions` holds tables too, and `lay` is a summary in plain words that came with the paper."""

_HEADINGS = (
    (LAY, r"(?:author|plain[- ]language|lay|layman.?s) summary|editors?[’']? summary|.*\bdigest|(?:key"
          r"|summary) points|highlights|synopsis"
     r"|what is (?:already )?known.*|why was this study done.*"),
    (BACK, r"references|bibliography|acknowledge?ments?|funding|conflicts? of interest|competing interests?"
           r"|author contributions?|abbreviations|supplementary|supporting information|data availability|ethics"),
    (LIMITATIONS, r"(?:(?:study|main|potential) )?(?:strengths? and )?(?:limitations?|weaknesses)(?: (?:of"
                  r"|and|to) .*)?"),
    (CONCLUSION, r"(?:summary and )?conclu(?:sions?|ding remarks)(?: and .*)?|interpretation|implications"),
    (DISCUSSION, r"discussion(?: and conclusions?)?|general discussion|comment"),
    (RESULTS, r"(?:main )?results?(?: and discussion)?|findings|main outcomes?.*"),
    (METHODS, r"(?:.*\b)?(?:methods?|methodology|design|participants?|setting|procedures?|materials?|patients"
              r"|subjects)"
              r"(?:\b.*)?"),
    (INTRODUCTION, r"introduction|backgrounds?|objectives?|aims?|purpose|rationale|context"),
)  # fmt: skip
_KINDS = tuple((part, re.compile(rf"[\d.\sIVX]*(?:{pattern})\s*:?", re.IGNORECASE)) for part, pattern in _HEADINGS)
_ABSTRACT = re.compile(r"(?:structured )?(?:abstract|summary)\s*:?", re.IGNORECASE)
_LABEL = re.compile(
    r"(background|introduction|objectives?|aims?|purpose|(?:materials? and )?methods(?: and findings)?|design|setting"
    r"|participants|results|findings|(?:discussion and )?conclusions?|interpretation|limitations)\s?[:.]\s",
    re.IGNORECASE,
)
_ABSTRACT_WORDS = 500
_FULL_ABSTRACT = 120


@dataclass(frozen=True, slots=True)
class PaperSentence:
    """A sentence of a paper: code points of its whole text, the part it stands in, and the heading above it."""

    start: int
    end: int
    text: str
    part: str
    heading: str
    block: int
    is_abstract: bool


@lru_cache(maxsize=8)
def paper_sentences(text: PaperText) -> tuple[PaperSentence, ...]:
    """Every sentence of a paper but its headings and references, in reading order."""
    found: list[PaperSentence] = []
    for index, (block, start, part, heading, is_abstract) in enumerate(_placed(text)):
        if block.kind in (HEADING, REFERENCE) or part == BACK:
            continue
        for at, to in sentences(block.text):
            words = block.text[at:to]
            label = _LABEL.match(words) if is_abstract else None
            part = (_part(label[1]) or part) if label else part
            found.append(PaperSentence(start + at, start + to, words, part, heading, index, is_abstract))
    return tuple(found)


def _placed(text: PaperText) -> Iterator[tuple[Block, int, str, str, bool]]:
    part, heading, abstract_words, after_heading = BODY, "", -1, False
    seen: set[str] = set()
    for block, start in zip(text.blocks, text.starts(), strict=True):
        is_table = block.kind == LIST and " | " in block.text
        here = CAPTIONS if block.kind == CAPTION or is_table else part
        if block.kind == HEADING:
            heading, after_heading = block.text.strip(), True
            if _ABSTRACT.fullmatch(heading):
                part = BODY if abstract_words < 0 else LAY
                abstract_words = 0 if abstract_words < 0 else _ABSTRACT_WORDS
            elif kind := _part(heading):
                is_over = kind in (LAY, BACK) or heading.lower().strip(" 1.:").startswith("intro")
                if is_over or (abstract_words > 0 and kind in seen):
                    abstract_words = _ABSTRACT_WORDS  # the abstract is over
                seen.add(kind)
                part = kind
            elif part in (LIMITATIONS, BACK, CONCLUSION):
                part = BODY
        elif 0 <= abstract_words < _ABSTRACT_WORDS:
            if abstract_words >= _FULL_ABSTRACT and not after_heading and not _LABEL.match(block.text):
                abstract_words, part, here = _ABSTRACT_WORDS, BODY, BODY
            abstract_words += len(block.text.split())
            after_heading = False
            yield block, start, here, heading, abstract_words < _ABSTRACT_WORDS
            continue
        after_heading = False if block.kind != HEADING else after_heading
        yield block, start, here, heading, False


def _part(heading: str) -> str:
    """The part of the paper that a heading opens, or "" when it says nothing about that."""
    if len(heading) > 60:
        return ""
    return next((part for part, pattern in _KINDS if pattern.fullmatch(heading.strip())), "")
