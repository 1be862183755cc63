"""Which links that writers typed will lead nowhere, worked out before anything is published.

Only pages that can have such a link are made, and no list, feed or page of another summary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from app.model.house_style import Term
from app.model.sections import sections
from app.model.site import Site
from app.model.summary import Summary
from app.publish.entry import is_safe_slug, with_safe_categories
from app.publish.fixed import fixed_pages
from app.publish.link_check import BadLink, LinkCheck
from app.publish.links import checked_base_url, doi_href, forms_of
from app.publish.page_links import LinkReader, PageLinks, is_doi_link
from app.publish.part_maker import PartMaker
from app.publish.site import site_paths

_RESEARCH = "research/"
_PAGE = "/index.html"
_DOI_HOST = "https://doi.org/"
_LINK = re.compile(r"\][(\[:]|<(?:a\s|https?:)", re.IGNORECASE)
"""What stands in every text with a link, however it is written."""


def links_ahead(
    summaries: Sequence[Summary],
    site: Site,
    terms: tuple[Term, ...] = (),
    stands_beside: Callable[[str], bool] = lambda _path: False,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> list[BadLink]:
    """What an export of these summaries as a website would name in its notes, in its order; but for places on lists.

    `stands_beside` as of `with_links_checked`. Raises BadInput for an address of the site that is none.
    """
    base_url = checked_base_url(site.base_url)
    pages = _Pages(summaries, site, terms, base_url, is_cancelled)
    found = list(pages.with_links())
    known = pages.paths if any(link.target for one in found for link in one.typed) else frozenset()
    check = LinkCheck(base_url, lambda path: path in known or stands_beside(path))
    for one in (*found, *pages.led_to(found)):
        check.add(one)
    return [bad for bad in check.bad_links() if not bad.is_ours]


class _Pages:
    """The pages of a site that have to be read."""

    def __init__(
        self,
        summaries: Sequence[Summary],
        site: Site,
        terms: tuple[Term, ...],
        base_url: str,
        is_cancelled: Callable[[], bool],
    ) -> None:
        self._summaries, self._site, self._base_url = summaries, site, base_url
        self._is_cancelled = is_cancelled
        self._maker, self._reader = PartMaker(site, terms), LinkReader(base_url, forms_of(site))
        self._terms_lead = any(_may_link(f"{term.plain} {term.explanation}") for term in terms)

    @property
    def paths(self) -> frozenset[str]:
        """Every file of the site."""
        shown = [with_safe_categories(summary) for summary in self._summaries if is_safe_slug(summary.slug)]
        return frozenset(site_paths(shown, self._site))

    def with_links(self) -> Iterator[PageLinks]:
        """The pages on which a writer can have typed a link."""
        for page in fixed_pages(self._site, ""):
            yield self._reader.read(f"{page.address}index.html", page.html(self._site).encode("utf-8", "replace"))
        for summary in self._summaries:
            if self._is_cancelled():
                return
            if is_safe_slug(summary.slug) and (self._terms_lead or may_lead_nowhere(summary, self._base_url)):
                yield self._read(summary)

    def led_to(self, found: Iterable[PageLinks]) -> Iterator[PageLinks]:
        """The pages of summaries to a place on which one of those leads, which are not among them."""
        found = list(found)
        seen = {one.path for one in found}
        wanted = {link.target for one in found for link in one.typed if link.place} - seen
        by_path = {f"{_RESEARCH}{summary.slug}{_PAGE}": summary for summary in self._summaries} if wanted else {}
        return (self._read(by_path[path])._replace(ours=(), typed=(), bad=()) for path in wanted & by_path.keys())

    def _read(self, summary: Summary) -> PageLinks:
        path, page = self._maker.made("", "", summary).files[0]
        return self._reader.read(path, page)


def may_lead_nowhere(summary: Summary, base_url: str) -> bool:
    """Whether a summary's page can have a link that is a writer's and to the same site, or to a DOI."""
    texts = [text for _name, text in sections(summary)]
    texts += [f"{term.plain} {term.explanation}" for term in summary.glossary]
    addresses = [source.url.strip() for source in summary.sources]
    addresses += [doi_href(paper.doi) for paper in (summary.paper, *summary.related_research)]
    return (
        any(map(_may_link, texts))
        or any(base_url and address.startswith(base_url) for address in addresses)
        or any(address.startswith(_DOI_HOST) and not is_doi_link(address) for address in addresses)
    )


def _may_link(text: str) -> bool:
    return _LINK.search(text) is not None
