"""Writes summaries as the file in which they go to another writer, for `export --format exchange` and the window."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from app import paths, settings
from app.commands.opened import library_for_reading, library_for_writing, now
from app.errors import BadInput, LibraryFault
from app.model.exchange import SUFFIX, ExchangeFile, exchange_bytes
from app.translation import _
from app.whole_file import write_whole
from app.work.exchange import note_sent, to_send
from app.work.memory import system_name
from db.library import Library


def send(library: Library, ids: Iterable[str], to: Path) -> ExchangeFile:
    """Write these summaries to a file for another writer, and keep them as what both have had. Raises BadInput."""
    if to.suffix.lower() != SUFFIX:
        raise BadInput(
            _("{to} should end in {ending}: that is how the other writer’s program knows the file.").format(
                to=to, ending=SUFFIX
            )
        )
    remembered, _complaint = settings.load(paths.settings_file())
    file = to_send(library, ids, remembered.writer.strip() or system_name(), now())
    write_whole(to, exchange_bytes(file))
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
