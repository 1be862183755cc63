"""The quiet line of the publish dialog: when retractions were last looked for, and the way to look again."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.translation import _
from app.ui.dialogs.publish_words import time_left_words
from app.ui.look import labels, style
from app.ui.look.icon_label import IconLabel
from app.ui.words.citation import look_sends, looked_words, news_words
from app.work.look_again import LastLook, News


class LookedBox(QWidget):
    """Nothing is asked before the button is pressed; the first time it says what is sent before it goes on."""

    look_requested = Signal()
    cancel_requested = Signal()
    agreed = Signal()
    """The writer was told what is sent, and goes on."""

    def __init__(self) -> None:
        super().__init__()
        self._may_look_up = True
        self._last = LastLook()
        self._clock = QElapsedTimer()
        self._is_telling = self.is_looking = self._has_news = False
        self._icon = IconLabel("clock", "soft", 18)
        self.words = labels.label("", "hint")
        self.button = QPushButton(_("Look again"))
        style.mark(self.button, kind="quiet", size="small")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def show_consent(self, may_look_up: bool) -> None:
        """Whether the writer was told before what a lookup sends."""
        self._may_look_up = may_look_up

    def show_last_look(self, last: LastLook) -> None:
        """Show when was last looked; nothing where no paper goes out. What a look brought stays until the next one."""
        self.setVisible(bool(last.of))
        self._last = last
        if not (self._has_news or self.is_looking or self._is_telling):
            self._show("clock", "soft", looked_words(last.oldest, last.never, last.of, datetime.now(UTC).date()))

    def show_progress(self, done: int, of: int) -> None:
        """Show how far the look is."""
        if self.is_looking:
            left = time_left_words(done, of, self._clock.elapsed())
            self.words.setText(
                _("Asking PubMed and Crossref: {done:,} of {of:,}").format(done=done, of=of)
                + (_(", {left} left").format(left=left) if left else "")
            )

    def show_news(self, news: News) -> None:
        """Show what the look brought."""
        self.is_looking, self._has_news = False, True
        grave = any(kind == "retraction" for _, kind in news.notices)
        if news.notices:
            self._show("octagon-alert" if grave else "triangle-alert", "brick" if grave else "amber", _news(news))
        else:
            self._show("triangle-alert" if news.failed else "check", "amber" if news.failed else "link", _news(news))

    def show_fault(self, sentence: str) -> None:
        """Show why nothing came of it."""
        self.is_looking, self._has_news = False, True
        self._show("triangle-alert", "amber", sentence)

    def show_cancelled(self) -> None:
        """The look was given up."""
        if self.is_looking:
            self.is_looking = False
            self._show("clock", "soft", _("Cancelled. What was known before stays."))

    def _on_pressed(self) -> None:
        if self.is_looking:
            self.cancel_requested.emit()
            return
        if not (self._may_look_up or self._is_telling):
            self._is_telling = True
            self._show("info", "link", look_sends(self._last.of))
            return
        if self._is_telling:
            self._is_telling, self._may_look_up = False, True
            self.agreed.emit()
        self.is_looking = True
        self._clock.start()
        self._show("clock", "soft", _("Asking PubMed and Crossref"))
        self.look_requested.emit()

    def _show(self, icon: str, role: str, words: str) -> None:
        self._icon.show_icon(icon, role)
        style.mark(self.words, kind="body" if self._has_news else "hint")
        self.words.setText(words)
        first = _("Look again") if self._last.oldest else _("Look now")
        self.button.setText(_("Cancel") if self.is_looking else _("Go on") if self._is_telling else first)


def _news(news: News) -> str:
    return news_words(news.notices, news.failed, news.reason)
