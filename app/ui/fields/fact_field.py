"""One of the three study facts: written, not written yet, or not specified in the paper."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.translation import _
from app.ui.fields.rich_field import RichField
from app.ui.look import fonts, icons, style
from app.ui.look.icon_label import IconLabel


class FactField(QWidget):
    """Emits the text, or None for “the paper does not say”. Under an empty fact stands what the paper has for it."""

    edited = Signal(object)
    offers_requested = Signal(str)
    """The writer wants to see what the paper has for this section."""

    def __init__(self, section: str, label: str, icon: str, *, placeholder: str) -> None:
        super().__init__()
        picture = IconLabel(icon, size=17)
        heading = QLabel(label)
        style.mark(heading, kind="label")
        self._placeholder = placeholder
        self.field = RichField(section, has_toolbar=False, placeholder=placeholder, name=label, size=16, least_lines=2)
        heading.setBuddy(self.field.edit)
        self.unspecified = QCheckBox(_("Not specified"))
        self.unspecified.setToolTip(_("The paper does not say"))
        self.unspecified.setAccessibleName(_("Not specified in the paper: {label}").format(label=label))
        style.mark(self.unspecified, kind="small")
        self.offers = QPushButton(icons.icon("quote", role="link"), "")
        self.offers.setIconSize(QSize(fonts.px(15), fonts.px(15)))
        self.offers.hide()
        style.mark(self.offers, kind="quiet", size="small")
        self._section, self._label, self._offered = section, label, ""
        self._last_text = ""
        row = QHBoxLayout()
        row.setSpacing(7)
        row.addWidget(picture)
        row.addWidget(heading)
        row.addStretch()
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(0, 0, 0, 0)
        self.layout_.setSpacing(5)
        self.layout_.addLayout(row)
        self.layout_.addWidget(self.field)
        self.layout_.addWidget(self.offers, 0, Qt.AlignmentFlag.AlignLeft)
        self.layout_.addWidget(self.unspecified)
        self.layout_.addStretch()
        self.field.edited.connect(self._on_edited)
        self.unspecified.clicked.connect(self._on_unspecified)
        self.offers.clicked.connect(self._on_offers)

    def show_fact(self, text: str | None) -> None:
        """Show a fact; None is “not specified”."""
        if text:
            self._last_text = text
        self.field.show_text(text or "")
        self.field.edit.setReadOnly(text is None)
        self.field.edit.setPlaceholderText(_("Not specified") if text is None else self._placeholder)
        self.unspecified.setChecked(text is None)
        self.offers.setVisible(bool(self._offered) and not text)

    def show_offers(self, words: str) -> None:
        """Say quietly that the paper has something for this fact (“Paper: 3 places”) while nothing is written."""
        self._offered = words
        self.offers.setText(f" {words}")
        self.offers.setAccessibleName(f"{self._label}: {words}")
        self.offers.setVisible(bool(words) and not self.field.text())

    def forget(self) -> None:
        """Another summary comes: what was written in this one is not offered there."""
        self._last_text = ""

    def _on_edited(self, text: str) -> None:
        self._last_text = text
        self.edited.emit(text)

    def _on_offers(self) -> None:
        self.offers_requested.emit(self._section)

    def _on_unspecified(self, is_unspecified: bool) -> None:
        self.edited.emit(None if is_unspecified else self._last_text)
