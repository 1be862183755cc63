"""One category in the dialog of categories: its name, its description, and how it goes away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.model.summary import Category
from app.translation import _
from app.ui.dialogs.confirm import ConfirmDialog
from app.ui.look import labels, style
from app.ui.look.choice import Choice
from app.ui.words.so_many import so_many


class CategoryForm(QWidget):
    """Says each change when the keyboard leaves its field. Esc in the name gives the old name back."""

    save_requested = Signal(object, str)
    """The Category as wanted and its old slug. An empty slug: make one of the name."""
    merge_requested = Signal(str, str)
    delete_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._category: Category | None = None
        self._others: Sequence[Category] = ()
        self._count = 0
        self.name = QLineEdit()
        self.about = _Lines()
        self.into = Choice()
        self.merge = QPushButton(_("Merge"))
        self.delete = QPushButton(_("Delete…"))
        self.address = labels.label("", "hint")
        self.merge_words = labels.label("", "hint")
        self._build()
        self.name.installEventFilter(self)
        self.name.textChanged.connect(self._on_name)
        self.name.editingFinished.connect(self._on_edited)
        self.about.left.connect(self._on_edited)
        self.into.currentIndexChanged.connect(self._on_into)
        self.merge.clicked.connect(self._on_merge)
        self.delete.clicked.connect(self._on_delete)

    def show_category(self, category: Category | None, others: Sequence[Category], count: int) -> None:
        """Show a category or none, those it could be merged into, and how many summaries stand in it."""
        self._category, self._others, self._count = category, others, count
        self.setEnabled(category is not None)
        self.name.setText(category.name if category else "")
        self.about.setPlainText(category.description if category else "")
        self.into.clear()
        self.into.addItem(_("Choose a category"), "")
        for other in others:
            self.into.addItem(other.name, other.slug)
        self._on_into()
        self._on_name()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in a name that was changed is about the name, not about the dialog."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and event.key() == Qt.Key.Key_Escape and self._is_renamed():  # type: ignore[attr-defined]
            self.show_category(self._category, self._others, self._count)
            return True
        return super().eventFilter(watched, event)

    def _is_renamed(self) -> bool:
        return self._category is not None and self.name.text().strip() not in ("", self._category.name)

    def _on_name(self) -> None:
        category = self._category
        if category is None:
            self.address.setText("")
        elif self._is_renamed():
            self.address.setText(
                _("Its address follows the new name. categories/{slug}/ will lead there.").format(slug=category.slug)
            )
        else:
            self.address.setText(_("Its address on the website is categories/{slug}/").format(slug=category.slug))

    def _on_edited(self) -> None:
        category = self._category
        if category is None:
            return
        name = self.name.text().strip() or category.name
        about = self.about.toPlainText().strip()
        if (name, about) != (category.name, category.description):
            slug = category.slug if name == category.name else ""
            self.save_requested.emit(replace(category, slug=slug, name=name, description=about), category.slug)

    def _on_into(self) -> None:
        category, into = self._category, self.into.currentData()
        self.merge.setEnabled(bool(into))
        if category and into:
            self.merge_words.setText(
                _(
                    "{summaries} will move to “{currenttext}”. categories/{slug}/ will lead there. This "
                    "cannot be undone."
                ).format(summaries=_summaries(self._count), currenttext=self.into.currentText(), slug=category.slug)
            )
        else:
            self.merge_words.setText(_("Two categories that mean the same become one."))

    def _on_merge(self) -> None:
        category, into = self._category, self.into.currentData()
        if category and into:
            self.merge_requested.emit(category.slug, into)

    def _on_delete(self) -> None:
        category = self._category
        if category is None:
            return
        stays = _("{summaries} will no longer stand in it. Their texts stay.").format(summaries=_summaries(self._count))
        question = ConfirmDialog(
            _("Delete “{name}”?").format(name=category.name),
            _("{stays} This cannot be undone.").format(stays=stays),
            _("Delete"),
            self.window(),
        )
        question.accepted.connect(self._on_delete_confirmed)
        question.open()

    def _on_delete_confirmed(self) -> None:
        if self._category is not None:
            self.delete_requested.emit(self._category.slug)

    def _build(self) -> None:
        self.name.setAccessibleName(_("Name"))
        self.about.setAccessibleName(_("Description"))
        self.about.setPlaceholderText(_("One sentence that the category’s page shows"))
        self.about.setTabChangesFocus(True)
        self.about.setMaximumHeight(96)
        self.into.setAccessibleName(_("Merge into"))
        for button in (self.merge, self.delete):
            style.mark(button, kind="secondary")
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for text, field, hint in ((_("Name"), self.name, self.address), (_("Description"), self.about, None)):
            heading = labels.label(text, "label")
            heading.setBuddy(field)
            column.addWidget(heading)
            column.addWidget(field)
            if hint:
                column.addWidget(hint)
            column.addSpacing(8)
        column.addWidget(labels.label(_("Merge into"), "label"))
        merge = QHBoxLayout()
        merge.setSpacing(8)
        merge.addWidget(self.into, 1)
        merge.addWidget(self.merge)
        column.addLayout(merge)
        column.addWidget(self.merge_words)
        column.addStretch(1)
        column.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)


class _Lines(QPlainTextEdit):
    """A field of a few lines that says when the keyboard leaves it."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _summaries(count: int) -> str:
    return so_many(count, "summary") if count else _("No summaries")
