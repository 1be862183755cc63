"""Writes one file whole or not at all. The files of an export go through publish/write.py, the library through db."""

from __future__ import annotations

import os
import secrets
import shutil
from contextlib import suppress
from pathlib import Path

from app.errors import BadInput
from app.in_place import sync, take_place
from app.translation import _


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that a writer asked for. Raises BadInput, with the file and the cause, when it cannot be written."""
    try:
        replace_file(path, content)
    except OSError as error:
        raise BadInput(
            _("The file was not written to {path}: {reason}. Choose another place.").format(
                path=path, reason=error.strerror or error
            )
        ) from error


def replace_file(path: Path, content: bytes) -> None:
    """Put these bytes in a file's place; what stood there keeps its rights, and a link goes on leading there.

    Raises OSError; what was there then stays, and nothing is left beside it.
    """
    place = Path(os.path.realpath(path))
    beside = place.with_name(f".plainspoken-{secrets.token_hex(6)}.tmp")
    try:
        with beside.open("xb") as out:
            out.write(content)
            out.flush()
            sync(out.fileno())
        with suppress(OSError):
            shutil.copymode(place, beside)
        take_place(beside, place)
    finally:
        beside.unlink(missing_ok=True)
