"""`backup`: a checked copy of the library."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from app.commands.opened import library_path
from app.commands.parser import add_json_option, add_library_option, print_json
from app.errors import BadInput
from db.backup import back_up
from db.opening import check_is_library


def add_parser(subparsers: Any) -> None:
    """Add `backup`."""
    parser = subparsers.add_parser(
        "backup",
        help="copy the library safely",
        description="Make a checked copy, beside the library unless told where.",
    )
    add_library_option(parser)
    parser.add_argument("--to", metavar="FILE", type=Path, help="where the copy goes; a file there is not replaced")
    add_json_option(parser)
    parser.set_defaults(run=_back_up)


def _back_up(args: argparse.Namespace) -> int:
    path = library_path(args)
    check_is_library(path)
    if args.to is not None and args.to.exists():
        raise BadInput(f"{args.to} is already there. Choose another name.", code="exists")
    made = back_up(path, args.to)
    if args.json:
        print_json({"path": str(made), "ok": True})
    else:
        print(f"A whole copy is at {made}.")
    return 0
