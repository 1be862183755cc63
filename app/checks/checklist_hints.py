"""What the checks and the fields have to say to a question of the checklist: a hint for the writer, never an answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.model.checklist import NO, YES
from app.model.finding import Finding
from app.model.summary import Summary
from app.text.clear_communication import Question


@dataclass(frozen=True, slots=True)
class ChecklistHint:
    """What speaks for an answer: findings that are open (`count` of them), empty fields, or none of either."""

    answer: str
    count: int = 0
    empty: tuple[str, ...] = ()


def hint_for(question: Question, summary: Summary, findings: Iterable[Finding]) -> ChecklistHint | None:
    """The hint for a question; None where nothing in the program can know."""
    if not question.codes and not question.fields:
        return None
    count = sum(finding.code in question.codes for finding in findings)
    empty = tuple(name for name in question.fields if not getattr(summary, name))
    return ChecklistHint(NO if count or empty else YES, count, empty)
