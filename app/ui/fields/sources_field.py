"""Further sources and related papers: rows of a few short lines each."""

from __future__ import annotations

from dataclasses import replace

from app.model.dates import PartialDate
from app.model.paper import Paper
from app.model.summary import Source
from app.translation import _
from app.ui.fields.authors import authors_of, authors_text
from app.ui.fields.lines_field import LinesField, Part


def address_fault(text: str) -> str:
    """A sentence when a text is no address that a page may link to."""
    if not text or text.startswith(("https://", "http://", "mailto:")):
        return ""
    return _("An address begins with https://.")


def year_fault(text: str) -> str:
    """A sentence when a text is no year."""
    return "" if not text.strip() or _year(text) else _("A year has four digits.")


def sources_field() -> LinesField:
    """A title and an address each."""
    title = Part(_("Source {}"), _("What it is"), lambda s: str(s.title), lambda s, text: replace(s, title=text))
    address = Part(
        _("Address of source {}"),
        _("https://…"),
        lambda s: str(s.url),
        lambda s, text: replace(s, url=text.strip()),
        address_fault,
    )
    return LinesField(_("source"), (title, address), Source())


def related_field() -> LinesField:
    """Title, authors, year and DOI of a related paper. What an import knows beyond these is kept."""
    title = Part(
        _("Related paper {}"), _("Its title"), lambda p: str(p.title), lambda p, text: replace(p, title=text), share=3
    )
    authors = Part(_("Authors"), _("Given Family; …"), _authors_text, _with_authors, share=2)
    year = Part(_("Year"), "2021", _year_text, _with_year, year_fault)
    doi = Part("DOI", "10.…", lambda p: str(p.doi), lambda p, text: replace(p, doi=text.strip()), share=2)
    return LinesField(_("related paper"), (title, authors, year, doi), Paper())


def _authors_text(paper: Paper) -> str:
    return authors_text(paper.authors)


def _with_authors(paper: Paper, text: str) -> Paper:
    return replace(paper, authors=authors_of(text, paper.authors))


def _year(text: str) -> int:
    text = text.strip()
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() and text != "0000" else 0


def _year_text(paper: Paper) -> str:
    return str(paper.published.year) if paper.published else ""


def _with_year(paper: Paper, text: str) -> Paper:
    year = _year(text)
    if not year:
        return paper if text.strip() else replace(paper, published=None)
    is_same = paper.published is not None and paper.published.year == year
    return paper if is_same else replace(paper, published=PartialDate(year))
