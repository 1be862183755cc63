"""A paper beside the form: dropped, read, taken from, linked, removed and found again at the next start."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont, QPageSize, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app import paths
from app.ui.paper.panel import PaperPanel
from app.ui.window import Window
from db.library import Library

Steps = Generator[Any, None, None]
TITLE = "Repeated cell infusions in rats"
PAGE_1 = (
    "Forty-three rats were enrolled in this study.",
    "The rats were treated once a week for four weeks.",
    "Treated rats lived 12.5 days longer than the other rats.",
)
MILD = "The weather in spring was mild and the keepers were kind. "
PAGE_2 = ("A limitation of this study is that only male rats were used.", "We thank the keepers of the animals.")


def write_pdf(path: Path) -> Path:
    """A small PDF with real text on two pages."""
    writer = QPdfWriter(str(path))
    writer.setResolution(100)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(20, 20, 20, 20))
    painter = QPainter(writer)
    painter.setFont(QFont("Source Sans 3", 20, 700))
    painter.drawText(0, 40, TITLE)
    for number, lines in enumerate((PAGE_1, PAGE_2)):
        if number:
            writer.newPage()
        painter.setFont(QFont("Source Sans 3", 11))
        for row, line in enumerate(lines):
            painter.drawText(0, 120 + row * 60, line)
    painter.end()
    return path


def drop(window: Window, path: Path, on: QWidget | None = None) -> None:
    """What Qt does when the pointer comes with a file and lets it go over a widget."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    target, how = on or window, (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, *how)
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, *how))


def panel_of(window: Window) -> PaperPanel:
    panel = window.side.findChild(PaperPanel)
    assert panel is not None
    return panel


def start_summary(desktop: Any, window: Window) -> Steps:
    yield lambda: window.page == "welcome"
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "library"
    desktop.ctrl(Qt.Key.Key_N)
    yield lambda: window.page == "editor"


def stored() -> tuple[Any, Any]:
    """The newest summary and its paper."""
    with Library.open(paths.data_folder() / "Sample library.plainspoken") as library:
        summary = next(iter(library.load_many()))
        return summary, library.paper_of(summary.id)


def test_a_dropped_pdf_is_read_taken_from_and_undone(desktop: Any, tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "rats.pdf")

    def first(window: Window) -> Steps:
        yield from start_summary(desktop, window)
        drop(window, pdf, window.editor.form.field("simple_explanation").edit.viewport())
        panel = panel_of(window)
        yield lambda: panel.paper is not None
        assert stored()[1] is not None, "a paper is kept at once, whatever happens to the program next"
        assert window.editor.form.field("simple_explanation").text() == ""
        assert "Forty-three rats" in panel.view.whole()
        assert "Paper attached" in window.notices.text()
        desktop.ctrl(Qt.Key.Key_3)
        yield 50
        desktop.ctrl(Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
        desktop.keys("male rats")
        yield lambda: panel.search.field.count.text() == "1 of 1"
        start = panel.view.whole().index("Forty-three")
        panel.view.choose(start, start + len(PAGE_1[0]))
        yield lambda: panel.use_button.isVisible()
        desktop.ctrl(Qt.Key.Key_U)
        yield lambda: QApplication.activePopupWidget() is not None
        QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_P)
        yield lambda: "Forty-three" in window.editor.form.field("participants").text()
        desktop.ctrl(Qt.Key.Key_Z)
        yield lambda: window.editor.form.field("participants").text() == ""
        desktop.ctrl(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
        yield lambda: "Forty-three" in window.editor.form.field("participants").text()
        yield 100

    def second(window: Window) -> Steps:
        yield lambda: window.page == "editor"
        yield lambda: panel_of(window).paper is not None
        window.side.show_tab("paper")
        panel = panel_of(window)
        QTest.mouseClick(panel.search.pages, Qt.MouseButton.LeftButton)
        yield lambda: panel.pages.page_count == 2

    desktop.run(first)
    summary, paper = stored()
    assert summary.participants == f"“{PAGE_1[0]}”"
    assert [(claim.section, claim.kind, claim.passage.locator) for claim in summary.claims] == [
        ("participants", "from-paper", "page 1")
    ]
    assert paper.kind == "pdf" and paper.has_file and paper.origin == "rats.pdf" and len(paper.sha256) == 64
    desktop.run(second)


def test_a_paper_dropped_on_the_library_starts_a_summary(desktop: Any, tmp_path: Path) -> None:
    ris = tmp_path / "one.ris"
    ris.write_text("TY  - JOUR\nTI  - Cells for rats\nAU  - Ukai, Ryo\nJO  - Brain\nDO  - 10.1000/rats\nER  - \n")

    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "library"
        drop(window, ris)
        yield lambda: window.page == "editor"
        yield lambda: "Cells for rats" in window.windowTitle()
        yield 100

    desktop.run(script)
    summary, paper = stored()
    assert (summary.paper.title, summary.paper.doi, paper.kind) == ("Cells for rats", "10.1000/rats", "ris")


def test_the_notice_takes_an_attached_paper_back(desktop: Any, tmp_path: Path) -> None:
    text = tmp_path / "paper.txt"
    text.write_text("Methods\n\nTen mice were given cells.\n\nResults\n\nNine mice got well.\n\n" + MILD * 10)

    def script(window: Window) -> Steps:
        yield from start_summary(desktop, window)
        desktop.keys("Mice")
        drop(window, text)
        panel = panel_of(window)
        yield lambda: panel.paper is not None
        QTest.mouseClick(window.notices.action_button, Qt.MouseButton.LeftButton)
        yield lambda: panel.paper is None

    desktop.run(script)
    summary, paper = stored()
    assert summary.paper.title == "Mice" and paper is None


def test_the_sentence_at_the_caret_is_linked_by_one_key(desktop: Any, tmp_path: Path) -> None:
    text = tmp_path / "paper.txt"
    text.write_text(
        "Methods\n\nTen mice were given stem cells by vein.\n\n"
        "Results\n\nNine of the mice could walk after 20 days.\n\n"
        "Discussion\n\n" + MILD * 10
    )

    def script(window: Window) -> Steps:
        yield from start_summary(desktop, window)
        desktop.keys("Mice")
        drop(window, text)
        panel = panel_of(window)
        yield lambda: panel.paper is not None
        desktop.ctrl(Qt.Key.Key_3)
        desktop.ctrl(Qt.Key.Key_PageDown)
        yield 20
        desktop.keys("Nine mice could walk again after 20 days.")
        yield lambda: panel.sentence_part.isVisible() and panel.sentence_part.best() is not None
        assert "Nine of the mice" in panel.sentence_part.best().text
        desktop.ctrl(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        yield lambda: panel.sentence_part.sentence.claim is not None
        assert panel.sentence_part.sentence.open_sentences == 0
        yield 50

    desktop.run(script)
    summary, _paper = stored()
    [claim] = summary.claims
    assert claim.section == "simple_explanation" and "Nine of the mice" in claim.passage.text
    assert claim.passage.locator == "Results, paragraph 1"


def test_a_file_that_is_no_paper_is_refused_with_a_sentence(desktop: Any, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing more")

    def script(window: Window) -> Steps:
        yield from start_summary(desktop, window)
        desktop.keys("Mice")
        drop(window, broken)
        yield lambda: "broken.pdf" in window.notices.text()
        assert panel_of(window).paper is None and not panel_of(window).strip.isVisible()

    desktop.run(script)
