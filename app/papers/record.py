"""One paper as a format read it: the abstract as text beside the citation, and what its title says of a retraction."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.model.paper import Notice, Paper
from app.model.paper_text import HEADING, PARAGRAPH, Block, PaperFile, PaperRecord, PaperText, ReadWarning
from app.papers.clean_text import unreadable

ABSTRACT_ONLY = "abstract-only"
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
    """The file, with a warning for every paper that holds its abstract but no body, or signs nobody can read.

    In these `paper 2` counts what is in the file's `papers`; `record 2` counts what stands in the file, broken or not.
    """
    papers = tuple(records)
    said = [
        ReadWarning(ABSTRACT_ONLY, where(number, len(papers)))
        for number, record in enumerate(papers, 1)
        if record.text.blocks and kind != "jats"
    ]
    signs = (unreadable(record.text.blocks) and ReadWarning("unreadable-signs", where(number, len(papers)))
             for number, record in enumerate(papers, 1))  # fmt: skip
    return PaperFile(kind, papers, (*warnings, *said, *(warning for warning in signs if warning)))


def where(number: int, of: int) -> str:
    """`paper 2`, or nothing where there is one paper."""
    return f"paper {number}" if of > 1 else ""
