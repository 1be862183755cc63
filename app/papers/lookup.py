"""Look a paper up by DOI, PubMed id or PMC id at every service that may know it. A part that fails loses no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from app.errors import LookupFault
from app.model.paper import Paper
from app.papers import asking
from app.papers.asking import FullText
from app.papers.fetch import Fetcher
from app.papers.identifiers import DOI, PMCID, PMID, Identifier
from app.papers.merging import merged
from app.papers.services import CROSSREF, DATACITE, EUROPEPMC, PUBMED
from app.translation import _

T = TypeVar("T")
FULL_TEXT = "full-text"
STEPS = (EUROPEPMC, PUBMED, CROSSREF, DATACITE, FULL_TEXT)
"""The questions in their order: Europe PMC knows the other numbers of a paper, PubMed its DOI."""
FOUND, UNKNOWN, FAILED, NOT_ASKED = "found", "unknown", "failed", "not-asked"


@dataclass(frozen=True, slots=True)
class Part:
    """What one question gave: found, unknown (there is nothing, or nothing open), failed with its sentence and code,
    or not asked (there was no need, or no number to ask by)."""

    step: str
    outcome: str
    sentence: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class LookupAnswer:
    """What the services say of a paper. `gave` names the service of each field."""

    identifier: Identifier
    paper: Paper
    gave: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()
    full_text: FullText | None = None


def look_up(
    identifier: Identifier, fetcher: Fetcher, told: Callable[[int, int], None] = lambda _step, _of: None
) -> LookupAnswer:
    """Ask them one after the other; `told` gets how many questions are done, of how many.

    Raises LookupFault when nobody could say anything (`not-found`, or why), and Cancelled.
    """
    asked = _Asked(identifier, fetcher, told)
    asked.ask(EUROPEPMC, lambda: asking.europepmc(fetcher, identifier))
    pmid = asked.known.pmid
    asked.ask(PUBMED, (lambda: asking.pubmed(fetcher, [pmid]).get(pmid)) if pmid else None)
    doi = asked.known.doi
    asked.ask(CROSSREF, (lambda: asking.crossref(fetcher, doi)) if doi else None)
    is_elsewhere = asked.parts[-1].outcome == UNKNOWN
    asked.ask(DATACITE, (lambda: asking.datacite(fetcher, doi)) if is_elsewhere else None)
    if not asked.said:
        raise asked.nothing()
    found = merged(asked.said)
    known = replace(found.paper, doi=found.paper.doi or doi, pmcid=found.paper.pmcid or asked.known.pmcid)
    text = asked.part(FULL_TEXT, (lambda: asking.full_text(fetcher, known)) if known.pmcid else None)
    return LookupAnswer(identifier, known, found.gave, tuple(asked.parts), text)


class _Asked:
    """What is known so far while the questions are asked."""

    def __init__(self, identifier: Identifier, fetcher: Fetcher, told: Callable[[int, int], None]) -> None:
        self._identifier, self._fetcher, self._told = identifier, fetcher, told
        self.known = replace(Paper(), **{identifier.kind: identifier.value})  # type: ignore[arg-type]
        self.said: list[tuple[str, Paper]] = []
        self.parts: list[Part] = []

    def ask(self, service: str, question: Callable[[], Paper | None] | None) -> None:
        """Ask a service and learn the numbers of the paper from its answer."""
        paper = self.part(service, question)
        if paper is not None:
            self.said.append((service, paper))
            for kind in (DOI, PMID, PMCID):
                if not getattr(self.known, kind):
                    self.known = replace(self.known, **{kind: getattr(paper, kind)})

    def part(self, step: str, question: Callable[[], T | None] | None) -> T | None:
        """The answer to one question; a fault becomes a part of the answer."""
        self._told(len(self.parts), len(STEPS))
        answer = None
        if question is None:
            self.parts.append(Part(step, NOT_ASKED))
        else:
            try:
                answer = question()
                self.parts.append(Part(step, UNKNOWN if answer is None else FOUND))
            except LookupFault as fault:
                self.parts.append(Part(step, FAILED, str(fault), fault.code))
        self._told(len(self.parts), len(STEPS))
        return answer

    def nothing(self) -> LookupFault:
        """Why there is no answer at all."""
        failed = [part for part in self.parts if part.outcome == FAILED]
        named = f"{_NAMES[self._identifier.kind]} {self._identifier.value}"
        if failed and all(part.code == "offline" for part in failed):
            return LookupFault(
                _("None of the services can be reached. Check the internet connection, then try again."), code="offline"
            )
        if failed:
            sentences = " ".join(dict.fromkeys(part.sentence for part in failed))
            return LookupFault(
                _("Nothing was found for the {named}. {sentences}").format(named=named, sentences=sentences),
                code=failed[0].code,
            )
        return LookupFault(
            _("None of the services knows the {named}. Check it against the first page of the paper.").format(
                named=named
            ),
            code="not-found",
        )


_NAMES = {DOI: "DOI", PMID: "PubMed id", PMCID: "PMC id"}
