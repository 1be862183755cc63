"""The whole website as files, one after the other: summaries pass through, only their list entries are kept."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

import msgspec

from app.errors import ExportFault
from app.model.codec import SCHEMA_FILE, json_bytes, json_schema, published_json
from app.model.house_style import Term
from app.model.site import Site
from app.model.stored import StoredSummary, content_key, summary_in
from app.model.summary import Summary, title_of
from app.publish import fixed, lists, sitemap
from app.publish.catalogue import CATALOGUE_FILE, CATALOGUE_SCHEMA_FILE, catalogue, catalogue_schema, search_index
from app.publish.entry import Entry, categories_of, checked_slug, entry_of, is_safe_slug, newest_first
from app.publish.excerpt import newest_year
from app.publish.feeds import feed_files, feed_made_from
from app.publish.freshness import made_with
from app.publish.kept import File, Kept, Part, key_of
from app.publish.links import checked_base_url
from app.publish.page import page_html
from app.publish.pictures import picture_files
from app.publish.research import Source, research_paths
from app.publish.themes import forget_themes, theme
from app.publish.workers import PageMakers, Wish
from app.translation import _

Kind = TypeVar("Kind", Summary, StoredSummary, Source)
Progress = Callable[[int], None]
_ENCODED = msgspec.msgpack.Encoder().encode
_CATEGORY = attrgetter("category")


def site_files(summaries: Iterable[Summary], site: Site, *, progress: Progress | None = None) -> Iterator[File]:
    """Every file of the website by its path. `progress` is told how many summaries are done.

    Raises BadInput for a site address that is none, ExportFault for a slug that is unsafe or stands twice.
    """
    for part in site_parts(summaries, site, progress=progress):
        yield from part.files


def site_parts(
    sources: Iterable[Source],
    site: Site,
    *,
    terms: tuple[Term, ...] = (),
    kept: Kept | None = None,
    progress: Progress | None = None,
    workers: int = 0,
) -> Iterator[Part]:
    """The website in parts, for `write_files`; those that are `kept` from the last export are not made.

    `terms` are the library's words with explanations, `workers` how many processes make pages (0: what pays). Raises
    as `site_files` does.
    """
    site = replace(site, base_url=checked_base_url(site.base_url))
    forget_themes()
    kept = kept or Kept(Path())
    together = made_with(site, terms)
    yield from (_files(path, content) for path, content in theme(site.theme).files())
    entries: list[Entry] = []
    with PageMakers(site, terms, workers=workers, staging=kept.staging) as makers:
        for part in _kept_or_made(_research(_with_single_slugs(sources), together), kept, makers):
            assert part.entry is not None
            entries.append(part.entry)
            yield part
            if progress:
                progress(len(entries))
        around = _Around(newest_first(entries), site, together)
        yield from _kept_or_made(around.pages(), kept, makers)
    yield _files(SCHEMA_FILE, json_bytes(json_schema()))
    yield from around.files(kept)


def _research(sources: Iterable[Source], together: str) -> Iterator[Wish]:
    """The wish for the part of each summary."""
    for source in sources:
        yield f"research/{source.slug}/", content_key(source, together), source


def _kept_or_made(wishes: Iterable[Wish], kept: Kept, makers: PageMakers) -> Iterator[Part]:
    """The parts that are wished for, as they come: those that are kept as they stand, the others made."""
    standing: deque[Part] = deque()

    def changed() -> Iterator[Wish]:
        for wish in wishes:
            if part := kept.part(*wish[:2]):
                standing.append(part)
            else:
                yield wish

    for made in makers.made(changed()):
        while standing:
            yield standing.popleft()
        yield made
    yield from standing


def site_paths(summaries: Sequence[Summary], site: Site) -> Iterator[str]:
    """Every path of the website of these summaries; no page of a summary or list is made for it."""
    forget_themes()
    site = replace(site, base_url=checked_base_url(site.base_url))
    around = _Around(newest_first(map(entry_of, summaries)), site, "")
    for summary in summaries:
        yield from research_paths(summary)
    for page in around.listed():
        yield f"{page.address}index.html"
    for part in around.files(Kept(Path())):
        yield from part.places
    yield from (path for path, _content in theme(site.theme).files())
    yield SCHEMA_FILE


def html_files(summaries: Iterable[Summary], site: Site, *, progress: Progress | None = None) -> Iterator[File]:
    """Each summary as a page of its own, with the style that all of them use."""
    forget_themes()
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


@dataclass(slots=True)
class _Around:
    """What stands around the research pages; every page is noted for the sitemap."""

    entries: list[Entry]
    site: Site
    together: str
    shelves: list[lists.Shelf] = field(init=False)
    year: str = field(init=False)
    """The year in the foot of every page."""
    marks: dict[str, bytes] = field(init=False)
    """A mark of what each row says, by its slug: three lists and more name the same ten thousand rows."""
    noted: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        categories = [one for one in categories_of(self.entries, self.site) if is_safe_slug(one.slug)]
        self.shelves = lists.shelves_of(self.entries, categories)
        self.year = newest_year(lists.newest_of(self.entries))
        self.marks = {entry.slug: hashlib.sha256(_ENCODED(entry)).digest() for entry in self.entries}

    def pages(self) -> Iterator[Wish]:
        """Lists and fixed pages."""
        for page in self.listed():
            self.noted.append((page.address, page.modified))
            yield f"page {page.address}", key_of(self.together, *map(self._brief, page.made_from)), page

    def listed(self) -> Iterator[lists.Listed]:
        """The pages themselves, not made yet."""
        entries, shelves, site = self.entries, self.shelves, self.site
        yield lists.home(entries, shelves, site)
        yield lists.categories_page(entries, shelves, site)
        yield from lists.research_pages(entries, site)
        for shelf in shelves:
            yield from lists.category_pages(shelf, site)
        yield lists.search_page(entries, shelves, site)
        yield from fixed.fixed_pages(site, self.year)

    def files(self, kept: Kept) -> Iterator[Part]:
        """Feeds, moved pages, and the files that name all pages."""
        entries, site = self.entries, self.site
        yield from self._feeds(kept)
        yield _files("search/index.js", search_index(entries, site.language))
        yield _files(CATALOGUE_FILE, catalogue(entries, site))
        yield _files(CATALOGUE_SCHEMA_FILE, json_bytes(catalogue_schema()))
        yield from (_files(path, content) for path, content in picture_files(site))
        yield _files("404.html", _encoded(fixed.not_found_page(site, self.year)))
        yield from (_files(path, content) for path, content in self._moved_files())
        self.noted.extend((entry.address, entry.modified) for entry in entries)
        yield _files("sitemap.xml", sitemap.sitemap(sorted(self.noted), site))
        yield _files("robots.txt", sitemap.robots(site))

    def _brief(self, value: object) -> object:
        """What a page is made from, with a mark for each row."""
        if not isinstance(value, Mapping) or "entries" not in value:
            return value
        return {**value, "entries": [self.marks[entry.slug] for entry in value["entries"]]}

    def _feeds(self, kept: Kept) -> Iterator[Part]:
        """Those of the whole site and of each category."""
        yield self._feed("", "", self.entries, kept)
        for shelf in self.shelves:
            name = f"{shelf.category.name} – {self.site.name}"
            yield self._feed(lists.category_address(shelf.category), name, shelf.entries, kept)

    def _feed(self, folder: str, name: str, entries: Sequence[Entry], kept: Kept) -> Part:
        marks = [self.marks[entry.slug] for entry in feed_made_from(entries)]
        part, key = f"feeds {folder}", key_of(self.together, name, marks)
        return kept.part(part, key) or Part(part, key, tuple(feed_files(entries, self.site, folder, name)))

    def _moved_files(self) -> Iterator[File]:
        moved = dict(self._moved())
        for old, (new, name) in sorted(moved.items()):
            yield f"{old}index.html", _encoded(fixed.moved_page(old, new, name, self.site))
        if moved:
            yield "_redirects", sitemap.redirects(((old, new) for old, (new, _) in sorted(moved.items())), self.site)

    def _moved(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Old addresses that no page of today has, with the new address and the page's name."""
        for folder, pages in (
            ("research", [(entry.slug, entry.slug_history, entry.title) for entry in self.entries]),
            ("categories", [(one.slug, one.slug_history, one.name) for one in map(_CATEGORY, self.shelves)]),
        ):
            taken = {slug.lower() for slug, _, _ in pages}
            for slug, history, name in pages:
                for old in history:
                    if is_safe_slug(old) and old.lower() not in taken:
                        taken.add(old.lower())
                        yield f"{folder}/{old}/", (f"{folder}/{slug}/", name)


def _with_single_slugs(sources: Iterable[Kind]) -> Iterator[Kind]:
    seen: set[str] = set()
    for source in sources:
        slug = source.slug
        if not is_safe_slug(slug):
            checked_slug(slug, title_of(summary_in(source)))
        if slug.lower() in seen:
            raise ExportFault(
                _("Two summaries have the address “{slug}”. Nothing was exported.").format(slug=slug), code="bad-slug"
            )
        seen.add(slug.lower())
        yield source


def _files(path: str, content: bytes) -> Part:
    return Part(path, "", ((path, content),))


def _encoded(html: str) -> bytes:
    return html.encode("utf-8", "replace")
