"""The form of the website's settings, by keys: menu, look, pictures, and the page beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.model.site import DEFAULT_MENU, MenuLink, Site
from app.model.summary import Category
from app.publish.themes import Offered
from app.ui.dialogs.site_settings import PAUSE_MS, SiteSettingsDialog

THEMES = (Offered("calm", "Calm", "Quiet."), Offered("mine", "Mine", "", True, "It is broken in line 3."))
SITE = Site(name="Shelf", categories=(Category("surgery", "Surgery"),), extra={"future": 1})


@pytest.fixture
def dialog(qtbot: QtBot) -> SiteSettingsDialog:
    dialog = SiteSettingsDialog(SITE, themes=THEMES)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def kept(dialog: SiteSettingsDialog, qtbot: QtBot) -> Site:
    with qtbot.waitSignal(dialog.edited) as asked:
        qtbot.keyClick(dialog.keep, Qt.Key.Key_Return)
    return asked.args[0]  # type: ignore[no-any-return]


def test_nothing_changed_is_nothing_handed_out(dialog: SiteSettingsDialog, qtbot: QtBot) -> None:
    assert dialog.site() == SITE
    with qtbot.assertNotEmitted(dialog.edited):
        qtbot.keyClick(dialog.keep, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_the_menu_is_ordered_and_shortened_by_keys(dialog: SiteSettingsDialog, qtbot: QtBot) -> None:
    menu = dialog.menu
    qtbot.keyClick(menu.places, Qt.Key.Key_Down)
    qtbot.keyClick(menu.up, Qt.Key.Key_Space)
    assert [place.name for place in menu.menu()] == ["Categories", "About", "Latest Research", "Contact"]
    assert not menu.up.isEnabled() and menu.down.isEnabled()
    qtbot.keyClick(menu.remove, Qt.Key.Key_Space)
    assert kept(dialog, qtbot).menu == (DEFAULT_MENU[0], *DEFAULT_MENU[2:])


def test_a_page_and_a_link_elsewhere_are_added(dialog: SiteSettingsDialog, qtbot: QtBot) -> None:
    menu = dialog.menu
    menu.page.setCurrentIndex(menu.page.findData("search/"))
    qtbot.keyClick(menu.add, Qt.Key.Key_Space)
    menu.page.setCurrentIndex(menu.page.findData("own"))
    qtbot.keyClicks(menu.name, "Charity")
    qtbot.keyClicks(menu.address, "charity.example")
    qtbot.keyClick(menu.add, Qt.Key.Key_Space)
    assert menu._fault.isVisible() and len(menu.menu()) == 5
    menu.address.clear()
    qtbot.keyClicks(menu.address, "https://charity.example/")
    qtbot.keyClick(menu.add, Qt.Key.Key_Space)
    assert not menu._fault.isVisible()
    assert kept(dialog, qtbot).menu[4:] == (
        MenuLink("Search", "search/"), MenuLink("Charity", "https://charity.example/"),
    )  # fmt: skip


def test_a_place_is_renamed_where_it_stands(dialog: SiteSettingsDialog, qtbot: QtBot) -> None:
    dialog.menu.places.item(0).setText("Who we are")
    assert kept(dialog, qtbot).menu[0] == MenuLink("Who we are", "about/")


def test_a_theme_is_told_of_and_a_broken_one_says_why(dialog: SiteSettingsDialog, qtbot: QtBot) -> None:
    assert dialog._theme_words.text() == "Quiet."
    with qtbot.waitSignal(dialog.page_requested) as asked:
        qtbot.keyClick(dialog.theme, Qt.Key.Key_Down)
    assert asked.args == [replace(SITE, theme="mine"), ""]
    assert dialog._theme_words.text() == "It is broken in line 3."
    assert dialog.theme.currentText() == "Mine (your own)"
    dialog.show_fault("The theme is broken.")
    assert dialog._error.isVisible()
    dialog.show_page("<main></main>")
    assert not dialog._error.isVisible()


def test_a_theme_that_is_gone_stays_chosen_until_the_writer_chooses(qtbot: QtBot) -> None:
    dialog = SiteSettingsDialog(replace(SITE, theme="gone"), themes=THEMES)
    qtbot.addWidget(dialog)
    assert dialog.site().theme == "gone"
    assert dialog._theme_words.text() == "This theme is not on this computer."


def test_the_page_follows_the_keys(dialog: SiteSettingsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.page_requested) as asked:
        qtbot.keyClicks(dialog.field("about"), "We read")
    assert asked.args == [replace(SITE, about="We read"), ""]
    with qtbot.waitSignal(dialog.page_requested) as asked:
        qtbot.keyClick(dialog.page, Qt.Key.Key_Down)
    assert asked.args[1] == "research/"


def test_a_picture_is_made_small_and_told_of_in_words(dialog: SiteSettingsDialog, qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(2400, 1200, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.setText("Author", "a name that must not go out")
    image.save(str(tmp_path / "wide.png"))
    pictures = dialog.pictures
    assert not pictures.words.isEnabled()
    pictures.take(tmp_path / "wide.png")
    qtbot.keyClicks(pictures.words, "A wall")
    pictures.whose.setCurrentIndex(1)
    image.convertToFormat(QImage.Format.Format_ARGB32).save(str(tmp_path / "clear.png"))
    pictures.take(tmp_path / "clear.png")
    site, category = kept(dialog, qtbot).pictures
    assert (site.width, site.height, site.words, site.category) == (1200, 600, "A wall", "")
    assert site.content.startswith(b"\xff\xd8\xff") and category.content.startswith(b"\x89PNG")
    assert category.category == "surgery" and b"must not go out" not in site.content + category.content


def test_what_is_no_picture_is_said(dialog: SiteSettingsDialog, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "no.png").write_bytes(b"no picture")
    with qtbot.assertNotEmitted(dialog.pictures.edited):
        dialog.pictures.take(tmp_path / "no.png")
    assert "no.png is no picture" in dialog.pictures._fault.text()


def test_every_control_has_a_name(dialog: SiteSettingsDialog) -> None:
    from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QPlainTextEdit

    for kind in (QComboBox, QLineEdit, QListWidget, QPlainTextEdit):
        nameless = [widget for widget in dialog.findChildren(kind) if not widget.accessibleName()]
        assert all(widget.objectName().startswith("qt_") for widget in nameless), nameless


def test_alt_and_an_arrow_move_a_place(dialog: SiteSettingsDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.menu.places.setFocus()
    with qtbot.waitSignal(dialog.menu.edited):
        qtbot.keyClick(dialog.menu.places, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [place.name for place in dialog.menu.menu()][:2] == ["Categories", "About"]


def test_a_category_is_put_into_the_menu(dialog: SiteSettingsDialog, qtbot: QtBot) -> None:
    menu = dialog.menu
    menu.page.setCurrentIndex(menu.page.findData("categories/surgery/"))
    assert menu.page.currentText() == "Category: Surgery"
    qtbot.keyClick(menu.add, Qt.Key.Key_Space)
    assert kept(dialog, qtbot).menu[-1] == MenuLink("Surgery", "categories/surgery/")


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        ("base_url", "https://example.org/?x", "not the address of a website"),
        ("base_url", "https://", "not the address of a website"),
        ("contact_target", "write to Ann", "Where messages go"),
        ("feedback_target", "example.org/form", "https://"),
    ],
)
def test_what_would_lead_nowhere_is_said_before_it_is_kept(
    dialog: SiteSettingsDialog, qtbot: QtBot, name: str, typed: str, said: str
) -> None:
    qtbot.keyClicks(dialog.field(name), typed)
    with qtbot.assertNotEmitted(dialog.edited):
        qtbot.keyClick(dialog.keep, Qt.Key.Key_Return)
    assert dialog.isVisible() and said in dialog._error.text()


def test_a_target_that_is_half_typed_does_not_stop_the_page(dialog: SiteSettingsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.page_requested):
        qtbot.keyClicks(dialog.field("contact_target"), "ann@")


def test_the_sentence_stays_when_the_page_catches_up(dialog: SiteSettingsDialog, qtbot: QtBot) -> None:
    pages: list[Site] = []

    def show(site: Site, _address: str) -> None:
        pages.append(site)
        dialog.show_page("<p>x</p>")

    dialog.page_requested.connect(show)
    qtbot.keyClicks(dialog.field("feedback_target"), "nonsense")
    qtbot.keyClick(dialog.keep, Qt.Key.Key_Return)
    qtbot.wait(PAUSE_MS + 200)
    assert "nonsense" in dialog._error.text() and dialog._error.isVisible()
    assert [page.feedback_target for page in pages] == ["nonsense"]
