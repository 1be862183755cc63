"""Two short forms that differ in one letter: a reader takes one for the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.checks.prose import Prose
from app.checks.short_forms import short_forms
from app.model.finding import Finding

LEAST_LETTERS = 4


def short_forms_nearly_alike(texts: Iterable[tuple[str, Prose]]) -> Iterator[Finding]:
    """At the first use of the second form of each such pair, in sections given with their names in reading order."""
    seen: dict[str, str] = {}
    for section, text in texts:
        for form in short_forms(text):
            if form.name in seen:
                continue
            for other, other_section in seen.items():
                if _is_nearly(form.name, other):
                    facts = {"other": other, "other_section": other_section}
                    found = text.finding("short-forms-nearly-alike", form.start, form.end, facts)
                    yield replace(found, section=section)
            seen[form.name] = section


def _is_nearly(one: str, other: str) -> bool:
    """One letter exchanged, or two neighbours swapped. Numbers count things apart ("IL6", "IL8")."""
    if len(one) != len(other) or len(one.replace("-", "")) < LEAST_LETTERS:
        return False
    apart = [index for index in range(len(one)) if one[index] != other[index]]
    if len(apart) == 1:
        return not (one[apart[0]].isdigit() or other[apart[0]].isdigit())
    is_swap = len(apart) == 2 and apart[1] == apart[0] + 1
    return is_swap and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
