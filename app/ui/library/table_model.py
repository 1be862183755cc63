"""The listings as a table model: values in, cells out. It sorts and fetches nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.model.listing import Listing
from app.translation import _
from app.ui.library.edited import edited_words
from app.ui.library.states import STATES
from app.ui.look.plain_tip import plain_tip
from app.ui.words.comments import state_words
from app.ui.words.so_many import so_many
from app.work.review import Grade

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
LISTING = Qt.ItemDataRole.UserRole
"""The role under which every cell hands out its row's Listing."""


class Column(IntEnum):
    """The columns, in their order on screen."""

    TITLE = 0
    CATEGORIES = 1
    STATE = 2
    GRADE = 3
    JOURNAL = 4
    FINDINGS = 5
    EDITED = 6


HEADINGS = (
    _("Title"),
    _("Categories"),
    _("State"),
    _("Reading grade"),
    _("Journal, year"),
    _("To look at"),
    _("Last edited"),
)
ORDERS = {
    Column.TITLE: "title",
    Column.CATEGORIES: "categories",
    Column.STATE: "status",
    Column.GRADE: "grade",
    Column.JOURNAL: "journal",
    Column.FINDINGS: "findings",
    Column.EDITED: "updated",
}
"""What a click on a heading orders by; of several categories the first counts."""


class ListingsModel(QAbstractTableModel):
    """A row per listing, as handed in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listings: list[Listing] = []
        self._rows: dict[str, int] = {}
        self._now = datetime.now().astimezone()

    def show_listings(self, listings: Sequence[Listing]) -> None:
        """Show these rows instead of the old ones. A change inside rows keeps the table where it is."""
        is_same_order = [row.id for row in listings] == list(self._rows)
        if not is_same_order:
            self.beginResetModel()
        self._listings = list(listings)
        self._now = datetime.now().astimezone()
        if is_same_order:
            if listings:
                self.dataChanged.emit(self.index(0, 0), self.index(len(listings) - 1, len(Column) - 1))
            return
        self._rows = {row.id: number for number, row in enumerate(listings)}
        self.endResetModel()

    def show_grades(self, grades: Mapping[str, Grade]) -> None:
        """Show new grades in the rows that have them, where they stand: ten thousand rows are not asked for again."""
        for summary_id, grade in grades.items():
            row = self._rows.get(summary_id)
            if row is None:
                continue
            errors, warnings, notices = grade.counts
            self._listings[row] = replace(
                self._listings[row],
                grade=grade.grade, errors=errors, warnings=warnings, notices=notices, is_graded=True,
            )  # fmt: skip
            self.dataChanged.emit(self.index(row, Column.GRADE), self.index(row, Column.FINDINGS))

    def listing(self, row: int) -> Listing:
        """The listing of one row."""
        return self._listings[row]

    def row_of(self, summary_id: str) -> int | None:
        """Where a summary stands, or None when it is not listed."""
        return self._rows.get(summary_id)

    def edited(self, listing: Listing) -> str:
        """When it was last edited, in words, as of the moment the rows came."""
        return edited_words(listing.updated, self._now)

    def rowCount(self, parent: Index = ROOT) -> int:
        """How many summaries are listed."""
        return 0 if parent.isValid() else len(self._listings)

    def columnCount(self, parent: Index = ROOT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The Listing for the painter, words for everybody who cannot see the picture."""
        if not index.isValid():
            return None
        listing = self._listings[index.row()]
        if role == LISTING:
            return listing
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(listing, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (Column.TITLE, Column.CATEGORIES, Column.STATE):
            return plain_tip(self._tip(listing, Column(index.column())))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.column() == Column.STATE:
            return self._since(listing)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _words(self, listing: Listing, column: Column) -> str:
        match column:
            case Column.TITLE:
                return listing.title or _("Untitled")
            case Column.CATEGORIES:
                return ", ".join(listing.categories)
            case Column.STATE:
                return _("In the trash") if listing.is_trashed else STATES[listing.status].word
            case Column.GRADE:
                return grade_words(listing)
            case Column.JOURNAL:
                return ", ".join(str(part) for part in (listing.journal, listing.year) if part)
            case Column.FINDINGS:
                return findings_words(listing)
            case Column.EDITED:
                return self.edited(listing)

    def _since(self, listing: Listing) -> str:
        """Since when it has its state, and who gave it; empty where that is not known."""
        if listing.is_trashed or not listing.state_at:
            return ""
        return state_words(listing.status, listing.state_at, listing.state_by, self._now)

    def _tip(self, listing: Listing, column: Column) -> str:
        if column == Column.STATE:
            return self._since(listing)
        if column == Column.CATEGORIES:
            return "\n".join(listing.categories) if len(listing.categories) > 2 else ""
        return "\n".join(text for text in (listing.title, listing.paper_title) if text)


def grade_words(listing: Listing) -> str:
    """The grade of a summary in words, or why there is none."""
    if not listing.is_graded:
        return _("Not scored yet")
    if listing.grade is None:
        return _("Too short to score")
    return _("Grade {grade}").format(grade=round(listing.grade))


def findings_words(listing: Listing) -> str:
    """What is open in a summary, in words: `2 to mend, 11 to look at`."""
    parts = []
    if listing.errors:
        parts.append(_("{errors} to mend").format(errors=listing.errors))
    if listing.warnings:
        parts.append(_("{warnings} to look at").format(warnings=listing.warnings))
    if listing.comments:
        parts.append(so_many(listing.comments, "comment"))
    return ", ".join(parts) or (_("None open") if listing.is_graded else _("Not checked yet"))
