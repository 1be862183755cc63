"""The pages that list summaries: home, categories, a page of each category, latest research, search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from app.model.site import Site
from app.model.summary import Category
from app.publish.data import json_ld, site_data
from app.publish.entry import Entry
from app.publish.excerpt import newest_year
from app.publish.links import links_from
from app.publish.page import Frame, render

ON_HOME = 6
ON_A_PAGE = 25
MOST_TITLES = 500
"""Above so many summaries the search page names categories only."""
_MODIFIED, _PUBLISHED = attrgetter("modified"), attrgetter("published")


@dataclass(frozen=True, slots=True)
class Listed:
    """A page that can be made, and what the sitemap says of it: when its content changed, if anybody knows."""

    template: str
    frame: Frame
    values: Mapping[str, Any]
    modified: str = ""

    @property
    def address(self) -> str:
        """Where the page stands."""
        return self.frame.address

    def html(self, site: Site) -> str:
        """The page, made now."""
        return render(self.template, self.frame, site, **self.values)

    @property
    def made_from(self) -> tuple[object, ...]:
        """All that the page depends on, beside site and theme."""
        return self.template, self.frame, self.values


@dataclass(frozen=True, slots=True)
class Shelf:
    """A category with its summaries, in the order of lists."""

    category: Category
    entries: Sequence[Entry]

    @property
    def row(self) -> dict[str, Any]:
        """The category as pages name it."""
        category = self.category
        address = category_address(category)
        return {
            "name": category.name,
            "description": category.description,
            "address": address,
            "count": len(self.entries),
        }


def shelves_of(entries: Iterable[Entry], categories: Iterable[Category]) -> list[Shelf]:
    """The categories with what stands in each."""
    by_slug: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for ref in entry.categories:
            by_slug[ref.slug].append(entry)
    return [Shelf(category, by_slug[category.slug]) for category in categories]


def home(entries: Sequence[Entry], shelves: Sequence[Shelf], site: Site, *, is_preview: bool = False) -> Listed:
    """The front page: tagline, newest summaries, categories with counts."""
    newest, data = newest_of(entries), json_ld(site_data(site))
    frame = _frame("", "Home", newest, site, description=site.tagline, data=data, is_preview=is_preview)
    values = {"entries": entries[:ON_HOME], "shelves": [shelf.row for shelf in shelves]}
    return Listed("home.html", frame, values, newest)


def categories_page(entries: Sequence[Entry], shelves: Sequence[Shelf], site: Site) -> Listed:
    """Every category with its count."""
    address = "categories/"
    newest = newest_of(entries)
    values = {"shelves": [shelf.row for shelf in shelves], "trail": [("Home", ""), ("Categories", address)]}
    return Listed(
        "categories.html", _frame(address, "Categories", newest, site, description=site.tagline), values, newest
    )


def category_pages(shelf: Shelf, site: Site) -> Iterator[Listed]:
    """The pages of one category."""
    category, address = shelf.category, category_address(shelf.category)
    trail = [("Home", ""), ("Categories", "categories/"), (category.name, address)]
    return _paged(shelf.entries, site, address, category.name, trail, category.description)


def research_pages(entries: Sequence[Entry], site: Site) -> Iterator[Listed]:
    """The pages of all summaries, newest first."""
    return _paged(entries, site, "research/", "Latest Research", [("Home", ""), ("Research", "research/")], "")


def search_page(entries: Sequence[Entry], shelves: Sequence[Shelf], site: Site) -> Listed:
    """The search, and under it what stands there without JavaScript: every title by category, from A to Z.

    A large library has its categories only, each a link to its own pages.
    """
    address = "search/"
    has_titles = len(entries) <= MOST_TITLES
    newest = newest_of(entries)
    frame = _frame(address, "Search", newest, site, description=site.tagline, has_script=True)
    values = {
        "count": len(entries),
        "shelves": [
            shelf.row | {"entries": _by_title(shelf.entries) if has_titles else []}
            for shelf in shelves
            if shelf.entries
        ],
        "others": _by_title(entry for entry in entries if not entry.categories) if has_titles else [],
        "trail": [("Home", ""), ("Search", address)],
    }
    return Listed("search.html", frame, values, newest)


def _by_title(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: (entry.title.casefold(), entry.slug))


def category_address(category: Category) -> str:
    """Where a category's page stands."""
    return f"categories/{category.slug}/"


def _paged(
    entries: Sequence[Entry], site: Site, address: str, heading: str, trail: list[tuple[str, str]], about: str
) -> Iterator[Listed]:
    pages = max(1, -(-len(entries) // ON_A_PAGE))
    newest = newest_of(entries)
    for number in range(1, pages + 1):
        here = _page_address(address, number)
        shown = entries[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
        title = heading if number == 1 else f"{heading}, page {number}"
        is_category = address.startswith("categories/")
        frame = _frame(
            here,
            title,
            newest,
            site,
            description=about or site.tagline,
            feed_folder=address if is_category else "",
            feed_title=f"{heading} – {site.name}" if is_category else "",
            category=address.split("/")[1] if is_category else "",
        )
        values: dict[str, Any] = {
            "heading": heading,
            "about": about if number == 1 else "",
            "count": len(entries),
            "number": number,
            "pages": pages,
            "entries": shown,
            "own": frame.category,
            "trail": trail if number == 1 else [*trail, (f"Page {number}", here)],
            "newer": _page_address(address, number - 1) if number > 1 else None,
            "older": _page_address(address, number + 1) if number < pages else None,
        }
        yield Listed("list.html", frame, values, newest_of(shown))


def _page_address(address: str, number: int) -> str:
    return address if number == 1 else f"{address}page/{number}/"


def _frame(address: str, title: str, newest: str, site: Site, **more: Any) -> Frame:
    return Frame(links_from(address), title, address, language=site.language, year=newest_year(newest), **more)


def newest_of(entries: Sequence[Entry]) -> str:
    """The newest moment of some rows, empty when there is none."""
    return max(max(map(moment, entries), default="") for moment in (_MODIFIED, _PUBLISHED))
