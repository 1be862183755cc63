"""The glossary, the small dialog for a word, and the targets, by key presses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.model.house_style import Term
from app.model.site import Targets
from app.text.glossary_csv import NO_TERM, BadRow
from app.ui.dialogs.glossary import GlossaryDialog
from app.ui.dialogs.presets import preset_of, presets
from app.ui.dialogs.targets import TargetsDialog
from app.ui.dialogs.term import TermDialog

ALS, COHORT = Term("ALS", "", "A disease of nerves."), Term("cohort", "group", do_not_flag=True)
MEDIAN = Term("median", "middle value", "Half are above.")
TERMS = (ALS, COHORT, MEDIAN)


@pytest.fixture
def glossary(qtbot: QtBot) -> Iterator[GlossaryDialog]:
    dialog = GlossaryDialog()
    qtbot.addWidget(dialog)
    dialog.show_terms(TERMS)
    dialog.show()
    qtbot.waitExposed(dialog)
    yield dialog
    dialog.close()


def test_search_narrows_the_list_and_down_goes_into_it(glossary: GlossaryDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(glossary.search, "MIDDLE val")
    assert glossary.list.model().rowCount() == 1
    assert glossary.fields.term() == MEDIAN
    qtbot.keyClick(glossary.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is glossary.list
    qtbot.keyClick(glossary.search, Qt.Key.Key_Escape)
    assert glossary.list.model().rowCount() == 3 and glossary.isVisible()


def test_arrow_keys_show_each_term_and_ask_where_it_stands(glossary: GlossaryDialog, qtbot: QtBot) -> None:
    glossary.list.setFocus()
    with qtbot.waitSignal(glossary.uses_requested) as asked:
        qtbot.keyClick(glossary.list, Qt.Key.Key_Down)
    assert asked.args == ["cohort"]
    assert glossary.fields.term() == COHORT and glossary.fields.mark.isChecked()
    glossary.show_uses(1)
    assert glossary._uses.text() == "It stands in 1 summary."


def test_a_term_is_edited_in_place_and_followed_under_its_new_word(glossary: GlossaryDialog, qtbot: QtBot) -> None:
    glossary.show_term("cohort")
    glossary.fields.word.setFocus()
    glossary.fields.word.selectAll()
    qtbot.keyClicks(glossary.fields.word, "study group")
    with qtbot.waitSignal(glossary.save_requested) as asked:
        qtbot.keyClick(glossary.fields.word, Qt.Key.Key_Tab)
    changed = Term("study group", "group", do_not_flag=True)
    assert asked.args == [changed, "cohort"]
    glossary.show_terms((ALS, MEDIAN, changed))
    assert glossary.list.term() == changed
    glossary.show_done("term_changed", {"term": "study group", "can_undo": True})
    with qtbot.assertNotEmitted(glossary.undo_requested):
        qtbot.keyClick(glossary.fields.word, Qt.Key.Key_Return)
    assert glossary.isVisible()


def test_escape_gives_the_old_words_back_and_an_emptied_word_changes_nothing(
    glossary: GlossaryDialog, qtbot: QtBot
) -> None:
    glossary.show_term("median")
    glossary.fields.explanation.setFocus()
    qtbot.keyClicks(glossary.fields.explanation, "x")
    qtbot.keyClick(glossary.fields.explanation, Qt.Key.Key_Escape)
    assert glossary.fields.term() == MEDIAN and glossary.isVisible()
    glossary.fields.word.setFocus()
    glossary.fields.word.clear()
    with qtbot.assertNotEmitted(glossary.save_requested):
        qtbot.keyClick(glossary.fields.word, Qt.Key.Key_Return)
    assert glossary.fields.term() == MEDIAN


def test_delete_in_the_list_removes_and_undo_stands_in_the_dialog(glossary: GlossaryDialog, qtbot: QtBot) -> None:
    glossary.list.setFocus()
    with qtbot.waitSignal(glossary.remove_requested) as asked:
        qtbot.keyClick(glossary.list, Qt.Key.Key_Delete)
    assert asked.args == ["ALS"]
    glossary.show_terms(TERMS[1:])
    glossary.show_done("term_removed", {"term": "ALS", "can_undo": True})
    assert glossary.list.term() == COHORT
    with qtbot.waitSignal(glossary.undo_requested):
        qtbot.keyClick(glossary.notices.action_button, Qt.Key.Key_Space)


def test_files_in_and_out_and_bad_rows_are_named(
    glossary: GlossaryDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = str(tmp_path / "words.csv")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (path, ""))  # the system's own dialog
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (path, ""))
    with qtbot.waitSignal(glossary.read_requested) as read:
        qtbot.keyClick(glossary.read, Qt.Key.Key_Space)
    with qtbot.waitSignal(glossary.write_requested) as written:
        qtbot.keyClick(glossary.write, Qt.Key.Key_Space)
    assert read.args == written.args == [path]
    glossary.show_bad_rows([BadRow(row, NO_TERM) for row in range(2, 9)])
    assert glossary._bad_rows.text().startswith("Row 2: no term.") and "And 3 more." in glossary._bad_rows.text()
    glossary.show_bad_rows([])
    assert glossary._bad_rows.isHidden()


def test_ten_thousand_terms_are_shown_and_searched(glossary: GlossaryDialog, qtbot: QtBot) -> None:
    glossary.show_terms([Term(f"word {number}", f"plain {number}") for number in range(10_000)])
    qtbot.keyClicks(glossary.search, "9999")
    assert glossary.list.model().rowCount() == 1


def test_an_empty_glossary_says_what_it_is_for(qtbot: QtBot) -> None:
    dialog = GlossaryDialog()
    qtbot.addWidget(dialog)
    dialog.show_terms(())
    assert not dialog.fields.isEnabled() and dialog.remove.isHidden()
    assert "hard words" in dialog._uses.text()
    with qtbot.waitSignal(dialog.add_requested):
        dialog.add.click()


@pytest.fixture
def word(qtbot: QtBot) -> Iterator[TermDialog]:
    dialog = TermDialog(Term("utilised"), ("used", "applied"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    yield dialog
    dialog.close()


def test_enter_keeps_the_word_with_the_plain_words_that_the_lists_know(word: TermDialog, qtbot: QtBot) -> None:
    assert QApplication.focusWidget() is word.fields.plain
    with qtbot.waitSignal(word.saved) as saved:
        qtbot.keyClick(word.fields.plain, Qt.Key.Key_Return)
    assert saved.args == [Term("utilised", "used"), ""]
    assert not word.isVisible()


def test_everything_about_a_word_by_keyboard(word: TermDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(word.fields.plain, "put to use")
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "To use.")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    word.fields.explanation.setFocus()
    with qtbot.waitSignal(word.saved) as saved:
        qtbot.keyClick(word.fields.explanation, Qt.Key.Key_Return)
    assert saved.args == [Term("utilised", "put to use", "To use.", True), ""]


def test_another_idea_is_taken_with_its_button(word: TermDialog, qtbot: QtBot) -> None:
    (chip,) = [button for button in word.fields.findChildren(QPushButton) if button.text() == "applied"]
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert word.fields.plain.text() == "applied"


def test_a_term_needs_a_word_and_escape_leaves_all_as_it_was(qtbot: QtBot) -> None:
    dialog = TermDialog(Term(""))
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.assertNotEmitted(dialog.saved):
        qtbot.keyClick(dialog.fields.word, Qt.Key.Key_Return)
        assert dialog.isVisible() and dialog._error.isVisible()
        qtbot.keyClick(dialog.fields.word, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_known_word_is_changed_and_not_doubled(qtbot: QtBot) -> None:
    dialog = TermDialog(MEDIAN, ("average",), is_known=True)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle() == "In your glossary"
    qtbot.keyClicks(dialog.fields.plain, "midpoint")
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save.click()
    assert saved.args == [Term("median", "midpoint", "Half are above."), "median"]


@pytest.fixture
def targets(qtbot: QtBot) -> Iterator[TargetsDialog]:
    dialog = TargetsDialog(Targets())
    qtbot.addWidget(dialog)
    dialog.edited.connect(dialog.show_targets)
    dialog.show()
    qtbot.waitExposed(dialog)
    yield dialog
    dialog.close()


def test_every_preset_has_its_source_and_can_be_told_from_the_numbers() -> None:
    assert presets()[0].key == "plainspoken"
    assert all(preset.source and preset.says for preset in presets())
    assert preset_of(Targets()) == presets()[0]
    assert preset_of(Targets(grade=(1, 2))) is None


def test_a_recommendation_is_chosen_with_the_arrow_keys(targets: TargetsDialog, qtbot: QtBot) -> None:
    targets.preset.setFocus()
    with qtbot.waitSignal(targets.edited) as edited:
        qtbot.keyClick(targets.preset, Qt.Key.Key_Down)
    assert edited.args == [presets()[1].targets]
    assert targets.numbers["simple_explanation_words", 1].text() == "850"
    with qtbot.waitSignal(targets.edited) as edited:
        qtbot.keyClick(targets.reset, Qt.Key.Key_Space)
    assert edited.args == [Targets()]


def test_a_number_is_typed_and_its_partner_gives_way(targets: TargetsDialog, qtbot: QtBot) -> None:
    low = targets.numbers["grade", 0]
    low.setFocus()
    low.selectAll()
    qtbot.keyClicks(low, "9.5")
    with qtbot.waitSignal(targets.edited) as edited:
        qtbot.keyClick(low, Qt.Key.Key_Tab)
    assert edited.args[0].grade == (9.5, 9.5)
    assert (low.text(), targets.numbers["grade", 1].text()) == ("9.5", "9.5")
    assert targets.preset.currentText() == "Your own"
    long = targets.numbers["long_sentence_words", None]
    long.setFocus()
    long.selectAll()
    qtbot.keyClicks(long, "30")
    qtbot.keyClick(long, Qt.Key.Key_Return)
    assert targets._targets.very_long_sentence_words == 30
    assert targets.isVisible()


def test_short_forms_and_a_refused_change(targets: TargetsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(targets.edited) as edited:
        qtbot.keyClick(targets.short_forms, Qt.Key.Key_Space)
    assert edited.args == [Targets(allows_short_forms=False)]
    targets.edited.disconnect(targets.show_targets)
    qtbot.keyClick(targets.numbers["grade", 1], Qt.Key.Key_Up)
    targets.show_fault("This library is open for reading only.")
    assert targets.numbers["grade", 1].text() == "8"
    assert targets.notices.text().startswith("This library")
