"""What the library asks of its texts: a recommendation to start from, and each number to change. It holds at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.model.site import Targets
from app.translation import _
from app.ui.dialogs.presets import preset_of, presets
from app.ui.look import fonts, labels, style
from app.ui.look.choice import Choice
from app.ui.notices import NoticeStrip
from app.ui.saying import done_sentence

_OWN = _("Your own")
_GUIDANCE = _("This is guidance, not a gate: nothing here keeps a page from being published.")
_GRADE, _WORDS = (0.0, 18.0), (0.0, 5000.0)
# Row, then its two numbers: name in the window, field of Targets (with the place in a pair), words behind it.
_ROWS = (
    (_("Reading grade"), _GRADE, ((_("from"), "grade", 0), (_("to"), "grade", 1)), _("years of school")),
    (
        _("Long sentence"),
        _WORDS,
        ((_("over"), "long_sentence_words", None), (_("hard over"), "very_long_sentence_words", None)),
        _("words"),
    ),
    (
        _("Simple Explanation"),
        _WORDS,
        ((_("from"), "simple_explanation_words", 0), (_("to"), "simple_explanation_words", 1)),
        _("words"),
    ),
    (
        _("Research Summary"),
        _WORDS,
        ((_("from"), "research_summary_words", 0), (_("to"), "research_summary_words", 1)),
        _("words"),
    ),
)
_Field = tuple[str, int | None]


class TargetsDialog(QDialog):
    """Window-modal. `edited` hands out the Targets after each change; its owner answers with `show_targets`."""

    edited = Signal(object)
    undo_requested = Signal()

    def __init__(self, targets: Targets, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._targets = targets
        self._is_showing = False
        self.preset = Choice()
        self.numbers: dict[_Field, Number] = {}
        self.short_forms = QCheckBox(_("Short forms are welcome once they are spelled out"))
        self.reset = QPushButton(_("Back to Plainspoken’s own"))
        self.done_button = QPushButton(_("Done"))
        self.notices = NoticeStrip()
        self._about = labels.label("", "hint")
        self._build()
        self._connect_parts()
        self.show_targets(targets)

    def show_targets(self, targets: Targets) -> None:
        """Show the library's targets, and the recommendation that they are."""
        self._targets = targets
        self._is_showing = True
        for (name, place), number in self.numbers.items():
            value = getattr(targets, name)
            number.setValue(value if place is None else value[place])
        self.short_forms.setChecked(targets.allows_short_forms)
        preset = preset_of(targets)
        self.preset.setCurrentIndex(self.preset.findData(preset.key if preset else ""))
        self._about.setText(
            f"{preset.says}\n{preset.source}" if preset else _("Numbers that you have chosen yourself.")
        )
        self.reset.setEnabled(targets != Targets())
        self._is_showing = False

    def show_done(self, code: str, facts: Mapping[str, Any]) -> None:
        """Say what was done, with Undo where there is one."""
        undo = _("Undo") if facts.get("can_undo") else ""
        self.notices.show_notice(done_sentence(code, facts), action_label=undo, is_brief=not undo)

    def show_fault(self, sentence: str) -> None:
        """Say what did not work; the fields show what holds."""
        self.notices.show_notice(sentence, kind="error")
        self.show_targets(self._targets)

    def _on_number(self) -> None:
        if self._is_showing:
            return
        changed = next(field for field, number in self.numbers.items() if number is self.sender())
        self._ask(self._with(changed))

    def _with(self, changed: _Field) -> Targets:
        """The targets with the number that was changed; its partner gives way where they would cross."""
        name, place = changed
        value = self.numbers[changed].number()
        if place is None:
            other = "very_long_sentence_words" if name == "long_sentence_words" else "long_sentence_words"
            partner = getattr(self._targets, other)
            keep = max if other.startswith("very") else min
            changes: dict[str, Any] = {name: int(value), other: int(keep(partner, value))}
            return replace(self._targets, **changes)
        low, high = getattr(self._targets, name)
        pair = (value, max(value, high)) if place == 0 else (min(low, value), value)
        changes = {name: pair if name == "grade" else (int(pair[0]), int(pair[1]))}
        return replace(self._targets, **changes)

    def _on_short_forms(self, is_on: bool) -> None:
        self._ask(replace(self._targets, allows_short_forms=is_on))

    def _on_preset(self, index: int) -> None:
        key = self.preset.itemData(index)
        chosen = next((preset for preset in presets() if preset.key == key), None)
        if chosen is not None:
            self._ask(chosen.targets)

    def _on_reset(self) -> None:
        self._ask(Targets())
        self.preset.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, targets: Targets) -> None:
        if targets != self._targets:
            self.edited.emit(targets)

    def _connect_parts(self) -> None:
        for number in self.numbers.values():
            number.valueChanged.connect(self._on_number)
        self.short_forms.clicked.connect(self._on_short_forms)
        self.preset.activated.connect(self._on_preset)
        self.reset.clicked.connect(self._on_reset)
        self.notices.action_requested.connect(self.undo_requested)
        self.done_button.clicked.connect(self.accept)

    def _build(self) -> None:
        self.setWindowTitle(_("Reading targets"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        style.mark(self, surface="paper")
        if strip := self.notices.layout():
            strip.setContentsMargins(0, 0, 14, 0)
        inside = QWidget()
        style.mark(inside, surface="paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 14, 0)
        column.setSpacing(10)
        column.addWidget(labels.label(_GUIDANCE, "hint"))
        column.addLayout(self._preset_row())
        column.addWidget(self._about)
        column.addSpacing(6)
        column.addLayout(self._grid())
        column.addWidget(self.short_forms)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setMinimumWidth(inside.minimumSizeHint().width() + 20)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 20, 14, 18)
        whole.setSpacing(10)
        whole.addWidget(labels.label(_("Reading targets"), "page-heading"))
        whole.addWidget(self.notices)
        whole.addWidget(area, 1)
        whole.addLayout(self._foot())
        room = self.parentWidget()
        width, height = fonts.px(620), fonts.px(530)
        self.resize(
            min(width, room.width() - 32) if room else width, min(height, room.height() - 24) if room else height
        )

    def _preset_row(self) -> QHBoxLayout:
        for preset in presets():
            self.preset.addItem(preset.name, preset.key)
        self.preset.addItem(_OWN, "")
        self.preset.setAccessibleName(_("Recommendation"))
        label = labels.label(_("Recommendation"), "label")
        label.setBuddy(self.preset)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label)
        row.addWidget(self.preset, 1)
        return row

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(10)
        for row, (name, span, fields, unit) in enumerate(_ROWS):
            grid.addWidget(labels.label(name, "label"), row, 0)
            for place, (word, field, index) in enumerate(fields):
                number = self.numbers[field, index] = Number(*span)
                number.setAccessibleName(_("{name}: {word}, in {unit}").format(name=name, word=word, unit=unit))
                small = labels.label(word, "hint")
                small.setWordWrap(False)
                small.setBuddy(number)
                grid.addWidget(small, row, 1 + 2 * place, Qt.AlignmentFlag.AlignRight)
                grid.addWidget(number, row, 2 + 2 * place)
            tail = labels.label(unit, "hint")
            tail.setWordWrap(False)
            grid.addWidget(tail, row, 5)
        grid.setColumnStretch(5, 1)
        return grid

    def _foot(self) -> QHBoxLayout:
        style.mark(self.reset, kind="quiet")
        style.mark(self.done_button, kind="primary")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 14, 0)
        row.addWidget(self.reset)
        row.addStretch(1)
        row.addWidget(self.done_button)
        strip = (self.notices.action_button, self.notices.close_button)  # Enter in a field must not press Undo
        for button in (self.reset, self.done_button, *strip):
            button.setAutoDefault(False)
        return row


class Number(QDoubleSpinBox):
    """A number without little arrows: typed, or moved with the arrow keys. Said when it is finished."""

    def __init__(self, low: float, high: float) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setDecimals(1)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(13, 0, 8, 0)  # the style sheet's padding does not reach inside
        self.setSingleStep(1 if high < 100 else 5)
        self.setFixedWidth(fonts.px(92))

    def number(self) -> float:
        """The value, whole where it is whole."""
        return int(self.value()) if self.value().is_integer() else self.value()

    def textFromValue(self, value: float) -> str:
        """“8”, and “7.5” only where there is a half."""
        return f"{value:g}"
