"""Every text that readers meet shows its marks, and names them at the foot of its card."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.model.finding import Finding
from app.model.paper import Paper
from app.model.sections import card_of, sections
from app.model.summary import Implication, Summary
from app.ui.editor.panel import EditorPanel
from app.ui.fields.rich_foot import _Entry

WORD = "utilise"
TEXT = f"We {WORD} cells."
SUMMARY = Summary(
    "1",
    paper=Paper(title=TEXT),
    simple_explanation=TEXT,
    study_duration=TEXT,
    participants=TEXT,
    evidence_text=TEXT,
    key_findings=(TEXT, TEXT),
    research_summary=TEXT,
    practical_implications=(Implication(TEXT, TEXT),),
    study_limitations=(TEXT,),
)
SECTIONS = [section for section, _text in sections(SUMMARY)]


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[EditorPanel]:
    panel = EditorPanel()
    qtbot.addWidget(panel)
    panel.resize(960, 700)
    panel.show_summary(SUMMARY)
    with qtbot.waitExposed(panel):
        panel.show()
    yield panel


def found(section: str, code: str = "hard-word") -> Finding:
    return Finding(code, "notice", section, 3, 10, WORD)


def legend(editor: EditorPanel, section: str) -> list[str]:
    card = editor.form.cards[card_of(section)]
    return [entry.text() for entry in card.findChildren(_Entry) if not entry.isHidden()]


@pytest.mark.parametrize("section", SECTIONS)
def test_a_mark_stands_under_its_words_and_is_named_at_the_foot(editor: EditorPanel, section: str) -> None:
    editor.show_findings((found(section),))
    QTest.qWait(20)
    field = editor.form.field(section)
    assert field is not None
    assert [(mark.shape, mark.start, mark.end) for mark in field.edit.marks] == [("dots", 3, 10)]
    assert legend(editor, section) == ["1 hard word"]
    others = [other for other in editor.form.fields() if other is not field]
    assert not any(other.edit.marks for other in others)


def test_a_list_counts_its_marks_together_and_hides_a_kind_in_all(editor: EditorPanel) -> None:
    editor.show_findings((found("key_findings[0]"), found("key_findings[1]"), found("key_findings[1]", "hype-word")))
    QTest.qWait(20)
    assert legend(editor, "key_findings[0]") == ["2 hard words"]  # one line under a word: the graver one
    entry = next(each for each in editor.form.cards["key_findings"].findChildren(_Entry) if not each.isHidden())
    entry.click()
    fields = [editor.form.field("key_findings[0]"), editor.form.field("key_findings[1]")]
    assert [field.edit.marks for field in fields if field] == [(), ()]


def test_what_is_found_in_the_title_stands_under_the_title_that_leads(editor: EditorPanel) -> None:
    editor.show_summary(replace(SUMMARY, plain_title=TEXT))
    editor.show_findings((found("title"),))
    marked = [field.edit.accessibleName() for field in editor.form.fields() if field.edit.marks]
    assert marked == ["Plain title"]


def test_going_to_what_is_about_all_of_a_text_chooses_nothing(editor: EditorPanel) -> None:
    whole = Finding("reading-level", "warning", "research_summary", 0, len(TEXT), TEXT)
    editor.show_findings((whole, found("research_summary")))
    editor.show_finding(found("research_summary"))
    field = editor.form.field("research_summary")
    assert field is not None and field.edit.textCursor().selectedText() == WORD
    editor.show_finding(whole)
    assert not field.edit.textCursor().hasSelection()


def test_an_alternative_lands_where_the_words_stand_by_now(editor: EditorPanel) -> None:
    editor.show_findings((found("research_summary"),))
    field = editor.form.field("research_summary")
    assert field is not None
    field.place_caret(0)
    QTest.keyClicks(field.edit, "Then ")
    editor.take_instead(found("research_summary"), "use")
    assert field.text() == "Then We use cells."
    editor.take_instead(found("research_summary"), "use")
    assert field.text() == "Then We use cells."


def test_a_narrow_text_keeps_a_slim_margin_and_a_wide_one_room_for_the_count(editor: EditorPanel) -> None:
    margins = {
        section: field.edit.document().rootFrame().frameFormat().rightMargin()
        for section in ("simple_explanation", "participants")
        if (field := editor.form.field(section))
    }
    assert margins["simple_explanation"] > 50 > 20 > margins["participants"] > 0
