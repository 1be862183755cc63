"""The Checks panel by keys: everything in one list, dismissed with a reason, taken up again, and never jumping."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.checks.dismissals import dismissal_of
from app.checks.review import checked
from app.model.finding import Finding, PassageSpan, SetAside
from app.model.house_style import HouseStyle
from app.model.summary import Summary
from app.text.drivers import reading
from app.ui.checks.lines import ASIDE, FINDING, HEADING, Line
from app.ui.checks.panel import ChecksPanel
from app.work.review import Reviewed

STYLE = HouseStyle()
SUMMARY = Summary(
    "1",
    plain_title="A breakthrough for rats",
    simple_explanation="We utilise cells. The rats had cells four times weekly and walked for longer.",
    key_findings=("This breakthrough helps rats.", "We utilise cells."),
)
AT = SUMMARY.simple_explanation.index("four times weekly")
RATE = Finding(
    "rate-differs", "error", "simple_explanation", AT, AT + 17, "four times weekly", {"theirs": "weekly, four times"},
    passage=PassageSpan(40, 90, "Rats had cells weekly, four times, and lived on."),
)  # fmt: skip
USE = Finding("hard-word", "notice", "simple_explanation", 3, 10, "utilise", suggestions=("use", "employ"))
HYPE = Finding("hype-word", "warning", "key_findings[0]", 5, 17, "breakthrough")
EMPTY = Finding("section-missing", "error", "study_limitations[0]")
ALL = (USE, RATE, HYPE, EMPTY)


def review(
    findings: tuple[Finding, ...] = ALL, aside: tuple[SetAside, ...] = (), summary: Summary = SUMMARY
) -> Reviewed:
    return Reviewed(summary, findings, reading("", STYLE.targets), "", (), aside)


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[ChecksPanel]:
    window = QMainWindow()
    qtbot.addWidget(window)
    panel = ChecksPanel()
    window.setCentralWidget(panel)
    window.resize(420, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    panel.show_review(review())
    panel.list.setFocus()
    qtbot.waitUntil(panel.list.hasFocus)
    yield panel


def lines_of(panel: ChecksPanel) -> list[Line]:
    model = panel.list.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]


def titles(panel: ChecksPanel) -> list[str]:
    return [f"{line.title} {line.count}" if line.kind == HEADING else line.title for line in lines_of(panel)]


def press(panel: ChecksPanel, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(panel.focusWidget() or panel.list, key)


def test_everything_is_in_one_list_by_section_with_its_place(panel: ChecksPanel) -> None:
    assert titles(panel)[0] == "Simple Explanation 2"
    assert [line.below for line in lines_of(panel) if line.finding] == [
        "Sentence 1",
        "Sentence 2 · must be mended or dismissed",
        "Finding 1",
        "Limitation 1 · must be mended or dismissed",
    ]
    spoken = panel.list.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Sentence 2" in spoken and "must be mended" in spoken


def test_chips_show_one_severity_and_the_switch_groups_by_it(panel: ChecksPanel) -> None:
    assert panel.chips.chips["error"].text() == "2 to mend" and panel.chips.chips[""].text() == "All 4"
    panel.chips.chips["warning"].setFocus()
    press(panel, Qt.Key.Key_Space)
    assert [line.finding for line in lines_of(panel) if line.finding] == [HYPE]
    panel.chips.chips[""].click()
    panel.chips.by_severity.setFocus()
    press(panel, Qt.Key.Key_Space)
    assert [title for title in titles(panel) if title[-1].isdigit()] == ["Must be mended 2", "To look at 1", "Notes 1"]


def test_the_chips_are_one_stop_on_the_way_to_the_list(panel: ChecksPanel) -> None:
    panel.chips.chips[""].setFocus()
    press(panel, Qt.Key.Key_Right)
    assert panel.chips.chips["error"].hasFocus() and panel.chips.severity == "error"
    press(panel, Qt.Key.Key_Tab)
    assert panel.chips.by_severity.hasFocus()
    press(panel, Qt.Key.Key_Tab)
    assert panel.list.hasFocus()


def test_enter_opens_both_texts_and_enter_again_goes_there(qtbot: QtBot, panel: ChecksPanel) -> None:
    press(panel, Qt.Key.Key_Down, Qt.Key.Key_Return)
    opened = panel.list.open_line
    assert opened is not None and opened.line.finding == RATE
    said = " ".join(label.text() for label in opened.findChildren(type(panel._nothing)))
    assert "You wrote" in said and "The paper says" in said and ">weekly, four times<" in said
    with qtbot.waitSignal(panel.go_to_requested) as asked:
        press(panel, Qt.Key.Key_Return)
    assert asked.args == [RATE]
    panel.list.setFocus()
    press(panel, Qt.Key.Key_Escape)
    assert panel.list.open_line is None and panel.list.hasFocus()


def test_tab_goes_into_the_open_line_and_its_buttons_ask(qtbot: QtBot, panel: ChecksPanel) -> None:
    press(panel, Qt.Key.Key_Return, Qt.Key.Key_Tab)
    opened = panel.list.open_line
    assert opened is not None and opened.buttons["take use"].hasFocus()
    with qtbot.waitSignal(panel.replace_requested) as asked:
        press(panel, Qt.Key.Key_Space)
    assert asked.args == [USE, "use"]
    with qtbot.waitSignal(panel.term_requested) as term:
        opened.buttons["term"].click()
    assert term.args == ["utilise"]
    panel.list.open((FINDING, "rate-differs", "simple_explanation", "four times weekly", "0"))
    with qtbot.waitSignal(panel.show_passage_requested) as passage:
        panel.list.open_line.buttons["paper"].click()
    assert passage.args == [RATE.passage]


def test_dismissing_asks_in_place_and_an_error_wants_its_reason(qtbot: QtBot, panel: ChecksPanel) -> None:
    press(panel, Qt.Key.Key_Down, Qt.Key.Key_Return)
    opened = panel.list.open_line
    opened.buttons["dismiss"].click()
    asking = opened.leave_box
    assert asking is not None and asking.words.hasFocus()
    with qtbot.assertNotEmitted(panel.leave_requested, wait=30):
        press(panel, Qt.Key.Key_Return)
    QTest.keyClicks(asking.words, "Both mean the same here")
    with qtbot.waitSignal(panel.leave_requested) as asked:
        press(panel, Qt.Key.Key_Return)
    assert asked.args == [RATE, "here", "Both mean the same here"]
    assert panel.list.hasFocus()


def test_writing_the_reason_moves_nothing_behind_it(qtbot: QtBot, panel: ChecksPanel) -> None:
    panel.window().resize(420, 330)  # the open line is higher than the list
    press(panel, Qt.Key.Key_Down, Qt.Key.Key_Return)
    opened = panel.list.open_line
    assert opened is not None
    opened.buttons["dismiss"].click()
    bar = panel.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() > 0)
    QTest.qWait(50)
    before, current = bar.value(), panel.list.current
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_S, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Control):
        press(panel, key)
        assert (bar.value(), panel.list.current) == (before, current), key
    assert opened.leave_box is not None and opened.leave_box.words.text() == "s"


def test_numbers_of_the_paper_are_no_words_for_the_glossary(panel: ChecksPanel) -> None:
    press(panel, Qt.Key.Key_Down, Qt.Key.Key_Return)
    opened = panel.list.open_line
    assert opened is not None and opened.line.finding == RATE
    assert "dismiss" in opened.buttons and "term" not in opened.buttons


def test_a_finding_about_no_words_is_only_left_where_it_is(panel: ChecksPanel) -> None:
    panel.list.open((FINDING, "section-missing", "study_limitations[0]", "", "0"))
    panel.list.open_line.ask_reason()
    scope = panel.list.open_line.leave_box.scope
    assert scope.count() == 1 and scope.currentData() == "here"


def test_what_was_dismissed_is_counted_listed_and_taken_up_again(qtbot: QtBot, panel: ChecksPanel) -> None:
    aside = SetAside(HYPE, dismissal_of(HYPE, SUMMARY, "here", "The paper says so.", "ada", "2026-05-03"))
    panel.show_review(review((USE, RATE), (aside,)))
    assert "1 dismissed with a reason" in panel.foot._count.text()
    panel.foot.show_button.setFocus()
    press(panel, Qt.Key.Key_Space)
    assert panel.foot.show_button.accessibleName() == "Hide what was dismissed"  # and reads “Hide”
    assert lines_of(panel)[-1].kind == ASIDE and "“The paper says so.”" in lines_of(panel)[-1].below
    panel.list.open(lines_of(panel)[-1].key)
    said = " ".join(label.text() for label in panel.list.open_line.findChildren(type(panel._nothing)))
    assert "Left here by ada on 3 May 2026" in said
    with qtbot.waitSignal(panel.take_up_requested) as asked:
        panel.list.open_line.buttons["take-up"].click()
    assert asked.args == [aside]


def test_f8_goes_through_all_in_the_order_of_the_page_and_round(panel: ChecksPanel) -> None:
    gone: list[Finding] = []
    panel.go_to_requested.connect(gone.append)
    panel.chips.chips["warning"].click()
    for _ in range(5):
        panel.next_finding()
    panel.previous_finding()
    assert gone == [*ALL, USE, EMPTY]
    assert panel.chips.severity == "" and panel.list.current.finding == EMPTY


def test_the_next_one_follows_when_the_current_one_is_gone(panel: ChecksPanel) -> None:
    gone: list[Finding] = []
    panel.go_to_requested.connect(gone.append)
    panel.next_finding()
    panel.next_finding()
    panel.show_review(review((USE, HYPE, EMPTY)))
    panel.next_finding()
    assert gone[-1] == HYPE


def test_the_key_leaves_what_is_at_the_caret_and_nothing_else(qtbot: QtBot, panel: ChecksPanel) -> None:
    panel.chips.chips[""].setFocus()
    panel.show_current(HYPE)
    with qtbot.waitSignal(panel.leave_requested) as asked:
        panel.leave_current()
    assert asked.args == [HYPE, "here", ""]
    panel.show_current(None)
    with qtbot.assertNotEmitted(panel.leave_requested, wait=30):
        panel.leave_current()
    panel.show_current(RATE)
    with qtbot.waitSignal(panel.front_requested):
        panel.leave_current()
    assert panel.list.open_line.line.finding == RATE and panel.list.open_line.leave_box.words.hasFocus()


def test_typing_moves_nothing_the_open_line_and_its_words_stay(panel: ChecksPanel, qtbot: QtBot) -> None:
    panel.list.open((FINDING, "rate-differs", "simple_explanation", "four times weekly", "0"))
    opened = panel.list.open_line
    opened.ask_reason()
    QTest.keyClicks(opened.leave_box.words, "half a rea")
    qtbot.wait(80)  # the line has its new height, and the box is in sight
    top = opened.mapTo(panel, QPoint(0, 0)).y()
    text = "New words. " + SUMMARY.simple_explanation
    moved = tuple(replace(found, start=found.start + 11, end=found.end + 11) for found in (USE, RATE))
    new = Finding("hard-word", "notice", "simple_explanation", 0, 3, "New")
    panel.show_review(review((new, *moved, HYPE), (), replace(SUMMARY, simple_explanation=text)))
    assert panel.list.open_line is opened and opened.leave_box.words.text() == "half a rea"
    assert opened.leave_box.words.hasFocus() and opened.line.finding == moved[1]
    assert opened.mapTo(panel, QPoint(0, 0)).y() == top or panel.list.verticalScrollBar().maximum() == 0


def many(count: int) -> tuple[Summary, tuple[Finding, ...]]:
    sentence = "We utilise cells here. "
    findings = tuple(
        Finding(
            "hard-word", "notice", "research_summary", 23 * turn + 3, 23 * turn + 10, "utilise", suggestions=("use",)
        )
        for turn in range(count)
    )
    return Summary("2", research_summary=sentence * count), findings


def test_a_thousand_findings_keep_their_place_when_some_go(panel: ChecksPanel) -> None:
    summary, findings = many(1000)
    panel.show_review(review(findings, (), summary))
    assert panel.list.model().rowCount() == 1001
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_End)
    assert panel.list.current.finding == findings[-1]
    panel.list.choose(lines_of(panel)[500].key)
    row = panel.list.indexAt(QPoint(10, 100))
    seen, place = row.data(Qt.ItemDataRole.UserRole).finding.start, panel.list.visualRect(row).top()
    panel.show_review(review(findings[:900], (), summary))
    row = panel.list.indexAt(QPoint(10, 100))
    assert row.data(Qt.ItemDataRole.UserRole).finding.start == seen and panel.list.visualRect(row).top() == place
    assert not panel.list.findChildren(type(panel.chips.by_severity))  # lines are painted, not built


def test_a_hidden_panel_waits_with_its_list(panel: ChecksPanel) -> None:
    panel.hide()
    panel.show_review(review((USE,)))
    assert len(lines_of(panel)) > 2
    panel.show()
    assert [line.finding for line in lines_of(panel) if line.finding] == [USE]


def test_another_summary_starts_afresh(panel: ChecksPanel) -> None:
    panel.chips.chips["error"].click()
    panel.list.open((FINDING, "rate-differs", "simple_explanation", "four times weekly", "0"))
    other = Summary("9", key_findings=("This breakthrough helps rats.",))
    panel.show_review(review(checked(other, STYLE).open, (), other))
    assert panel.list.open_line is None and panel.chips.severity == ""
    panel.show_review(review((), (), other))
    assert panel._nothing.isVisible() and "verif" not in panel._nothing.text().lower()
