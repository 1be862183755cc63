"""One setting: its name, the control of its kind, a hint, and Reset."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget

from app.translation import _
from app.ui.dialogs.settings_table import CHOICE, NUMBER, SWITCH, WORDS, Setting
from app.ui.look import fonts, style
from app.ui.look.choice import Choice

_CONTROL_PX = 230


class SettingRow(QWidget):
    """`edited` carries the setting's name and its new value; a text holds when it is left, or with Enter."""

    edited = Signal(str, object)
    reset_requested = Signal(str)

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.setting = setting
        self._value: Any = None
        self.control = self._made()
        self.control.setAccessibleName(setting.title)
        self.control.setAccessibleDescription(setting.hint)
        self.reset = QPushButton(_("Reset"))
        self.reset.setAccessibleName(_("Reset {title}").format(title=setting.title))
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self._on_reset)
        style.mark(self.reset, kind="quiet", size="small")
        label, hint = QLabel(setting.title), QLabel(setting.hint, wordWrap=True)
        label.setBuddy(self.control)
        style.mark(label, kind="label")
        style.mark(hint, kind="hint")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(3)
        if setting.kind != SWITCH:
            grid.addWidget(label, 0, 0)
        grid.addWidget(self.control, 0, 0 if setting.kind == SWITCH else 1)
        grid.addWidget(self.reset, 0, 2)
        grid.addWidget(hint, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def show_value(self, value: Any, *, is_default: bool) -> None:
        """Show what holds; a control that shows it already is left alone, so that the caret stays."""
        self._value = value
        self.reset.setEnabled(not is_default)
        self.reset.setToolTip(_("It is as it was at first") if is_default else "")
        control = self.control
        if isinstance(control, QComboBox):
            control.setCurrentIndex(list(self.setting.choices).index(value))
        elif isinstance(control, QSpinBox):
            control.setValue(value)
        elif isinstance(control, QCheckBox):
            control.setChecked(value)
        elif isinstance(control, QLineEdit) and self._text_value(control.text()) != value:
            control.setText(" ".join(value) if self.setting.kind == WORDS else value)

    def _made(self) -> QWidget:
        setting = self.setting
        if setting.kind == CHOICE:
            choice = Choice()
            choice.addItems(list(setting.choices.values()))
            choice.activated.connect(self._on_choice)
            choice.setMinimumWidth(fonts.px(_CONTROL_PX))
            return choice
        if setting.kind == NUMBER:
            number = QSpinBox(minimum=setting.least, maximum=setting.most)
            number.setMinimumWidth(fonts.px(_CONTROL_PX))
            number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            number.valueChanged.connect(self._tell)
            return number
        if setting.kind == SWITCH:
            switch = QCheckBox(setting.title)
            switch.toggled.connect(self._tell)
            return switch
        text = QLineEdit(maxLength=setting.most or 32_767)
        text.setMinimumWidth(fonts.px(_CONTROL_PX))
        text.editingFinished.connect(self._on_text)
        return text

    def _on_choice(self, index: int) -> None:
        self._tell(list(self.setting.choices)[index])

    def _on_text(self) -> None:
        assert isinstance(self.control, QLineEdit)
        self._tell(self._text_value(self.control.text()))

    def _text_value(self, text: str) -> Any:
        is_words = self.setting.kind == WORDS
        return tuple(dict.fromkeys(text.replace(",", " ").split())) if is_words else text.strip()

    def _tell(self, value: Any) -> None:
        if value != self._value:
            self.edited.emit(self.setting.name, value)

    def _on_reset(self) -> None:
        self.reset_requested.emit(self.setting.name)
