"""The editor: outline and form of one summary, find, and the way to any place in it."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.model.finding import Finding
from app.model.score import Reading
from app.model.sections import CARDS, card_of
from app.model.site import Targets
from app.model.summary import Category, Summary
from app.ui.editor.find_bar import FindBar
from app.ui.editor.form import Form
from app.ui.editor.outline import Outline, SectionChooser
from app.ui.editor.sections import Place
from app.ui.editor.state import states
from app.ui.fields import marks
from app.ui.fields.rich_document import words_at
from app.ui.fields.rich_edit import RichEdit
from app.ui.look import fonts, style

LEAST_WITH_OUTLINE, LEAST_WITH_COUNTS = 676, 870


class EditorPanel(QWidget):
    """Shows a summary and says what the writer would have instead. Keeps no text of its own."""

    edited = Signal(str, object, str)
    """What was done, the new summary, and the field while it is typing (else "")."""
    section_entered = Signal(str)
    pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        style.mark(self, surface="paper")
        self.form, self.outline, self.chooser, self.find_bar = Form(), Outline(), SectionChooser(), FindBar()
        self._summary = Summary(id="")
        self._findings: tuple[Finding, ...] = ()
        self._targets = Targets()
        self._matches: list[tuple[Place, int, int]] = []
        self._at = -1
        self._came_from: QWidget | None = None
        column = QVBoxLayout()
        column.setSpacing(0)
        for part in (self.chooser, self.find_bar):
            column.addWidget(part)
        column.addWidget(self.form, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.outline)
        row.addLayout(column, 1)
        self.form.edited.connect(self.edited)
        self.form.pasted.connect(self.pasted)
        self.form.section_entered.connect(self._on_entered)
        self.outline.section_chosen.connect(self.show_section)
        self.chooser.section_chosen.connect(self.show_section)
        self.find_bar.searched.connect(self._search)
        self.find_bar.stepped.connect(self._step)
        self.find_bar.closed.connect(self._stop_finding)

    # What it shows

    def show_summary(self, summary: Summary) -> None:
        """Show a summary; fields that show their text already are left alone."""
        is_other = summary.id != self._summary.id
        self._summary = summary
        self.form.show_summary(summary)
        if is_other:
            self._findings = ()
            self.form.show_findings(())
            self.outline.show_ready(None)
            self.find_bar.hide()
            self._at, self._came_from = -1, None
            self._stop_finding()
            self.form.verticalScrollBar().setValue(0)
        elif self.find_bar.isVisible():
            self._find_again()
        self._show_states()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Mark what was found, in the texts and in the outline."""
        self._findings = tuple(findings)
        self.form.show_findings(self._findings)
        self.outline.show_ready(self._findings)
        self._show_states()

    def show_reading(self, reading: Reading) -> None:
        """Show the grade in the outline."""
        self.outline.show_reading(reading)

    def show_categories(self, known: tuple[Category, ...]) -> None:
        """The library's categories, to choose from."""
        self.form.show_categories(known)

    # Going to places

    def show_section(self, card: str) -> None:
        """Bring a section to the top, with the keyboard in it."""
        self.form.show_card(card)

    def go_to(self, section: str, start: int | None = None, end: int | None = None) -> None:
        """Go to a place in a section (code points of its Markdown) and choose it."""
        field = self.form.field(section)
        if field is None:
            self.show_section(card_of(section))
            return
        field.place_caret(start or 0, end)
        self.form.show_place(field, field.caret_rect())

    def show_finding(self, finding: Finding) -> None:
        """Go to what a finding is about and choose its words, wherever they stand by now."""
        field = self.form.field(finding.section)
        now = field.now(finding) if field is not None and finding.start is not None else None
        if now is not None and marks.shape_of(now) != marks.NONE:
            self.go_to(finding.section, now.start, now.end)
        elif now is not None:  # about all of the text: chosen, the next key would take its place
            self.go_to(finding.section, now.start)
        elif field is not None:
            self.go_to(finding.section, 0)
        else:
            self.show_section(card_of(finding.section))

    def take_instead(self, finding: Finding, instead: str) -> None:
        """Put other words in the place of a finding's own, as the writer's edit."""
        field = self.form.field(finding.section)
        if field is not None and (now := field.now(finding)) is not None:
            field.replace(now.start or 0, now.end or 0, instead)

    def show_targets(self, targets: Targets) -> None:
        """Count the words of the long texts against the library's targets."""
        self._targets = targets
        self.form.show_targets(targets)
        self._show_states()

    def take_keyboard(self) -> None:
        """Give the keyboard to the Simple Explanation, which is what a writer comes for.

        Not by a focus proxy: with one, Tab would come into the window's middle and never to what stands before it.
        """
        self.form.sections["simple_explanation"].first_field().setFocus()

    def chosen_words(self) -> str:
        """The words that are chosen in the field with the keyboard, else the word at its caret; empty elsewhere."""
        focus = self.window().focusWidget()
        if isinstance(focus, RichEdit) and self.form.isAncestorOf(focus):
            return words_at(focus.textCursor())
        return ""

    def chosen_place(self) -> tuple[str, int, int]:
        """The section of the field with the keyboard, and what is chosen in it as code points of its Markdown.

        Start and end are 0 when nothing is chosen; without such a field it is one with something chosen, else the card.
        """
        focus = self.window().focusWidget()
        fields = [one for one in self.form.fields() if one.section]
        chosen = (one for one in fields if one.edit.textCursor().hasSelection())
        field = next((one for one in fields if focus is one.edit), None) or next(chosen, None)
        if field is None:
            return self.form.active or "simple_explanation", 0, 0
        start, end = field.chosen_span()
        return (field.section, start, end) if start < end else (field.section, 0, 0)

    @property
    def summary(self) -> Summary:
        """The summary that is shown."""
        return self._summary

    def next_section(self) -> None:
        """The section after the one that the writer is in."""
        self._move(1)

    def previous_section(self) -> None:
        """The section before it."""
        self._move(-1)

    def focus_outline(self) -> None:
        """Put the keyboard in the outline, or in what stands for it."""
        entry = self.outline.entries[self.form.active or "title"]
        (entry if self.outline.isVisible() else self.chooser).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_form(self) -> None:
        """Put the keyboard back in the section that the writer was in."""
        self.form.sections[self.form.active or "simple_explanation"].first_field().setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def is_in_outline(self, widget: QWidget | None) -> bool:
        """Whether a widget belongs to the outline."""
        return widget is not None and (self.outline.isAncestorOf(widget) or self.chooser.isAncestorOf(widget))

    # Finding

    def show_find(self) -> None:
        """Open the find bar."""
        focus = QApplication.focusWidget()
        if focus is not None and self.form.isAncestorOf(focus):
            self._came_from = focus
        self.find_bar.open()

    def next_match(self) -> None:
        """Go to the next place found."""
        self._step(1)

    def previous_match(self) -> None:
        """Go to the place found before."""
        self._step(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, a list to drop down stands for the outline."""
        super().resizeEvent(event)
        is_wide = self.width() >= fonts.px(LEAST_WITH_OUTLINE)
        self.outline.setVisible(is_wide)
        self.outline.show_narrow(self.width() < fonts.px(LEAST_WITH_COUNTS))
        self.chooser.setVisible(not is_wide)
        for card in self.form.cards.values():
            card.show_narrow(not is_wide)

    def _show_states(self) -> None:
        shown = states(self._summary, self._findings, self._targets)
        self.form.show_states(shown)
        self.outline.show_states(shown)
        self.chooser.show_states(shown)

    def _on_entered(self, card: str) -> None:
        self.outline.show_active(card)
        self.chooser.show_active(card)
        self.section_entered.emit(card)

    def _move(self, step: int) -> None:
        at = CARDS.index(self.form.active) if self.form.active else 0
        self.show_section(CARDS[max(0, min(len(CARDS) - 1, at + step))])

    def _search(self, text: str) -> None:
        self._matches, self._at = [], -1
        pattern = re.compile(re.escape(text), re.IGNORECASE) if text else None
        for place in self.form.places():
            spans = place.found(pattern) if pattern else []
            place.show_matches(spans)
            self._matches += [(place, start, end) for start, end in spans]
        self._show_count()

    def _find_again(self) -> None:
        """The text has changed: count anew, and stay about where we were."""
        at = self._at
        self._search(self.find_bar.field.text())
        self._at = min(at, len(self._matches) - 1)
        self._show_count()

    def _step(self, step: int) -> None:
        if not self._matches:
            return
        first = 0 if step > 0 else len(self._matches) - 1
        self._at = (self._at + step) % len(self._matches) if self._at >= 0 else first
        has_keyboard = self.find_bar.field.hasFocus()
        self._go_to_match()
        self._show_count()
        if has_keyboard:  # for this reason a single line keeps its selection
            self.find_bar.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _go_to_match(self) -> None:
        place, start, end = self._matches[self._at]
        self.form.unfold(place)
        place.place_caret(start, end)
        self.form.show_place(place, place.caret_rect())

    def _show_count(self) -> None:
        self.find_bar.show_count(self._at + 1, len(self._matches))

    def _stop_finding(self) -> None:
        """Leave the writer at the match, else where they came from."""
        if self._at >= 0:
            self._go_to_match()
        elif self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._matches, self._at, self._came_from = [], -1, None
        for place in self.form.places():
            place.show_matches(())
