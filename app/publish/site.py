"""The whole website as files, one after the other: summaries pass through, only their list entries are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from app.errors import ExportFault
from app.model.codec import SCHEMA_FILE, json_bytes, json_schema, published_json
from app.model.site import Site
from app.model.summary import Category, Summary
from app.publish import fixed, lists, sitemap
from app.publish.catalogue import CATALOGUE_FILE, CATALOGUE_SCHEMA_FILE, catalogue, catalogue_schema, search_index
from app.publish.citation_files import PAPER_FILES, RELATED_FILES, bibtex, ris
from app.publish.entry import (
    Entry,
    categories_of,
    checked_slug,
    entry_of,
    is_safe_slug,
    newest_first,
    with_safe_categories,
)
from app.publish.excerpt import newest_year
from app.publish.feeds import feed_files
from app.publish.links import checked_base_url
from app.publish.page import page_html
from app.publish.pictures import picture_files
from app.publish.themes import forget_themes, theme

File = tuple[str, bytes]
Progress = Callable[[int], None]


def site_files(summaries: Iterable[Summary], site: Site, *, progress: Progress | None = None) -> Iterator[File]:
    """Every file of the website by its path. `progress` is told how many summaries are done.

    Raises BadInput for a site address that is none, ExportFault for a slug that is unsafe or stands twice.
    """
    site = _checked(site)
    forget_themes()
    yield from theme(site.theme).files()
    entries: list[Entry] = []
    for summary in _with_single_slugs(summaries):
        shown = with_safe_categories(summary)
        entry = entry_of(shown)
        yield f"{entry.address}index.html", _encoded(page_html(shown, site))
        yield f"{entry.address}index.json", published_json(summary)
        yield from _citation_files(entry.address, summary)
        entries.append(entry)
        if progress:
            progress(len(entries))
    yield SCHEMA_FILE, json_bytes(json_schema())
    yield from _Around(newest_first(entries), site).files()


def html_files(summaries: Iterable[Summary], site: Site, *, progress: Progress | None = None) -> Iterator[File]:
    """Each summary as a page of its own, with the style that all of them use."""
    yield from theme(site.theme).files()
    for done, summary in enumerate(_with_single_slugs(summaries), 1):
        yield f"{summary.slug}.html", _encoded(page_html(summary, site, root="", is_alone=True))
        if progress:
            progress(done)


def json_files(summaries: Iterable[Summary], site: Site, *, progress: Progress | None = None) -> Iterator[File]:  # noqa: ARG001
    """Each summary as JSON, and the schema that describes it."""
    yield SCHEMA_FILE, json_bytes(json_schema())
    for done, summary in enumerate(_with_single_slugs(summaries), 1):
        yield f"{summary.slug}.json", published_json(summary)
        if progress:
            progress(done)


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around the research pages; every page made is noted for the sitemap."""

    entries: list[Entry]
    site: Site
    noted: list[tuple[str, str]] = field(default_factory=list)

    def files(self) -> Iterator[File]:
        """Lists, fixed pages, feeds, moved pages, then the files that name them all."""
        entries, site = self.entries, self.site
        categories = [category for category in categories_of(entries, site) if is_safe_slug(category.slug)]
        year = newest_year(*(entry.modified for entry in entries), *(entry.published for entry in entries))
        yield self._page(lists.home(entries, categories, site))
        yield self._page(lists.categories_page(entries, categories, site))
        yield from map(self._page, lists.research_pages(entries, site))
        yield from feed_files(entries, site)
        yield from self._category_files(categories)
        yield self._page(lists.search_page(entries, categories, site))
        yield "search/index.js", search_index(entries)
        yield CATALOGUE_FILE, catalogue(entries, site)
        yield CATALOGUE_SCHEMA_FILE, json_bytes(catalogue_schema())
        yield from picture_files(site)
        yield from map(self._page, fixed.fixed_pages(site, year))
        yield "404.html", _encoded(fixed.not_found_page(site, year))
        yield from self._moved_files(categories)
        self.noted.extend((entry.address, entry.modified) for entry in entries)
        yield "sitemap.xml", sitemap.sitemap(sorted(self.noted), site)
        yield "robots.txt", sitemap.robots(site)

    def _page(self, page: lists.Listed) -> File:
        self.noted.append((page.address, page.modified))
        return f"{page.address}index.html", _encoded(page.html)

    def _category_files(self, categories: list[Category]) -> Iterator[File]:
        shelves: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for ref in entry.categories:
                shelves[ref.slug].append(entry)
        for category in categories:
            on_shelf = shelves[category.slug]
            name = f"{category.name} – {self.site.name}"
            yield from map(self._page, lists.category_pages(on_shelf, category, self.site))
            yield from feed_files(on_shelf, self.site, lists.category_address(category), name)

    def _moved_files(self, categories: list[Category]) -> Iterator[File]:
        moved = dict(self._moved(categories))
        for old, (new, name) in sorted(moved.items()):
            yield f"{old}index.html", _encoded(fixed.moved_page(old, new, name, self.site))
        if moved:
            yield "_redirects", sitemap.redirects(((old, new) for old, (new, _) in sorted(moved.items())), self.site)

    def _moved(self, categories: list[Category]) -> Iterator[tuple[str, tuple[str, str]]]:
        """Old addresses that no page of today has, with the new address and the page's name."""
        for folder, pages in (
            ("research", [(entry.slug, entry.slug_history, entry.title) for entry in self.entries]),
            ("categories", [(category.slug, category.slug_history, category.name) for category in categories]),
        ):
            taken = {slug.lower() for slug, _, _ in pages}
            for slug, history, name in pages:
                for old in history:
                    if is_safe_slug(old) and old.lower() not in taken:
                        taken.add(old.lower())
                        yield f"{folder}/{old}/", (f"{folder}/{slug}/", name)


def _checked(site: Site) -> Site:
    return replace(site, base_url=checked_base_url(site.base_url))


def _with_single_slugs(summaries: Iterable[Summary]) -> Iterator[Summary]:
    seen: set[str] = set()
    for summary in summaries:
        slug = checked_slug(summary.slug, summary.plain_title or summary.paper.title or "A summary without a title")
        if slug.lower() in seen:
            raise ExportFault(f"Two summaries have the address “{slug}”. Nothing was exported.", code="bad-slug")
        seen.add(slug.lower())
        yield summary


def _citation_files(address: str, summary: Summary) -> Iterator[File]:
    """The paper, and the related research where there is some, for reference managers."""
    for papers, (in_ris, in_bibtex) in (((summary.paper,), PAPER_FILES), (summary.related_research, RELATED_FILES)):
        if papers:
            yield f"{address}{in_ris}", ris(papers)
            yield f"{address}{in_bibtex}", bibtex(papers)


def _encoded(html: str) -> bytes:
    return html.encode("utf-8", "replace")
