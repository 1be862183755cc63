"""A summary as lists, feeds and the sitemap need it: small, so that a site of any size fits in memory."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.errors import ExportFault
from app.model.site import Site
from app.model.summary import Category, CategoryRef, Summary, title_of
from app.model.vocabulary import NO_FOLDER_ON_WINDOWS
from app.publish.excerpt import cut, first_paragraph, first_sentence
from app.translation import _

_SLUG = re.compile(r"[A-Za-z0-9]+(?:[-_]+[A-Za-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One row. `published` and `modified` are ISO moments, empty when unknown; `listed` is what lists are sorted by."""

    id: str
    slug: str
    slug_history: tuple[str, ...]
    title: str
    sentence: str
    paragraph: str
    journal: str
    year: str
    categories: tuple[CategoryRef, ...]
    published: str
    modified: str
    listed: str
    doi: str = ""
    evidence_level: str = ""
    language: str = ""
    heading: str = ""

    @property
    def address(self) -> str:
        """Where its page stands in the site."""
        return f"research/{self.slug}/"


def entry_of(summary: Summary) -> Entry:
    """The row of a summary."""
    paper, dates = summary.paper, summary.dates
    return Entry(
        id=summary.id,
        slug=summary.slug,
        slug_history=summary.slug_history,
        title=title_of(summary),
        sentence=cut(first_sentence(summary.simple_explanation)),
        paragraph=first_paragraph(summary.simple_explanation),
        journal=paper.journal or paper.journal_short,
        year=str(paper.published.year) if paper.published else "",
        categories=summary.categories,
        published=dates.published,
        modified=dates.modified or dates.published,
        listed=dates.published or dates.modified or dates.created,
        doi=paper.doi,
        evidence_level=summary.evidence_level or "",
        language=summary.language,
        heading=paper.title,
    )


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """The rows as lists show them. Rows of one moment stand by title, so that the order never depends on the store."""
    by_title = sorted(entries, key=lambda entry: (entry.title.casefold(), entry.slug))
    return sorted(by_title, key=lambda entry: entry.listed, reverse=True)


def is_safe_slug(slug: str) -> bool:
    """Whether a slug can be a folder's name on every system and leads nowhere else."""
    return len(slug) <= 150 and bool(_SLUG.fullmatch(slug)) and slug.lower() not in NO_FOLDER_ON_WINDOWS


def checked_slug(slug: str, name: str) -> str:
    """The slug. Raises ExportFault when it cannot be part of an address."""
    if not is_safe_slug(slug):
        said = (
            _("“{name}” has the address “{slug}”, which cannot be a folder’s name. Nothing was exported.")
            if slug
            else _("“{name}” has no address yet. Nothing was exported.")
        )
        raise ExportFault(said.format(name=name, slug=slug), code="bad-slug")
    return slug


def categories_of(entries: Iterable[Entry], site: Site) -> list[Category]:
    """The site's categories in its order, then those that only summaries name, by name."""
    known = {category.slug: category for category in site.categories}
    strays = {ref.slug: ref.name for entry in entries for ref in entry.categories if ref.slug not in known}
    more = sorted(strays.items(), key=lambda stray: (stray[1].casefold(), stray[0]))
    return [*known.values(), *(Category(slug, name) for slug, name in more)]


def with_safe_categories(summary: Summary) -> Summary:
    """The summary without categories whose slug cannot be part of an address."""
    safe = tuple(ref for ref in summary.categories if is_safe_slug(ref.slug))
    return summary if safe == summary.categories else replace(summary, categories=safe)
