"""What a library asks of every text in it: its targets, its glossary, and the findings it has set aside for good."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.site import Targets

HERE, SUMMARY, LIBRARY = "here", "summary", "library"
SCOPES = (HERE, SUMMARY, LIBRARY)
"""How far a dismissal reaches: this one place, the whole summary, every summary of the library."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the library's glossary: plain words for it, an explanation for readers (Markdown, one line), and
    whether the checks leave it alone."""

    term: str
    plain: str = ""
    explanation: str = ""
    do_not_flag: bool = False


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding that the writer has set aside.

    It covers findings with the same `code` and `text`: only in `section` and in a sentence that reads `context`
    when its scope is "here", else everywhere within its scope. So it returns when the text changes.
    """

    code: str
    text: str
    scope: str = HERE
    section: str = ""
    context: str = ""
    reason: str = ""
    by: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Targets, glossary and library-wide dismissals."""

    targets: Targets = Targets()
    glossary: tuple[Term, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
