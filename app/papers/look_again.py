"""Ask again whether papers were retracted, corrected or doubted: PubMed in batches, Crossref one DOI at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from app.errors import LookupFault
from app.model.paper import Notice, Paper
from app.papers import asking
from app.papers.fetch import Fetcher
from app.papers.merging import all_notices

_LASTING = ("offline", "not-trusted", "too-many", "not-data", "redirected", "refused")
"""After one of these a service is not asked again: it would only say the same."""
_MOST_IN_A_ROW = 3


@dataclass(frozen=True, slots=True)
class LookedAgain:
    """By the key of each paper: its notices now (old ones are never dropped because a registry is silent), and why
    it could not be asked everywhere."""

    notices: Mapping[str, tuple[Notice, ...]] = field(default_factory=dict)
    failed: Mapping[str, str] = field(default_factory=dict)

    def whole(self) -> tuple[str, ...]:
        """The keys of the papers about which every question was answered."""
        return tuple(key for key in self.notices if key not in self.failed)


def can_be_asked(paper: Paper) -> bool:
    """Whether the paper has a number that a registry knows."""
    return bool(paper.doi or paper.pmid)


def look_again(
    papers: Sequence[tuple[str, Paper]],
    fetcher: Fetcher,
    told: Callable[[int, int], None] = lambda _done, _of: None,
) -> LookedAgain:
    """Ask about `(key, paper)` pairs; those without a DOI and a PubMed id are left out. Raises Cancelled."""
    wanted = [(key, paper) for key, paper in papers if can_be_asked(paper)]
    dois = list(dict.fromkeys(paper.doi.lower() for _, paper in wanted if paper.doi))
    pmids = list(dict.fromkeys(paper.pmid for _, paper in wanted if paper.pmid))
    of = len(dois) + len(pmids)
    told(0, of)
    by_pmid = _Registry()
    for done, some in enumerate(_batches(pmids)):
        by_pmid.ask(some, partial(_of_pubmed, fetcher, some))
        told(min((done + 1) * asking.MOST_IDS, len(pmids)), of)
    by_doi = _Registry()
    for done, doi in enumerate(dois, len(pmids) + 1):
        by_doi.ask([doi], partial(_of_crossref, fetcher, doi))
        told(done, of)
    found: dict[str, tuple[Notice, ...]] = {}
    failed: dict[str, str] = {}
    for key, paper in wanted:
        places = ((by_doi, paper.doi.lower()), (by_pmid, paper.pmid))
        lists = [registry.notices.get(number, ()) for registry, number in places if number]
        found[key] = all_notices([*lists, paper.notices])
        faults = [registry.faults[number] for registry, number in places if number in registry.faults]
        if faults:
            failed[key] = faults[0]
    return LookedAgain(found, failed)


class _Registry:
    """What one registry said about each number; after a lasting fault it is left alone."""

    def __init__(self) -> None:
        self.notices: dict[str, tuple[Notice, ...]] = {}
        self.faults: dict[str, str] = {}
        self._in_a_row = 0
        self._last: LookupFault | None = None

    def ask(self, numbers: Sequence[str], question: Callable[[], Mapping[str, tuple[Notice, ...]]]) -> None:
        """Ask about these numbers, and remember the notices or the fault."""
        if self._last is None or not (self._last.code in _LASTING or self._in_a_row >= _MOST_IN_A_ROW):
            try:
                self.notices.update(question())
                self._in_a_row = 0
                self._last = None
                return
            except LookupFault as fault:
                self._in_a_row += 1
                self._last = fault
        self.faults.update(dict.fromkeys(numbers, str(self._last)))


def _of_pubmed(fetcher: Fetcher, pmids: Iterable[str]) -> Mapping[str, tuple[Notice, ...]]:
    return {pmid: paper.notices for pmid, paper in asking.pubmed(fetcher, pmids).items()}


def _of_crossref(fetcher: Fetcher, doi: str) -> Mapping[str, tuple[Notice, ...]]:
    paper = asking.crossref(fetcher, doi)
    return {doi: paper.notices} if paper else {}


def _batches(pmids: Sequence[str]) -> Iterable[list[str]]:
    return [list(pmids[start : start + asking.MOST_IDS]) for start in range(0, len(pmids), asking.MOST_IDS)]
