"""An open line of the Checks panel: both texts side by side, what to do, and everything that can be done from here."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.model.finding import Finding
from app.translation import _
from app.ui import words
from app.ui.checks import quotes
from app.ui.checks.line_painter import LOOKS
from app.ui.checks.lines import Line
from app.ui.fields.flow import Flow
from app.ui.leaving import LeaveBox
from app.ui.look import fonts, icons, labels, style
from app.ui.look.icon_label import IconLabel
from app.ui.words import leaving

_MOST = 3
_TERM_WORDS = 5


class OpenLine(QFrame):
    """What is asked of it goes out by `asked`: what, and the words that go with it."""

    asked = Signal(str, str)
    """go, paper, take (the alternative), term, take-up, close."""
    left = Signal(str, str)
    """The scope and the reason."""
    resized = Signal()

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line
        self.leave_box: LeaveBox | None = None
        style.mark(self, kind="card")
        self.setAccessibleName(line.title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(13, 9, 12, 12)
        self._column.setSpacing(8)
        self.buttons: dict[str, QPushButton] = {}
        self._said: list[str] = []
        self._fill()

    def show_line(self, line: Line) -> bool:
        """The same finding, perhaps elsewhere by now. False when it says something else and must be built anew."""
        is_same = _shown(line) == _shown(self.line)
        self.line = line
        return is_same

    @property
    def spoken(self) -> str:
        """What it says, for whoever listens: the paper's words where they differ, then why and what to do."""
        return " ".join(self._said)

    def first(self) -> QWidget:
        """What gets the keyboard: the first thing that can be done."""
        return next(iter(self.buttons.values()))

    def ask_reason(self) -> None:
        """Ask how far to leave it and why, below everything else."""
        finding = self.line.about
        if self.leave_box is None and finding is not None:
            self.leave_box = box = LeaveBox(finding)
            box.left.connect(self.left)
            box.cancelled.connect(self._on_cancelled)
            box.resized.connect(self.resized)
            self._column.addWidget(box)
            self.resized.emit()
        if self.leave_box is not None:
            self.leave_box.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def height_at(self, width: int) -> int:
        """The height that everything needs at a width."""
        return max(self._column.totalHeightForWidth(width), self._column.totalMinimumSize().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the line and goes back to the list; no other key, not even Shift, is one for the list behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.asked.emit("close", "")
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.resized.emit()

    def _fill(self) -> None:
        line, finding = self.line, self.line.about
        assert finding is not None
        self._column.addLayout(self._head(finding))
        told = words.explanation(finding)
        if any(line.quote):
            self._column.addWidget(quotes.yours(line.quote, finding.severity if line.aside is None else ""))
        if finding.passage is not None:
            self._said.append(_("The paper says: {words}").format(words=finding.passage.text))
            self._column.addWidget(quotes.papers(finding))
        if line.aside is not None:
            by = line.aside.by
            self._say(f"{leaving.left_words(by)}. {leaving.reason_words(by)}.")
        elif advice := f"{told.why} {told.what_to_do}".strip():
            self._say(advice)
        if line.aside is None and finding.suggestions and finding.text:
            self._column.addWidget(self._alternatives(finding))
        self._column.addWidget(self._actions(finding))

    def _say(self, sentences: str) -> None:
        self._said.append(sentences)
        self._column.addWidget(labels.slim(sentences, ""))

    def _head(self, finding: Finding) -> QHBoxLayout:
        icon, role = LOOKS[finding.severity] if self.line.aside is None else ("archive", "soft")
        title, below = labels.slim(self.line.title, "strong"), labels.slim(_place(self.line), "hint")
        close = QPushButton(icons.icon("chevron-down", role="soft"), "")
        close.setIconSize(QSize(fonts.px(18), fonts.px(18)))
        close.setAccessibleName(_("Close this finding"))
        close.setToolTip(_("Close (Esc)"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Esc and Enter do it: no stop on the way to what matters
        style.mark(close, kind="icon")
        close.clicked.connect(lambda: self.asked.emit("close", ""))
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(title)
        texts.addWidget(below)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconLabel(icon, role, 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _alternatives(self, finding: Finding) -> QWidget:
        box = QWidget()
        flow = Flow(box, spacing=6)
        for text in finding.suggestions[:_MOST]:
            button = self._button(f"take {text}", text, "take", text)
            button.setAccessibleName(_("Use “{text}” instead").format(text=text))
            button.setToolTip(_("Put “{text}” in its place").format(text=text))
            flow.addWidget(button)
        return box

    def _actions(self, finding: Finding) -> QWidget:
        box = QWidget()
        flow = Flow(box, spacing=6)
        if self.line.aside is not None:
            text = leaving.take_up_words(self.line.aside.by)
            flow.addWidget(self._button("take-up", text, "take-up", icon="rotate-ccw"))
        go = _("Go to the sentence") if finding.start is not None else _("Go there")
        flow.addWidget(self._button("go", go, "go", icon="corner-down-left", kind="primary"))
        if finding.passage is not None:
            flow.addWidget(self._button("paper", _("Show in paper"), "paper"))
        if self.line.aside is None:
            dismiss = self._button("dismiss", _("Dismiss…"), "dismiss", kind="quiet")
            dismiss.setToolTip(_("Leave it as it is: here, in this summary or everywhere, with a reason"))
            flow.addWidget(dismiss)
            is_words = finding.passage is None  # what the paper says otherwise needs no plainer words
            if is_words and 0 < len((finding.text or "").split()) <= _TERM_WORDS:
                flow.addWidget(self._button("term", _("Add to the glossary…"), "term", kind="quiet"))
        return box

    def _button(
        self, name: str, text: str, what: str, value: str = "", *, icon: str = "", kind: str = "secondary"
    ) -> QPushButton:
        button = QPushButton(text)
        if icon:
            button.setIcon(icons.icon(icon, role="on_accent" if kind == "primary" else "link"))
            button.setIconSize(QSize(fonts.px(22), fonts.px(16)))
        button.setAutoDefault(True)
        style.mark(button, kind=kind, size="small")
        if what == "dismiss":
            button.clicked.connect(self.ask_reason)
        else:
            button.clicked.connect(lambda: self.asked.emit(what, value))
        self.buttons[name] = button
        return button

    def _on_cancelled(self) -> None:
        box, self.leave_box = self.leave_box, None
        if box is not None:
            self.buttons["dismiss"].setFocus(Qt.FocusReason.OtherFocusReason)
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
            self.resized.emit()


def _shown(line: Line) -> tuple[object, ...]:
    """All that an open line shows of it."""
    finding = line.about
    assert finding is not None
    facts = tuple(sorted((name, str(value)) for name, value in finding.facts.items()))
    return (
        line.title,
        _place(line),
        line.quote,
        finding.suggestions,
        finding.passage,
        facts,
        line.aside and line.aside.by,
    )


def _place(line: Line) -> str:
    return line.below if line.aside is None else line.below.partition(" · ")[0]
