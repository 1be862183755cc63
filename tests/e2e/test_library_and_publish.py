"""The library's day: trash and back, a second window, files that come in, the website that goes out."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from app import paths
from app.opening import Opener
from app.ui.dialogs.publish import PublishDialog
from app.ui.window import Window
from db.library import Library

Steps = Generator[Any, None, None]


def open_sample(desktop: Any, window: Window) -> Steps:
    yield lambda: window.page == "welcome"
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "library"


def statuses() -> dict[str, int]:
    with Library.open(paths.data_folder() / "Sample library.plainspoken") as library:
        counts = library.counts()
        return {**counts.statuses, "trash": counts.trashed}


def test_the_trash_gives_back_by_undo(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from open_sample(desktop, window)
        desktop.key(Qt.Key.Key_Delete)
        yield lambda: statuses()["trash"] == 1
        assert not window.notices.isHidden()
        window.notices.action_requested.emit()
        yield lambda: statuses()["trash"] == 0

    desktop.run(script)


def test_a_second_window_can_only_read(desktop: Any) -> None:
    opener = Opener()
    opener.sample().close()

    def script(window: Window) -> Steps:
        yield lambda: window.page == "library"
        assert not window.notices.isHidden()
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        desktop.keys("This must not change anything.")
        yield 1200
        assert not window.table["undo"].isEnabled()

    try:
        desktop.run(script, "--library", str(paths.data_folder() / "Sample library.plainspoken"))
    finally:
        opener.release()
    assert statuses() == {"published": 3, "trash": 0}


def test_a_file_dropped_on_the_window_comes_in(desktop: Any, tmp_path: Path) -> None:
    source = next((paths.resources() / "sample").glob("repeated*.json"))
    file = tmp_path / "mine.json"
    file.write_text(source.read_text().replace("0f6d1c8e", "0f6d1c8f"), encoding="utf-8")

    def script(window: Window) -> Steps:
        yield from open_sample(desktop, window)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file))])
        event = QDropEvent(
            QPoint(300, 300),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        window.dropEvent(event)
        yield lambda: window.page == "editor"

    desktop.run(script)
    assert statuses()["published"] == 4


@pytest.mark.parametrize("form", ["site", "html", "json"])
def test_the_website_goes_out(desktop: Any, tmp_path: Path, form: str) -> None:
    def script(window: Window) -> Steps:
        yield from open_sample(desktop, window)
        desktop.ctrl(Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
        yield lambda: isinstance(QApplication.activeModalWidget(), PublishDialog)
        dialog = QApplication.activeModalWidget()
        dialog.format.setCurrentIndex(dialog.format.findData(form))
        dialog.show_folder(str(tmp_path / "out"))
        yield lambda: dialog.publish.isEnabled()
        dialog.publish.click()
        yield lambda: dialog.open_button.isVisible()
        dialog.reject()
        yield 50

    desktop.run(script)
    name = {"site": "index.html", "html": "*als-2021.html", "json": "*als-2021.json"}[form]
    assert list((tmp_path / "out").glob(name))


def test_every_dialog_opens_and_closes_by_keys(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from open_sample(desktop, window)
        for name in ("keys", "categories", "site_settings", "publish", "about"):
            window.table[name].trigger()
            yield lambda: QApplication.activeModalWidget() or QApplication.activePopupWidget()
            yield 80
            desktop.key(Qt.Key.Key_Escape)
            yield lambda: not (QApplication.activeModalWidget() or QApplication.activePopupWidget())
        assert window.page == "library"

    desktop.run(script)


def test_the_palette_finds_an_action_and_does_it(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from open_sample(desktop, window)
        desktop.ctrl(Qt.Key.Key_K)
        yield lambda: isinstance(QApplication.focusWidget(), QLineEdit)
        desktop.keys("new summ")
        yield 50
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"

    desktop.run(script)


def test_a_fault_of_ours_is_told_and_the_program_goes_on(desktop: Any, caplog: pytest.LogCaptureFixture) -> None:
    def script(window: Window) -> Steps:
        yield from open_sample(desktop, window)
        desktop.ctrl(Qt.Key.Key_N)
        yield lambda: window.page == "editor"
        desktop.keys("Safe words")
        error = ValueError("ours")
        sys.excepthook(ValueError, error, None)
        yield lambda: QApplication.activeModalWidget()
        texts = [file.read_text("utf-8") for file in paths.data_folder().rglob("*.json")]
        assert any("Safe words" in text for text in texts), "a copy of the open text is beside the library"
        QApplication.activeModalWidget().close()
        window.activateWindow()
        yield lambda: QApplication.focusWidget()
        desktop.keys(" and more")
        yield 50

    desktop.run(script)
    assert "ours" in paths.log_file().read_text("utf-8")
    caplog.clear()


def test_a_text_that_cannot_be_saved_is_not_closed_away(desktop: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[str] = []
    connect = sqlite3.connect
    # The program waits five seconds for a busy library; a test need not.
    monkeypatch.setattr(sqlite3, "connect", lambda *args, **more: connect(*args, **{**more, "timeout": 0.1}))

    def answer(name: str) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        answers.append(box.text())
        next(button for button in box.buttons() if button.text() == name).click()

    def script(window: Window) -> Steps:
        yield from open_sample(desktop, window)
        desktop.ctrl(Qt.Key.Key_N)
        yield lambda: window.page == "editor"
        blocker = sqlite3.connect(paths.data_folder() / "Sample library.plainspoken", isolation_level=None)
        blocker.execute("BEGIN IMMEDIATE")
        desktop.keys("Words in danger")
        yield lambda: window.header.saving.text().startswith("Not saved:")
        assert not window.notices.isHidden()
        QTimer.singleShot(1500, lambda: answer("Stay"))
        window.close()
        assert window.isVisible() and len(answers) == 1
        blocker.execute("ROLLBACK")
        blocker.close()
        window.header.saving.retry_requested.emit()
        yield lambda: window.header.saving.text().startswith("Saved")

    desktop.run(script)
    with Library.open(paths.data_folder() / "Sample library.plainspoken") as library:
        assert next(library.load_many()).paper.title == "Words in danger"
