"""The same things counted differently in two sections: 43 studies here, 42 there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.checks.counted import CLASSES, Counted, counted
from app.checks.held import Texts
from app.checks.prose import Prose
from app.model.finding import Finding


def sections_disagree(texts: Texts) -> Iterator[Finding]:
    """At each section that names another whole than most sections do; where two stand against each other, the later."""
    for kind in CLASSES:
        found = list(_wholes(kind, texts))
        values = [whole.value for _, _, whole in found]
        usual = max(values, key=lambda value: (values.count(value), -values.index(value)), default=0)
        for section, text, whole in found:
            other = next((other for other in found if other[2].value == usual and _disagree(whole, other[2])), None)
            if other:
                name, prose, one = other
                facts = {
                    "value": whole.value,
                    "other_value": one.value,
                    "other": prose.text[one.start : one.end],
                    "other_section": name,
                }
                yield replace(text.finding("sections-disagree", whole.start, whole.end, facts), section=section)


def _wholes(kind: str, texts: Texts) -> Iterator[tuple[str, Prose, Counted]]:
    """The one whole of a class in each section that names it; two groups told apart in one section are none."""
    for section, text in texts:
        wholes = [one for one in counted(text) if one.kind == kind and one.is_whole]
        if len({one.value for one in wholes}) == 1:
            yield section, text, wholes[0]


def _disagree(one: Counted, other: Counted) -> bool:
    """Whether both count the same things, and not the same number of them."""
    return one.value != other.value and min(one.value, other.value) > 1 and one.narrowed == other.narrowed
