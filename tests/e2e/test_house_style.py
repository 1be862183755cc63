"""The library's glossary and targets in the running program: from a word in the text to the note on the page."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from app import paths
from app.commands import parser
from app.model.house_style import Term
from app.ui.dialogs.glossary import GlossaryDialog
from app.ui.dialogs.targets import TargetsDialog
from app.ui.dialogs.term import TermDialog
from app.ui.window import Window
from db.library import Library

Steps = Generator[Any, None, None]
SHIFT = Qt.KeyboardModifier.ShiftModifier
TEXT = "We took the median of all. It was low."
EXPLANATION = "The value in the middle."


def write_new(desktop: Any, window: Window) -> Steps:
    yield lambda: window.page == "welcome"
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "library"
    desktop.ctrl(Qt.Key.Key_N)
    yield lambda: window.page == "editor"
    desktop.keys("Rats that walked")
    desktop.ctrl(Qt.Key.Key_PageDown)
    yield 10
    desktop.keys(TEXT)
    yield 10


def dialog_of(kind: type) -> Any:
    dialog = QApplication.activeModalWidget()
    return dialog if isinstance(dialog, kind) else None


def style() -> Any:
    with Library.open(paths.data_folder() / "Sample library.plainspoken") as library:
        return library.style()


def test_a_word_goes_from_the_text_to_the_glossary_and_onto_the_page(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from write_new(desktop, window)
        field = window.editor.form.sections["simple_explanation"].rich_fields()[0]
        field.place_caret(TEXT.index("median") + 2)
        desktop.ctrl(Qt.Key.Key_G, SHIFT)
        yield lambda: dialog_of(TermDialog)
        assert dialog_of(TermDialog).fields.word.text() == "median"
        desktop.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        desktop.keys("middle value")
        while QApplication.focusWidget() is not dialog_of(TermDialog).fields.explanation:
            desktop.key(Qt.Key.Key_Tab)
        desktop.keys(EXPLANATION)
        desktop.key(Qt.Key.Key_Return)
        yield lambda: dialog_of(TermDialog) is None
        assert window.notices.text() == "Glossary: “median” added."
        assert window.focusWidget() is field.edit and field.caret() == TEXT.index("median") + 2
        yield lambda: any(finding.text == "median" for finding in field.findings)
        (found,) = [finding for finding in field.findings if finding.text == "median"]
        assert found.suggestions[0] == "middle value"
        desktop.ctrl(Qt.Key.Key_S)
        yield 100

    desktop.run(script)
    assert style().glossary == (Term("median", "middle value", EXPLANATION),)
    (page,) = [page for page in exported() if "Rats that walked" in page]
    assert f'data-note="{EXPLANATION}"' in page
    assert 'href="#word-1"' in page and ">Words explained</h2>" in page


def exported() -> list[str]:
    """The pages that the command line makes of every summary of the sample library."""
    library, folder = paths.data_folder() / "Sample library.plainspoken", paths.data_folder() / "out"
    with Library.open(library) as opened:
        slugs = [row.slug for row in opened.listings()]
    assert not parser.run(
        ["export", "--library", str(library), "--to", str(folder), "--format", "html", "--only", *slugs]
    )
    return [path.read_text(encoding="utf-8") for path in folder.glob("*.html")]


def test_the_box_at_a_hard_word_offers_the_glossary(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from write_new(desktop, window)
        desktop.keys(" They utilised it. ")
        field = window.editor.form.sections["simple_explanation"].rich_fields()[0]
        yield lambda: any(finding.text == "utilised" for finding in field.findings)
        field.place_caret(field.text().index("utilised") + 3)
        desktop.ctrl(Qt.Key.Key_Period)
        yield lambda: isinstance(QApplication.focusWidget(), QPushButton)  # the box has the keyboard
        desktop.key(Qt.Key.Key_G)
        yield lambda: dialog_of(TermDialog)
        assert dialog_of(TermDialog).fields.term() == Term("utilised", "used")
        desktop.key(Qt.Key.Key_Return)
        yield lambda: style().glossary == (Term("utilised", "used"),)

    desktop.run(script)


def test_undo_takes_a_word_back_and_the_glossary_dialog_lists_it(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from write_new(desktop, window)
        window.editor.form.sections["simple_explanation"].rich_fields()[0].place_caret(TEXT.index("median"))
        desktop.ctrl(Qt.Key.Key_G, SHIFT)
        yield lambda: dialog_of(TermDialog)
        desktop.key(Qt.Key.Key_Return)
        yield lambda: dialog_of(TermDialog) is None
        assert [term.term for term in style().glossary] == ["median"]
        window.notices.action_button.click()
        yield lambda: style().glossary == ()
        window.table["glossary"].trigger()
        yield lambda: dialog_of(GlossaryDialog)
        dialog = dialog_of(GlossaryDialog)
        dialog.add.click()
        yield lambda: dialog_of(TermDialog)
        desktop.keys("cohort")
        desktop.key(Qt.Key.Key_Return)
        yield lambda: dialog_of(GlossaryDialog)
        assert dialog.list.term() == Term("cohort")
        dialog.activateWindow()  # a screen without a window manager does not do that by itself
        dialog.list.setFocus()
        yield lambda: dialog.list.hasFocus()
        desktop.key(Qt.Key.Key_Delete)
        yield lambda: style().glossary == ()
        dialog.notices.action_button.click()
        yield lambda: style().glossary == (Term("cohort"),)
        desktop.key(Qt.Key.Key_Escape)
        yield lambda: dialog_of(GlossaryDialog) is None

    desktop.run(script)


def test_other_targets_hold_at_once_in_form_outline_and_table(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "library"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        outline, field = window.editor.outline, window.editor.form.sections["simple_explanation"].rich_fields()[0]
        yield lambda: "target 6 to 8" in outline._grade.text()
        window.table["targets"].trigger()
        yield lambda: dialog_of(TargetsDialog)
        dialog = dialog_of(TargetsDialog)
        dialog.preset.setFocus()
        for _ in range(2):
            desktop.key(Qt.Key.Key_Down)
        assert dialog.preset.currentText() == "NIHR"
        assert "of at most 300" in field.toolbar._count.text()
        dialog.numbers["grade", 1].setFocus()
        dialog.numbers["grade", 1].selectAll()
        desktop.keys("3")
        desktop.key(Qt.Key.Key_Return)
        yield lambda: "target 3 to 3" in outline._grade.text()
        assert style().targets.grade == (3, 3) and not style().targets.allows_short_forms
        desktop.key(Qt.Key.Key_Escape)
        yield lambda: dialog_of(TargetsDialog) is None
        window.table["back_to_library"].trigger()
        yield lambda: window.page == "library"
        assert window.library.table._painter.targets.grade == (3, 3)

    desktop.run(script)


def test_without_a_library_there_is_no_glossary_to_open(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        assert not window.table["glossary"].isEnabled() and not window.table["targets"].isEnabled()

    desktop.run(script)
