"""Writes summaries as the file in which they go to another writer, for `export --format exchange` and the window."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from app import paths, settings
from app.commands.opened import library_for_reading, library_for_writing, now
from app.errors import BadInput, LibraryFault
from app.model.exchange import SUFFIX, ExchangeFile, exchange_bytes
from app.translation import _
from app.work.exchange import note_sent, to_send
from app.work.memory import system_name
from db.library import Library


def write_sent(path: Path, file: ExchangeFile) -> None:
    """Write a file of sent summaries whole or not at all. Raises BadInput when it cannot be written."""
    content = exchange_bytes(file)
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        try:
            beside.write_bytes(content)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise BadInput(
            _("The file was not written to {path}: {reason}. Choose another place.").format(
                path=path, reason=error.strerror or error
            )
        ) from error


def send(library: Library, ids: Iterable[str], to: Path) -> ExchangeFile:
    """Write these summaries to a file for another writer, and keep them as what both have had. Raises BadInput."""
    if to.suffix.lower() != SUFFIX:
        raise BadInput(f"{to} should end in {SUFFIX}: that is how the other writer’s program knows the file.")
    remembered, _complaint = settings.load(paths.settings_file())
    file = to_send(library, ids, remembered.writer.strip() or system_name(), now())
    write_sent(to, file)
    note_sent(library, file)
    return file


@contextmanager
def library_to_send_from(args: argparse.Namespace) -> Iterator[Library]:
    """The library for writing, to note what goes out; for reading where a window has it. Raises LibraryFault."""
    with ExitStack() as stack:
        try:
            library = stack.enter_context(library_for_writing(args))
        except LibraryFault as fault:
            if fault.code != "in-use":
                raise
            library = stack.enter_context(library_for_reading(args))
        yield library
