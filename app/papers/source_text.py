"""The bytes of a file as text: byte-order marks, UTF-8, and older encodings said to be so; never a silent guess."""

from __future__ import annotations

import codecs
import json
from typing import Any

from app.errors import BadInput
from app.model.paper_text import ReadWarning
from app.translation import _

MOST_BYTES = 30_000_000
"""Reference files larger than this are refused; the PDF reader has a limit of its own."""
_LOOKED_AT = 4000
_MOST_CONTROLS = 0.04
_USUAL = "\t\n\r\f\v"
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def shown(name: str) -> str:
    """The file's name as a sentence begins with it."""
    return "The text" if name in ("", "-") else f"“{name}”"


def text_of(content: bytes, name: str) -> tuple[str, tuple[ReadWarning, ...]]:
    """The text with lines ended by \\n, and a warning `encoding-guessed` where it is not UTF-8.

    Raises BadInput for a file that is empty, too large, or no text.
    """
    if len(content) > MOST_BYTES:
        raise BadInput(
            _("{shown} is larger than {most_bytes} MB. Bring in a part of it.").format(
                shown=shown(name), most_bytes=MOST_BYTES // 1000000
            )
        )
    text, warnings = _decoded(content, name)
    if not text.strip():
        raise BadInput(_("{shown} is empty. Choose a file that holds a paper or references.").format(shown=shown(name)))
    places = [place for place, char in enumerate(text[:_LOOKED_AT]) if char < " " and char not in _USUAL]
    # A few are signs that a PDF's copied text has lost (a minus, a hyphen): they are shown as unreadable, not refused.
    if "\0" in text or len(places) > _MOST_CONTROLS * min(len(text), _LOOKED_AT):
        place = text.index("\0") if "\0" in text else places[0]
        raise BadInput(
            _("{shown} is not text (character {place} is a control sign). Choose another file.").format(
                shown=shown(name), place=place + 1
            )
        )
    return text.replace("\r\n", "\n").replace("\r", "\n"), warnings


def _decoded(content: bytes, name: str) -> tuple[str, tuple[ReadWarning, ...]]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content[len(mark) :].decode(encoding), ()
            except UnicodeDecodeError as error:
                raise BadInput(
                    _("{shown} is cut or broken at byte {start}. Save it as UTF-8.").format(
                        shown=shown(name), start=error.start + 1
                    )
                ) from error
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        place = f"byte {error.start + 1}"
    try:
        return content.decode("cp1252"), (ReadWarning("encoding-guessed", place),)
    except UnicodeDecodeError as error:
        raise BadInput(
            _("{shown} is not UTF-8 text ({place}). Save it as UTF-8, then try again.").format(
                shown=shown(name), place=place
            )
        ) from error


def json_of(text: str, name: str) -> Any:
    """The JSON value in a text. Raises BadInput with the line where it breaks."""
    try:
        return json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise BadInput(
            _("{shown} is not whole JSON (line {lineno}, column {colno}). Fetch or export it again.").format(
                shown=shown(name), lineno=error.lineno, colno=error.colno
            )
        ) from error
    except (RecursionError, ValueError) as error:
        raise BadInput(
            _("{shown} is JSON that no reference file needs: too deep or a number too long.").format(shown=shown(name))
        ) from error
