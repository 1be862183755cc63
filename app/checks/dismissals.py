"""Parts findings into those still open and those that somebody has set aside."""

from __future__ import annotations

from collections.abc import Iterable

from app.model.dismissal import HERE, Dismissal
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
    """The sentences of the section's Markdown that a finding touches, with single spaces; empty without a place."""
    if finding.start is None or finding.end is None:
        return ""
    spans = sentences(markdown)
    touched = [markdown[start:end] for start, end in spans if start < finding.end and end > finding.start]
    return " ".join(" ".join(touched).split())


def _unnumbered(section: str) -> str:
    name, bracket, rest = section.partition("[")
    return name + rest.partition("]")[2] if bracket else name
