"""The icons of the installers, read back with Qt as any program would."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImageReader

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def icons() -> ModuleType:
    spec = importlib.util.spec_from_file_location("icons_of_docs", ROOT / "docs" / "icons.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def sides(content: bytes, form: bytes) -> set[int]:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form))
    found = set()
    for number in range(reader.imageCount()):
        assert reader.jumpToImage(number)
        picture = reader.read()
        assert not picture.isNull() and picture.width() == picture.height()
        assert picture.pixelColor(picture.width() // 2, picture.height() // 2).alpha() == 255
        assert picture.pixelColor(0, 0).alpha() < 255, "its corners are round"
        found.add(picture.width())
    return found


def test_the_icon_for_windows_has_every_size(icons: ModuleType) -> None:
    assert sides(icons.ico(), b"ico") == set(icons.ICO_PX)


def test_the_icon_for_macos_has_every_size(icons: ModuleType) -> None:
    assert sides(icons.icns(), b"icns") == set(icons.ICNS_PX.values())
    assert not {b"icp4", b"icp5"} & icons.ICNS_PX.keys(), "as a program's icon these are drawn as noise"
