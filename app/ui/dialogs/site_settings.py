"""The website's own words and addresses, as one simple form."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.model.site import Site
from app.ui.look import fonts, style

_LINES = (
    ("name", "Name of the website", "It stands at the top of every page."),
    ("tagline", "What it is, in one or two sentences", ""),
    ("base_url", "Address on the web", "For instance https://example.org/. Leave it empty while nobody knows it yet."),
)
_TEXTS = (
    ("about", "About", "Who writes here, and why."),
    ("disclaimer", "Disclaimer", "What the summaries are not: for instance, medical advice."),
    ("contact", "Contact", "How people reach you."),
    ("subscribe", "Subscribe", "What people get when they subscribe."),
)
_TARGETS = (
    ("contact_target", "Where messages go", "A mail address or a web address. Without one there is no contact form."),
    ("subscribe_target", "Where subscriptions go", "A mail address or a web address. Without one there is no form."),
    ("feedback_target", "Where “Was this helpful?” goes", "A mail or web address. Without one it is left out."),
)


class SiteSettingsDialog(QDialog):
    """Window-modal. `edited` hands out the whole Site when the writer keeps the changes."""

    edited = Signal(object)

    def __init__(self, site: Site, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._site = site
        self._lines: dict[str, QLineEdit] = {}
        self._texts: dict[str, QPlainTextEdit] = {}
        self.shows_claims = QCheckBox("Show on the page where each claim comes from")
        self.keep = QPushButton("Keep changes")
        self.cancel = QPushButton("Cancel")
        self._error = QLabel()
        self._build()
        self._show_site()

    def field(self, name: str) -> QLineEdit | QPlainTextEdit:
        """The field of one setting, by its name in Site."""
        return self._lines[name] if name in self._lines else self._texts[name]

    def site(self) -> Site:
        """The Site as the fields have it; settings without a field stay as they were."""
        values: dict[str, str] = {name: field.text().strip() for name, field in self._lines.items()}
        values |= {name: field.toPlainText().strip() for name, field in self._texts.items()}
        if values["base_url"] and not values["base_url"].endswith("/"):
            values["base_url"] += "/"
        return replace(self._site, shows_claims=self.shows_claims.isChecked(), **values)  # type: ignore[arg-type]

    def _on_keep(self) -> None:
        wanted = self.site()
        if error := _fault(wanted):
            self._error.setText(error)
            self._error.show()
            return
        if wanted != self._site:
            self.edited.emit(wanted)
        self.accept()

    def _show_site(self) -> None:
        for name, line in self._lines.items():
            line.setText(getattr(self._site, name))
            line.setCursorPosition(0)
        for name, text in self._texts.items():
            text.setPlainText(getattr(self._site, name))
        self.shows_claims.setChecked(self._site.shows_claims)

    def _build(self) -> None:
        self.setWindowTitle("Website settings")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        style.mark(self, surface="paper")
        inside = QWidget()
        style.mark(inside, surface="paper")
        form = QVBoxLayout(inside)
        form.setContentsMargins(0, 0, 14, 0)
        form.setSpacing(5)
        for name, label, hint in _LINES:
            self._add(form, label, hint, self._lines.setdefault(name, QLineEdit()))
        form.addWidget(_label("Texts of its fixed pages", "panel-heading"))
        for name, label, hint in _TEXTS:
            text = self._texts.setdefault(name, QPlainTextEdit())
            text.setTabChangesFocus(True)
            text.setFixedHeight(92)
            self._add(form, label, hint, text)
        for name, label, hint in _TARGETS:
            self._add(form, label, hint, self._lines.setdefault(name, QLineEdit()))
        form.addWidget(self.shows_claims)
        form.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 16, 22)
        column.setSpacing(12)
        column.addWidget(_label("Website settings", "page-heading"))
        column.addWidget(area, 1)
        column.addLayout(self._foot())
        self.resize(fonts.px(640), fonts.px(640))

    def _foot(self) -> QHBoxLayout:
        style.mark(self._error, kind="error")
        self._error.setWordWrap(True)
        self._error.hide()
        style.mark(self.cancel, kind="secondary")
        style.mark(self.keep, kind="primary")
        self.cancel.setAutoDefault(False)
        self.keep.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self._on_keep)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 12, 0)
        row.addWidget(self._error, 1)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        return row

    def _add(self, form: QVBoxLayout, label: str, hint: str, field: QWidget) -> None:
        above = _label(label, "label")
        above.setBuddy(field)
        field.setAccessibleName(label)
        field.setAccessibleDescription(hint)
        form.addWidget(above)
        form.addWidget(field)
        if hint:
            form.addWidget(_label(hint, "hint"))
        form.addSpacing(10)


def _fault(site: Site) -> str:
    """Why these settings cannot be kept, or an empty text."""
    if not site.name:
        return "The website needs a name."
    if site.base_url and not site.base_url.startswith(("https://", "http://")):
        return "The address has to begin with https://, as in https://example.org/."
    return ""


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(kind == "hint")
    style.mark(label, kind=kind)
    return label
