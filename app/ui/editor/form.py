"""The scrolling form: a card per section in page order, one of them active."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.model.comment import OPEN
from app.model.finding import Finding
from app.model.sections import CARDS
from app.model.site import Targets
from app.model.summary import Category, Source, Summary
from app.translation import _
from app.ui.editor.card import SectionCard
from app.ui.editor.sections import (
    FactsSection,
    ImplicationsSection,
    ListSection,
    Place,
    Section,
    TextSection,
)
from app.ui.editor.sources_section import SourcesSection
from app.ui.editor.state import SectionState
from app.ui.editor.title_section import TitleSection
from app.ui.explaining import Explainer
from app.ui.fields.rich_edit import RichEdit
from app.ui.fields.rich_field import RichField
from app.ui.fields.spelling_marks import SpellingMarks
from app.ui.look import fonts, style

_LEAST_EASE = 560
_MARGIN = 20
_ARRIVAL_MS = 300


class Form(QScrollArea):
    """Every card with its fields. Knows which card the keyboard is in and keeps the caret in sight."""

    edited = Signal(str, object, str)
    section_entered = Signal(str)
    pasted = Signal(str)
    explain_requested = Signal(object, object)
    """A field, and the finding at its caret."""
    hovered = Signal(object, object)
    """A field, and the finding on which the pointer rests; None when it has left it."""
    finding_reached = Signal(object)
    """The finding at the caret, or None where nothing is marked."""
    leave_requested = Signal(object, str, str)
    """A finding to be left as it is, how far, and the reason."""
    term_requested = Signal(str)
    """Words for the library's glossary."""

    def __init__(self, targets: Targets = Targets()) -> None:  # noqa: B008 (a frozen value)
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Form"))
        self.sections: dict[str, Section] = {
            "title": TitleSection(),
            "simple_explanation": TextSection("simple_explanation", targets.simple_explanation_words),
            "facts": FactsSection(),
            "key_findings": ListSection("key_findings", _("finding"), _("One result, with its number")),
            "research_summary": TextSection("research_summary", targets.research_summary_words),
            "practical_implications": ImplicationsSection(),
            "study_limitations": ListSection("study_limitations", _("limitation"), _("One reason to be careful")),
            "sources": SourcesSection(),
        }
        self.cards = {name: SectionCard(name, self.sections[name]) for name in CARDS}
        self.spelling = SpellingMarks(self)
        self.explainer = Explainer(self)
        self.active = self._going_to = ""
        self._arrival = QTimer(self, singleShot=True, interval=_ARRIVAL_MS)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._dressed = QTimer(self, singleShot=True, interval=_ARRIVAL_MS)
        self._build()
        self._connect()

    def show_summary(self, summary: Summary) -> None:
        """Show a summary in every field."""
        self.explainer.let_go()
        for section in self.sections.values():
            section.show_summary(summary)
        self.spelling.show_summary(summary)
        self._show_comments(summary)

    def _show_comments(self, summary: Summary) -> None:
        """Mark the words that have an open comment."""
        spans: dict[str, list[tuple[int, int]]] = {}
        for comment in summary.comments:
            if comment.state == OPEN and comment.start < comment.end:
                spans.setdefault(comment.section, []).append((comment.start, comment.end))
        for field in self.fields():
            field.show_commented(spans.get(field.section, ()) if field.section else ())

    def show_categories(self, known: tuple[Category, ...]) -> None:
        """The library's categories, to choose from."""
        title = self.sections["title"]
        assert isinstance(title, TitleSection)
        title.show_known(known)

    def show_targets(self, targets: Targets) -> None:
        """Count the words of the long texts against the library's targets."""
        for name, limits in (
            ("simple_explanation", targets.simple_explanation_words),
            ("research_summary", targets.research_summary_words),
        ):
            self.sections[name].rich_fields()[0].show_limits(limits)

    def show_states(self, states: dict[str, SectionState]) -> None:
        """Say on each card how its section stands."""
        for name, state in states.items():
            self.cards[name].show_state(state)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Mark the findings in the texts."""
        by_section: dict[str, list[Finding]] = {}
        for found in findings:
            by_section.setdefault(found.section, []).append(found)
        for field in self.fields():
            field.show_findings(by_section.get(field.section, ()) if field.section else ())

    def fields(self) -> list[RichField]:
        """Every Markdown field in reading order."""
        return [field for section in self.sections.values() for field in section.rich_fields()]

    def places(self) -> list[Place]:
        """Every field with words in it, in reading order."""
        return [place for section in self.sections.values() for place in section.places()]

    def unfold(self, place: QWidget) -> None:
        """Open the fold that a field is in, where it is in one."""
        title = self.sections["title"]
        assert isinstance(title, TitleSection)
        if title.fold.isAncestorOf(place):
            title.fold.button.open()

    def field(self, section: str) -> RichField | None:
        """The field of a section, `key_findings[0]` for instance."""
        return next((field for field in self.fields() if field.section == section), None)

    def show_card(self, name: str) -> None:
        """Scroll a card to the top and put the keyboard in its first field."""
        focus = QApplication.focusWidget()
        if focus is None or not self.cards[name].isAncestorOf(focus):
            self.sections[name].first_field().setFocus(Qt.FocusReason.OtherFocusReason)
        self._going_to = name
        self._scroll_there()
        self._arrival.start()

    def show_place(self, widget: QWidget, rect: QRect) -> None:
        """Scroll so that a part of a field is in sight, with a little air."""
        inside = self.widget()
        if inside is None:
            return
        corner = widget.mapTo(inside, rect.topLeft())
        bar, air = self.verticalScrollBar(), 48
        if corner.y() - air < bar.value():
            bar.setValue(corner.y() - air)
        elif corner.y() + rect.height() + air > bar.value() + self.viewport().height():
            bar.setValue(corner.y() + rect.height() + air - self.viewport().height())

    def _scroll_there(self) -> None:
        """Fields above may still grow with their texts: as long as we are on the way, we go again."""
        if self._going_to:
            self.verticalScrollBar().setValue(self.cards[self._going_to].y() - _MARGIN)

    def _arrive(self) -> None:
        self._going_to = ""

    def _wait_for_growth(self) -> None:
        if self._dressed.isActive():
            self._dressed.start()

    def _keep_in_sight(self) -> None:
        """Every field has another height now; the one that is written in stays where it can be seen."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._follow_focus(focus)

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters push what is written in out of sight."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_dressed"):
            self._dressed.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The three facts go below each other when there is little room."""
        super().resizeEvent(event)
        is_tight = self.viewport().width() < fonts.px(_LEAST_EASE)
        side = 8 if is_tight else _MARGIN
        self._row.setContentsMargins(side, _MARGIN, side, 60)
        for card in self.cards.values():
            card.show_tight(is_tight)
        for section in self.sections.values():
            section.show_narrow(is_tight)

    def _build(self) -> None:
        inside = QWidget()
        style.mark(inside, surface="paper")
        column = QVBoxLayout()
        column.setSpacing(20)
        for card in self.cards.values():
            column.addWidget(card)
        column.addStretch()
        self._row = row = QHBoxLayout(inside)
        row.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, 60)
        row.addStretch(1)
        row.addLayout(column, 100)
        row.addStretch(1)
        self.setWidget(inside)

    def _connect(self) -> None:
        for section in self.sections.values():
            section.edited.connect(self.edited)
            section.field_made.connect(self._listen_to)
            for field in section.rich_fields():
                self._listen_to(field)
        self._arrival.timeout.connect(self._arrive)
        self._settling.timeout.connect(self._scroll_there)
        self._dressed.timeout.connect(self._keep_in_sight)
        self.verticalScrollBar().rangeChanged.connect(self._wait_for_growth)
        self.verticalScrollBar().rangeChanged.connect(self._settling.start)
        self.verticalScrollBar().valueChanged.connect(self.explainer.let_go)
        self.edited.connect(self.explainer.let_go)
        self.explain_requested.connect(self.explainer.explain)
        self.hovered.connect(self.explainer.hover)
        self.explainer.leave_requested.connect(self.leave_requested)
        self.explainer.term_requested.connect(self.term_requested)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    def _listen_to(self, field: object) -> None:
        if isinstance(field, RichField):
            if not field.section.startswith("title"):
                self.spelling.watch(field)
            field.caret_moved.connect(lambda _place, field=field: self._follow_caret(field))
            field.hovered.connect(lambda found, field=field: self.hovered.emit(field, found))
            field.pasted.connect(self.pasted)
            field.links_offered.connect(self._offer_links)
            field.explain_requested.connect(lambda found, field=field: self.explain_requested.emit(field, found))

    def _offer_links(self, links: tuple[Source, ...]) -> None:
        sources = self.sections["sources"]
        assert isinstance(sources, SourcesSection)
        sources.offer(links)

    def _follow_caret(self, field: RichField) -> None:
        if field.edit.hasFocus():
            self._arrive()
            self.show_place(field, field.caret_rect())
            self.finding_reached.emit(field.finding_at_caret())

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            return
        for name, card in self.cards.items():
            if card.isAncestorOf(new):
                self._enter(name)
        field = new.parentWidget() if isinstance(new, RichEdit) else None
        self.finding_reached.emit(field.finding_at_caret() if isinstance(field, RichField) else None)
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:  # what is clicked is in sight
            self._follow_focus(new)

    def _follow_focus(self, new: QWidget) -> None:
        rect = new.cursorRect() if isinstance(new, RichEdit) else new.rect()
        self.show_place(new, rect)

    def _enter(self, name: str) -> None:
        if name == self.active:
            return
        if self.active:
            self.cards[self.active].show_active(False)
        self.active = name
        self.cards[name].show_active(True)
        self.section_entered.emit(name)
