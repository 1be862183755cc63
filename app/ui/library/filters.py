"""Three chips above the table that narrow it: a category, a grade above the target, something to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from app.model.listing import Filter
from app.model.site import Targets
from app.model.summary import Category
from app.translation import _
from app.ui.look import fonts, icons, style


class FilterChips(QWidget):
    """`chosen` hands out the shown Filter with one chip changed."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = Filter()
        self._categories: Sequence[Category] = ()
        self._targets = Targets()
        self.category = _chip(_("Any category"))
        self.above_target = _chip(_("Grade above target"))
        self.has_findings = _chip(_("Something to look at"))
        self._menu = QMenu(self.category)
        self.category.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for chip in (self.category, self.above_target, self.has_findings):
            row.addWidget(chip)
        self.above_target.setCheckable(True)
        self.has_findings.setCheckable(True)
        self._menu.triggered.connect(self._on_category)
        self.above_target.clicked.connect(self._on_above_target)
        self.has_findings.clicked.connect(self._on_has_findings)

    def show_categories(self, categories: Sequence[Category]) -> None:
        """Offer these categories."""
        self._categories = categories
        self._menu.clear()
        self._menu.addAction(_("Any category")).setData("")
        self._menu.addSeparator()
        for category in categories:
            self._menu.addAction(category.name).setData(category.slug)
        self.show_filter(self._filter)

    def show_targets(self, targets: Targets) -> None:
        """Take the library's target grade."""
        self._targets = targets

    def show_filter(self, wanted: Filter) -> None:
        """Show which chips are on."""
        self._filter = wanted
        names = {category.slug: category.name for category in self._categories}
        self.category.setText(names.get(wanted.category, _("Any category")))
        self.category.setAccessibleName(_("{text}, filter").format(text=self.category.text()))
        self.above_target.setChecked(wanted.above_grade is not None)
        self.has_findings.setChecked(wanted.has_findings)
        style.mark(self.category, on=bool(wanted.category))

    def show_width(self, width: int) -> None:
        """Shorten the words where there is little room."""
        is_wide = width >= 1100
        self.above_target.setText(_("Grade above target") if is_wide else _("Above target"))
        self.has_findings.setText(_("Something to look at") if is_wide else _("To look at"))
        for chip in (self.above_target, self.has_findings):
            chip.setAccessibleName(_("{text}, filter").format(text=chip.text()))

    def _on_category(self, action: QAction) -> None:
        self.chosen.emit(replace(self._filter, category=action.data()))

    def _on_above_target(self, is_on: bool) -> None:
        self.chosen.emit(replace(self._filter, above_grade=self._targets.grade[1] if is_on else None))

    def _on_has_findings(self, is_on: bool) -> None:
        self.chosen.emit(replace(self._filter, has_findings=is_on))


def _chip(text: str) -> QPushButton:
    chip = QPushButton(text)
    style.mark(chip, kind="chip")
    chip.setIcon(icons.icon("funnel", role="soft"))
    chip.setIconSize(QSize(fonts.px(20), fonts.px(16)))
    chip.setAccessibleName(_("{text}, filter").format(text=text))
    return chip
