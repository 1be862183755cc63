"""Draws the program's icons for Windows (.ico) and macOS (.icns) from our one SVG: `.venv/bin/python docs/icons.py`.

They stand in `build/icons` and are never committed; build.spec asks for them.
"""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

ROOT = Path(__file__).resolve().parent.parent
SVG = ROOT / "resources" / "icons" / "plainspoken.svg"
FOLDER = ROOT / "build" / "icons"
ICO_PX = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICNS_PX = {
    b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256, b"ic08": 256, b"ic14": 512, b"ic09": 512, b"ic10": 1024
}  # fmt: skip
"""The four letters under which an icns file keeps a PNG, and the side of that picture in pixels.

Not icp4 and icp5, of 16 and 32: the Finder draws a PNG there as noise, and makes small ones of the larger itself.
"""


def main() -> None:
    """Write both files."""
    for suffix in ("ico", "icns"):
        print(icon_file(suffix))


def icon_file(suffix: str) -> Path:
    """Write one of them; returns where it is."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    file = FOLDER / f"Plainspoken.{suffix}"
    file.write_bytes(ico() if suffix == "ico" else icns())
    return file


def ico() -> bytes:
    """An icon for Windows: a directory of pictures, each a PNG, which Windows reads since Vista."""
    pictures = [png(side) for side in ICO_PX]
    head, place = struct.pack("<HHH", 0, 1, len(pictures)), 6 + 16 * len(pictures)
    for side, picture in zip(ICO_PX, pictures, strict=True):
        head += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + b"".join(pictures)


def icns() -> bytes:
    """An icon for macOS: parts of four letters, length and a PNG."""
    parts = b"".join(
        name + struct.pack(">I", 8 + len(picture)) + picture
        for name, picture in ((name, png(side)) for name, side in ICNS_PX.items())
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def png(side: int) -> bytes:
    """The SVG as a PNG of so many pixels a side."""
    reader = QImageReader(str(SVG))
    reader.setScaledSize(QSize(side, side))
    picture = reader.read()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if picture.isNull() or not picture.convertToFormat(QImage.Format.Format_RGBA8888).save(buffer, "PNG"):  # type: ignore[call-overload]
        raise SystemExit(f"{SVG} cannot be drawn.")
    return bytes(buffer.data().data())


if __name__ == "__main__":
    main()
