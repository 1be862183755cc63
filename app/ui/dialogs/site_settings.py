"""The website's own words, look, menu and pictures as one form, with a page of it beside, live."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
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
from app.publish.page import menu_choices
from app.publish.site_preview import PAGES
from app.publish.themes import Offered
from app.translation import _
from app.ui.dialogs.site_menu import SiteMenu
from app.ui.dialogs.site_pictures import SitePictures
from app.ui.dialogs.site_words import LINES, TARGETS, TEXTS, site_fault, target_fault
from app.ui.look import fonts, labels, room, style
from app.ui.look.choice import Choice
from app.ui.look.spoken_label import SpokenLabel
from app.ui.preview.panel import PreviewPanel

PAUSE_MS = 300
"""How long the page waits for the next key before it follows."""


class SiteSettingsDialog(QDialog):
    """Window-modal. `edited` hands out the whole Site when the writer keeps the changes.

    Its owner answers `page_requested` with `show_page` or `show_fault`.
    """

    edited = Signal(object)
    page_requested = Signal(object, str)
    """A Site as it would be, and the address of the page that is looked at."""
    look_requested = Signal(object)
    """Look at the whole website with these settings, in the browser."""
    folder_requested = Signal()
    """Open the folder of the writer's own themes."""

    def __init__(
        self,
        site: Site,
        parent: QWidget | None = None,
        *,
        themes: Sequence[Offered] = (),
        theme_folders: Sequence[Path] = (),
    ) -> None:
        super().__init__(parent)
        self._site, self._themes = site, {theme.name: theme for theme in themes}
        self._lines: dict[str, QLineEdit] = {}
        self._texts: dict[str, QPlainTextEdit] = {}
        self.theme, self._theme_words = Choice(), QLabel(wordWrap=True)
        self.own_themes = QPushButton(_("Your own themes…"))
        self.menu, self.pictures = SiteMenu(), SitePictures()
        self.shows_claims = QCheckBox(_("Show on the page where each claim comes from"))
        self.page, self._side = Choice(), QWidget()
        self.preview = PreviewPanel(*theme_folders)
        self.keep, self.cancel = QPushButton(_("Keep changes")), QPushButton(_("Cancel"))
        self._error = SpokenLabel()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._build()
        self._show_site()
        self._connect_parts()
        self._show_theme()

    def field(self, name: str) -> QLineEdit | QPlainTextEdit:
        """The field of one setting, by its name in Site."""
        return self._lines[name] if name in self._lines else self._texts[name]

    def site(self) -> Site:
        """The Site as the fields have it; settings without a field stay as they were."""
        values: dict[str, str] = {name: field.text().strip() for name, field in self._lines.items()}
        values |= {name: field.toPlainText().strip() for name, field in self._texts.items()}
        if values["base_url"] and not values["base_url"].endswith("/"):
            values["base_url"] += "/"
        return replace(
            self._site,
            theme=str(self.theme.currentData()),
            menu=self.menu.menu(),
            pictures=self.pictures.pictures(),
            shows_claims=self.shows_claims.isChecked(),
            **values,  # type: ignore[arg-type]
        )

    def begin(self) -> None:
        """Load the browser engine and ask for the first page, once the form can be used."""
        if self.preview.load_engine():
            self._ask_page()

    def show_page(self, html: str) -> None:
        """Show the page that was asked for."""
        self._error.hide()
        self.preview.show_page(html)

    def show_fault(self, sentence: str) -> None:
        """Say why there is no such page; the last one stays."""
        self._error.setText(sentence)
        self._error.show()

    def done(self, result: int) -> None:
        """Let the engine go before the dialog does."""
        self._pause.stop()
        self.preview.close_engine()
        super().done(result)

    def _ask_page(self) -> None:
        if error := site_fault(wanted := self.site()):
            self.show_fault(error)
        else:
            self.page_requested.emit(wanted, str(self.page.currentData()))

    def _ask_page_soon(self) -> None:
        self._pause.start()

    def _on_look(self) -> None:
        self.look_requested.emit(self.site())

    def _show_theme(self) -> None:
        offered = self._themes.get(str(self.theme.currentData()))
        words = (offered.fault or offered.about) if offered else _("This theme is not on this computer.")
        style.mark(self._theme_words, kind="hint" if offered and not offered.fault else "error")
        self._theme_words.setText(words)

    def _on_keep(self) -> None:
        wanted = self.site()
        if error := site_fault(wanted) or target_fault(wanted):
            if self._pause.isActive():  # a page that came after the sentence would take it away
                self._pause.stop()
                self._ask_page()
            self.show_fault(error)
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
        names = dict.fromkeys((*self._themes, self._site.theme))
        for name in names:
            title = self._themes[name].title if name in self._themes else name
            self.theme.addItem(
                _("{title} (your own)").format(title=title)
                if name in self._themes and self._themes[name].is_own
                else title,
                name,
            )
        self.theme.setCurrentIndex(self.theme.findData(self._site.theme))
        self.menu.show_menu(self._site.menu, menu_choices(self._site))
        self.pictures.show_pictures(self._site.pictures, self._site.categories)

    def _connect_parts(self) -> None:
        for line in self._lines.values():
            line.textChanged.connect(self._ask_page_soon)
        for text in self._texts.values():
            text.textChanged.connect(self._ask_page_soon)
        for widget in (self.menu, self.pictures):
            widget.edited.connect(self._ask_page_soon)
        self.theme.currentIndexChanged.connect(self._show_theme)
        self.theme.currentIndexChanged.connect(self._ask_page)
        self.shows_claims.toggled.connect(self._ask_page_soon)
        self.page.currentIndexChanged.connect(self._ask_page)
        self._pause.timeout.connect(self._ask_page)
        self.preview.open_requested.connect(self._on_look)
        self.own_themes.clicked.connect(self.folder_requested)
        self.cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self._on_keep)

    def _build(self) -> None:
        self.setWindowTitle(_("Website settings"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        style.mark(self, surface="paper")
        inside = QWidget()
        style.mark(inside, surface="paper")
        form = QVBoxLayout(inside)
        form.setContentsMargins(0, 0, 14, 0)
        form.setSpacing(5)
        self._fill(form)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setMinimumWidth(max(min(fonts.px(420), 560), inside.minimumSizeHint().width() + 20))
        beside = QHBoxLayout()
        beside.setSpacing(18)
        beside.addWidget(area, 5)
        beside.addWidget(self._beside(), 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 16, 22)
        column.setSpacing(12)
        column.addWidget(labels.label(_("Website settings"), "page-heading"))
        column.addLayout(beside, 1)
        column.addLayout(self._foot())
        self.resize(room.fitted(1120, 700, self.parentWidget()))

    def showEvent(self, event: QShowEvent) -> None:
        """Where large letters leave no room for both, the form stays and the page beside it goes."""
        if (over := self.parentWidget()) and self.minimumSizeHint().width() > over.window().width():
            self._side.hide()
            self.adjustSize()
            self.resize(room.fitted(1120, 700, over))
        super().showEvent(event)

    def _fill(self, form: QVBoxLayout) -> None:
        for name, label, hint in LINES:
            self._add(form, label, hint, self._lines.setdefault(name, QLineEdit()))
        self._add(form, _("Look of the website"), "", self.theme)
        style.mark(self.own_themes, kind="quiet")
        self.own_themes.setAutoDefault(False)
        form.addWidget(self._theme_words)
        form.addWidget(self.own_themes, 0, Qt.AlignmentFlag.AlignLeft)
        form.addSpacing(10)
        form.addWidget(labels.label(_("Menu"), "panel-heading"))
        form.addWidget(
            labels.label(_("What stands at the top of every page. F2 changes the words of a place."), "hint")
        )
        form.addWidget(self.menu)
        form.addSpacing(10)
        form.addWidget(labels.label(_("Texts of its fixed pages"), "panel-heading"))
        for name, label, hint in TEXTS:
            text = self._texts.setdefault(name, QPlainTextEdit())
            text.setTabChangesFocus(True)
            text.setFixedHeight(92)
            self._add(form, label, hint, text)
        for name, label, hint in TARGETS:
            self._add(form, label, hint, self._lines.setdefault(name, QLineEdit()))
        form.addWidget(labels.label(_("Pictures"), "panel-heading"))
        form.addWidget(
            labels.label(_("Other sites show them beside a link to yours. They need the address on the web."), "hint")
        )
        form.addWidget(self.pictures)
        form.addSpacing(10)
        form.addWidget(labels.label(_("Research pages"), "panel-heading"))
        form.addWidget(self.shows_claims)
        form.addStretch(1)

    def _beside(self) -> QWidget:
        self.page.setAccessibleName(_("Page to look at"))
        for address, name in PAGES.items():
            self.page.addItem(name, address)
        row = QHBoxLayout()
        row.setSpacing(14)  # the ring of the field needs some of it
        row.setContentsMargins(0, 0, 12, 0)  # ends where the buttons of the foot end
        above = labels.label(_("Look at"), "label")
        above.setBuddy(self.page)
        row.addWidget(above)
        row.addWidget(self.page, 1)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.preview, 1)
        return self._side

    def _foot(self) -> QHBoxLayout:
        style.mark(self._error, kind="error")
        self._error.hide()
        style.mark(self.cancel, kind="secondary")
        style.mark(self.keep, kind="primary")
        self.cancel.setAutoDefault(False)
        self.keep.setDefault(True)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 12, 0)
        row.addWidget(self._error, 1)
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.keep)
        return row

    def _add(self, form: QVBoxLayout, label: str, hint: str, field: QWidget) -> None:
        above = labels.label(label, "label")
        above.setBuddy(field)
        field.setAccessibleName(label)
        field.setAccessibleDescription(hint)
        form.addWidget(above)
        form.addWidget(field)
        if hint:
            form.addWidget(labels.label(hint, "hint"))
        form.addSpacing(10)
