"""The fields of each section's card. Each shows a summary and says by `edited` what the summary would be instead."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.model.sections import with_section
from app.model.summary import Category, Summary
from app.translation import _
from app.ui.editor.definitions import definitions
from app.ui.editor.levels import LEVELS
from app.ui.fields.cards_field import CardsField
from app.ui.fields.fact_field import FactField
from app.ui.fields.line_field import LineField
from app.ui.fields.list_field import ListField
from app.ui.fields.rich_field import RichField
from app.ui.fields.shared_foot import SharedFoot
from app.ui.look.choice import StillChoice

Place = RichField | LineField
"""A field in which words can be found."""


class Section(QWidget):
    """What the cards' insides have in common."""

    edited = Signal(str, object, str)
    """What was done ("Edit Simple Explanation"), the new summary, and the field while it is typing, else ""."""
    field_made = Signal(object)
    """A field of this section: those there at first, and each that comes later."""

    def __init__(self) -> None:
        super().__init__()
        self._summary = Summary(id="")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_summary(self, summary: Summary) -> None:
        """Show a summary."""
        self._summary = summary
        self.show_fields(summary)

    def show_fields(self, summary: Summary) -> None:
        """Show the fields of this section."""
        raise NotImplementedError

    def show_narrow(self, is_narrow: bool) -> None:
        """Make do with little room, or spread out again."""

    def rich_fields(self) -> list[RichField]:
        """The fields that hold Markdown, in reading order."""
        return []

    def first_field(self) -> QWidget:
        """Where the keyboard goes when the section is chosen."""
        return self.rich_fields()[0].edit

    def places(self) -> list[Place]:
        """Every field with words in it, in reading order."""
        return list(self.rich_fields())

    def _emit(self, label: str, summary: Summary, key: str = "") -> None:
        self.edited.emit(label, summary, key)


class TextSection(Section):
    """One long text."""

    def __init__(self, name: str, limits: tuple[int, int]) -> None:
        super().__init__()
        self._name, self._title = name, definitions()[name].title
        self.field = RichField(name, placeholder=_("Write here"), name=self._title, least_lines=5)
        self.field.show_limits(limits)
        self.field.edited.connect(self._on_edited)
        self._column.addWidget(self.field)

    def show_fields(self, summary: Summary) -> None:
        """Show the text."""
        self.field.show_text(getattr(summary, self._name))

    def rich_fields(self) -> list[RichField]:
        """The one field."""
        return [self.field]

    def _on_edited(self, text: str) -> None:
        self._emit(
            _("Edit {title}").format(title=self._title), with_section(self._summary, self._name, text), self._name
        )


class FactsSection(Section):
    """Duration, participants, and the level of evidence with free words."""

    def __init__(self) -> None:
        super().__init__()
        self.duration = FactField("study_duration", _("Study Duration"), "calendar", placeholder=_("How long it ran"))
        self.participants = FactField(
            "participants", _("Participants"), "users", placeholder=_("Who took part, how many")
        )
        self.evidence = FactField(
            "evidence_level", _("Evidence Level"), "chart-column", placeholder=_("In your own words")
        )
        self.level = StillChoice()
        self._shown_id = ""
        self.level.setAccessibleName(_("Level of evidence"))
        self.level.addItems([words for _, words in LEVELS])
        self.level.setMinimumContentsLength(8)
        self.level.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.evidence.layout_.insertWidget(1, self.level)
        self._row = QHBoxLayout()
        self._row.setSpacing(16)
        for field in (self.duration, self.participants, self.evidence):
            self._row.addWidget(field, 1)
        self._column.addLayout(self._row)
        self.legend = SharedFoot()
        self.legend.setAccessibleName(definitions()["facts"].title)
        self._column.addWidget(self.legend)
        for rich in self.rich_fields():
            self.legend.follow(rich)
        QWidget.setTabOrder(self.participants.unspecified, self.level)
        self.duration.edited.connect(self._on_duration)
        self.participants.edited.connect(self._on_participants)
        self.evidence.edited.connect(self._on_evidence)
        self.level.activated.connect(self._on_level)

    def show_fields(self, summary: Summary) -> None:
        """Show the three facts."""
        if summary.id != self._shown_id:
            self._shown_id = summary.id
            for field in (self.duration, self.participants, self.evidence):
                field.forget()
        self.duration.show_fact(summary.study_duration)
        self.participants.show_fact(summary.participants)
        self.evidence.show_fact(summary.evidence_text)
        self.level.setCurrentIndex([level for level, _ in LEVELS].index(summary.evidence_level))

    def rich_fields(self) -> list[RichField]:
        """The fields of the three facts."""
        return [self.duration.field, self.participants.field, self.evidence.field]

    def show_narrow(self, is_narrow: bool) -> None:
        """Below each other where there is little room."""
        self._row.setDirection(QHBoxLayout.Direction.TopToBottom if is_narrow else QHBoxLayout.Direction.LeftToRight)

    def _on_duration(self, text: str | None) -> None:
        self._emit(_("Edit Study Duration"), replace(self._summary, study_duration=text), "study_duration")

    def _on_participants(self, text: str | None) -> None:
        self._emit(_("Edit Participants"), replace(self._summary, participants=text), "participants")

    def _on_evidence(self, text: str | None) -> None:
        self._emit(_("Edit Evidence Level"), replace(self._summary, evidence_text=text), "evidence_level")

    def _on_level(self, index: int) -> None:
        self._emit(_("Choose Evidence Level"), replace(self._summary, evidence_level=LEVELS[index][0]))


class ListSection(Section):
    """Key Findings or Study Limitations."""

    def __init__(self, name: str, noun: str, placeholder: str) -> None:
        super().__init__()
        self._name, self._noun, self._title = name, noun, definitions()[name].title
        self.list = ListField(name, noun, placeholder=placeholder)
        self.list.row_made.connect(self.field_made)
        self.list.legend.setAccessibleName(self._title)
        self.list.changed.connect(self._on_changed)
        self._column.addWidget(self.list)

    def show_fields(self, summary: Summary) -> None:
        """Show the rows."""
        self.list.show_texts(getattr(summary, self._name))

    def rich_fields(self) -> list[RichField]:
        """The field of each row."""
        return self.list.fields

    def first_field(self) -> QWidget:
        """The first row, else the button that makes one."""
        return self.list.fields[0].edit if self.list.fields else self.list.add_button

    def _on_changed(self, what: str, index: int, texts: tuple[str, ...]) -> None:
        key = f"{self._name}[{index}]" if what == "edit" else ""
        changed = replace(self._summary, **{self._name: texts})  # type: ignore[arg-type]
        self._emit(step_label(what, self._noun, index), changed, key)


class ImplicationsSection(Section):
    """Practical Implications."""

    def __init__(self) -> None:
        super().__init__()
        self.cards = CardsField()
        self.cards.legend.setAccessibleName(definitions()["practical_implications"].title)
        self.cards.row_made.connect(self.field_made)
        self.cards.changed.connect(self._on_changed)
        self._column.addWidget(self.cards)

    def show_fields(self, summary: Summary) -> None:
        """Show the cards."""
        self.cards.show_cards(summary.practical_implications)

    def rich_fields(self) -> list[RichField]:
        """Heading and text of each card."""
        return self.cards.fields

    def first_field(self) -> QWidget:
        """The first card, else the button that makes one."""
        return self.cards.fields[0].edit if self.cards.fields else self.cards.add_button

    def _on_changed(self, what: str, index: int, part: str, cards: tuple[object, ...]) -> None:
        key = f"practical_implications[{index}].{part}" if what == "edit" else ""
        changed = replace(self._summary, practical_implications=cards)  # type: ignore[arg-type]
        self._emit(step_label(what, _("card"), index), changed, key)


def step_label(what: str, noun: str, index: int) -> str:
    """The name of a step for the Edit menu: “Move finding 2 up”."""
    number = index + 1
    return {
        "edit": _("Edit {noun} {number}").format(noun=noun, number=number),
        "add": _("Add a {noun}").format(noun=noun),
        "remove": _("Remove {noun} {number}").format(noun=noun, number=number),
        "up": _("Move {noun} {number} up").format(noun=noun, number=number),
        "down": _("Move {noun} {number} down").format(noun=noun, number=number),
    }[what]


def slug_for(name: str, known: tuple[Category, ...]) -> str:
    """An address for a new category, not among the known ones."""
    slug = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-") or "category"
    taken = {category.slug for category in known}
    number = 2
    wished = slug
    while slug in taken:
        slug, number = f"{wished}-{number}", number + 1
    return slug
