"""Answers to the checklist of a summary: what the writer ticked, who and when. The questions are data of resources/."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

YES, NO, NOT_APPLICABLE = "yes", "no", "not-applicable"
PASS_MARK = 90
"""Per cent, as in the CDC Clear Communication Index: from here on a text is called clear."""


@dataclass(frozen=True, slots=True)
class ChecklistAnswer:
    """An answer to the question of this id: yes, no or not-applicable, "" for a note alone; who and when (ISO 8601)."""

    question: str
    answer: str = ""
    note: str = ""
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistScore:
    """How many questions have a yes, of how many that apply; and how many are not answered yet."""

    yes: int
    of: int
    open: int

    @property
    def per_cent(self) -> int | None:
        """Yes of those that apply and are answered, rounded as the index does; None before the first answer."""
        return round(100 * self.yes / self.of) if self.of else None


def score(answers: Sequence[ChecklistAnswer], questions: Collection[str]) -> ChecklistScore:
    """The score as in the index: a point for a yes, none for a no; what does not apply is not counted."""
    given = {one.question: one.answer for one in answers if one.question in questions and one.answer}
    kinds = list(given.values())
    return ChecklistScore(kinds.count(YES), kinds.count(YES) + kinds.count(NO), len(questions) - len(given))


def with_answer(answers: Sequence[ChecklistAnswer], new: ChecklistAnswer) -> tuple[ChecklistAnswer, ...]:
    """The answers with one given anew; one that says nothing any more is left out."""
    kept = [one for one in answers if one.question != new.question]
    place = next((at for at, one in enumerate(answers) if one.question == new.question), len(kept))
    if new.answer or new.note:
        kept.insert(place, new)
    return tuple(kept)


def answers_of_both(
    base: Sequence[ChecklistAnswer], mine: Sequence[ChecklistAnswer], theirs: Sequence[ChecklistAnswer]
) -> tuple[ChecklistAnswer, ...]:
    """Question by question: what one side changed since `base`; of what both changed, the later answer."""
    before, other = ({one.question: one for one in side} for side in (base, theirs))
    whole = tuple(mine)
    ours = {one.question: one for one in mine}
    for question in dict.fromkeys((*before, *ours, *other)):
        old, own, new = before.get(question), ours.get(question), other.get(question)
        if own == new or new == old:
            continue
        if own == old or (new is not None and (own is None or new.at > own.at)):
            whole = with_answer(whole, new or ChecklistAnswer(question))
    return whole
