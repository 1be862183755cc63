"""What is said about the numbers of a summary: against its paper, between its sections, and against the citation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.model.finding import Finding
from app.translation import _, number, quoted
from app.ui.words.sections import section_name
from app.ui.words.values import Explanation


def _rate_differs(finding: Finding) -> Explanation:
    facts = finding.facts
    paper = _("The paper says {rate}").format(rate=_rate(facts.get("paper_rate"), facts.get("paper_per")))
    if facts.get("paper_total") is not None:
        paper += _(", {times} in all").format(times=_times(facts["paper_total"]))
    return Explanation(
        _("“{text}” means {rate}").format(text=finding.text, rate=_rate(facts.get("rate"), facts.get("per"))),
        _("{paper}. A reader would take a different dose from this.").format(paper=paper),
        _("Compare with the sentence of the paper, and say how often and how long: “once a week for four weeks”."),
    )


def _number_unit_differs(finding: Finding) -> Explanation:
    facts = finding.facts
    other = quoted(facts["paper"]) if facts.get("paper") else _amount(facts.get("paper_value"), facts.get("paper_unit"))
    return Explanation(
        _("The paper says {other}, not “{text}”").format(other=other, text=finding.text),
        _("The number is the same, the unit is not."),
        _("Compare with the sentence of the paper, and correct the unit if it is a slip."),
    )


def _direction_differs(finding: Finding) -> Explanation:
    ways = {1: _("more"), -1: _("less")}
    here, there = ways.get(finding.facts.get("direction", 0)), ways.get(finding.facts.get("paper_direction", 0))
    return Explanation(
        _("This says {here}, and the paper seems to say {there}").format(
            here=here or _("one thing"), there=there or _("another")
        ),
        _("The rest agrees, but the words point the other way."),
        _("Compare with the sentence of the paper: what is compared with what?"),
    )


def _number_not_in_paper(finding: Finding) -> Explanation:
    return Explanation(
        _("“{text}” is not in the paper").format(text=finding.text),
        _("It was looked for as it stands, as a word, rounded, converted and as a sum."),
        _("Correct it, or set this aside with where it comes from, such as a picture or another source."),
    )


def _number_elsewhere(finding: Finding) -> Explanation:
    if (value := finding.facts.get("paper_value")) is not None:
        return Explanation(
            _("“{text}” may be a slip for {number}").format(text=finding.text, number=_number(value)),
            _("The sentence of the paper that is most like this one says {number}.").format(number=_number(value)),
            _("Compare the two, and correct the number if it is a slip."),
        )
    return Explanation(
        _("“{text}” stands in the paper only about something else").format(text=finding.text),
        _("The right digits in the wrong place are easily overlooked."),
        _("Compare with the sentence of the paper that is most like this one."),
    )


def _number_world_at_large(finding: Finding) -> Explanation:
    return Explanation(
        _("“{text}” is about the world at large, and not from the paper").format(text=finding.text),
        _("Papers seldom give such numbers, and they change from year to year."),
        _("Look it up where it comes from, and say of which year it is."),
    )


def _number_unreadable(finding: Finding) -> Explanation:
    return Explanation(
        _("A sign beside “{text}” could not be read").format(text=finding.text),
        _("It may be a minus or a mark such as ±, lost in the paper’s file."),
        _("Look at the page of the paper itself before you rely on this number."),
    )


def _sections_disagree(finding: Finding) -> Explanation:
    facts = finding.facts
    where = section_name(str(facts.get("other_section", "")))
    return Explanation(
        _("“{text}” here, but “{other}” in {where}").format(text=finding.text, other=facts.get("other"), where=where),
        _("Readers cannot tell which of the two is right."),
        _("Compare both with the paper. If they count different things, say so in both places."),
    )


def _citation_disagrees(finding: Finding) -> Explanation:
    facts = finding.facts
    kinds = {"year": _("year"), "journal": _("journal"), "author": _("first author")}
    kind = kinds.get(str(facts.get("kind")), _("citation"))
    return Explanation(
        _("“{text}” is not the paper’s {kind}").format(text=finding.text, kind=kind),
        _("The citation says {cited}.").format(cited=facts.get("cited")),
        _("Correct the text, or the citation if that is wrong."),
    )


def _rate(count: Any, period: Any) -> str:
    return _PERIODS.get(str(period), "{times} / " + str(period)).format(times=_times(count))


_PERIODS = {
    "hour": _("{times} an hour"),
    "day": _("{times} a day"),
    "week": _("{times} a week"),
    "month": _("{times} a month"),
    "year": _("{times} a year"),
}


def _times(count: Any) -> str:
    if isinstance(count, (int, float)) and 0 < count < 1:
        return _("once in {number}, or {number_2} times").format(
            number=_number(round(1 / count, 2)), number_2=_number(round(count, 3))
        )
    return {1: _("once"), 2: _("twice")}.get(count) or _("{number} times").format(number=_number(count))


def _amount(value: Any, name_of_unit: Any) -> str:
    unit = str(name_of_unit or "")
    name = unit if value == 1 or not unit.isalpha() or len(unit) < 3 or unit in ("times", "fold") else f"{unit}s"
    return f"{_number(value)}{'' if unit == '%' else ' '}{name}".strip()


def _number(value: Any) -> str:
    return number(value, ",.12g") if isinstance(value, (int, float)) else str(value)


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
