"""The citation diff: what you have beside what the record says. Empty fields are filled, others only with a tick."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.model.paper import Paper
from app.papers.citation_diff import differences, is_another, taken
from app.papers.merging import all_notices
from app.translation import _
from app.ui.dialogs.citation_boxes import DifferenceTable, NoticeBox, OtherBox, fit
from app.ui.look import fonts, labels, style
from app.ui.words.citation import action_words, another_paper, counts_words


class CitationDiffDialog(QDialog):
    """Window-modal. `taken` hands out the citation as the writer wants it; the owner makes it one undoable edit."""

    taken = Signal(object)
    """The new Paper."""
    text_wanted = Signal()
    """The offered full text shall be attached. Comes after `taken`."""
    open_requested = Signal(str)
    """The id of the other summary of this paper."""

    def __init__(self, have: Paper, says: Paper, sources: Mapping[str, str], parent: QWidget | None = None) -> None:
        """`sources` names for each field who said it, in words: `{"title": "Crossref"}`."""
        super().__init__(parent)
        self._have = have
        self._says = replace(says, notices=all_notices([says.notices, have.notices]))
        found = differences(have, self._says)
        self._is_another = is_another(have, says)
        self._empty = [each.field for each in found if each.is_filled or each.field == "notices"]
        self.table = DifferenceTable([each for each in found if each.field != "notices"], sources)
        self.notices = NoticeBox(self._says.notices)
        self.other = OtherBox()
        self.words = labels.label("", "count")
        self._faults = labels.label("", "hint")
        self._area, self._rows = QScrollArea(), QVBoxLayout()
        self.text = QCheckBox()
        self.all = QPushButton(_("Tick all"))
        self.cancel = QPushButton(_("Cancel"))
        self.fill = QPushButton()
        self._build()
        self._show_state()

    def show_faults(self, sentences: Iterable[str]) -> None:
        """Say who could not answer; what the others said is here all the same."""
        self._faults.setText("\n".join(sentences))
        self._faults.setVisible(bool(self._faults.text()))

    def show_other(self, summary_id: str, title: str) -> None:
        """Say that another summary of this paper is in the library."""
        self.other.show_other(summary_id, title)

    def offer_text(self, words: str, *, is_ticked: bool = True) -> None:
        """Offer the full text, in words that say what and whence; not ticked where it would take another's place."""
        self.text.setText(words)
        self.text.setChecked(is_ticked)
        self.text.show()
        self._show_state()

    def _on_fill(self) -> None:
        paper = taken(self._have, self._says, {*self._filled(), *self.table.ticked()})
        if self._is_the_paper():
            paper = replace(paper, extra={**self._says.extra, **self._have.extra})  # nothing kept is overwritten
        self.accept()
        if paper != self._have:
            self.taken.emit(paper)
        if self._wants_text():
            self.text_wanted.emit()

    def _is_the_paper(self) -> bool:
        """Whether the record is of the paper that the writer has, or of the one they want now."""
        return not self._is_another or "doi" in self.table.ticked()

    def _filled(self) -> list[str]:
        return self._empty if self._is_the_paper() else []

    def _wants_text(self) -> bool:
        return self._is_the_paper() and not self.text.isHidden() and self.text.isChecked()

    def _on_open(self, summary_id: str) -> None:
        self.reject()
        self.open_requested.emit(summary_id)

    def _show_state(self) -> None:
        filled, ticked = len(self._filled()), len(self.table.ticked())
        another = "" if self._is_the_paper() else another_paper(self._have.doi, self._says.doi)
        self.words.setText(another or counts_words(filled, len(self.table.boxes)))
        has_text = self._wants_text()
        self.text.setEnabled(self._is_the_paper())
        if not (filled or ticked) and has_text:
            self.fill.setText(_("Attach the text"))
        else:
            self.fill.setText(action_words(filled, ticked))
        is_of_use = bool(filled or ticked or has_text)
        self.fill.setEnabled(is_of_use)
        self.fill.setVisible(is_of_use or bool(self.table.boxes))
        self.cancel.setText(_("Cancel") if not self.fill.isHidden() else _("Close"))
        self.all.setVisible(len(self.table.boxes) > 1)
        self.all.setText(_("Untick all") if ticked == len(self.table.boxes) else _("Tick all"))

    def _on_all(self) -> None:
        is_ticked = len(self.table.ticked()) < len(self.table.boxes)
        for box in self.table.boxes.values():
            box.setChecked(is_ticked)

    def _build(self) -> None:
        self.setWindowTitle(_("What the record says"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        style.mark(self, surface="paper")
        self._faults.hide()
        self.text.hide()
        inside = QWidget()
        style.mark(inside, surface="paper")
        rows = self._rows
        inside.setLayout(rows)
        rows.setContentsMargins(0, 0, 12, 0)
        rows.setSpacing(10)
        first = (self.words, self.notices, self.other) if self._is_another else (self.notices, self.other, self.words)
        for box in (*first, self._faults, self.table):
            rows.addWidget(box)
        rows.addStretch(1)
        area = self._area
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.table.focused.connect(area.ensureWidgetVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 20, 24)
        column.setSpacing(10)
        column.addWidget(labels.label(_("What the record says"), "page-heading"))
        column.addWidget(area, 1)
        column.addSpacing(2)
        column.addWidget(self.text)
        column.addLayout(self._buttons())

    def showEvent(self, event: QShowEvent) -> None:
        """Come as high as what there is to say, so that one row does not stand in an empty box."""
        if not event.spontaneous():
            around = self.sizeHint().height() - self._area.sizeHint().height()
            needed = around + self._rows.totalHeightForWidth(fonts.px(820) - 64)
            fit(self, 820, max(300, min(680, needed * 100 // fonts.px(100))))
        super().showEvent(event)

    def _buttons(self) -> QHBoxLayout:
        style.mark(self.all, kind="quiet")
        style.mark(self.cancel, kind="secondary")
        style.mark(self.fill, kind="primary")
        self.fill.setDefault(True)
        self.all.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        self.all.clicked.connect(self._on_all)
        self.cancel.clicked.connect(self.reject)
        self.fill.clicked.connect(self._on_fill)
        self.text.toggled.connect(self._show_state)
        self.other.open_requested.connect(self._on_open)
        self.table.ticked_changed.connect(self._show_state)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 12, 0)
        row.addWidget(self.all)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.fill)
        return row
