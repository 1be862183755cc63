"""A fact called "not specified" while the paper holds sentences that seem to tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.checks.codes import NOTICE, SEVERITY
from app.checks.prose import Prose
from app.evidence.facts import is_sure, suggestions
from app.model.evidence import LevelSuggestion, Suggestion, Suggestions
from app.model.finding import Finding, PassageSpan
from app.model.paper_text import PaperText
from app.model.summary import Summary

_NOT_SPECIFIED = re.compile(
    r"\W*(?:(?:is |was )?not (?:specified|stated|reported|given|mentioned|available|applicable|known|clear)"
    r"|unspecified|unknown"
    r"|unclear|n/?a|none(?: given| stated)?)(?: in the (?:paper|study|text))?\W*",
    re.IGNORECASE,
)
_CODE = "not-specified-but-in-paper"


def not_specified_but_in_paper(
    summary: Summary, texts: list[tuple[str, Prose]], paper: PaperText | None
) -> Iterator[Finding]:
    """Each of the three facts that is None, or reads "not specified", while the paper offers something for it; a notice
    where the best sentence may well be about something else."""
    if paper is None or not paper.blocks:
        return
    values = {"study_duration": summary.study_duration, "participants": summary.participants}
    if summary.evidence_level is None:
        values["evidence_level"] = summary.evidence_text
    silent = [section for section, value in values.items() if value is None or _NOT_SPECIFIED.fullmatch(value)]
    if not silent:
        return
    offered, proses = suggestions(summary.paper, paper), dict(texts)
    for section in silent:
        if found := _finding(section, offered, paper):
            prose = proses.get(section)
            if prose is not None and prose.text.strip():
                marked = prose.finding(_CODE, 0, len(prose.text), found.facts, severity=found.severity)
                yield replace(marked, section=section, passage=found.passage)
            else:
                yield found


def _finding(section: str, offered: Suggestions, paper: PaperText) -> Finding | None:
    candidates: tuple[Suggestion | LevelSuggestion, ...] = getattr(offered, section)
    if not candidates:
        return None
    first, passage = candidates[0], None
    facts: dict[str, object] = {"candidates": len(candidates)}
    if isinstance(first, LevelSuggestion):
        facts |= {"level": first.level, "trigger": first.trigger}
        if first.start is not None and first.end is not None:
            passage = PassageSpan(first.start, first.end, first.trigger)
    else:
        passage = PassageSpan(first.start, first.end, first.text)
    is_certain = section == "evidence_level" or is_sure(section, paper)
    return Finding(_CODE, SEVERITY[_CODE] if is_certain else NOTICE, section, facts=facts, passage=passage)
