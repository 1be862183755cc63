"""An editor panel with what a session would do, on one small summary, and its sections."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.model.dates import PartialDate
from app.model.paper import Author, Paper
from app.model.summary import Category, CategoryRef, Implication, Source, Summary
from app.ui.editor.panel import EditorPanel
from app.ui.editor.sections import FactsSection, ListSection
from app.ui.editor.title_section import TitleSection

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KNOWN = (Category("pain", "Pain"), Category("skin-care", "Skin Care"), Category("walking", "Walking"))
SUMMARY = Summary(
    id="one",
    paper=Paper(
        title="Repeated infusion of cells in rats",
        authors=(Author("van der Berg", "Jan"), Author(literal="The ALS Group")),
        journal="Molecular Brain",
        published=PartialDate(2021, 4, 30),
        doi="10.1186/s13041-021-00787-6",
    ),
    categories=(CategoryRef("pain", "Pain"), CategoryRef("walking", "Walking")),
    simple_explanation="We gave rats new cells. The rats could walk for longer.",
    key_findings=("Rats lived longer.", "Rats walked better.", "Rats kept their weight."),
    research_summary="Six rats in each group had four infusions.",
    practical_implications=(Implication("Hope", "It may help."), Implication("Care", "It was in rats.")),
    study_limitations=("Only rats took part.",),
    sources=(Source("First study", "https://example.org/first"),),
)


class Desk:
    """The panel with what a session would do: every edit is taken and shown again."""

    def __init__(self, panel: EditorPanel) -> None:
        self.panel, self.summary = panel, SUMMARY
        self.steps: list[tuple[str, str]] = []
        panel.edited.connect(self._on_edited)

    def show(self, summary: Summary) -> None:
        """Show a summary as the session does after an undo."""
        self.summary = summary
        self.panel.show_summary(summary)

    def _on_edited(self, label: str, summary: Summary, key: str) -> None:
        self.steps.append((label, key))
        self.show(summary)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is, once what was new has appeared."""
        QApplication.processEvents()
        QTest.keyClick(focus(), key, held)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        QTest.keyClicks(focus(), text)


def focus() -> QWidget:
    """The widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def title(desk: Desk) -> TitleSection:
    section = desk.panel.form.sections["title"]
    assert isinstance(section, TitleSection)
    return section


def findings_list(desk: Desk) -> ListSection:
    section = desk.panel.form.sections["key_findings"]
    assert isinstance(section, ListSection)
    return section


def facts(desk: Desk) -> FactsSection:
    section = desk.panel.form.sections["facts"]
    assert isinstance(section, FactsSection)
    return section
