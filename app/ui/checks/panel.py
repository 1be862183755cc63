"""The Checks panel: every finding of the open summary in one list, what to do, and what was dismissed and why."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from app.checks.dismissals import needs_reason
from app.model.dismissal import HERE
from app.model.finding import Finding
from app.translation import _
from app.ui.checks.chips import Chips
from app.ui.checks.foot import ChecksFoot
from app.ui.checks.line_list import LineList
from app.ui.checks.lines import ASIDE, FINDING, HEADING, Key, Line, headline, keys, lines
from app.ui.fields.rows import announce
from app.ui.look.style import mark
from app.work.review import Reviewed

_NOTHING = _("Nothing to look at. That does not make the summary right: please read it against the paper.")


class ChecksPanel(QWidget):
    """Knows which finding is the current one: the one gone to last, or the one at the caret."""

    go_to_requested = Signal(object)
    """A Finding, to be shown in the text."""
    leave_requested = Signal(object, str, str)
    """A Finding, how far to leave it, and the reason."""
    take_up_requested = Signal(object)
    """A SetAside, to be looked at again."""
    replace_requested = Signal(object, str)
    """A Finding, and the words to put in the place of its own."""
    show_passage_requested = Signal(object)
    """A PassageSpan of the paper."""
    term_requested = Signal(str)
    front_requested = Signal()
    """The panel has something to ask: bring it forward."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reviewed: Reviewed | None = None
        self._keys: list[Key] = []
        self._last: tuple[Key, int] | None = None
        self._current: Finding | None = None
        self._is_stale = False
        self.chips, self.list, self.foot = Chips(), LineList(), ChecksFoot()
        self._nothing = QLabel(_NOTHING, wordWrap=True)
        mark(self._nothing, kind="hint")
        self._lay_out()
        self.chips.changed.connect(self._show)
        self.foot.shown.connect(self._on_aside_shown)
        self.list.asked.connect(self._on_asked)
        self.list.left.connect(self._on_left)

    def show_review(self, reviewed: Reviewed) -> None:
        """Show what was found and what was dismissed. A hidden panel waits with its list until it is shown."""
        if self._reviewed is None or reviewed.summary.id != self._reviewed.summary.id:
            self._forget()
        self._reviewed = reviewed
        self._keys = keys(reviewed.findings)
        if self.isVisible():
            self._show()
        else:
            self._is_stale = True

    def show_current(self, finding: Finding | None) -> None:
        """The caret has come to a finding, or to words that nobody marked."""
        if finding is None or finding != self._current:
            self._take_as_current(finding, is_brought_in_sight=False)

    def next_finding(self) -> None:
        """Go to the next finding of the page."""
        self._step(1)

    def previous_finding(self) -> None:
        """Go to the finding before."""
        self._step(-1)

    def leave_current(self) -> None:
        """Leave the current finding as it is, here; an error asks for its reason first."""
        finding = self._chosen()
        if finding is None:
            announce(self, _("Nothing is marked here."))
        elif needs_reason(finding):
            self._ask_reason(finding)
        else:
            self.leave_requested.emit(finding, HERE, "")

    def showEvent(self, event: QShowEvent) -> None:
        """Fill the list if it waited."""
        super().showEvent(event)
        if self._is_stale:
            self._show()
        if self._last is not None:
            self.list.choose((FINDING, *self._last[0]))

    def changeEvent(self, event: QEvent) -> None:
        """Another text size: measure anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "list"):
            self.list.measure_anew()

    def _show(self) -> None:
        reviewed, self._is_stale = self._reviewed, False
        if reviewed is None:
            return
        aside = reviewed.set_aside
        self.chips.show_counts(dict(Counter(finding.severity for finding in reviewed.findings)))
        self.foot.show_aside(aside)
        shown = lines(
            reviewed.summary,
            reviewed.findings,
            aside if self.foot.show_button.is_open else (),
            severity=self.chips.severity,
            by_severity=self.chips.by_severity.isChecked(),
        )
        self.list.show_lines(shown)
        has_open = bool(reviewed.findings)
        self._nothing.setVisible(not has_open)
        self.chips.setVisible(has_open)

    def _step(self, step: int) -> None:
        if self._reviewed is None or not self._reviewed.findings:
            announce(self, _("Nothing to look at."))
            return
        findings, known = self._reviewed.findings, self._keys
        if self._last is None:
            at = -1 if step > 0 else 0
        elif self._last[0] in known:
            at = known.index(self._last[0])
        else:  # gone: the one that took its place is the next
            at = min(self._last[1], len(findings)) - (1 if step > 0 else 0)
        to = (at + step) % len(findings)
        self._go_to(findings[to])
        announce(
            self,
            _("Finding {to} of {count}: {headline}").format(
                to=to + 1, count=len(findings), headline=headline(findings[to])
            ),
        )

    def _go_to(self, finding: Finding) -> None:
        self.go_to_requested.emit(finding)
        self._take_as_current(finding)  # after the caret has moved there, and said what else lies under it

    def _take_as_current(self, finding: Finding | None, *, is_brought_in_sight: bool = True) -> None:
        self._current = finding
        key = self._key_of(finding) if finding is not None else None
        if key is None:
            return
        self._last = (key, self._keys.index(key))
        line = (FINDING, *key)
        if is_brought_in_sight and not self.list.has_line(line):
            self.chips.choose("")
        self.list.choose(line, is_brought_in_sight=is_brought_in_sight)

    def _key_of(self, finding: Finding) -> Key | None:
        """What a finding is known by; its place may have moved since it was found."""
        found = self._reviewed.findings if self._reviewed else ()
        same = [
            (abs((other.start or 0) - (finding.start or 0)), key)
            for key, other in zip(self._keys, found, strict=True)
            if (other.code, other.section, other.text) == (finding.code, finding.section, finding.text)
        ]
        return min(same)[1] if same else None

    def _chosen(self) -> Finding | None:
        """The finding that a key is about: the chosen line while the keyboard is in the list, else the current one."""
        focus = QApplication.focusWidget()
        if focus is not None and (focus is self.list or self.list.isAncestorOf(focus)):
            line = self.list.current
            return line.finding if line is not None else None
        return self._current

    def _ask_reason(self, finding: Finding) -> None:
        self.front_requested.emit()
        key = self._key_of(finding)
        if key is None:
            return
        if not self.list.has_line((FINDING, *key)):
            self.chips.choose("")
        self.list.open((FINDING, *key))
        if self.list.open_line is not None:
            self.list.open_line.ask_reason()

    def _on_asked(self, line: Line, what: str, value: str) -> None:
        finding = line.about
        if finding is None:
            return
        if what == "go":
            self._go_to(finding)
        elif what == "take":
            self.replace_requested.emit(finding, value)
        elif what == "paper":
            self.show_passage_requested.emit(finding.passage)
        elif what == "term":
            self.term_requested.emit(" ".join((finding.text or "").split()))
        elif what == "take-up":
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.take_up_requested.emit(line.aside)

    def _on_left(self, line: Line, scope: str, reason: str) -> None:
        self.leave_requested.emit(line.finding, scope, reason)

    def _on_aside_shown(self, is_shown: bool) -> None:
        self._show()
        if is_shown:
            self.list.choose((HEADING, ASIDE))

    def _forget(self) -> None:
        """Another summary: nothing of the one before is open, chosen or filtered."""
        self._last = self._current = None
        self.list.close_open()
        self.foot.show_button.open(False)
        self.chips.choose("")
        self.list.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(16, 12, 12, 2)
        top.addWidget(self.chips)
        top.addWidget(self._nothing)
        middle = QVBoxLayout()
        middle.setContentsMargins(10, 0, 4, 0)
        middle.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)
