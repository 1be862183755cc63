"""The card of the title, the paper's citation and the categories."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.model.dates import PartialDate, parse_date
from app.model.paper import Paper
from app.model.summary import Category, CategoryRef, Summary
from app.translation import _
from app.ui.editor.card import Fold
from app.ui.editor.definitions import definitions
from app.ui.editor.sections import Place, Section, slug_for
from app.ui.fields.authors import authors_of
from app.ui.fields.chips_field import ChipsField
from app.ui.fields.line_field import LineField
from app.ui.fields.rich_field import RichField
from app.ui.fields.shared_foot import SharedFoot
from app.ui.fields.sources_field import address_fault
from app.ui.fields.title_field import TitleField
from app.ui.look import style

_DOI = re.compile(r"10\.\d{4,9}/\S{2,}")
_DOI_LINK = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def doi_fault(text: str) -> str:
    """A sentence when a text is no whole DOI."""
    bare = _DOI_LINK.sub("", text.strip())
    if not bare or _DOI.fullmatch(bare):
        return ""
    return _("This is not a whole DOI. One looks like 10.1186/s13041-021-00787-6.")


def date_fault(text: str) -> str:
    """A sentence when a text is no date, month or year."""
    if not text.strip():
        return ""
    try:
        parse_date(text)
    except ValueError:
        return _("Write a day, a month or a year: 30 April 2021, April 2021 or 2021.")
    return ""


class TitleSection(Section):
    """Title, plain title, journal, date, DOI, the folded rest, categories."""

    def __init__(self) -> None:
        super().__init__()
        self._known: tuple[Category, ...] = ()
        self._shown_id: str
        self._shown_date: PartialDate | None
        self.title = TitleField(_("Title"), _("As in the paper"), _("The paper’s own title"))
        self.plain = TitleField(
            _("Plain title"), _("Optional: leads in lists"), _("What you would tell a friend it is about")
        )
        self.journal = LineField(_("Journal"), placeholder=_("Molecular Brain"))
        self.published = LineField(_("Published"), placeholder=_("30 April 2021"), fault=date_fault)
        self.doi = LineField("DOI", placeholder="10.1186/s13041-021-00787-6", fault=doi_fault)
        self.authors = LineField(_("Authors"), placeholder=_("Given Family; Given Family; a group’s name"))
        self.parts = {
            name: LineField(label, fault=address_fault if name == "url" else None)
            for name, label in (
                ("journal_short", _("Journal, short")),
                ("volume", _("Volume")),
                ("issue", _("Issue")),
                ("pages", _("Pages")),
                ("pmid", _("PubMed number")),
                ("url", _("Link")),
            )
        }
        self.categories = ChipsField()
        self._shown_id, self._shown_date = "", None
        self._build()
        self._connect()

    def show_fields(self, summary: Summary) -> None:
        """Show title, citation and categories."""
        paper = summary.paper
        self.title.show_text(paper.title)
        self.plain.show_text(summary.plain_title)
        # What is found in the title is about the one that leads.
        self.title.field.section, self.plain.field.section = ("", "title") if summary.plain_title else ("title", "")
        self.journal.show_text(paper.journal)
        self._show_date(summary)
        if _bare(self.doi.text()) != paper.doi:
            self.doi.show_text(paper.doi)
        if authors_of(self.authors.text(), paper.authors) != paper.authors:
            self.authors.show_text("; ".join(author.full() for author in paper.authors))
        for name, field in self.parts.items():
            if field.text().strip() != getattr(paper, name):
                field.show_text(getattr(paper, name))
        self.categories.show_chosen(summary.categories)

    def show_known(self, known: tuple[Category, ...]) -> None:
        """The library's categories."""
        self._known = known
        self.categories.show_known(known)

    def show_narrow(self, is_narrow: bool) -> None:
        """The DOI goes below journal and date where there is little room."""
        self._citation.addWidget(self.journal, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._citation.addWidget(self.published, 0, 1, Qt.AlignmentFlag.AlignTop)
        row, column, span = (1, 0, 2) if is_narrow else (0, 2, 1)
        self._citation.addWidget(self.doi, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        for index, share in enumerate((1, 1, 0) if is_narrow else (6, 5, 8)):
            self._citation.setColumnStretch(index, share)

    def rich_fields(self) -> list[RichField]:
        """Both titles."""
        return [self.title.field, self.plain.field]

    def first_field(self) -> QWidget:
        """The title."""
        return self.title.field.edit

    def places(self) -> list[Place]:
        """Title, plain title and citation."""
        lines = (self.journal, self.published, self.doi, self.authors, *self.parts.values())
        return [self.title.field, self.plain.field, *lines]

    def _show_date(self, summary: Summary) -> None:
        """A text that is no date yet stays in sight until the summary's own date changes."""
        date, is_other = summary.paper.published, summary.id != self._shown_id
        is_changed = date != self._shown_date and self._date_of(self.published.text()) != date
        self._shown_id, self._shown_date = summary.id, date
        if is_other or is_changed:
            self.published.show_text(date.long() if date else "")

    def _build(self) -> None:
        rest = QWidget()
        column = QVBoxLayout(rest)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.authors)
        for names in (("journal_short", "volume", "issue", "pages"), ("pmid", "url")):
            column.addLayout(_row(*(self.parts[name] for name in names)))
        heading, hint = QLabel(_("Categories")), QLabel(_("The first is the page’s home"))
        style.mark(heading, kind="label")
        style.mark(hint, kind="hint")
        labels = QHBoxLayout()
        labels.addWidget(heading)
        labels.addStretch()
        labels.addWidget(hint)
        self._citation = QGridLayout()
        self._citation.setHorizontalSpacing(14)
        self._citation.setVerticalSpacing(10)
        self._column.addWidget(self.title)
        self._column.addWidget(self.plain)
        self.legend = SharedFoot()
        self.legend.setAccessibleName(definitions()["title"].title)
        for rich in self.rich_fields():
            self.legend.follow(rich)
        self._column.addWidget(self.legend)
        self._column.addLayout(self._citation)
        # Filled only now: PySide holds what is in a layout that is added, and would hold it after it has been moved.
        self.show_narrow(False)
        self.fold = Fold(_("Authors, volume, pages, PMID, link"), rest)
        self._column.addWidget(self.fold)
        self._column.addLayout(labels)
        self._column.addWidget(self.categories)

    def _connect(self) -> None:
        self.title.edited.connect(self._on_title)
        self.plain.edited.connect(self._on_plain)
        self.journal.edited.connect(self._on_journal)
        self.published.edited.connect(self._on_published)
        self.doi.edited.connect(self._on_doi)
        self.authors.edited.connect(self._on_authors)
        for name, field in self.parts.items():
            field.edited.connect(lambda text, name=name: self._edit_paper(name, **{name: text.strip()}))
        self.categories.changed.connect(self._on_categories)

    def _edit_paper(self, what: str, **parts: Any) -> None:
        paper: Paper = replace(self._summary.paper, **parts)
        self._emit(
            _("Edit {replace}").format(replace=what.replace("_", " ")),
            replace(self._summary, paper=paper),
            f"paper.{what}",
        )

    def _on_title(self, text: str) -> None:
        self._edit_paper("title", title=text)

    def _on_plain(self, text: str) -> None:
        self._emit(_("Edit plain title"), replace(self._summary, plain_title=text), "plain_title")

    def _on_journal(self, text: str) -> None:
        self._edit_paper("journal", journal=text)

    def _on_published(self, text: str) -> None:
        date = self._date_of(text)
        if date is not None or not text.strip():
            self._edit_paper("published", published=date)

    def _on_doi(self, text: str) -> None:
        self._edit_paper("DOI", doi=_bare(text))

    def _on_authors(self, text: str) -> None:
        self._edit_paper("authors", authors=authors_of(text, self._summary.paper.authors))

    def _on_categories(self, what: str, chosen: tuple[CategoryRef, ...]) -> None:
        named = tuple(ref if ref.slug else CategoryRef(slug_for(ref.name, self._known), ref.name) for ref in chosen)
        label = {"add": _("Add category"), "remove": _("Remove category"), "first": _("Choose the page’s home")}[what]
        self._emit(label, replace(self._summary, categories=named))

    def _date_of(self, text: str) -> PartialDate | None:
        try:
            return parse_date(text)
        except ValueError:
            return None


def _bare(text: str) -> str:
    return _DOI_LINK.sub("", text.strip())


def _row(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(14)
    for field in fields:
        row.addWidget(field, 1)
    return row
