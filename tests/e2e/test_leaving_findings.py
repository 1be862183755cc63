"""Findings that are left as they are: here, in the summary, everywhere; undone, kept, back when the text changes."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app import paths
from app.ui.checks.lines import ASIDE
from app.ui.checks.panel import ChecksPanel
from app.ui.explaining import Explaining
from app.ui.window import Window
from app.work.memory import system_name
from db.library import Library

Steps = Generator[Any, None, None]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TEXT = "We utilise new cells. The rats could walk for longer."
FINDING = "Again we utilise new cells in the rats."


def library() -> Library:
    return Library.open(paths.data_folder() / "Sample library.plainspoken")


def left_everywhere() -> list[tuple[str, str]]:
    with library() as opened:
        return [(each.scope, each.text) for each in opened.style().dismissals]


def panel(window: Window) -> ChecksPanel:
    found = window.side.findChild(ChecksPanel)
    assert found is not None
    return found


def marked(window: Window, section: str = "simple_explanation") -> list[str]:
    field = window.editor.form.field(section)
    return [found.code for found in field.findings] if field else []


def begin(desktop: Any, window: Window) -> Steps:
    """A new summary with one hard word twice: in its Simple Explanation and in a finding."""
    yield lambda: window.page == "welcome"
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "library"
    desktop.ctrl(Qt.Key.Key_N)
    yield lambda: window.page == "editor"
    desktop.keys("Rats that walked")
    desktop.ctrl(Qt.Key.Key_PageDown)
    yield 10
    desktop.keys(TEXT)
    desktop.ctrl(Qt.Key.Key_PageDown)
    desktop.ctrl(Qt.Key.Key_PageDown)
    yield 10
    desktop.key(Qt.Key.Key_Space)  # Add a finding
    yield 10
    desktop.keys(FINDING)
    desktop.ctrl(Qt.Key.Key_PageUp)
    desktop.ctrl(Qt.Key.Key_PageUp)
    yield lambda: "hard-word" in marked(window) and "hard-word" in marked(window, "key_findings[0]")


def explain_first_word(desktop: Any, window: Window) -> Explaining:
    window.editor.form.field("simple_explanation").place_caret(6)
    desktop.ctrl(Qt.Key.Key_Period)
    box = window.findChild(Explaining)
    assert box is not None and box.isVisible()
    return box


def test_here_is_one_key_one_step_and_stays_until_the_sentence_changes(desktop: Any) -> None:
    ids: list[str] = []

    def script(window: Window) -> Steps:
        yield from begin(desktop, window)
        explain_first_word(desktop, window)
        desktop.keys("h")
        yield lambda: "hard-word" not in marked(window)
        assert "hard-word" in marked(window, "key_findings[0]")
        assert window.table["undo"].text() == "Undo leave “utilise” as it is"
        desktop.ctrl(Qt.Key.Key_Z)
        yield lambda: "hard-word" in marked(window)
        desktop.ctrl(Qt.Key.Key_Y)
        yield lambda: "hard-word" not in marked(window)
        ids.append(window.editor._summary.id)
        yield 1200

    desktop.run(script)
    with library() as opened:
        kept = opened.load(ids[0]).dismissals[0]
    assert (kept.scope, kept.text, kept.context, kept.by) == ("here", "utilise", "We utilise new cells.", system_name())
    assert len(kept.date) == 10

    def again(window: Window) -> Steps:
        yield lambda: window.page == "editor"
        yield lambda: "hard-word" in marked(window, "key_findings[0]")
        assert "hard-word" not in marked(window)
        window.editor.form.field("simple_explanation").place_caret(20)
        desktop.keys(" now")
        yield lambda: "hard-word" in marked(window)

    desktop.run(again)


def test_in_the_summary_and_taken_up_again_from_the_panel(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from begin(desktop, window)
        desktop.ctrl(Qt.Key.Key_4)
        explain_first_word(desktop, window)
        desktop.keys("s")
        yield lambda: "hard-word" not in marked(window) + marked(window, "key_findings[0]")
        checks = panel(window)
        assert "2 dismissed" in checks.foot._count.text()
        checks.foot.show_button.click()
        lines = checks.list._lines.lines
        checks.list.setFocus()
        checks.list.choose(next(line.key for line in lines if line.kind == ASIDE))
        desktop.key(Qt.Key.Key_Return)
        desktop.key(Qt.Key.Key_Tab)
        desktop.key(Qt.Key.Key_Space)
        yield lambda: "hard-word" in marked(window) and "hard-word" in marked(window, "key_findings[0]")
        assert window.editor._summary.dismissals == ()

    desktop.run(script)


def test_everywhere_holds_in_the_next_summary_and_the_notice_takes_it_back(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from begin(desktop, window)
        explain_first_word(desktop, window)
        desktop.keys("l")
        yield lambda: "hard-word" not in marked(window) + marked(window, "key_findings[0]")
        assert "“utilise” is left as it is in every summary" in window.notices.text()
        assert window.editor._summary.dismissals == ()
        assert left_everywhere() == [("library", "utilise")]
        window.notices.action_button.click()
        yield lambda: "hard-word" in marked(window)
        assert left_everywhere() == []

    desktop.run(script)


def test_a_resting_pointer_explains_and_esc_gives_the_text_back(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from begin(desktop, window)
        field = window.editor.form.field("simple_explanation")
        field.place_caret(0)
        yield 20
        cursor = field.edit.textCursor()
        cursor.setPosition(6)
        place = field.edit.cursorRect(cursor).center()
        for shift in (0, 1, 2):
            QTest.mouseMove(field.edit.viewport(), place + QPoint(shift, 0))
            yield 20
        yield lambda: window.findChild(Explaining)
        assert field.edit.hasFocus()
        desktop.key(Qt.Key.Key_Escape)
        yield lambda: window.findChild(Explaining) is None
        desktop.keys("So ")
        assert field.text().startswith("So We utilise")

    desktop.run(script)


def test_f8_goes_round_every_section_and_alt_delete_leaves_what_it_stands_on(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from begin(desktop, window)
        desktop.ctrl(Qt.Key.Key_4)
        yield 300
        checks = panel(window)
        findings = checks._reviewed.findings
        visited = []
        for _ in findings:
            desktop.key(Qt.Key.Key_F8)
            visited.append(checks._current)
            assert checks.list.current.finding == checks._current
        assert visited == list(findings)
        assert {found.section.partition("[")[0] for found in visited} >= {"simple_explanation", "key_findings"}
        while checks._current.code != "hard-word":
            desktop.key(Qt.Key.Key_F8)
        field = window.editor.form.field("simple_explanation")
        assert field.edit.hasFocus() and field.edit.textCursor().selectedText() == "utilise"
        desktop.key(Qt.Key.Key_Delete, ALT)
        yield lambda: "hard-word" not in marked(window)
        assert field.text() == TEXT
        desktop.key(Qt.Key.Key_F8)
        assert checks._current is not None and checks._current.section != "simple_explanation"

    desktop.run(script)


def test_ready_waits_for_errors_to_be_dismissed_with_a_reason(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from begin(desktop, window)
        outline, checks = window.editor.outline, panel(window)
        assert outline._ready.text() == "Not ready yet" and "not complete" in outline._why.text()
        window.table["state_ready"].trigger()
        assert window.notices.text().startswith("Not ready yet: ")
        assert window.editor._summary.status == "draft"
        while any(found.severity == "error" for found in checks._reviewed.findings):
            before = len(checks._reviewed.findings)
            desktop.key(Qt.Key.Key_F8)
            if checks._current.severity != "error":
                continue
            desktop.key(Qt.Key.Key_Delete, ALT)
            asking = checks.list.open_line.leave_box
            assert window.side.tab == "checks" and asking.words.hasFocus()
            desktop.keys("Comes in the next round")
            desktop.key(Qt.Key.Key_Return)
            yield lambda before=before: len(checks._reviewed.findings) < before
        assert outline._ready.text() == "Ready to publish"
        window.table["state_ready"].trigger()
        assert window.editor._summary.status == "ready"

    desktop.run(script)
