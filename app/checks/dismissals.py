"""Parts findings into those still open and those that somebody has set aside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.model.dismissal import HERE, SCOPES, Dismissal
from app.model.finding import Finding, SetAside
from app.model.sections import sections
from app.model.summary import Summary
from app.text.sentences import sentences


def parted(
    found: Iterable[Finding], summary: Summary, library: Iterable[Dismissal] = ()
) -> tuple[tuple[Finding, ...], tuple[SetAside, ...]]:
    """The open findings, and those covered by a dismissal of the summary or the library, each in the given order."""
    dismissals = (*summary.dismissals, *library)
    found = tuple(found)
    if not dismissals:
        return found, ()
    texts = dict(sections(summary))
    open_, aside = [], []
    for finding in found:
        by = next((d for d in dismissals if covers(d, finding, texts.get(finding.section, ""))), None)
        if by is None:
            open_.append(finding)
        else:
            aside.append(SetAside(finding, by))
    return tuple(open_), tuple(aside)


def covers(dismissal: Dismissal, finding: Finding, markdown: str) -> bool:
    """Whether a dismissal sets this finding aside. `markdown` is the text of the finding's section.

    A place is known by its card and by the sentence around it, not by its number: items may move, and a sentence that
    was written anew must be looked at again.
    """
    if dismissal.code != finding.code or dismissal.text.casefold() != (finding.text or "").casefold():
        return False
    if dismissal.scope != HERE:
        return True
    same_card = _unnumbered(dismissal.section) == _unnumbered(finding.section)
    return same_card and dismissal.context == context_of(finding, markdown)


def context_of(finding: Finding, markdown: str) -> str:
    """The sentences of the section's Markdown that a finding touches, with single spaces.

    A finding without a place is known by the words it speaks of, such as the DOI that cannot be one.
    """
    if finding.start is None or finding.end is None:
        return " ".join(str(value) for _name, value in sorted(finding.facts.items()) if isinstance(value, str))
    spans = sentences(markdown)
    touched = [markdown[start:end] for start, end in spans if start < finding.end and end > finding.start]
    return " ".join(" ".join(touched).split())


def needs_reason(finding: Finding) -> bool:
    """Whether a finding may only be set aside with a reason: errors keep a summary from being ready."""
    return finding.severity == "error"


def scopes_for(finding: Finding) -> tuple[str, ...]:
    """How far a finding can be set aside: one about no words at all can only be meant where it stands."""
    return SCOPES if finding.text else (HERE,)


def dismissal_of(finding: Finding, summary: Summary, scope: str, reason: str, by: str, date: str) -> Dismissal:
    """The dismissal that sets this finding of the summary aside.

    Raises ValueError when an error has no reason, or when the scope is none that the finding can have.
    """
    reason = " ".join(reason.split())
    if needs_reason(finding) and not reason:
        raise ValueError("An error is only set aside with a reason.")
    if scope not in scopes_for(finding):
        raise ValueError(f"{finding.code} cannot be set aside with the scope {scope}.")
    text = finding.text or ""
    if scope != HERE:
        return Dismissal(finding.code, text, scope, reason=reason, by=by, date=date)
    context = context_of(finding, dict(sections(summary)).get(finding.section, ""))
    return Dismissal(finding.code, text, HERE, finding.section, context, reason, by, date)


def with_dismissal(dismissals: tuple[Dismissal, ...], new: Dismissal) -> tuple[Dismissal, ...]:
    """The dismissals with a new one, which takes the place of one that says the same."""
    return (*without_dismissal(dismissals, new), new)


def without_dismissal(dismissals: tuple[Dismissal, ...], old: Dismissal) -> tuple[Dismissal, ...]:
    """The dismissals without one, whoever gave it and for whatever reason."""
    return tuple(dismissal for dismissal in dismissals if _bare(dismissal) != _bare(old))


def _bare(dismissal: Dismissal) -> Dismissal:
    return replace(dismissal, text=dismissal.text.casefold(), reason="", by="", date="")


def _unnumbered(section: str) -> str:
    name, bracket, rest = section.partition("[")
    return name + rest.partition("]")[2] if bracket else name
