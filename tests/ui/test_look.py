"""The look: colours that can be read, fonts and icons that are there, a ring that follows the keyboard, the band."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QCompleter,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import paths
from app.settings import SCHEMES
from app.ui.look import band, colours, fonts, icons, style
from app.ui.look.focus_ring import FocusRing

SURFACES = ("paper", "chrome", "card", "sunk", "hover", "mist", "mist2", "sand", "blush")


@pytest.fixture(params=["light", "dark", "contrast_light", "contrast_dark"])
def scheme(request: pytest.FixtureRequest) -> Iterator[str]:
    colours.ask_for(request.param)
    yield request.param
    colours.ask_for("system")


def _ratio(one: str, other: str) -> float:
    """The contrast ratio of two roles, by the definition of WCAG 2."""
    first, second = sorted((_luminance(colours.colour(one)), _luminance(colours.colour(other))), reverse=True)
    return (first + 0.05) / (second + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(
    ("role", "least"), [("ink", 10.4), ("soft", 6.4), ("faint", 4.6), ("link", 7), ("amber", 6.7), ("brick", 6.3)]
)
def test_words_can_be_read_on_every_surface(scheme: str, role: str, least: float) -> None:
    assert scheme and min(_ratio(role, surface) for surface in SURFACES) >= least


def test_words_that_a_search_found_can_be_read(scheme: str) -> None:
    assert scheme and _ratio("ink", "match") >= (7 if scheme.startswith("contrast_") else 6)
    assert _ratio("match", "card") >= 1.4


def test_fills_and_edges_can_be_seen(scheme: str) -> None:
    assert scheme and _ratio("on_accent", "accent") >= 7 and _ratio("on_accent", "accent_hover") >= 4.5
    assert min(_ratio("edge", surface) for surface in SURFACES[:4]) >= 3


@pytest.mark.parametrize("scheme", ["contrast_light", "contrast_dark"], indirect=True)
def test_high_contrast_is_seven_to_one_for_all_words_and_more_for_edges(scheme: str) -> None:
    assert scheme and colours.is_high_contrast()
    roles = ("ink", "soft", "faint", "link", "amber", "brick")
    assert min(_ratio(role, surface) for role in roles for surface in SURFACES) >= 7
    assert min(_ratio(role, surface) for role in ("edge", "accent") for surface in SURFACES) >= 4.5
    assert min(_ratio("line", surface) for surface in SURFACES[:4]) >= 4.5 and _ratio("soft", "track") >= 7
    assert colours.ROLES.keys() == colours.CONTRAST.keys()


def test_the_sheet_is_filled_in_and_every_icon_of_it_is_there(scheme: str) -> None:
    sheet = style.sheet()
    assert "@" not in sheet and colours.name("paper") in sheet
    named = re.findall(r'url\("([^"]+)"\)', sheet)
    assert len(named) == sheet.count("url(") > 1 and all(map(_is_file, named))
    assert scheme in SCHEMES


def _is_file(path: str) -> bool:
    return QImage(path).width() > 0


def test_text_size_scales_the_sheet_and_the_fonts(qapp: QApplication) -> None:
    assert qapp
    fonts.set_percent(200)
    try:
        assert fonts.px(15) == 30 and fonts.sans(15).pixelSize() == 30
        assert "font-size: 30px" in style.sheet()
    finally:
        fonts.set_percent(100)


def test_the_fonts_are_ours_and_semibold_is_semibold(qapp: QApplication) -> None:
    assert qapp
    fonts.load()
    for font in (fonts.sans(15), fonts.sans(15, 600), fonts.serif(20), fonts.serif(16, 400)):
        info = QFontInfo(font)
        assert info.family() == font.family() and info.weight() == font.weight()


def test_every_icon_takes_the_colour_of_its_role(qapp: QApplication) -> None:
    assert qapp
    for path in sorted(paths.resources().joinpath("icons").glob("*.svg")):
        if path.stem in ("plainspoken", "arrow-dark", "arrow-light", "tick-dark", "tick-light"):
            continue
        image = icons.icon(path.stem, role="brick").pixmap(QSize(24, 24)).toImage()
        drawn = {
            image.pixelColor(x, y).name() for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() == 255
        }
        assert colours.name("brick").lower() in drawn, path.stem


def test_icons_are_sharp_at_200_percent(qapp: QApplication) -> None:
    assert qapp
    pixmap = icons.icon("bold").pixmap(QSize(24, 24), 2.0)
    assert pixmap.size() == QSize(48, 48) and pixmap.devicePixelRatio() == 2.0


def test_mark_dresses_a_widget_again(qtbot: QtBot) -> None:
    widget = QPushButton("Go")
    qtbot.addWidget(widget)
    widget.setStyleSheet('QPushButton[kind="primary"] { color: #ff0000; }')
    style.mark(widget, kind="primary")
    assert widget.property("kind") == "primary"
    assert widget.palette().buttonText().color() == QColor("#ff0000")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for widget in (QPushButton("One"), QPushButton("Two"), QLineEdit()):
        column.addWidget(widget)
    window.resize(300, 200)
    window.ring = FocusRing(window)  # type: ignore[attr-defined]
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


def test_the_ring_follows_the_keyboard_and_lets_clicks_through(qtbot: QtBot, window: QWidget) -> None:
    ring: FocusRing = window.ring  # type: ignore[attr-defined]
    one, two = window.findChildren(QPushButton)
    one.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(ring.isVisible)
    assert ring.geometry() == one.geometry().adjusted(-6, -6, 6, 6)
    QTest.keyClick(one, Qt.Key.Key_Tab)
    assert ring.geometry() == two.geometry().adjusted(-6, -6, 6, 6)
    assert window.childAt(two.geometry().center()) is two
    window.resize(400, 300)
    assert ring.geometry() == two.geometry().adjusted(-6, -6, 6, 6)
    with qtbot.waitSignal(two.clicked):
        QTest.mouseClick(two, Qt.MouseButton.LeftButton)


def test_a_field_has_its_own_edge_and_no_ring(qtbot: QtBot, window: QWidget) -> None:
    ring: FocusRing = window.ring  # type: ignore[attr-defined]
    window.findChildren(QPushButton)[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(ring.isVisible)
    window.findChildren(QLineEdit)[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert not ring.isVisible()


def _painted(grade: float | None) -> QImage:
    image = QImage(320, 20, QImage.Format.Format_RGB32)
    image.fill(colours.colour("paper"))
    painter = QPainter(image)
    band.paint_small(painter, QRect(0, 0, 320, 20), grade, (6.0, 8.0))
    painter.end()
    return image


def test_the_band_shows_where_the_text_stands(scheme: str) -> None:
    def colour_at(image: QImage, grade: float) -> str:
        return image.pixelColor(QPoint(round((grade - 3) / 16 * 320), 10)).name()

    assert scheme
    assert colour_at(_painted(7), 7) == colours.name("accent").lower(), "a disc inside the target"
    assert colour_at(_painted(12), 12) == colours.name("amber").lower(), "a diamond outside it"
    assert colour_at(_painted(None), 12) == colours.name("track").lower(), "nothing where there is no grade"
    assert colour_at(_painted(40), 18.7) == colours.name("amber").lower(), "a grade off the track stays on it"


def test_the_band_is_said_in_words(qtbot: QtBot) -> None:
    big = band.Band()
    qtbot.addWidget(big)
    big.show_grade(10.04, (6, 8), (9.1, 11.0))
    assert big.accessibleDescription() == "grade 10.0; target 6 to 8"
    big.show_grade(None, (6, 8))
    assert big.accessibleDescription() == "too little text to score; target 6 to 8"
    big.resize(400, 90)
    assert not big.grab().isNull()


def test_pictures_of_controls_are_found_in_any_folder(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def drawn() -> QImage:
        box = QCheckBox("Ready", checked=True)
        qtbot.addWidget(box)
        box.setStyleSheet(style.sheet())
        return box.grab().toImage()

    bare = re.sub(r"image: url[^;]*;", "image: none;", style.sheet())  # also where the whole program is dressed
    usual = drawn()
    monkeypatch.setattr(style, "sheet", lambda: bare)
    assert drawn() != usual, "or the tick is not drawn at all"
    monkeypatch.undo()
    moved = tmp_path / "Anna Maria (O'Neill)" / "Programs & more"
    shutil.copytree(paths.resources() / "icons", moved / "icons")
    monkeypatch.setattr(paths, "resources", lambda: moved)
    assert drawn() == usual


@pytest.mark.parametrize(
    ("target", "here", "expected"),
    [
        (100, None, (60,)),
        (100, 200, (60, 165)),  # both over their middles
        (100, 110, (60, 152)),  # the text stands to the right of the target's middle, and so do its words
        (100, 60, (82, 0)),  # to the left, where the target's words give way at the edge
        (250, 240, (210, 128)),
        (250, 290, (138, 230)),
    ],
)
def test_the_words_over_the_band_stand_in_the_order_of_their_marks(
    target: float, here: float | None, expected: tuple[float, ...]
) -> None:
    assert band.beside(target, here, (80, 70), 300) == expected


@pytest.mark.parametrize("percent", [100, 200])
def test_the_cross_in_a_search_field_is_whole(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    style.apply(qapp, "light", percent)
    field = QLineEdit("rats")
    qtbot.addWidget(field)
    field.setClearButtonEnabled(True)
    field.resize(300, field.sizeHint().height())
    field.show()
    cross = field.findChild(QToolButton)
    qtbot.waitUntil(lambda: cross.isVisible() and cross.height() <= field.height())
    assert field.rect().contains(cross.geometry())
    assert abs(cross.geometry().center().y() - field.rect().center().y()) <= 1


def test_what_a_field_offers_below_it_stands_on_a_card(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    completer = QCompleter(["rats", "rabbits"], field)
    field.setCompleter(completer)
    field.show()
    QTest.keyClicks(field, "ra")
    offered = completer.popup()
    qtbot.waitUntil(offered.isVisible)
    shown = offered.grab().toImage()
    assert shown.pixelColor(shown.width() - 5, shown.height() // 2) == colours.colour("card")
    offered.close()
