"""What was read out of a paper or a reference file, as lines for people: the command line shows them."""

from __future__ import annotations

from collections.abc import Iterator

from app.model.paper import Paper
from app.model.paper_text import PaperFile, PaperRecord
from app.translation import _, quoted
from app.ui.words import attached

_NOTICES = {"retraction": "RETRACTED", "correction": _("Corrected"), "concern": _("An expression of concern stands")}
_MOST_AUTHORS = 8
_MOST_CANDIDATES = 3
_LONGEST = 160


def paper_lines(found: PaperFile) -> Iterator[str]:
    """The kind of file, each paper with its citation, its text and what it offers, and what to look at."""
    kind = attached.KINDS.get(found.kind, found.kind)
    yield f"{kind[:1].upper()}{kind[1:]}: {attached.counted(len(found.papers), 'paper')}"
    for number, record in enumerate(found.papers, 1):
        yield ""
        mark = f"{number}. " if len(found.papers) > 1 else ""
        yield f"{mark}{record.paper.title or _('(no title given)')}"
        yield from (f"   {line}" for line in _citation(record.paper))
        yield from (f"   {line}" for line in _text(record))
    if found.warnings:
        yield ""
        yield from attached.warnings(found.warnings)


def _citation(paper: Paper) -> Iterator[str]:
    for notice in paper.notices:
        yield f"{_NOTICES.get(notice.kind, notice.kind)}{f': {notice.doi}' if notice.doi else ''}"
    if names := [author.full() for author in paper.authors]:
        more = _(" and {count} more").format(count=len(names) - _MOST_AUTHORS) if len(names) > _MOST_AUTHORS else ""
        yield ", ".join(names[:_MOST_AUTHORS]) + more
    place = paper.volume + (f"({paper.issue})" if paper.issue else "") + (f":{paper.pages}" if paper.pages else "")
    date = paper.published.long() if paper.published else ""
    if line := ", ".join(filter(None, (paper.journal, place.strip(":"), date))):
        yield line
    numbers = (("DOI", paper.doi), ("PMID", paper.pmid), ("", paper.pmcid), ("", "" if paper.doi else paper.url))
    if line := " · ".join(f"{label} {value}".strip() for label, value in numbers if value):
        yield line
    if paper.publication_types:
        yield ", ".join(paper.publication_types)


def _text(record: PaperRecord) -> Iterator[str]:
    blocks = record.text.blocks
    if not blocks:
        return
    words = sum(len(block.text.split()) for block in blocks)
    headings = sum(block.kind == "heading" for block in blocks)
    counts = (attached.counted(words, "word"), attached.counted(len(blocks), "block"),
              attached.counted(headings, "heading"))  # fmt: skip
    yield _("Text: {counts}").format(counts=", ".join(counts))
    from app.evidence.facts import suggestions  # loaded when a paper was read, not with the window

    offered = suggestions(record.paper, record.text)
    for field in ("participants", "study_duration", "key_findings", "study_limitations"):
        for candidate in getattr(offered, field)[:_MOST_CANDIDATES]:
            yield f"{attached.FIELDS[field]}: {quoted(attached.shortened(candidate.text, _LONGEST))}"
    for level in offered.evidence_level[:1]:
        yield _("{evidence_level}: looks like {level} (“{trigger}”)").format(
            evidence_level=attached.FIELDS["evidence_level"], level=level.level, trigger=level.trigger
        )
