"""A library file copied to another computer brings its own settings along, and none that are its writer's."""

from __future__ import annotations

import shutil
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from app import paths, settings
from app.model.house_style import Term
from app.settings import Settings
from app.ui.dialogs.glossary import GlossaryDialog
from app.ui.dialogs.site_settings import SiteSettingsDialog
from app.ui.dialogs.targets import TargetsDialog
from app.ui.look import fonts
from app.ui.window import Window

Steps = Generator[Any, None, None]
MINE = Settings(
    writer="Anna of house one", mail="anna@house-one.example", trash_days=7, may_look_up=True, text_percent=125,
    scheme="dark", spelling_words=("houseoneword",), has_toured=True, services={"crossref": "https://house-one.example/"},
)  # fmt: skip


@pytest.fixture(autouse=True)
def usual_letters() -> Generator[None, None, None]:
    yield
    fonts.set_percent(100)


def move_to(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another computer, on which the program was never started but for its tour."""
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("PLAINSPOKEN_HOME", str(home / "plainspoken"))


def shown(window: Window, action: str, kind: type[QDialog]) -> Any:
    """Open a dialog by its action and wait for it."""
    window.table[action].trigger()
    yield lambda: isinstance(QApplication.activeModalWidget(), kind)


def test_a_library_brings_its_settings_to_another_home(
    desktop: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.save(MINE, paths.settings_file())
    seen: dict[str, Any] = {}

    def in_house_one(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "library"
        yield from shown(window, "site_settings", SiteSettingsDialog)
        dialog: Any = QApplication.activeModalWidget()
        dialog.field("name").selectAll()
        dialog.field("name").setFocus()
        desktop.keys("The shelf of house one")
        dialog.keep.click()
        yield lambda: QApplication.activeModalWidget() is None
        yield from shown(window, "targets", TargetsDialog)
        dialog = QApplication.activeModalWidget()
        dialog.numbers["grade", 1].setFocus()
        dialog.numbers["grade", 1].selectAll()
        desktop.keys("4")
        desktop.key(Qt.Key.Key_Return)
        desktop.key(Qt.Key.Key_Escape)
        yield lambda: QApplication.activeModalWidget() is None
        yield from shown(window, "glossary", GlossaryDialog)
        QApplication.activeModalWidget().add.click()  # type: ignore[union-attr]
        yield lambda: not isinstance(QApplication.activeModalWidget(), GlossaryDialog)
        desktop.keys("cohort")
        desktop.key(Qt.Key.Key_Return)
        yield lambda: isinstance(QApplication.activeModalWidget(), GlossaryDialog)
        desktop.key(Qt.Key.Key_Escape)
        yield lambda: QApplication.activeModalWidget() is None
        seen["categories"] = [category.name for category in window.library._categories]

    def in_house_two(window: Window) -> Steps:
        yield lambda: window.page == "library"
        yield 300
        assert [category.name for category in window.library._categories] == seen["categories"]
        seen["target"] = window.library.table._painter.targets.grade
        yield from shown(window, "site_settings", SiteSettingsDialog)
        dialog: Any = QApplication.activeModalWidget()
        seen["name"] = dialog.field("name").text()
        dialog.reject()
        yield lambda: QApplication.activeModalWidget() is None
        yield from shown(window, "glossary", GlossaryDialog)
        dialog = QApplication.activeModalWidget()
        seen["term"] = dialog.list.term()
        dialog.reject()
        yield lambda: QApplication.activeModalWidget() is None
        seen["percent"] = fonts.px(100)

    desktop.run(in_house_one)
    house_one = (paths.data_folder() / "Sample library.plainspoken").read_bytes()
    other = tmp_path / "house-two"
    other.mkdir()
    moved = other / "From a colleague.plainspoken"
    shutil.copyfile(paths.data_folder() / "Sample library.plainspoken", moved)
    move_to(other, monkeypatch)
    desktop.run(in_house_two, str(moved))

    assert (seen["name"], seen["target"], seen["term"]) == ("The shelf of house one", (4, 4), Term("cohort"))
    assert seen["percent"] == 100, "how large the letters are is the other writer's own affair"
    theirs, usual = settings.load(paths.settings_file())[0], Settings()
    assert paths.settings_file().is_relative_to(other)
    for name in ("writer", "mail", "trash_days", "may_look_up", "text_percent", "scheme", "spelling_words", "services"):
        assert getattr(theirs, name) == getattr(usual, name) != getattr(MINE, name), name
    for secret in (MINE.mail, "houseoneword", "https://house-one.example/"):
        assert secret.encode() not in house_one, "what is the writer's own is in no file that is handed on"
    assert theirs.last_library == str(moved)
