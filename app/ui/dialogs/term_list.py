"""The rows of the glossary: a word and what is known of it. Quick with ten thousand of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.model.house_style import Term
from app.text.glossary import key_of
from app.translation import _
from app.ui.look import colours, fonts, icons, style, wash
from app.ui.look.mirror import last, short_of

_TERM = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class TermList(QListView):
    """Terms to choose from. `chosen` says which one a person or a search has come to, None when there is none."""

    chosen = Signal(object)
    remove_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Terms(self)
        self.setAccessibleName(_("Terms"))
        style.mark(self, kind="rows")
        self.setModel(self._model)
        self.setItemDelegate(_TermPainter(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)

    def show_terms(self, terms: Sequence[Term], wanted: str = "") -> None:
        """Show these terms and choose the wanted word, else the one that was chosen or stands where it stood."""
        row, before = self.currentIndex().row(), self.term()
        self._model.show_terms(terms)
        keys = [key_of(word) for word in (wanted, before.term if before else "") if word]
        places = {key_of(term.term): place for place, term in enumerate(terms)} if keys else {}
        place = next((places[key] for key in keys if key in places), max(0, min(row, len(terms) - 1)))
        self.setCurrentIndex(self._model.index(place, 0))
        self.chosen.emit(self.term())

    def term(self) -> Term | None:
        """The term that is chosen."""
        return self.currentIndex().data(_TERM)  # type: ignore[no-any-return]

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """The keyboard or the pointer has come to another row."""
        super().currentChanged(current, previous)
        if current.isValid() and previous.isValid():
            self.chosen.emit(current.data(_TERM))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete asks to remove the term."""
        if event.key() == Qt.Key.Key_Delete and self.term():
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)


class _Terms(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._terms: Sequence[Term] = ()

    def show_terms(self, terms: Sequence[Term]) -> None:
        self.beginResetModel()
        self._terms = terms
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._terms)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._terms):
            return None
        term = self._terms[index.row()]
        if role == _TERM:
            return term
        if role == Qt.ItemDataRole.DisplayRole:
            return term.term
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = [term.term, term.plain, "explained" if term.explanation else "", _mark(term)]
            return ", ".join(part for part in told if part)
        return None


class _TermPainter(QStyledItemDelegate):
    """The word, below it the plain words or the explanation, and a closed eye where it is not flagged."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        lines = QFontMetrics(fonts.sans(15)).height() + QFontMetrics(fonts.sans(14)).height()
        return QSize(100, lines + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        term: Term = index.data(_TERM)
        state = option.state  # type: ignore[attr-defined]
        rect: QRect = option.rect.adjusted(0, 1, 0, -1)  # type: ignore[attr-defined]
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wash.paint(painter, rect, state)
        inside = rect.adjusted(12, 5, -12, -5)
        if term.do_not_flag:
            side = fonts.px(16)
            icons.paint(painter, "eye-off", QRect(last(inside, side).left(), inside.top() + 2, side, side), "soft")
            inside = short_of(inside, side + 8)
        self._paint_line(painter, inside, term.term, fonts.sans(15, 600), "link" if is_chosen else "ink", at_top=True)
        about = term.plain or term.explanation or _mark(term)
        self._paint_line(painter, inside, about, fonts.sans(14), "soft", at_top=False)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, text: str, font: object, role: str, *, at_top: bool) -> None:
        painter.setFont(font)  # type: ignore[arg-type]
        painter.setPen(colours.colour(role))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        side = Qt.AlignmentFlag.AlignTop if at_top else Qt.AlignmentFlag.AlignBottom
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | side, shown)


def _mark(term: Term) -> str:
    return _("Not flagged") if term.do_not_flag else ""
