"""The dialogs beside the library, by key presses: categories, publish, website settings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.model.place import FOLDER, Place
from app.model.site import Site
from app.model.summary import Category
from app.publish.plan import HeldBack, PlannedPage, PublishPlan, SectionChange
from app.ui.dialogs.categories import CategoriesDialog
from app.ui.dialogs.confirm import ConfirmDialog
from app.ui.dialogs.publish import PublishDialog
from app.ui.dialogs.publish_list import PublishList
from app.ui.dialogs.site_settings import SiteSettingsDialog
from app.ui.look import style

PAIN, SKIN, BREATH = Category("pain", "Pain", "What hurts."), Category("skin", "Skin"), Category("breath", "Breath")
PLAN = PublishPlan(
    new=(PlannedPage("a", "A new page"),),
    changed=(PlannedPage("b", "A changed page", (SectionChange("key_findings[1]", "Old.", "New."),)),),
    unchanged=13,
    held_back=(HeldBack("7", "Almost there", "ready"), HeldBack("8", "Just begun", "draft")),
)


@pytest.fixture
def categories(qtbot: QtBot) -> Iterator[CategoriesDialog]:
    dialog = CategoriesDialog()
    qtbot.addWidget(dialog)
    dialog.show_categories((PAIN, SKIN, BREATH), {"pain": 4})
    dialog.show()
    qtbot.waitExposed(dialog)
    yield dialog


def test_a_new_category_is_added_by_enter_and_chosen_when_it_comes(categories: CategoriesDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(categories.new_name, " Technology ")
    with qtbot.waitSignal(categories.save_requested) as asked:
        qtbot.keyClick(categories.new_name, Qt.Key.Key_Return)
    assert asked.args == [Category("", "Technology"), None]
    assert categories.isVisible()
    technology = Category("technology", "Technology")
    categories.show_categories((PAIN, SKIN, BREATH, technology), {})
    assert categories.form.name.text() == "Technology"


def test_a_new_name_asks_for_a_new_address_and_says_the_old_one_redirects(
    categories: CategoriesDialog, qtbot: QtBot
) -> None:
    categories.form.name.setFocus()
    categories.form.name.selectAll()
    qtbot.keyClicks(categories.form.name, "Nerve pain")
    assert "categories/pain/ will lead there" in categories.form.address.text()
    with qtbot.waitSignal(categories.save_requested) as asked:
        qtbot.keyClick(categories.form.name, Qt.Key.Key_Return)
    assert asked.args == [Category("", "Nerve pain", "What hurts."), "pain"]


def test_escape_in_the_name_gives_the_old_name_back(categories: CategoriesDialog, qtbot: QtBot) -> None:
    categories.form.name.setFocus()
    qtbot.keyClicks(categories.form.name, "x")
    qtbot.keyClick(categories.form.name, Qt.Key.Key_Escape)
    assert categories.form.name.text() == "Pain"
    assert categories.isVisible()


def test_a_description_is_kept_with_the_same_address(categories: CategoriesDialog, qtbot: QtBot) -> None:
    categories.form.about.setFocus()
    qtbot.keyClick(categories.form.about, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(categories.form.about, "Aches.")
    with qtbot.waitSignal(categories.save_requested) as asked:
        qtbot.keyClick(categories.form.about, Qt.Key.Key_Tab)
    assert asked.args == [Category("pain", "Pain", "Aches."), "pain"]


def test_order_by_keys(categories: CategoriesDialog, qtbot: QtBot) -> None:
    categories.list.setFocus()
    with qtbot.waitSignal(categories.order_requested) as asked:
        qtbot.keyClick(categories.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert asked.args == [("skin", "pain", "breath")]
    categories.show_categories((SKIN, PAIN, BREATH), {})
    assert categories.form.name.text() == "Pain"
    with qtbot.assertNotEmitted(categories.order_requested):
        categories.list.choose("skin")
        qtbot.keyClick(categories.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)


def test_merge_says_what_will_happen_first(categories: CategoriesDialog, qtbot: QtBot) -> None:
    assert not categories.form.merge.isEnabled()
    categories.form.into.setFocus()
    qtbot.keyClick(categories.form.into, Qt.Key.Key_Down)
    assert "4 summaries will move to “Skin”" in categories.form.merge_words.text()
    with qtbot.waitSignal(categories.merge_requested) as asked:
        qtbot.keyClick(categories.form.merge, Qt.Key.Key_Space)
    assert asked.args == ["pain", "skin"]


def test_delete_asks_once(categories: CategoriesDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(categories.form.delete, Qt.Key.Key_Space)
    with qtbot.waitSignal(categories.delete_requested) as asked:
        qtbot.keyClick(categories.findChild(ConfirmDialog).action, Qt.Key.Key_Space)
    assert asked.args == ["pain"]


def test_a_refused_wish_is_said_and_forgotten_with_the_next(categories: CategoriesDialog) -> None:
    categories.show_error("There is already a category “Skin”.")
    assert categories._error.isVisible()
    categories.show_categories((PAIN,), {})
    assert not categories._error.isVisible()


@pytest.fixture
def publish(qtbot: QtBot) -> Iterator[PublishDialog]:
    dialog = PublishDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    yield dialog


@pytest.mark.parametrize("percent", [100, 200])
def test_titles_of_pages_stand_under_each_other(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    style.apply(qapp, text_percent=percent)
    pages = PublishList()
    qtbot.addWidget(pages)
    pages.show_plan(replace(PLAN, removed=(PlannedPage("c", "A page that goes"),)))
    pages.resize(600, 400)
    pages.show()
    qtbot.waitExposed(pages)
    titles = [label for label in pages.findChildren(QLabel) if label.property("kind") == "strong"]
    places = {label.mapTo(pages, QPoint(0, 0)).x() for label in titles}
    style.apply(qapp)
    assert len(titles) == 3 and len(places) == 1


def test_publish_needs_a_folder_and_says_what_it_will_do(publish: PublishDialog, qtbot: QtBot, tmp_path: Path) -> None:
    publish.show_plan(PLAN)
    assert not publish.publish.isEnabled()
    publish.folder.setFocus()
    qtbot.keyClicks(publish.folder, str(tmp_path))
    with qtbot.waitSignal(publish.plan_requested) as asked:
        qtbot.keyClick(publish.folder, Qt.Key.Key_Tab)
    assert asked.args == ["site", Place(FOLDER, str(tmp_path))]
    publish.show_plan(PLAN)
    assert publish.publish.text() == "Publish 2 changes"
    with qtbot.waitSignal(publish.publish_requested) as wanted:
        qtbot.keyClick(publish.publish, Qt.Key.Key_Space)
    assert wanted.args == ["site", Place(FOLDER, str(tmp_path)), "", False]
    assert publish.is_writing and not publish.publish.isEnabled()
    publish.show_cancelled()  # a dialog that writes does not close


def test_escape_cancels_a_running_export_and_only_then_closes(publish: PublishDialog, qtbot: QtBot) -> None:
    publish.show_folder("/tmp/site")
    publish.show_plan(PLAN)
    qtbot.keyClick(publish.publish, Qt.Key.Key_Space)
    publish.show_progress(3, 48)
    assert publish.progress.count.text() == "3 of 48"
    assert publish.cancel.hasFocus()
    with qtbot.waitSignal(publish.cancel_requested):
        qtbot.keyClick(publish, Qt.Key.Key_Escape)
    assert publish.isVisible()
    publish.show_cancelled()
    assert "as it was" in publish.outcome.words.text()
    publish.show_progress(4, 48)  # comes late
    assert not publish.is_writing
    qtbot.keyClick(publish, Qt.Key.Key_Escape)
    assert not publish.isVisible()


def test_done_offers_the_website(publish: PublishDialog, qtbot: QtBot, tmp_path: Path) -> None:
    publish.show_folder(str(tmp_path))
    publish.show_plan(PLAN)
    qtbot.keyClick(publish.publish, Qt.Key.Key_Space)
    publish.show_progress(48, 48)
    publish.show_done(35, 13, 0)
    assert publish.outcome.words.text() == "35 files written, 13 stayed as they were."
    with qtbot.waitSignal(publish.open_requested) as asked:
        qtbot.keyClick(publish.open_button, Qt.Key.Key_Space)
    assert asked.args == ["site", str(tmp_path)]


def test_ready_summaries_can_be_published_too(publish: PublishDialog, qtbot: QtBot) -> None:
    publish.show_plan(PLAN)
    with qtbot.waitSignal(publish.plan_requested), qtbot.waitSignal(publish.status_requested) as asked:
        qtbot.keyClick(publish.held_back.publish_ready, Qt.Key.Key_Space)
    assert asked.args == [("7",), "published"]


def test_which_are_held_back_and_why(publish: PublishDialog, qtbot: QtBot) -> None:
    publish.show_plan(PLAN)
    qtbot.keyClick(publish.held_back.which, Qt.Key.Key_Space)
    assert publish.held_back.names.isVisible()
    assert publish.held_back.names.text() == "Almost there (ready)\nJust begun (draft)"


def test_compare_opens_both_texts_in_place(publish: PublishDialog, qtbot: QtBot) -> None:
    publish.show_plan(PLAN)
    new, changed = publish.list.rows
    assert not new.compare.isVisible()
    qtbot.keyClick(changed.compare, Qt.Key.Key_Space)
    assert changed.texts is not None and changed.texts.isVisible()


def test_site_settings_hand_out_the_whole_site(qtbot: QtBot) -> None:
    dialog = SiteSettingsDialog(Site(theme="calm", extra={"future": 1}))
    qtbot.addWidget(dialog)
    dialog.show()
    name = dialog.field("name")
    name.clear()  # type: ignore[union-attr]
    qtbot.keyClick(dialog.keep, Qt.Key.Key_Return)
    assert dialog.isVisible() and dialog._error.text() == "The website needs a name."
    qtbot.keyClicks(name, "Plain research")
    base = dialog.field("base_url")
    qtbot.keyClicks(base, "https://example.org")
    with qtbot.waitSignal(dialog.edited) as asked:
        qtbot.keyClick(dialog.keep, Qt.Key.Key_Return)
    assert asked.args == [Site(name="Plain research", base_url="https://example.org/", extra={"future": 1})]
    assert not dialog.isVisible()
