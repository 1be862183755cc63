"""Short forms that the summary does not spell out at or before their first use, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from app.checks.codes import NOTICE, WARNING
from app.checks.prose import Prose
from app.checks.short_forms import ShortForm, short_forms, spelled_out
from app.model.finding import Finding


def short_form_undefined(
    texts: Iterable[tuple[str, Prose]], known: Set[str] = frozenset(), *, is_any: bool = False
) -> Iterator[Finding]:
    """The first use of each such form in the sections, given with their names in reading order.

    `known` are forms that need no words: those of the glossary. Genes and cell lines are notices: they often have no
    long form. With `is_any` every other short form is one too many, also where it is spelled out.
    """
    texts = tuple(texts)
    spelled = {name for _section, text in texts for name, _place in spelled_out(text)}
    told = set(known)
    for section, text in texts:
        excused = told | spelled if section == "title" and not is_any else told  # a title has no room for long forms
        defined: dict[str, int] = {}
        for name, place in spelled_out(text):
            defined[name] = min(place, defined.get(name, place))
        for form in short_forms(text):
            is_spelled_out = defined.get(form.name, form.end) <= form.start
            if form.name in excused or _is_made_of(form.name, excused | defined.keys()):
                continue
            if is_any or not is_spelled_out:
                told.add(form.name)
                yield _finding(section, text, form, is_spelled_out=is_spelled_out)
        if not is_any:
            told |= defined.keys()


def _finding(section: str, text: Prose, form: ShortForm, *, is_spelled_out: bool) -> Finding:
    facts: dict[str, object] = {"class": "gene-or-cell-line" if form.is_name else "short-form"}
    if is_spelled_out:
        facts["is_spelled_out"] = True
    severity = NOTICE if form.is_name or is_spelled_out else WARNING
    found = text.finding("short-form-undefined", form.start, form.end, facts, severity=severity)
    return replace(found, section=section)


def _is_made_of(name: str, known: Set[str]) -> bool:
    """Whether a name with hyphens is made of forms that were all spelled out."""
    parts = name.split("-")
    return len(parts) > 1 and all(part in known or part.isdigit() for part in parts)
