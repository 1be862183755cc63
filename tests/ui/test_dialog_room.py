"""Dialogs of words over a low window and with large letters: nothing is cut, and none is larger than the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from pytestqt.qtbot import QtBot
from stretched_window import clipped

from app.model.house_style import Term
from app.model.paper import Paper
from app.model.site import Site
from app.model.summary import Summary
from app.ui.dialogs.about import AboutDialog
from app.ui.dialogs.checklist import ChecklistDialog
from app.ui.dialogs.choose_paper import ChoosePaperDialog
from app.ui.dialogs.comment import CommentDialog
from app.ui.dialogs.confirm import ConfirmDialog
from app.ui.dialogs.crash import CrashDialog
from app.ui.dialogs.glossary import GlossaryDialog
from app.ui.dialogs.name_version import NameVersionDialog
from app.ui.dialogs.reading import ReadingDialog
from app.ui.dialogs.review_copy import ReviewCopyDialog
from app.ui.dialogs.site_settings import SiteSettingsDialog
from app.ui.dialogs.trash_time import TrashTimeDialog
from app.ui.dialogs.two_texts import TwoTextsDialog
from app.ui.look import style
from app.work.two_texts import TwoTexts

LONG = "What electrical stimulation below the injury does to the bladder, the bowel and the blood pressure of people"
TWO = TwoTexts("elsewhere", Summary(id="1", plain_title=LONG), Summary(id="1", plain_title="Theirs"))
PAPERS = [Paper(title=LONG), Paper(title="Tea")]


def reading(window: QWidget) -> QDialog:
    dialog = ReadingDialog(window)
    dialog.show_progress(f"{LONG.replace(' ', '-')}.pdf", 3, 12)
    return dialog


def with_both_texts(window: QWidget) -> QDialog:
    dialog = TwoTextsDialog(TWO, window)
    dialog.look.click()
    return dialog


DIALOGS: dict[str, Callable[[QWidget], QDialog]] = {
    "about": AboutDialog,
    "review copy": lambda window: ReviewCopyDialog(LONG, 3, window),
    "confirm": lambda window: ConfirmDialog("Empty the trash", " ".join([LONG] * 3), "Delete for good", window),
    "crash": lambda window: CrashDialog(LONG, "report\n" * 30, "words", window),
    "name": lambda window: NameVersionDialog(1, "", window),
    "trash": lambda window: TrashTimeDialog(90, window),
    "comment": lambda window: CommentDialog(LONG, "Simple Explanation", window),
    "two texts": lambda window: TwoTextsDialog(TWO, window),
    "both texts": with_both_texts,
    "checklist": lambda window: ChecklistDialog({}, window),
    "papers": lambda window: ChoosePaperDialog("export.ris", PAPERS, window),
    "reading": reading,
}


@pytest.mark.parametrize(("size", "percent"), [((960, 540), 100), ((1280, 720), 200)])
@pytest.mark.parametrize("name", DIALOGS)
def test_nothing_is_cut(qtbot: QtBot, qapp: QApplication, name: str, size: tuple[int, int], percent: int) -> None:
    style.apply(qapp, "light", percent)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    dialog = DIALOGS[name](window)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.width() <= size[0] and dialog.height() <= size[1]
    qtbot.waitUntil(lambda: not list(clipped(dialog)), timeout=1_000)
    dialog.close()
    if isinstance(dialog, ReadingDialog):
        dialog.end()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_settings_of_the_website_fit_into_the_window(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    style.apply(qapp, "light", percent)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    dialog = SiteSettingsDialog(Site(), window)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert dialog.width() <= 1280 and dialog.height() <= 720
    assert dialog.preview.isVisible() == (percent == 100)
    dialog.close()


def test_the_buttons_of_the_glossary_keep_their_height(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light", 200)
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    dialog = GlossaryDialog(window)
    dialog.show_terms((Term("median", "middle value", "Half are above."),))
    with qtbot.waitExposed(dialog):
        dialog.show()
    for button in (dialog.read, dialog.done_button, dialog.add):
        assert button.height() >= button.sizeHint().height()
    dialog.close()
