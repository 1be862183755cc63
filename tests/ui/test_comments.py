"""Comments by keys: said in the dialog, answered and settled in their part, marked in the margin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from app.model.comment import RESOLVED, Comment, Reply
from app.model.summary import Summary
from app.ui.dialogs.comment import CommentDialog
from app.ui.editor.panel import EditorPanel
from app.ui.fields.marks import COMMENT
from app.ui.history.panel import HistoryPanel

SUMMARY = Summary(
    "s",
    simple_explanation="Rats ran far.",
    comments=(
        Comment("1", "How <b>far</b>?", "simple_explanation", 9, 12, "Jonas", "2026-11-20T10:00:00Z",
                replies=(Reply("Two miles.", "Maria", "2026-11-20T11:00:00Z"),)),
        Comment("2", "", "simple_explanation", 0, 4, "Jonas", "2026-11-20T10:00:00Z", "Mice"),
        Comment("3", "Old", "simple_explanation", 0, 0, "Jonas", "2026-11-20T10:00:00Z", None, RESOLVED),
    ),
)  # fmt: skip


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[HistoryPanel]:
    window, panel = QMainWindow(), HistoryPanel()
    qtbot.addWidget(window)
    window.setCentralWidget(panel)
    window.resize(392, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    panel.show_summary(SUMMARY)
    panel.show_comments()
    yield panel


def texts(panel: HistoryPanel) -> list[str]:
    return [label.text() for label in panel.comments.area.widget().findChildren(QLabel)]


def press(panel: HistoryPanel, wish: str) -> None:
    buttons = panel.comments.area.widget().findChildren(QPushButton)
    button = next(one for one in buttons if one.property("wish") == wish)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_open_ones_are_shown_in_the_order_of_the_text(panel: HistoryPanel) -> None:
    assert panel.comments_part.text() == "Comments  2" and panel.comments.isVisible()
    assert "How <b>far</b>?" in texts(panel) and "Two miles." in texts(panel) and "Old" not in texts(panel)
    panel.comments.settled.setFocus()
    QTest.keyClick(panel.comments.settled, Qt.Key.Key_Space)
    assert "Old" in texts(panel) and "Simple Explanation · Resolved" in texts(panel)


def test_every_wish_is_said_by_keys(panel: HistoryPanel) -> None:
    said: list[tuple[str, ...]] = []
    view = panel.comments
    for name in ("accept", "decline", "resolve", "remove"):
        getattr(view, f"{name}_requested").connect(lambda one, name=name: said.append((name, one)))
    view.go_to_requested.connect(lambda *place: said.append(("go", *map(str, place))))
    for wish in ("go", "accept", "decline", "resolve", "remove"):
        press(panel, wish)
    assert said == [
        ("go", "simple_explanation", "0", "4"),
        ("accept", "2"),
        ("decline", "2"),
        ("resolve", "1"),
        ("remove", "2"),
    ]


def test_an_answer_is_typed_and_typing_elsewhere_leaves_it(panel: HistoryPanel) -> None:
    said: list[tuple[str, str]] = []
    panel.comments.answered.connect(lambda *answer: said.append(answer))
    field = panel.comments.area.widget().findChildren(QLineEdit)[0]
    field.setFocus()
    QTest.keyClicks(field, "Yes")
    panel.show_summary(replace(SUMMARY, plain_title="New"))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said == [("2", "Yes")]


def test_a_comment_is_said_and_words_suggested(qtbot: QtBot) -> None:
    dialog = CommentDialog("Rats", "Simple Explanation")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    said: list[tuple[str, str | None]] = []
    dialog.said.connect(lambda *words: said.append(words))
    dialog.show()
    QTest.keyClick(dialog.add, Qt.Key.Key_Space)
    assert not said and dialog.isVisible()
    QTest.keyClicks(dialog.text, "Which?")
    QTest.keyClick(dialog.suggests, Qt.Key.Key_Space)
    dialog.instead.selectAll()
    QTest.keyClicks(dialog.instead, "Mice")
    QTest.keyClick(dialog.add, Qt.Key.Key_Space)
    assert said == [("Which?", "Mice")] and not dialog.isVisible()


def test_the_words_are_marked_in_the_text(qtbot: QtBot) -> None:
    editor = EditorPanel()
    qtbot.addWidget(editor)
    editor.show_summary(SUMMARY)
    field = editor.form.field("simple_explanation")
    assert field is not None
    assert [(mark.start, mark.end) for mark in field.edit.marks if mark.shape == COMMENT] == [(9, 12), (0, 4)]
    field.place_caret(9, 12)
    assert editor.chosen_place() == ("simple_explanation", 9, 12)
    editor.show_summary(replace(SUMMARY, comments=()))
    assert not [mark for mark in field.edit.marks if mark.shape == COMMENT]


def test_tab_goes_through_the_comments_in_their_place_after_they_were_built_anew(
    panel: HistoryPanel, qtbot: QtBot
) -> None:
    window = panel.window()
    assert isinstance(window, QMainWindow)
    window.statusBar().addWidget(QPushButton("After all of it"))
    for answer in ("", " Ten miles."):
        told = replace(SUMMARY.comments[0], text=f"How far?{answer}")
        panel.show_summary(replace(SUMMARY, comments=(told, *SUMMARY.comments[1:])))
    view = panel.comments
    view.settled.setFocus()
    qtbot.waitUntil(view.settled.hasFocus)
    met = []
    for _turn in range(6):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    assert met[0] is view.area
    assert [one.property("comment") for one in met[1:] if one is not None] == ["2"] * 5
    assert [one.property("wish") for one in met[2:] if one is not None] == ["go", "accept", "decline", "remove"]
