"""What a library asks of every text in it: its targets, its glossary, and the findings it has set aside for good."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.dismissal import Dismissal
from app.model.site import Targets


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the library's glossary: plain words for it, an explanation for readers (Markdown, one line), and
    whether the checks leave it alone."""

    term: str
    plain: str = ""
    explanation: str = ""
    do_not_flag: bool = False


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Targets, glossary and library-wide dismissals."""

    targets: Targets = Targets()
    glossary: tuple[Term, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
