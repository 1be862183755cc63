"""What the checklist says: answers, hints and its score."""

from __future__ import annotations

from datetime import datetime

from app.checks.checklist_hints import ChecklistHint
from app.model.checklist import NO, NOT_APPLICABLE, PASS_MARK, YES, ChecklistAnswer, ChecklistScore
from app.translation import _, counted
from app.ui.words.comments import who_and_when
from app.ui.words.sections import SECTION_NAMES

ANSWERS = {"": _("Not answered"), YES: _("Yes"), NO: _("No"), NOT_APPLICABLE: _("Does not apply")}
ABOUT = _(
    "After the CDC Clear Communication Index, in our words. Nothing is ticked for you: grey lines only say what the "
    "checks see. The answers are kept with each version and never published."
)


def hint_words(hint: ChecklistHint) -> str:
    """What speaks for an answer, in one line."""
    if hint.count:
        return _("Perhaps no: {places} marked in Checks.").format(
            places=counted("{n} place is", "{n} places are", hint.count)
        )
    if hint.empty:
        names = ", ".join(SECTION_NAMES.get(name, name) for name in hint.empty)
        return _("Perhaps no: {names} is empty.").format(names=names)
    return _("Perhaps yes: the checks mark nothing here.")


def given_words(given: ChecklistAnswer, today: datetime) -> str:
    """Who gave an answer and when: `Jonas · Today, 14:32`; empty where there is none."""
    return who_and_when(given.by, given.at, today) if given.by or given.at else ""


def score_words(found: ChecklistScore) -> str:
    """`14 of 16 points, 88 per cent (90 is the aim). 4 are not answered.`"""
    left = counted("{n} is not answered.", "{n} are not answered.", found.open) if found.open else ""
    if found.per_cent is None:
        return left
    said = _("{yes} of {of} points, {per_cent} per cent ({aim} is the aim).").format(
        yes=found.yes, of=found.of, per_cent=found.per_cent, aim=PASS_MARK
    )
    return f"{said} {left}".strip()
