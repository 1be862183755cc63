"""What is said about the numbers of a summary: against its paper, between its sections, and against the citation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.model.finding import Finding
from app.ui.words.sections import section_name
from app.ui.words.values import Explanation


def _rate_differs(finding: Finding) -> Explanation:
    facts = finding.facts
    paper = f"The paper says {_rate(facts.get('paper_rate'), facts.get('paper_per'))}"
    if facts.get("paper_total") is not None:
        paper += f", {_times(facts['paper_total'])} in all"
    return Explanation(
        f"“{finding.text}” means {_rate(facts.get('rate'), facts.get('per'))}",
        f"{paper}. A reader would take a different dose from this.",
        "Compare with the sentence of the paper, and say how often and how long: “once a week for four weeks”.",
    )


def _number_unit_differs(finding: Finding) -> Explanation:
    facts = finding.facts
    other = f"“{facts['paper']}”" if facts.get("paper") else _amount(facts.get("paper_value"), facts.get("paper_unit"))
    return Explanation(
        f"The paper says {other}, not “{finding.text}”",
        "The number is the same, the unit is not.",
        "Compare with the sentence of the paper, and correct the unit if it is a slip.",
    )


def _direction_differs(finding: Finding) -> Explanation:
    ways = {1: "more", -1: "less"}
    here, there = ways.get(finding.facts.get("direction", 0)), ways.get(finding.facts.get("paper_direction", 0))
    return Explanation(
        f"This says {here or 'one thing'}, and the paper seems to say {there or 'another'}",
        "The rest agrees, but the words point the other way.",
        "Compare with the sentence of the paper: what is compared with what?",
    )


def _number_not_in_paper(finding: Finding) -> Explanation:
    return Explanation(
        f"“{finding.text}” is not in the paper",
        "It was looked for as it stands, as a word, rounded, converted and as a sum.",
        "Correct it, or set this aside with where it comes from, such as a picture or another source.",
    )


def _number_elsewhere(finding: Finding) -> Explanation:
    if (value := finding.facts.get("paper_value")) is not None:
        return Explanation(
            f"“{finding.text}” may be a slip for {_number(value)}",
            f"The sentence of the paper that is most like this one says {_number(value)}.",
            "Compare the two, and correct the number if it is a slip.",
        )
    return Explanation(
        f"“{finding.text}” stands in the paper only about something else",
        "The right digits in the wrong place are easily overlooked.",
        "Compare with the sentence of the paper that is most like this one.",
    )


def _number_world_at_large(finding: Finding) -> Explanation:
    return Explanation(
        f"“{finding.text}” is about the world at large, and not from the paper",
        "Papers seldom give such numbers, and they change from year to year.",
        "Look it up where it comes from, and say of which year it is.",
    )


def _number_unreadable(finding: Finding) -> Explanation:
    return Explanation(
        f"A sign beside “{finding.text}” could not be read",
        "It may be a minus or a mark such as ±, lost in the paper’s file.",
        "Look at the page of the paper itself before you rely on this number.",
    )


def _sections_disagree(finding: Finding) -> Explanation:
    facts = finding.facts
    where = section_name(str(facts.get("other_section", "")))
    return Explanation(
        f"“{finding.text}” here, but “{facts.get('other')}” in {where}",
        "Readers cannot tell which of the two is right.",
        "Compare both with the paper. If they count different things, say so in both places.",
    )


def _citation_disagrees(finding: Finding) -> Explanation:
    facts = finding.facts
    kinds = {"year": "year", "journal": "journal", "author": "first author"}
    kind = kinds.get(str(facts.get("kind")), "citation")
    return Explanation(
        f"“{finding.text}” is not the paper’s {kind}",
        f"The citation says {facts.get('cited')}.",
        "Correct the text, or the citation if that is wrong.",
    )


def _rate(count: Any, period: Any) -> str:
    return f"{_times(count)} a {period}" if period != "hour" else f"{_times(count)} an hour"


def _times(count: Any) -> str:
    if isinstance(count, (int, float)) and 0 < count < 1:
        return f"once in {_number(round(1 / count, 2))}, or {_number(round(count, 3))} times"
    return {1: "once", 2: "twice"}.get(count, f"{_number(count)} times")


def _amount(value: Any, name_of_unit: Any) -> str:
    unit = str(name_of_unit or "")
    name = unit if value == 1 or not unit.isalpha() or len(unit) < 3 or unit in ("times", "fold") else f"{unit}s"
    return f"{_number(value)}{'' if unit == '%' else ' '}{name}".strip()


def _number(value: Any) -> str:
    return f"{value:,.12g}" if isinstance(value, (int, float)) else str(value)


EXPLANATIONS: dict[str, Explanation | Callable[[Finding], Explanation]] = {
    "rate-differs": _rate_differs,
    "number-unit-differs": _number_unit_differs,
    "direction-differs": _direction_differs,
    "number-not-in-paper": _number_not_in_paper,
    "number-world-at-large": _number_world_at_large,
    "number-elsewhere": _number_elsewhere,
    "number-unreadable": _number_unreadable,
    "sections-disagree": _sections_disagree,
    "citation-disagrees": _citation_disagrees,
}
