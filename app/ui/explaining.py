"""Why words are marked, what could stand there instead, and leaving them as they are: a box beside the words.

Ctrl+. opens it at the caret, with the keyboard; a resting pointer opens it without.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.checks.dismissals import needs_reason, scopes_for
from app.model.dismissal import HERE
from app.model.finding import Finding
from app.translation import _
from app.ui import words
from app.ui.checks import quotes
from app.ui.fields.rich_field import RichField
from app.ui.fields.rows import announce
from app.ui.leaving import LeaveBox
from app.ui.look import fonts, icons, style
from app.ui.look.icon_label import IconLabel
from app.ui.popover import Popover
from app.ui.words.leaving import SCOPE_KEYS, SCOPE_NAMES

_LOOKS = {"error": ("octagon-alert", "brick"), "warning": ("triangle-alert", "amber"), "notice": ("info", "link")}
_WIDTH = 370
_MOST = 3
_KEYS = _("Ctrl+. at the words opens this with a key for each.")
_LONGEST, _MOST_WORDS = 30, 5
_LONGEST_PASSAGE = 300
"""A longer one is for the Checks panel, where it can be read in peace."""


class Explainer(QObject):
    """Opens the box, one at a time. A chosen alternative is the writer's own edit."""

    leave_requested = Signal(object, str, str)
    """A finding, how far to leave it, and the reason."""
    term_requested = Signal(str)
    """Words for the library's glossary."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box: Explaining | None = None
        self._field: RichField | None = None

    def explain(self, field: RichField, finding: Finding) -> None:
        """Open the box at the caret, with the keyboard in it."""
        box = self._made(field, finding, has_keyboard=True)
        box.open_beside(field.rect_of(finding), box.first())
        announce(box, f"{box.accessibleName()}. {box.spoken}".strip())

    def hover(self, field: RichField, finding: Finding | None) -> None:
        """Open the box beside what the pointer rests on; None lets it go soon."""
        shown = self._box
        if finding is None:
            if shown is not None:
                shown.leave_soon()
        elif shown is not None and shown.finding == finding and self._field is field:
            shown.stay()
        elif shown is None or shown.is_hovering:
            self._made(field, finding, has_keyboard=False).hover_beside(field.rect_of(finding))

    def let_go(self) -> None:
        """Close what the pointer opened: the words have moved, or the writer writes on."""
        if self._box is not None and self._box.is_hovering:
            self._box.close()

    def _made(self, field: RichField, finding: Finding, *, has_keyboard: bool) -> Explaining:
        if self._box is not None:
            self._box.close()
        box = Explaining(finding, field.edit, has_keyboard=has_keyboard)
        self._box, self._field = box, field
        box.taken.connect(self._on_taken)
        box.left.connect(self._on_left)
        box.term_requested.connect(self.term_requested)
        box.closed.connect(self._on_closed)
        return box

    def _on_closed(self) -> None:
        self._box = None

    def _on_taken(self, finding: Finding, instead: str) -> None:
        if self._field is not None and (now := self._field.now(finding)) is not None:
            self._field.replace(now.start or 0, now.end or 0, instead)

    def _on_left(self, finding: Finding, scope: str, reason: str) -> None:
        self.leave_requested.emit(finding, scope, reason)


class Explaining(Popover):
    """What, why, what to do; up to three alternatives that 1 to 3 take; the glossary; and H, S or L to leave it."""

    taken = Signal(object, str)
    left = Signal(object, str, str)
    term_requested = Signal(str)

    def __init__(self, finding: Finding, anchor: QWidget, *, has_keyboard: bool = True) -> None:
        super().__init__(anchor)
        self.finding = finding
        self._has_focus = has_keyboard
        told = words.explanation(finding)
        heading = _heading(finding, told.headline)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(f"{told.why} {told.what_to_do}".strip())
        self.inside.addLayout(self._head(finding, heading))
        if self.accessibleDescription():
            self.inside.addWidget(_paragraph(self.accessibleDescription()))
        self.spoken = self.accessibleDescription()
        """What a box that opens says: nobody who listens sees the words above the buttons."""
        if finding.passage is not None and len(finding.passage.text) <= _LONGEST_PASSAGE:
            self.spoken += f" {finding.passage.text}"
            self.inside.addWidget(quotes.papers(finding))
        self.ways = [self._way(place, text) for place, text in enumerate(finding.suggestions[:_MOST], start=1)]
        self.actions_ = self._leaving()
        for part in (*self.ways, _line(), *self.actions_.values()):
            self.inside.addWidget(part)
        if not has_keyboard:
            self.inside.addWidget(_paragraph(_KEYS))
        self.leave_box: LeaveBox | None = None
        self.frame.setFixedWidth(min(fonts.px(_WIDTH), anchor.window().width() - 32))

    def first(self) -> QWidget:
        """What gets the keyboard: the first alternative, else the first way to leave it."""
        return self.ways[0] if self.ways else self.actions_["H"]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 3 take an alternative, H, S and L leave it, R asks for a reason, G goes to the glossary."""
        is_bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        place = event.key() - Qt.Key.Key_1
        if self.leave_box is not None or not is_bare:
            super().keyPressEvent(event)
        elif 0 <= place < len(self.ways):
            self.ways[place].click()
        elif action := self.actions_.get(event.text().upper()):
            action.click()
        else:
            super().keyPressEvent(event)

    def ask_reason(self, scope: str) -> None:
        """Ask for a reason in the place of the ways to leave it."""
        for action in self.actions_.values():
            action.hide()
        self.leave_box = box = LeaveBox(self.finding, scope)
        box.left.connect(self._on_left)
        box.cancelled.connect(self._on_cancelled)
        box.resized.connect(self.fit)
        self.inside.addWidget(box)
        self.fit()
        box.first().setFocus(Qt.FocusReason.PopupFocusReason)

    def _leaving(self) -> dict[str, QPushButton]:
        """The buttons below the line, by their keys."""
        made = {}
        if _is_term(self.finding):
            made["G"] = self._button(_("Add to the glossary…"), "G")
            made["G"].clicked.connect(self._on_term)
        for scope in scopes_for(self.finding):
            key = SCOPE_KEYS[scope]
            made[key] = self._button(SCOPE_NAMES[scope] + ("…" if needs_reason(self.finding) else ""), key)
            made[key].clicked.connect(lambda _on=False, scope=scope: self._on_scope(scope))
        if not needs_reason(self.finding):
            made["R"] = self._button(_("Leave it with a reason…"), "R")
            made["R"].clicked.connect(lambda: self.ask_reason(HERE))
        return made

    def _on_scope(self, scope: str) -> None:
        if needs_reason(self.finding):
            self.ask_reason(scope)
        else:
            self._on_left(scope, "")

    def _on_left(self, scope: str, reason: str) -> None:
        self.close_and_return()
        self.left.emit(self.finding, scope, reason)

    def _on_cancelled(self) -> None:
        box, self.leave_box = self.leave_box, None
        if box is not None:
            box.hide()
            box.deleteLater()
        for action in self.actions_.values():
            action.show()
        self.fit()
        self.first().setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_term(self) -> None:
        self.close_and_return()
        self.term_requested.emit(" ".join((self.finding.text or "").split()))

    def _take(self, text: str) -> None:
        self.close_and_return()
        self.taken.emit(self.finding, text)

    def _head(self, finding: Finding, headline: str) -> QHBoxLayout:
        icon, role = _LOOKS[finding.severity]
        heading = QLabel(headline, wordWrap=True)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        style.mark(heading, kind="strong")
        self.close_button = QPushButton(icons.icon("x", role="link"), "")
        self.close_button.setIconSize(QSize(fonts.px(16), fonts.px(16)))
        self.close_button.setAccessibleName(_("Close"))
        self.close_button.setToolTip(_("Close (Esc)"))
        self._dress(self.close_button, "icon")
        self.close_button.clicked.connect(self.close_and_return)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, role, 18))
        row.addWidget(heading, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _way(self, place: int, text: str) -> QPushButton:
        way = self._button(text, str(place), kind="alternative")
        way.setAccessibleName(_("Use “{text}”").format(text=text))
        way.clicked.connect(lambda: self._take(text))
        return way

    def _button(self, text: str, key: str, kind: str = "hint") -> QPushButton:
        """A whole line with its key at the end."""
        button = QPushButton()
        button.setAccessibleName(text)
        button.setAccessibleDescription(_("Key {key}").format(key=key))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumHeight(fonts.px(34 if kind == "alternative" else 28))
        self._dress(button, "alternative")
        name, cap = QLabel(text), QLabel(key)
        style.mark(name, kind=kind)
        style.mark(cap, kind="key")
        row = QHBoxLayout(button)
        row.setContentsMargins(10, 0, 6, 0)
        row.addWidget(name, 1)
        row.addWidget(cap)
        if not self._has_focus:
            cap.hide()
        for label in (name, cap):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return button

    def _dress(self, button: QPushButton, kind: str) -> None:
        button.setAutoDefault(True)
        if not self._has_focus:  # a click on what the pointer opened leaves the keyboard in the text
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        style.mark(button, kind=kind)


def _is_term(finding: Finding) -> bool:
    """Whether the words can be an entry of a glossary."""
    text = (finding.text or "").split()
    return 0 < len(text) <= _MOST_WORDS


def _heading(finding: Finding, headline: str) -> str:
    """“Hard word: vehicle”; a long stretch needs no repeating, the caret is in it."""
    text = " ".join((finding.text or "").split())
    return f"{headline}: {text}" if 0 < len(text) <= _LONGEST and text not in headline else headline


def _line() -> QFrame:
    line = QFrame()
    style.mark(line, kind="line")
    return line


def _paragraph(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    style.mark(label, kind="hint")
    return label
