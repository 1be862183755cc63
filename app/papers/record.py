"""One paper as a format read it: the abstract as text beside the citation, and what its title says of a retraction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.model.paper import Notice, Paper
from app.model.paper_text import HEADING, PARAGRAPH, Block, PaperFile, PaperRecord, PaperText, ReadWarning
from app.papers.clean_text import unreadable

ABSTRACT_ONLY = "abstract-only"
IS_A_NOTICE = "is-a-notice"
"""The record is itself the notice of a retraction, a correction or a concern about another paper."""
_NOTICE_TYPES = {"retraction of publication", "published erratum", "expression of concern", "retraction", "correction",
                 "corrigendum", "erratum"}  # fmt: skip
_RETRACTED = re.compile(r"(?:\[?RETRACTED(?: ARTICLE)?\]?|Retracted(?: article)?|WITHDRAWN)\s*[:.]\s")
_KINDS = {
    "retraction": "retraction",
    "partial_retraction": "retraction",
    "withdrawal": "retraction",
    "removal": "retraction",
    "correction": "correction",
    "corrigendum": "correction",
    "erratum": "correction",
    "addendum": "correction",
    "clarification": "correction",
    "expression_of_concern": "concern",
    "concern": "concern",
}


def citation_record(paper: Paper, abstract: Sequence[str] = ()) -> PaperRecord:
    """A record without a body: its text is the title and the abstract, nothing where there is no abstract."""
    paper = replace(paper, abstract="\n\n".join(abstract), notices=with_title_notice(paper))
    blocks = [Block(HEADING, paper.title)] if paper.title else []
    blocks += [Block(HEADING, "Abstract"), *(Block(PARAGRAPH, line) for line in abstract)]
    return PaperRecord(paper, PaperText(tuple(blocks)) if abstract else PaperText())


def with_title_notice(paper: Paper) -> tuple[Notice, ...]:
    """The notices, and a retraction where the title itself begins with “RETRACTED:”."""
    notices = tuple(dict.fromkeys(paper.notices))
    if _RETRACTED.match(paper.title) and not any(notice.kind == "retraction" for notice in notices):
        notices += (Notice("retraction"),)
    return notices


def notice_kind(name: object) -> str:
    """`retraction`, `correction` or `concern` for a registry's word; "" for an update that is none of them."""
    words = re.sub(r"[\s-]+", "_", str(name).strip().lower())
    return _KINDS.get(words, "")


def is_known(paper: Paper) -> bool:
    """Whether a record says enough to be one: a title, an author, or a number by which the paper can be found."""
    return bool(paper.title or paper.authors or paper.doi or paper.pmid or paper.pmcid)


def file_of(kind: str, records: Iterable[PaperRecord], warnings: Iterable[ReadWarning] = ()) -> PaperFile:
    """The file, with a warning for every paper that holds its abstract but no body, signs nobody can read, or that is
    itself a notice about another paper.

    In these `paper 2` counts what is in the file's `papers`; `record 2` counts what stands in the file, broken or not.
    """
    papers = tuple(records)
    said = list(warnings)
    for number, record in enumerate(papers, 1):
        place = where(number, len(papers))
        found = {
            IS_A_NOTICE: _is_a_notice(record.paper),
            ABSTRACT_ONLY: bool(record.text.blocks) and kind != "jats",
            "unreadable-signs": bool(unreadable(record.text.blocks)),
        }
        said += [ReadWarning(code, place) for code, is_so in found.items() if is_so]
    return PaperFile(kind, papers, tuple(dict.fromkeys(said)))


def _is_a_notice(paper: Paper) -> bool:
    return any(kind.casefold().replace("-", " ") in _NOTICE_TYPES for kind in paper.publication_types)


def where(number: int, of: int) -> str:
    """`paper 2`, or nothing where there is one paper."""
    return f"paper {number}" if of > 1 else ""
