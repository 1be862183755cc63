"""How each section stands: empty, begun or complete, and what is open in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.model.finding import Finding
from app.model.sections import CARDS, card_of
from app.model.site import Targets
from app.model.summary import Summary
from app.text.markup import plain
from app.translation import _
from app.ui.words.so_many import so_many

EMPTY, BEGUN, COMPLETE = "empty", "begun", "complete"
_NOUNS = {
    "key_findings": "finding",
    "practical_implications": "card",
    "study_limitations": "limitation",
    "sources": "source",
}


@dataclass(frozen=True, slots=True)
class SectionState:
    """A card's fullness and its open findings by severity."""

    fullness: str = EMPTY
    errors: int = 0
    warnings: int = 0
    notices: int = 0
    parts: str = ""
    """What a complete list holds: “3 findings”."""

    @property
    def worst(self) -> str:
        """The worst severity that is open, or ""."""
        return "error" if self.errors else "warning" if self.warnings else "notice" if self.notices else ""

    @property
    def is_complete(self) -> bool:
        """Whether everything asked for is written."""
        return self.fullness == COMPLETE

    @property
    def open(self) -> int:
        """How many findings are open."""
        return self.errors + self.warnings + self.notices

    def words(self) -> str:
        """“1 to mend, 9 to look at”, “Complete”, “Not written yet”."""
        parts = []
        if self.errors:
            parts.append(_("{errors} to mend").format(errors=self.errors))
        if self.warnings:
            parts.append(_("{warnings} to look at").format(warnings=self.warnings))
        if parts:
            return ", ".join(parts)
        return {EMPTY: _("Not written yet"), BEGUN: _("Begun"), COMPLETE: self.parts or _("Complete")}[self.fullness]

    def all_words(self) -> str:
        """The words, and the number that stands beside the section where it counts more than they do."""
        more = self.open > self.errors + self.warnings
        return _("{words}, {count:,} open").format(words=self.words(), count=self.open) if more else self.words()


def states(summary: Summary, findings: Iterable[Finding], targets: Targets) -> dict[str, SectionState]:
    """The state of every card. A long text is begun until it has the words that the library asks of it at least."""
    counted = {card: {"error": 0, "warning": 0, "notice": 0} for card in CARDS}
    for found in findings:
        if found.code != "section-missing":  # an empty section says so by its mark
            counted[card_of(found.section)][found.severity] += 1
    return {
        card: SectionState(
            _fullness(summary, card, targets),
            counts["error"],
            counts["warning"],
            counts["notice"],
            _parts(summary, card),
        )
        for card, counts in counted.items()
    }


def _parts(summary: Summary, card: str) -> str:
    noun = _NOUNS.get(card)
    count = len(getattr(summary, card)) if noun else 0
    return so_many(count, noun) if noun else ""


def _fullness(summary: Summary, card: str, targets: Targets) -> str:
    paper = summary.paper
    parts: dict[str, list[bool]] = {
        "title": [bool(paper.title), bool(paper.journal), bool(paper.published), bool(summary.categories)],
        "simple_explanation": _text(summary.simple_explanation, targets.simple_explanation_words),
        "facts": [
            summary.study_duration is None or bool(summary.study_duration.strip()),
            summary.participants is None or bool(summary.participants.strip()),
            summary.evidence_text is None or bool(summary.evidence_level or summary.evidence_text.strip()),
        ],
        "key_findings": [bool(text.strip()) for text in summary.key_findings],
        "research_summary": _text(summary.research_summary, targets.research_summary_words),
        "practical_implications": [
            bool(card.heading.strip() and card.text.strip()) for card in summary.practical_implications
        ],
        "study_limitations": [bool(text.strip()) for text in summary.study_limitations],
        "sources": [bool(source.title.strip()) for source in summary.sources],
    }
    have = parts[card]
    return COMPLETE if have and all(have) else BEGUN if any(have) else EMPTY


def _text(markdown: str, limits: tuple[int, int]) -> list[bool]:
    """Whether there is a text, and whether it is as long as it should be at least."""
    words = _words(markdown)
    return [words > 0, words >= limits[0]]


@lru_cache(maxsize=4)  # with each key only one of the texts is another
def _words(markdown: str) -> int:
    return len(plain(markdown).text.split())
