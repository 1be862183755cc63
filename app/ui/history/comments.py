"""The comments on the open summary: what they are about, answers, and what to do with them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.model.comment import OPEN, Comment
from app.model.comments import has_words
from app.model.sections import sections
from app.model.summary import Summary
from app.text.difference import difference
from app.translation import _
from app.ui.fields.flow import Flow
from app.ui.history.card_area import CardArea
from app.ui.look import colours, labels
from app.ui.look.style import mark
from app.ui.words import comments as words
from app.ui.words.history import marked, spoken


class CommentsView(QWidget):
    """One card for each comment, in page order. What a button wants is said by a signal with the comment's id."""

    go_to_requested = Signal(str, int, int)
    """A section and a stretch of it."""
    add_requested = Signal()
    answered = Signal(str, str)
    resolve_requested = Signal(str)
    reopen_requested = Signal(str)
    accept_requested = Signal(str)
    decline_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._summary = Summary("")
        self._said: tuple[object, ...] = ()
        self._order: list[str] = []
        self.settled, self.add = QCheckBox(_("Settled too")), QPushButton(_("New comment…"))
        self.area = CardArea(_("Comments"))
        mark(self.settled, kind="small")
        mark(self.add, kind="quiet", size="small")
        self.add.setToolTip(_("Comment on the words chosen in the form (Ctrl+Alt+M)"))
        top = QHBoxLayout()
        top.addWidget(self.add)
        top.addStretch(1)
        top.addWidget(self.settled)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 12, 10)
        column.addLayout(top)
        column.addWidget(self.area, 1)
        self.settled.toggled.connect(self._show)
        self.add.clicked.connect(self.add_requested)

    def show_summary(self, summary: Summary) -> None:
        """Show the comments of the open summary."""
        texts = dict(sections(summary))
        said = (summary.id, *((one, words.about(one, texts.get(one.section, ""))) for one in summary.comments))
        self._summary = summary
        if said != self._said:  # typing elsewhere must not take an answer away that is being written
            self._said = said
            self._show()

    def _show(self) -> None:
        keyboard = self._keyboard()
        texts = dict(sections(self._summary))
        order = {section: at for at, section in enumerate(texts)}
        shown = [one for one in self._summary.comments if one.state == OPEN or self.settled.isChecked()]
        shown.sort(key=lambda one: (order.get(one.section, len(order)), one.start))
        inside = QWidget()
        mark(inside, surface="paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 2, 6, 4)
        column.setSpacing(10)
        if not shown:
            column.addWidget(labels.wrapped(words.NONE_OPEN if self._summary.comments else words.NONE, "hint"))
        for comment in shown:
            column.addWidget(self._card(comment, texts.get(comment.section, "")))
        column.addStretch(1)
        self.area.put(inside)
        before, self._order = self._order, [one.id for one in shown]
        if keyboard is not None:
            self._bring_back(inside, *keyboard, before)

    def _keyboard(self) -> tuple[str, str] | None:
        """The comment that the keyboard is in, and on which wish; None when it is elsewhere."""
        focus = self.area.focused()
        if focus is None or not focus.property("comment"):
            return None
        return focus.property("comment"), focus.property("wish") or ""

    def _bring_back(self, inside: QWidget, comment_id: str, wish: str, before: list[str]) -> None:
        """Put the keyboard where it was, else on the comment that has come into its place."""
        if comment_id not in self._order:
            place = min(before.index(comment_id), len(self._order) - 1) if comment_id in before else -1
            comment_id = self._order[place] if place >= 0 else ""
        parts = [one for one in inside.findChildren(QWidget) if comment_id and one.property("comment") == comment_id]
        same = [one for one in parts if (one.property("wish") or "") == wish]
        (same or parts or [self.add])[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, comment: Comment, text: str) -> QFrame:
        card, today = QFrame(), datetime.now().astimezone()
        mark(card, kind="card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(5)
        state = words.STATE_NAMES[comment.state]
        column.addWidget(labels.wrapped(words.place_name(comment) + (f" · {state}" if state else ""), "part"))
        about = words.about(comment, text)
        if comment.instead is not None and about:
            column.addWidget(_suggestion(comment, text))
        elif about:
            column.addWidget(labels.wrapped(f"“{about}”", "quote-small"))
        elif comment.instead is not None:
            column.addWidget(
                labels.wrapped(
                    _("{gone} Suggested: “{instead}”").format(gone=words.GONE, instead=comment.instead), "hint"
                )
            )
        if comment.text:
            column.addWidget(labels.wrapped(comment.text, "plain"))
        column.addWidget(labels.wrapped(words.who_and_when(comment.by, comment.at, today), "small"))
        for reply in comment.replies:
            answer = QFrame()
            mark(answer, kind="sunk")
            inner = QVBoxLayout(answer)
            inner.setContentsMargins(10, 6, 10, 6)
            inner.setSpacing(2)
            inner.addWidget(labels.wrapped(reply.text, "plain"))
            inner.addWidget(labels.wrapped(words.who_and_when(reply.by, reply.at, today), "small"))
            column.addWidget(answer)
        if comment.state == OPEN:
            column.addWidget(self._answer(comment))
        column.addWidget(self._buttons(comment))
        return card

    def _answer(self, comment: Comment) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(_("Answer, then Enter"))
        field.setAccessibleName(
            _("Answer to {by} on {place_name}").format(
                by=comment.by or _("the comment"), place_name=words.place_name(comment)
            )
        )
        field.setProperty("comment", comment.id)
        field.returnPressed.connect(self._on_answer)
        return field

    def _buttons(self, comment: Comment) -> QWidget:
        made = QWidget()
        row = Flow(made, spacing=4)
        wishes = [(_("Go to"), "go")]
        if comment.state == OPEN and comment.instead is not None:
            wishes += [(_("Accept"), "accept")] if has_words(self._summary, comment) else []
            wishes.append((_("Decline"), "decline"))
        else:
            wishes.append((_("Resolve"), "resolve") if comment.state == OPEN else (_("Open again"), "reopen"))
        wishes.append((_("Delete"), "remove"))
        for text, wish in wishes:
            button = QPushButton(text)
            mark(button, kind="quiet", size="small")
            button.setAccessibleName(
                _("{text}: comment of {by} on {place_name}").format(
                    text=text, by=comment.by or _("somebody"), place_name=words.place_name(comment)
                )
            )
            button.setProperty("comment", comment.id)
            button.setProperty("wish", wish)
            button.clicked.connect(self._on_wish)
            row.addWidget(button)
        return made

    def _on_answer(self) -> None:
        field = self.sender()
        if isinstance(field, QLineEdit) and field.text().strip():
            self.answered.emit(field.property("comment"), field.text())

    def _on_wish(self) -> None:
        comment_id, wish = self.sender().property("comment"), self.sender().property("wish")
        if wish == "go":
            comment = next(one for one in self._summary.comments if one.id == comment_id)
            self.go_to_requested.emit(comment.section, comment.start, comment.end)
            return
        signals = {
            "accept": self.accept_requested,
            "decline": self.decline_requested,
            "resolve": self.resolve_requested,
            "reopen": self.reopen_requested,
            "remove": self.remove_requested,
        }
        signals[wish].emit(comment_id)


def _suggestion(comment: Comment, text: str) -> QLabel:
    pieces = difference(text[comment.start : comment.end], comment.instead or "")
    gone = f"background:{colours.name('blush')};color:{colours.name('brick')};text-decoration:line-through"
    new = f"background:{colours.name('mist2')};color:{colours.name('link')};text-decoration:underline"
    label = QLabel(marked(pieces, gone, new), wordWrap=True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setAccessibleName(_("Suggested change. {spoken}").format(spoken=spoken(pieces)))
    return label
