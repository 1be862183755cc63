"""The card of further sources, related research, and who wrote the summary."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.model.summary import Contributor, Source, Summary
from app.translation import _, counted
from app.ui.editor.sections import Place, Section, step_label
from app.ui.fields.line_field import LineField
from app.ui.fields.sources_field import related_field, sources_field
from app.ui.look import style

_WRITER = "writer"


class SourcesSection(Section):
    """Sources and related papers, each a row; and the writer's name."""

    def __init__(self) -> None:
        super().__init__()
        self.sources, self.related = sources_field(), related_field()
        self.writer = LineField(_("Written by"), placeholder=_("Your name, as the page should show it"))
        self._offered: tuple[Source, ...] = ()
        self._offer_box, self._offer_words = QFrame(), QLabel(wordWrap=True)
        self.take_button, self._leave = QPushButton(_("Add as sources")), QPushButton(_("Leave out"))
        self._build_offer()
        heading = QLabel(_("Related research"))
        style.mark(heading, kind="label")
        for part in (self._offer_box, self.sources, heading, self.related, self.writer):
            self._column.addWidget(part)
        for field in (self.sources, self.related):
            field.row_made.connect(self.field_made)
        self.sources.changed.connect(self._on_sources)
        self.related.changed.connect(self._on_related)
        self.writer.edited.connect(self._on_writer)
        self.take_button.clicked.connect(self._on_take)
        self._leave.clicked.connect(self._offer_box.hide)

    def show_summary(self, summary: Summary) -> None:
        """Another summary: an offer made for the one before is over."""
        if summary.id != self._summary.id:
            self._offer_box.hide()
        super().show_summary(summary)

    def show_fields(self, summary: Summary) -> None:
        """Show the sources, the related papers and the writer."""
        self.sources.show_values(summary.sources)
        self.related.show_values(summary.related_research)
        if _writers(self.writer.text()) != _writers(_writer(summary)):
            self.writer.show_text(_writer(summary))

    def first_field(self) -> QWidget:
        """The first source, else the button that adds one."""
        return self.sources.fields[0].edit if self.sources.fields else self.sources.add_button

    def places(self) -> list[Place]:
        """Every line, in reading order."""
        return [*self.sources.fields, *self.related.fields, self.writer]

    def offer(self, links: tuple[Source, ...]) -> None:
        """Offer the links of a paste as sources, less those that are there already."""
        known = {source.url for source in self._summary.sources}
        self._offered = tuple(link for link in links if link.url not in known)
        count = len(self._offered)
        shown = ", ".join(link.url for link in self._offered)
        self._offer_words.setText(
            counted(
                "What you pasted holds a link: {links}", "What you pasted holds {n} links: {links}", count, links=shown
            )
        )
        self._offer_box.setVisible(bool(count))

    def _build_offer(self) -> None:
        style.mark(self._offer_box, kind="mist")
        style.mark(self.take_button, kind="secondary", size="small")
        style.mark(self._leave, kind="quiet", size="small")
        buttons = QHBoxLayout()
        buttons.addWidget(self.take_button)
        buttons.addWidget(self._leave)
        buttons.addStretch()
        column = QVBoxLayout(self._offer_box)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self._offer_words)
        column.addLayout(buttons)
        self._offer_box.hide()

    def _on_take(self) -> None:
        self._offer_box.hide()
        taken = (*self._summary.sources, *self._offered)
        self._emit(_("Add pasted links as sources"), replace(self._summary, sources=taken))

    def _on_sources(self, what: str, index: int, values: tuple[object, ...]) -> None:
        changed = replace(self._summary, sources=values)  # type: ignore[arg-type]
        self._emit(step_label(what, _("source"), index), changed, f"sources[{index}]" if what == "edit" else "")

    def _on_related(self, what: str, index: int, values: tuple[object, ...]) -> None:
        changed = replace(self._summary, related_research=values)  # type: ignore[arg-type]
        key = f"related_research[{index}]" if what == "edit" else ""
        self._emit(step_label(what, _("related paper"), index), changed, key)

    def _on_writer(self, text: str) -> None:
        others = tuple(person for person in self._summary.contributors if person.role != _WRITER)
        self._emit(_("Edit writer"), replace(self._summary, contributors=_writers(text) + others), "contributors")


def _writer(summary: Summary) -> str:
    return "; ".join(person.name for person in summary.contributors if person.role == _WRITER)


def _writers(text: str) -> tuple[Contributor, ...]:
    return tuple(Contributor(_WRITER, name.strip()) for name in text.split(";") if name.strip())
