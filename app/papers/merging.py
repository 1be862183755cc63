"""One citation out of what several services say of a paper, with the service each field came from. A pure rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.model.dates import PartialDate
from app.model.paper import Notice, Paper
from app.papers.services import CROSSREF, DATACITE, EUROPEPMC, PUBMED

_ORDER = (CROSSREF, DATACITE, PUBMED, EUROPEPMC)
"""Publishers file with Crossref and DataCite; PubMed and Europe PMC take it from there."""
_LIBRARIANS = (PUBMED, EUROPEPMC, CROSSREF, DATACITE)
"""What is better where librarians looked at it: types of publication, the short name of the journal, the abstract."""
_ORDERS: Mapping[str, tuple[str, ...]] = {
    "journal_short": _LIBRARIANS,
    "pmid": _LIBRARIANS,
    "pmcid": _LIBRARIANS,
    "publication_types": _LIBRARIANS,
    "abstract": _LIBRARIANS,
}
_PLAIN = (
    "authors", "journal", "journal_short", "volume", "issue", "pages", "doi", "pmid", "pmcid", "url",
    "publication_types", "license", "abstract", "type",
)  # fmt: skip
_GRAVEST = ("retraction", "concern", "correction")


@dataclass(frozen=True, slots=True)
class Merged:
    """The paper, and for each field that has a value the short name of the service it came from."""

    paper: Paper
    gave: tuple[tuple[str, str], ...] = ()


def merged(said: Sequence[tuple[str, Paper]]) -> Merged:
    """One paper out of `(service, paper)` pairs. Notices are those of every service; the rest is the best one's."""
    papers = dict(said)
    values: dict[str, Any] = {}
    gave: dict[str, str] = {}
    for name in _PLAIN:
        for service in _by_order(papers, name):
            if value := getattr(papers[service], name):
                values[name], gave[name] = value, service
                break
    for name, choose in (("title", _title), ("published", _published)):
        if service := choose(papers):
            values[name], gave[name] = getattr(papers[service], name), service
    extra: dict[str, Any] = {}
    for service in reversed(_by_order(papers, "extra")):
        extra.update(papers[service].extra)
    notices = all_notices(papers[service].notices for service in _by_order(papers, "notices"))
    return Merged(replace(Paper(**values), notices=notices, extra=extra), tuple(gave.items()))


def all_notices(lists: Any) -> tuple[Notice, ...]:
    """The notices of all lists, each once, the gravest first; one without a DOI gives way to one that has it."""
    found: dict[tuple[str, str], Notice] = {}
    for notice in (notice for notices in lists for notice in notices):
        key = notice.kind, notice.doi.lower()
        if key not in found or (notice.date and not found[key].date):
            found[key] = notice
    with_doi = {kind for kind, doi in found if doi}
    kept = [notice for (kind, doi), notice in found.items() if doi or kind not in with_doi]
    return tuple(sorted(kept, key=lambda notice: _GRAVEST.index(notice.kind) if notice.kind in _GRAVEST else 9))


def _by_order(papers: Mapping[str, Paper], name: str) -> list[str]:
    return [service for service in _ORDERS.get(name, _ORDER) if service in papers]


def _title(papers: Mapping[str, Paper]) -> str:
    """A title in capitals throughout gives way to one that is not."""
    titled = [service for service in _by_order(papers, "title") if papers[service].title]
    calm = [service for service in titled if not papers[service].title.isupper()]
    return next(iter(calm or titled), "")


def _published(papers: Mapping[str, Paper]) -> str:
    """The first date, or one of another service that says the same more exactly."""
    dated = [service for service in _by_order(papers, "published") if papers[service].published]
    best = next(iter(dated), "")
    for service in dated:
        if _is_same_but_more_exact(papers[service].published, papers[best].published):
            best = service
    return best


def _is_same_but_more_exact(date: PartialDate | None, other: PartialDate | None) -> bool:
    if date is None or other is None or date.year != other.year:
        return False
    if not other.month:
        return bool(date.month)
    return date.month == other.month and not other.day and bool(date.day)
