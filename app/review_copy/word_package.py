"""The parts of a Word file from elsewhere, read with care: limits, no entities, no network."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from app.errors import BadInput
from app.translation import _

MOST_FILE = 30_000_000
MOST_PART = 40_000_000
"""Bytes of the file, and of one part of it unpacked. A review copy has less than 200 kB."""
MAIN = "word/document.xml"


class Package:
    """An opened Word file. Raises BadInput with a sentence for whatever is none."""

    def __init__(self, content: bytes, name: str) -> None:
        self._name = name
        if len(content) > MOST_FILE:
            raise BadInput(_("{name} is larger than {most} MB, which no review copy is. Nothing was read.").format(
                name=name, most=MOST_FILE // 1_000_000))  # fmt: skip
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self._names = set(self._zip.namelist())
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise BadInput(self._no_word()) from error
        if MAIN not in self._names:
            raise BadInput(self._no_word())

    def names(self, start: str) -> list[str]:
        """The parts whose names begin so."""
        return sorted(name for name in self._names if name.startswith(start))

    def part(self, name: str) -> etree._Element | None:
        """The root of one part, None where the file has no such part."""
        if name not in self._names:
            return None
        try:
            with self._zip.open(name) as opened:
                content = opened.read(MOST_PART + 1)
        except (zipfile.BadZipFile, RuntimeError, ValueError, EOFError, OSError, zlib.error) as error:
            raise BadInput(
                _("{name} is damaged and cannot be read. Ask for the file again.").format(name=self._name)
            ) from error
        if len(content) > MOST_PART:
            raise BadInput(_("{name} unpacks to more than a review copy can hold. Nothing was read.").format(
                name=self._name))  # fmt: skip
        if b"<!DOCTYPE" in content.replace(b"\0", b""):
            raise BadInput(_("{name} declares types of its own, which is not safe. Nothing was read.").format(
                name=self._name))  # fmt: skip
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise BadInput(
                _("{name} is damaged and cannot be read. Ask for the file again.").format(name=self._name)
            ) from error

    def _no_word(self) -> str:
        return _("{name} is no Word file (.docx). If it is an older .doc or an .odt, save it as .docx first.").format(
            name=self._name
        )
