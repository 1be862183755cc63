"""The Paper panel: the paper's words or pages, and under them what it has for the place the writer is at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.evidence.places import place_of
from app.model.evidence import DIFFERS, Suggestions
from app.model.finding import PassageSpan
from app.model.paper_text import AttachedPaper, PaperText
from app.model.summary import Summary
from app.translation import _
from app.ui.paper.below import Below
from app.ui.paper.empty import EmptyPaper, ReadingStrip
from app.ui.paper.head import SIZES, PaperHead
from app.ui.paper.headings import HeadingList
from app.ui.paper.matches import Matches
from app.ui.paper.pages import PagesView
from app.ui.paper.rows import line
from app.ui.paper.says_part import SaysPart
from app.ui.paper.search_row import HEADINGS, PAGES, TEXT, SearchRow
from app.ui.paper.sentence_part import SentencePart
from app.ui.paper.text_view import PaperTextView
from app.ui.paper.use_menu import UseButton, UseMenu
from app.work.beside import SentenceHere


class PaperPanel(QWidget):
    """Shows values; knows neither the library nor the form."""

    attach_requested = Signal()
    remove_requested = Signal()
    cancel_requested = Signal()
    file_requested = Signal()
    """The pages are wanted: answer with `show_file`."""
    use_requested = Signal(str, object)
    """A field of the form, and the PassageSpan that shall go into it."""
    level_requested = Signal(str)
    confirmed = Signal(object)
    explanation_requested = Signal()
    open_requested = Signal()
    next_open_requested = Signal()
    size_changed = Signal(int)
    shown_changed = Signal(bool)
    """Whether the panel is in front, with a paper in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper: AttachedPaper | None = None
        self._size = 16
        self._matches = Matches()
        self._passage: PassageSpan | None = None
        self.empty, self.strip, self.search, self.head = EmptyPaper(), ReadingStrip(), SearchRow(), PaperHead()
        self.view, self.pages, self.headings = PaperTextView(), PagesView(), HeadingList()
        self.use_button, self._use = UseButton(self.view), UseMenu(self)
        self._stack, self._views, self.below = QStackedWidget(), QStackedWidget(), Below()
        self._lay_out()
        self._connect()
        self.show_paper(None)

    @property
    def sentence_part(self) -> SentencePart:
        """The part about the sentence at the caret."""
        return self.below.sentence_part

    @property
    def says(self) -> SaysPart:
        """The part with what the paper offers."""
        return self.below.says

    # What it shows

    def show_paper(self, paper: AttachedPaper | None) -> None:
        """Show the paper of the open summary, or the ways to bring one in."""
        is_other = paper is None or self.paper is None or paper.text is not self.paper.text
        self.paper = paper
        self._stack.setCurrentIndex(0 if paper is None else 1)
        self.pages.forget()
        text = paper.text if paper else PaperText()
        self.below.show_text(text)
        if paper is not None:
            self.head.show_paper(paper)
            has_pages = paper.kind == "pdf" and paper.has_file
            self.search.show_pages(has_pages, _("The PDF itself is not kept with this summary."))
            if is_other or not has_pages:
                self._show_view(TEXT)
            elif self._views.currentWidget() is self.pages:
                self.file_requested.emit()
        if is_other:
            self._passage = None
            self.view.show_text(text, self._size)
            self._search(self.search.field.text())
        self._tell_shown()

    def show_file(self, content: bytes | None) -> None:
        """The PDF whose pages were asked for."""
        if content is not None:
            self.pages.show_file(content)

    def show_size(self, size: int) -> None:
        """Show the paper's words in this size, in pixels at 100 %."""
        self._size = size
        self.view.show_text(self.view.text, size)

    def show_summary(self, summary: Summary) -> None:
        """The open text has changed."""
        self.says.show_summary(summary)

    def show_suggestions(self, suggestions: Suggestions) -> None:
        """What the paper offers for the fields."""
        self.says.show_suggestions(suggestions)

    def show_sentence(self, sentence: SentenceHere | None) -> None:
        """What the paper has for the sentence at the caret."""
        before = self.sentence_part.sentence
        self.below.show_sentence(sentence)
        linked = self.sentence_part.linked()
        is_here = before is not None and sentence is not None and before.start == sentence.start
        if linked is not None and not (is_here and self._passage == linked) and not self.view.hasFocus():
            self.show_passage(linked)

    def show_field(self, section: str) -> None:
        """The writer is in another field."""
        self.below.show_field(section)

    def show_passage(self, passage: PassageSpan) -> None:
        """Scroll to a passage and mark it, with the number of the sentence at the caret where it belongs to that."""
        sentence = self.sentence_part.sentence
        is_of_sentence = sentence is not None and (
            any(support.passage == passage for support in sentence.supports)
            or any(number.passage == passage for number in sentence.held)
            or (sentence.claim is not None and sentence.claim.passage is not None)
        )
        self._passage = passage
        if self._views.currentWidget() is self.headings:
            self._show_view(TEXT)
        held = sentence.held if sentence else ()
        differing = (str(one.facts.get("paper", "")) for one in held if one.state == DIFFERS and one.passage == passage)
        number = str(sentence.number) if sentence and is_of_sentence else ""
        self.view.show_passage(passage, number, next(differing, ""))
        if self._views.currentWidget() is self.pages:
            self._follow_page(passage.start)

    def show_progress(self, name: str, done: int, of: int) -> None:
        """A file is being read."""
        self.strip.show_progress(name, done, of)

    def show_read(self) -> None:
        """Nothing is being read any more."""
        self.strip.hide()

    def focus_search(self) -> None:
        """Put the keyboard in the search field, or on the way to bring a paper in."""
        (self.search.field if self.paper else self.empty.attach).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_text(self) -> None:
        """Put the keyboard in the paper's words, or on the way to bring a paper in."""
        (self.view if self.paper else self.empty.attach).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_offers(self) -> None:
        """Put the keyboard on the first thing that the paper offers."""
        self.below.focus_offers()

    def confirm_best(self) -> None:
        """The sentence at the caret comes from the first passage that is offered."""
        sentence = self.sentence_part.sentence
        if sentence is not None and sentence.claim is None and (best := self.sentence_part.best()):
            self.confirmed.emit(best)

    def open_use_menu(self) -> None:
        """Ask where the selected words shall go."""
        self._use_menu(self.view.mapToGlobal(QPoint(40, self.view.cursorRect().bottom() + 4)))

    # Inside

    def _use_menu(self, where: QPoint) -> None:
        if span := self.view.choice():
            self._use.open(span, self.sentence_part.sentence, self).popup(where)

    def _on_chosen(self, span: PassageSpan | None) -> None:
        self.use_button.setVisible(span is not None)

    def _show_view(self, view: str) -> None:
        before = self.view.first_in_sight()
        self.search.show_view(view)
        widget: QWidget = {TEXT: self.view, PAGES: self.pages, HEADINGS: self.headings}[view]
        self._views.setCurrentWidget(widget)
        if view == PAGES:
            self._follow_page(self._passage.start if self._passage else before)
            if not self.pages.page_count:
                self.file_requested.emit()
        elif view == HEADINGS:
            self.headings.show_text(self.view.text, before)
            self.headings.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_page(self, offset: int) -> None:
        place = place_of(self.view.text, offset)
        if place is not None and place.page:
            self.pages.show_page(place.page)

    def _on_heading(self, start: int) -> None:
        self._show_view(TEXT)
        self.view.scroll_to_top(start)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self, words: str) -> None:
        self._matches.find(words, self.view.whole(), self.view.first_in_sight())
        self._show_match()

    def _step(self, step: int) -> None:
        self._matches.step(step)
        self._show_match()

    def _show_match(self) -> None:
        spans, at = self._matches.spans, self._matches.at
        self.search.show_count(at, len(spans))
        self.view.show_matches(spans, at)
        if spans and self._views.currentWidget() is self.pages:
            self._follow_page(spans[at][0])
        elif spans:
            self._show_view(TEXT)

    def _on_size(self, step: int) -> None:
        at = min(range(len(SIZES)), key=lambda index: abs(SIZES[index] - self._size))
        self.show_size(SIZES[max(0, min(len(SIZES) - 1, at + step))])
        self.size_changed.emit(self._size)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The paper keeps more than half of the height."""
        super().resizeEvent(event)
        self.below.fit(self.height())

    def showEvent(self, event: QEvent) -> None:
        """Say that the panel is in front."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._tell_shown()

    def hideEvent(self, event: QEvent) -> None:
        """Say that the panel is not in front any more."""
        super().hideEvent(event)  # type: ignore[arg-type]
        self._tell_shown()

    def _tell_shown(self) -> None:
        self.shown_changed.emit(self.isVisible() and self.paper is not None)

    def _connect(self) -> None:
        self.empty.attach_requested.connect(self.attach_requested)
        self.head.attach_requested.connect(self.attach_requested)
        self.head.remove_requested.connect(self.remove_requested)
        self.head.size_stepped.connect(self._on_size)
        self.strip.cancel_requested.connect(self.cancel_requested)
        self.search.searched.connect(self._search)
        self.search.stepped.connect(self._step)
        self.search.view_chosen.connect(self._show_view)
        self.headings.heading_chosen.connect(self._on_heading)
        self.view.chosen.connect(self._on_chosen)
        self.view.menu_requested.connect(self._use_menu)
        self.use_button.clicked.connect(self.open_use_menu)
        self._use.use_requested.connect(self.use_requested)
        self._use.confirmed.connect(self.confirmed)
        self._use.copy_requested.connect(self.view.copy)
        for part in (self.sentence_part, self.says):
            part.show_requested.connect(self.show_passage)
        self.sentence_part.confirmed.connect(self.confirmed)
        self.sentence_part.explanation_requested.connect(self.explanation_requested)
        self.sentence_part.open_requested.connect(self.open_requested)
        self.sentence_part.next_open_requested.connect(self.next_open_requested)
        self.says.use_requested.connect(self.use_requested)
        self.says.level_requested.connect(self.level_requested)

    def _lay_out(self) -> None:
        for view in (self.view, self.pages, self.headings):
            self._views.addWidget(view)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.search, self.head):
            column.addWidget(widget)
        column.addWidget(self._views, 1)
        column.addWidget(line())
        column.addWidget(self.below)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.strip)
        whole.addWidget(self._stack, 1)
