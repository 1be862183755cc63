"""Why words are marked: at the caret by Ctrl+., with a key for everything, and under a resting pointer without it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.model.finding import Finding, PassageSpan
from app.ui import explaining
from app.ui.explaining import Explainer, Explaining
from app.ui.fields import rich_field
from app.ui.fields.rich_field import RichField
from app.ui.popover import GRACE_MS, Popover, fitting, placed

TEXT = "The vehicle had no cells."
HARD = Finding("hard-word", "warning", "simple_explanation", 4, 11, "vehicle", suggestions=("liquid", "dummy infusion"))
WRONG = Finding("rate-differs", "error", "simple_explanation", 4, 11, "vehicle")
PASSIVE = Finding("passive-voice", "notice", "simple_explanation", 4, 11, "vehicle")


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[RichField]:
    window = QMainWindow()
    qtbot.addWidget(window)
    field = RichField("simple_explanation", has_toolbar=True)
    window.setCentralWidget(field)
    window.resize(800, 500)
    field.explainer = Explainer(window)
    field.explain_requested.connect(lambda found: field.explainer.explain(field, found))
    field.hovered.connect(lambda found: field.explainer.hover(field, found))
    field.show_text(TEXT)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    field.place_caret(6)
    qtbot.waitUntil(field.edit.hasFocus)
    yield field


def _open(field: RichField, finding: Finding) -> Explaining:
    field.show_findings((finding,))
    QTest.keyClick(field.edit, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    box = field.window().findChild(Explaining)
    assert box is not None and box.isVisible()
    return box


def test_a_number_takes_the_alternative(qtbot: QtBot, field: RichField) -> None:
    box = _open(field, HARD)
    assert box.ways[0].hasFocus()
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(box.ways[0], Qt.Key.Key_2)
    assert field.text() == "The dummy infusion had no cells."
    assert field.edit.hasFocus()


def test_enter_takes_the_chosen_one(qtbot: QtBot, field: RichField) -> None:
    box = _open(field, HARD)
    QTest.keyClick(box.ways[0], Qt.Key.Key_Down)
    with qtbot.waitSignal(field.edited):
        QTest.keyClick(box.ways[1], Qt.Key.Key_Return)
    assert field.text() == "The dummy infusion had no cells."


@pytest.mark.parametrize("leave", ["escape", "beside", "close"])
def test_leaving_goes_back_to_the_same_caret(field: RichField, leave: str) -> None:
    box = _open(field, PASSIVE)
    assert box.actions_["H"].hasFocus()
    if leave == "escape":
        QTest.keyClick(box.actions_["H"], Qt.Key.Key_Escape)
    elif leave == "beside":
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(795, 495))
    else:
        QTest.keyClick(box.close_button, Qt.Key.Key_Return)
    assert field.edit.hasFocus() and field.caret() == 6 and field.text() == TEXT


def test_other_keys_do_nothing_behind_it(field: RichField) -> None:
    box = _open(field, HARD)
    QTest.keyClick(box.ways[0], Qt.Key.Key_3)
    QTest.keyClick(box.ways[0], Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box.ways[0], "x")
    assert field.text() == TEXT and box.isVisible()
    box.close_and_return()


def test_nothing_opens_where_nothing_is_marked(field: RichField) -> None:
    field.show_findings(())
    QTest.keyClick(field.edit, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert field.window().findChild(Explaining) is None


@pytest.mark.parametrize(("key", "scope"), [("H", "here"), ("S", "summary"), ("L", "library")])
def test_one_key_leaves_the_words_as_they_are(qtbot: QtBot, field: RichField, key: str, scope: str) -> None:
    box = _open(field, HARD)
    with qtbot.waitSignal(field.explainer.leave_requested) as asked:
        QTest.keyClicks(box.ways[0], key.lower())
    assert asked.args == [HARD, scope, ""]
    assert field.edit.hasFocus() and field.text() == TEXT


def test_words_that_are_chosen_are_explained_before_others_at_the_caret(field: RichField) -> None:
    long = Finding("long-sentence", "warning", "simple_explanation", 0, 11, "The vehicle", {"words": 2})
    field.show_findings((HARD, long))
    field.place_caret(0, 11)
    assert field.finding_at_caret() == long
    field.place_caret(6)
    assert field.finding_at_caret() == HARD


def test_a_reason_is_asked_for_in_place(qtbot: QtBot, field: RichField) -> None:
    box = _open(field, HARD)
    QTest.keyClicks(box.ways[0], "r")
    asking = box.leave_box
    assert asking is not None and asking.words.hasFocus() and not box.actions_["H"].isVisible()
    QTest.keyClicks(asking.words, "hsl are letters here")
    QTest.keyClick(asking.scope, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.explainer.leave_requested) as asked:
        QTest.keyClick(asking.words, Qt.Key.Key_Return)
    assert asked.args == [HARD, "summary", "hsl are letters here"]


def test_esc_in_the_reason_only_takes_the_question_away(field: RichField) -> None:
    box = _open(field, HARD)
    QTest.keyClicks(box.ways[0], "r")
    QTest.keyClick(box.leave_box.words, Qt.Key.Key_Escape)
    assert box.isVisible() and box.leave_box is None and box.ways[0].hasFocus()
    box.close_and_return()


def test_an_error_is_not_left_without_a_reason(qtbot: QtBot, field: RichField) -> None:
    box = _open(field, WRONG)
    QTest.keyClicks(box.actions_["H"], "h")
    asking = box.leave_box
    assert asking is not None and asking.words.hasFocus()
    with qtbot.assertNotEmitted(field.explainer.leave_requested, wait=50):
        QTest.keyClick(asking.words, Qt.Key.Key_Return)
    assert box.isVisible()
    QTest.keyClick(asking.reason, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.explainer.leave_requested) as asked:
        QTest.keyClick(asking.words, Qt.Key.Key_Return)
    assert asked.args == [WRONG, "here", "It is right as it stands"]


def test_the_words_can_go_to_the_glossary(qtbot: QtBot, field: RichField) -> None:
    box = _open(field, HARD)
    with qtbot.waitSignal(field.explainer.term_requested) as asked:
        QTest.keyClicks(box.ways[0], "g")
    assert asked.args == ["vehicle"]


def _hovered(field: RichField, position: int) -> None:
    cursor = field.edit.textCursor()
    cursor.setPosition(position)
    place = field.edit.cursorRect(cursor).center()
    for shift in (0, 1):  # the first move only brings the pointer here
        QTest.mouseMove(field.edit.viewport(), place + QPoint(shift, 0))
        QTest.qWait(20)


def test_a_resting_pointer_opens_it_and_the_keyboard_stays_in_the_text(qtbot: QtBot, field: RichField) -> None:
    field.show_findings((HARD,))
    _hovered(field, 6)
    qtbot.waitUntil(lambda: field.window().findChild(Explaining) is not None)
    box = field.window().findChild(Explaining)
    assert box.isVisible() and field.edit.hasFocus() and box.is_hovering
    sentence = field.edit.stretch_rect(0, len(TEXT)).translated(field.edit.mapTo(field.window(), QPoint(0, 0)))
    assert not box.geometry().intersects(sentence)
    _hovered(field, 20)
    qtbot.waitUntil(lambda: field.window().findChild(Explaining) is None)


def test_moving_into_it_keeps_it_open_and_its_buttons_work(qtbot: QtBot, field: RichField) -> None:
    field.show_findings((HARD,))
    _hovered(field, 6)
    qtbot.waitUntil(lambda: field.window().findChild(Explaining) is not None)
    box = field.window().findChild(Explaining)
    QTest.mouseMove(box.ways[1])
    QTest.qWait(700)
    assert box.isVisible()
    with qtbot.waitSignal(field.edited):
        QTest.mouseClick(box.ways[1], Qt.MouseButton.LeftButton)
    assert field.text() == "The dummy infusion had no cells." and field.edit.hasFocus()


def test_esc_closes_what_the_pointer_opened_and_typing_goes_on(qtbot: QtBot, field: RichField) -> None:
    field.show_findings((HARD,))
    _hovered(field, 6)
    qtbot.waitUntil(lambda: field.window().findChild(Explaining) is not None)
    QTest.keyClick(field.edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: field.window().findChild(Explaining) is None)
    QTest.keyClicks(field.edit, "x")
    assert "x" in field.text()


def test_a_box_that_was_closed_while_the_pointer_left_is_not_closed_again(qtbot: QtBot, field: RichField) -> None:
    box = Popover(field)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    closed: list[bool] = []
    box.closed.connect(lambda: closed.append(True))
    box.hover_beside(QRect(20, 20, 40, 20))
    box.leave_soon()
    box.close()
    qtbot.wait(2 * GRACE_MS)
    assert len(closed) == 1


def test_a_low_window_cuts_nothing_off(qtbot: QtBot, field: RichField) -> None:
    field.window().resize(640, 400)
    long = "The rats that had four doses lived the longest of all the rats in the study. " * 3
    told = replace(WRONG, suggestions=("one", "two", "three"), passage=PassageSpan(0, len(long), long))
    box = _open(field, told)
    assert field.window().rect().contains(box.frame.geometry())
    QTest.keyClicks(box.ways[0], "h")
    asking = box.leave_box
    assert asking is not None and asking.words.hasFocus()
    qtbot.waitUntil(lambda: not asking.words.visibleRegion().isEmpty())
    box.close_and_return()


@pytest.mark.parametrize(
    ("beside", "top"),
    [(QRect(100, 50, 2, 20), 77), (QRect(100, 420, 2, 20), 212), (QRect(100, 150, 2, 200), 134)],
)
def test_the_box_leaves_the_place_readable_and_never_leaves_the_window(beside: QRect, top: int) -> None:
    room, box = QRect(0, 0, 640, 500), QRect(0, 0, 370, 200)
    at = placed(beside, box, room)
    assert at.y() == top
    assert room.contains(box.translated(at))
    assert placed(QRect(630, 50, 2, 20), box, room).x() == 639 - 16 - 370


def test_the_box_goes_beside_a_place_that_leaves_no_room_above_and_below() -> None:
    room, box = QRect(0, 0, 1000, 500), QRect(0, 0, 370, 300)
    at = placed(QRect(100, 150, 400, 200), box, room)
    assert at.x() >= 500 and room.contains(box.translated(at))


@pytest.mark.parametrize(
    ("place", "height"),
    [(QRect(20, 100, 600, 60), 216), (QRect(20, 150, 600, 100), 300), (QRect(20, 20, 100, 20), 300)],
)
def test_the_box_gets_lower_before_it_covers_what_it_speaks_of(place: QRect, height: int) -> None:
    assert fitting(place, QSize(370, 300), QRect(0, 0, 640, 400)).height() == height


def test_what_the_box_says_is_said_aloud_and_so_is_what_was_taken(
    field: RichField, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    for place in (explaining, rich_field):
        monkeypatch.setattr(place, "announce", lambda _widget, sentence: said.append(sentence))
    QTest.keyClick(field.edit, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert said == ["Nothing is marked here."]
    box = _open(field, replace(HARD, passage=PassageSpan(0, 17, "The vehicle group")))
    assert said[1].startswith("Hard word: vehicle. ") and said[1].endswith("The vehicle group"), said
    QTest.keyClick(box.ways[0], Qt.Key.Key_1)
    assert said[2].startswith("It says “")
