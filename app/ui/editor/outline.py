"""The outline: the sections with how full they are and what is open, the reading band, and whether all is ready."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.model.finding import Finding
from app.model.score import Reading
from app.model.sections import CARDS, card_of
from app.translation import _
from app.ui.editor.definitions import definitions
from app.ui.editor.state import BEGUN, COMPLETE, SectionState
from app.ui.look import colours, fonts, icons, style
from app.ui.look.band import Band
from app.ui.look.choice import Choice
from app.ui.look.mirror import after, first, last, middle_square, short_of
from app.ui.look.plain_tip import plain_tip

_FULLNESS = {COMPLETE: "disc-check", BEGUN: "half-circle"}
_OPEN = {"error": ("octagon-alert", "brick"), "warning": ("triangle-alert", "amber")}
WIDE, NARROW = 256, 236


class Outline(QFrame):
    """`section_chosen` carries the card's name."""

    section_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        style.mark(self, surface="chrome")
        self.setFixedWidth(fonts.px(WIDE))
        self.setAccessibleName(_("Sections"))
        self.entries = {name: Entry(name) for name in CARDS}
        self._band = Band(is_big=False)
        self._grade, self._ready, self._why = QLabel(), QLabel(), QLabel(wordWrap=True)
        for label, kind in ((self._grade, "look"), (self._ready, "strong"), (self._why, "hint")):
            style.mark(label, kind=kind)
        heading, band_heading, line = QLabel(_("Sections")), QLabel(_("Reading grade")), QFrame()
        style.mark(heading, kind="label")
        style.mark(band_heading, kind="hint")
        style.mark(line, kind="line")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 18, 12, 18)
        layout.setSpacing(2)
        layout.addWidget(heading)
        layout.addSpacing(6)
        for entry in self.entries.values():
            layout.addWidget(entry)
            entry.clicked.connect(lambda _checked=False, name=entry.name: self.section_chosen.emit(name))
        layout.addStretch()
        for part in (band_heading, self._band, self._grade):
            layout.addWidget(part)
        layout.addSpacing(12)
        layout.addWidget(line)
        layout.addSpacing(12)
        for part in (self._ready, self._why):
            layout.addWidget(part)

    def show_states(self, states: dict[str, SectionState]) -> None:
        """Show every section's mark and count."""
        for name, state in states.items():
            self.entries[name].show_state(state)

    def show_ready(self, findings: tuple[Finding, ...] | None) -> None:
        """Say whether the summary is ready, by the findings that are open; None while nobody has looked yet."""
        errors = [finding for finding in findings or () if finding.severity == "error"]
        self._ready.setText("" if findings is None else _("Not ready yet") if errors else _("Ready to publish"))
        self._why.setText(
            "" if findings is None else not_ready_words(errors) or _("Nothing is left that must be mended.")
        )

    def show_reading(self, reading: Reading) -> None:
        """Show the grade of the Simple Explanation."""
        scores = reading.score.scores
        grade = scores.flesch_kincaid_grade if scores else None
        low, high = reading.target
        self._band.show_grade(grade, reading.target)
        if grade is None:
            is_foreign = reading.score.warning == "not-english"
            text, kind = _("Scores are for English") if is_foreign else _("Nothing to score yet"), "hint"
        else:
            text, kind = (
                _("Grade {grade:.0f} · target {low:g} to {high:g}").format(grade=grade, low=low, high=high),
                "good" if grade <= high else "look",
            )
        self._grade.setText(text)
        style.mark(self._grade, kind=kind)

    def show_narrow(self, is_narrow: bool) -> None:
        """Where there is less room the counts go."""
        self.setFixedWidth(fonts.px(NARROW if is_narrow else WIDE))
        for entry in self.entries.values():
            entry.show_narrow(is_narrow)

    def show_active(self, name: str) -> None:
        """Mark the section that the writer is in."""
        for entry in self.entries.values():
            entry.show_active(entry.name == name)


class Entry(QPushButton):
    """A section: its fullness, its name, the worst that is open, how much is open."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self._title = definitions()[name].title
        self._state = SectionState()
        self._has_count = True
        self.is_active = False
        """Whether the writer is in this section. Not its check mark: that would say that it is done."""
        self.setMinimumHeight(fonts.px(36))
        style.mark(self, kind="entry")
        self.setAccessibleName(self._title)

    def show_state(self, state: SectionState) -> None:
        """Show a state."""
        if state != self._state:
            self._state = state
            self.setToolTip(plain_tip(f"{self._title}: {state.all_words()}"))
            self._tell()

    def show_active(self, is_active: bool) -> None:
        """The writer is in this section, or in another."""
        if is_active != self.is_active:
            self.is_active = is_active
            self._tell()

    def _tell(self) -> None:
        words = self._state.all_words()
        self.setAccessibleDescription(_("{words}. You are here").format(words=words) if self.is_active else words)
        self.update()

    def show_narrow(self, is_narrow: bool) -> None:
        """Leave the count out, or not."""
        self._has_count = not is_narrow
        self.update()

    def sizeHint(self) -> QSize:
        """A row."""
        return QSize(200, fonts.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = self.is_active
        if is_on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("mist2" if is_on else "hover"))
            painter.drawRoundedRect(self.rect(), 8, 8)
        fullness = _FULLNESS.get(self._state.fullness, "circle")
        inside = self.rect().adjusted(9, 0, -12, 0)
        side = fonts.px(18)
        place = middle_square(first(inside, side))
        icons.paint(painter, fullness, place, "faint" if fullness == "circle" else "accent")
        inside = after(inside, side + 9)
        painter.setFont(fonts.sans(14))
        if self._state.open and self._has_count:
            painter.setPen(colours.colour("soft"))
            count = str(self._state.open)
            wide = painter.fontMetrics().horizontalAdvance(count)
            painter.drawText(last(inside, wide), Qt.AlignmentFlag.AlignCenter, count)
            inside = short_of(inside, wide + 6)
        if self._state.worst in _OPEN:
            icon, role = _OPEN[self._state.worst]
            icons.paint(painter, icon, middle_square(last(inside, side)), role)
            inside = short_of(inside, side + 1)
        painter.setFont(fonts.sans(15, 600 if is_on else 400))
        painter.setPen(colours.colour("link" if is_on else "ink"))
        room = short_of(inside, 6)
        title = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)


class SectionChooser(QFrame):
    """The outline where there is no room for one: a list to drop down, and a step to either side."""

    section_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        style.mark(self, surface="paper")
        self._list = Choice()
        self._list.setAccessibleName(_("Section"))
        self._list.addItems([definitions()[name].title for name in CARDS])
        self._list.setIconSize(QSize(fonts.px(18), fonts.px(18)))
        self._place = QLabel()
        style.mark(self._place, kind="hint")
        self._list.activated.connect(lambda index: self.section_chosen.emit(CARDS[index]))
        self.setFocusProxy(self._list)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self._list)
        row.addSpacing(6)
        row.addWidget(self._place)
        row.addStretch()
        row.addWidget(_step("chevron-left", _("Previous section"), lambda: self._move(-1)))
        row.addWidget(_step("chevron-right", _("Next section"), lambda: self._move(1)))
        self.show_states({name: SectionState() for name in CARDS})

    def changeEvent(self, event: QEvent) -> None:
        """A list to drop down keeps the height of its first letters, so it is told when they have grown."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_list"):
            self._list.setMinimumHeight(fonts.px(36))

    def show_active(self, name: str) -> None:
        """Show the section that the writer is in."""
        if name:
            self._list.setCurrentIndex(CARDS.index(name))
        self._place.setText(_("{at:,} of {count:,}").format(at=self._list.currentIndex() + 1, count=len(CARDS)))

    def show_states(self, states: dict[str, SectionState]) -> None:
        """Show how full each section is."""
        for index, name in enumerate(CARDS):
            fullness = _FULLNESS.get(states[name].fullness, "circle")
            self._list.setItemIcon(index, icons.icon(fullness, role="faint" if fullness == "circle" else "accent"))

    def _move(self, step: int) -> None:
        to = max(0, min(len(CARDS) - 1, self._list.currentIndex() + step))
        self.show_active(CARDS[to])
        self.section_chosen.emit(CARDS[to])


def _step(icon: str, name: str, slot: object) -> QWidget:
    button = QToolButton()
    button.setIcon(icons.icon(icon, role="link"))
    button.setAccessibleName(name)
    button.setToolTip(name)
    style.mark(button, kind="icon")
    button.clicked.connect(slot)  # type: ignore[arg-type]
    return button


def not_ready_words(errors: Iterable[Finding]) -> str:
    """“2 must be mended or dismissed; Key Findings is not complete”: why a summary is not ready; empty when it is."""
    errors, parts = tuple(errors), []
    missing = list(dict.fromkeys(card_of(finding.section) for finding in errors if finding.code == "section-missing"))
    if mend := sum(finding.code != "section-missing" for finding in errors):
        parts.append(_("{mend} must be mended or dismissed").format(mend=mend))
    if missing:
        first = definitions()[missing[0]].title
        parts.append(
            _("{first} is not complete").format(first=first)
            if len(missing) == 1
            else _("{count} sections are not complete").format(count=len(missing))
        )
    return "; ".join(parts)
