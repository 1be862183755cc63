"""`restore`: the library as it was in a backup."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.commands.opened import library_path
from app.commands.parser import add_json_option, add_library_option, print_json
from app.errors import LibraryFault
from db.lock import WriterLock
from db.restore import restore


def add_parser(subparsers: Any) -> None:
    """Add `restore`."""
    parser = subparsers.add_parser(
        "restore",
        help="bring a library back from a backup",
        description="Put the newest sound backup in the library's place. What was there is kept beside it.",
    )
    add_library_option(parser)
    parser.add_argument("--from", metavar="BACKUP", dest="source", type=Path, help="this backup instead of the newest")
    add_json_option(parser)
    parser.set_defaults(run=_restore)


def _restore(args: argparse.Namespace) -> int:
    path = library_path(args)
    if not path.parent.is_dir():
        raise LibraryFault(f"There is no folder {path.parent}. Check the name of the library.", code="missing")
    lock = WriterLock(path)
    if not lock.acquire():
        raise LibraryFault(
            f"{path} is open in another Plainspoken. Close it there first, then try again.", code="in-use"
        )
    try:
        done = restore(path, lock, args.source)
    finally:
        lock.release()
    made = done.made.strftime("%Y-%m-%dT%H:%M:%SZ") if done.made else None
    if args.json:
        kept = str(done.kept) if done.kept else None
        print_json({"restored": str(done.path), "from": str(done.source), "made": made, "kept": kept})
    else:
        print(f"{done.path} is back as it was in {done.source}{f' of {made}' if made else ''}.")
        if done.kept:
            print(f"What was there before is at {done.kept}.")
    return 0
