"""From right to left: icons that point the other way, and words, menus and keys that do not lie on each other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.ui.dialogs import palette
from app.ui.look import icons, key_caps, style


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    style.apply(qapp, "light", 100)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def painted(name: str, width: int = 24) -> QImage:
    return icons.icon(name).pixmap(QSize(width, 24)).toImage()


def flipped(image: QImage) -> QImage:
    return image.flipped(Qt.Orientation.Horizontal)


@pytest.mark.parametrize("name", icons.POINTING)
def test_a_pointing_icon_points_the_other_way(qapp: QApplication, name: str) -> None:
    straight = painted(name)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert alike(painted(name), flipped(straight)) and not alike(painted(name), straight)
        assert not alike(painted("search"), flipped(painted("search")))
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.usefixtures("mirrored")
def test_the_room_beside_an_icon_is_on_the_side_of_the_words() -> None:
    wide = painted("search", 36)
    assert all(wide.pixelColor(x, y).alpha() == 0 for x in range(10) for y in range(24))


@pytest.mark.usefixtures("mirrored")
def test_name_menu_and_keys_of_an_action_stand_beside_each_other() -> None:
    image = QImage(400, 40, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row = QRect(0, 0, 400, 40)
    before_keys = key_caps.paint(painter, row, ("Ctrl", "N"))
    behind_name = palette._write(painter, before_keys, "New summary", 16, 400, "ink")
    painter.end()
    assert before_keys.right() == row.right() and 20 < before_keys.left() < 120
    assert behind_name.left() == before_keys.left() and behind_name.right() < row.right() - 60


def alike(one: QImage, other: QImage) -> bool:
    """Whether two pictures are the same but for the smoothing of their edges."""
    far = 0
    for x in range(one.width()):
        for y in range(one.height()):
            far = max(far, abs(one.pixelColor(x, y).alpha() - other.pixelColor(x, y).alpha()))
    return far < 40
