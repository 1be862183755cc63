"""The pages that list summaries: home, categories, a page of each category, latest research, search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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


def home(entries: Sequence[Entry], categories: Sequence[Category], site: Site, *, is_preview: bool = False) -> Listed:
    """The front page: tagline, newest summaries, categories with counts."""
    newest, data = _newest(entries), json_ld(site_data(site))
    frame = _frame("", "Home", newest, site, description=site.tagline, data=data, is_preview=is_preview)
    values = {"entries": entries[:ON_HOME], "shelves": _shelves(entries, categories)}
    return Listed("home.html", frame, values, newest)


def categories_page(entries: Sequence[Entry], categories: Sequence[Category], site: Site) -> Listed:
    """Every category with its count."""
    address = "categories/"
    newest = _newest(entries)
    values = {"shelves": _shelves(entries, categories), "trail": [("Home", ""), ("Categories", address)]}
    return Listed("categories.html", _frame(address, "Categories", newest, site), values, newest)


def category_pages(entries: Sequence[Entry], category: Category, site: Site) -> Iterator[Listed]:
    """The pages of one category; `entries` are its own."""
    address = category_address(category)
    trail = [("Home", ""), ("Categories", "categories/"), (category.name, address)]
    return _paged(entries, site, address, category.name, trail, category.description)


def research_pages(entries: Sequence[Entry], site: Site) -> Iterator[Listed]:
    """The pages of all summaries, newest first."""
    return _paged(entries, site, "research/", "Latest Research", [("Home", ""), ("Research", "research/")], "")


def search_page(entries: Sequence[Entry], categories: Sequence[Category], site: Site) -> Listed:
    """The search, and under it what stands there without JavaScript: every title by category, from A to Z.

    A large library has its categories only, each a link to its own pages.
    """
    address = "search/"
    by_title = sorted(entries, key=lambda entry: (entry.title.casefold(), entry.slug))
    if len(entries) > MOST_TITLES:
        by_title = []
    shelves: dict[str, list[Entry]] = {category.slug: [] for category in categories}
    for entry in by_title:
        for ref in entry.categories:
            shelves[ref.slug].append(entry)
    newest = _newest(entries)
    frame = _frame(address, "Search", newest, site, has_script=True)
    values = {
        "count": len(entries),
        "shelves": [
            shelf | {"entries": shelves[category.slug]}
            for category, shelf in zip(categories, _shelves(entries, categories), strict=True)
            if shelf["count"]
        ],
        "others": [entry for entry in by_title if not entry.categories],
        "trail": [("Home", ""), ("Search", address)],
    }
    return Listed("search.html", frame, values, newest)


def category_address(category: Category) -> str:
    """Where a category's page stands."""
    return f"categories/{category.slug}/"


def _paged(
    entries: Sequence[Entry], site: Site, address: str, heading: str, trail: list[tuple[str, str]], about: str
) -> Iterator[Listed]:
    pages = max(1, -(-len(entries) // ON_A_PAGE))
    newest = _newest(entries)
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
            description=about,
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
            "trail": trail if number == 1 else [*trail, (f"Page {number}", here)],
            "newer": _page_address(address, number - 1) if number > 1 else None,
            "older": _page_address(address, number + 1) if number < pages else None,
        }
        yield Listed("list.html", frame, values, _newest(shown))


def _page_address(address: str, number: int) -> str:
    return address if number == 1 else f"{address}page/{number}/"


def _frame(address: str, title: str, newest: str, site: Site, **more: Any) -> Frame:
    return Frame(links_from(address), title, address, language=site.language, year=newest_year(newest), **more)


def _shelves(entries: Sequence[Entry], categories: Sequence[Category]) -> list[dict[str, Any]]:
    counts = Counter(ref.slug for entry in entries for ref in entry.categories)
    return [
        {
            "name": category.name,
            "description": category.description,
            "address": category_address(category),
            "count": counts[category.slug],
        }
        for category in categories
    ]


def _newest(entries: Sequence[Entry]) -> str:
    return max((max(entry.modified, entry.published) for entry in entries), default="")
