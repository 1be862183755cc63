"""The command line as one argparse tree. Each command's file hands in its own part by `add_parser(subparsers)`.

The form: `add_parser` adds the command with its options and calls `set_defaults(run=function)`; `function(args) -> int`
does the work and returns the exit status (0 done, 1 findings, 2 bad input). A PlainspokenError that leaves it
becomes one sentence on standard error and status 2.
"""

from __future__ import annotations

import argparse
import errno
import importlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from app import paths
from app.errors import PlainspokenError

COMMANDS = {
    "import": "importing",
    "list": "listing",
    "check": "checking",
    "score": "scoring",
    "export": "exporting",
    "attach": "attaching",
    "paper": "paper",
    "backup": "backing_up",
    "restore": "restoring",
    "doctor": "doctoring",
    "install": "installing",
}
"""Each command and the file of this folder that does it."""
_NOBODY_READS = {errno.EPIPE, errno.EINVAL} if sys.platform == "win32" else {errno.EPIPE}
"""How a system says that what we print into has been closed."""


class _Parser(argparse.ArgumentParser):
    """argparse, but a mistake is one sentence instead of a page."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message[:1].upper()}{message[1:].rstrip('.')}. See {self.prog} --help.\n")


def is_command(arguments: Sequence[str]) -> bool:
    """Whether the arguments ask for a command, not for the window."""
    return _command_in(arguments) != "" or any(word in ("-h", "--help") for word in arguments[:1])


def run(arguments: Sequence[str]) -> int:
    """Run the command in the arguments and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        args = build_parser(_command_in(arguments)).parse_args(arguments)
        return int(args.run(args))
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 2
    except PlainspokenError as fault:
        print(fault, file=sys.stderr)
        return 2
    except OSError as error:
        if error.errno not in _NOBODY_READS:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130


def build_parser(command: str = "") -> argparse.ArgumentParser:
    """The parser; only the file of the named command is loaded, all of them without a name."""
    parser = _Parser(
        prog=paths.program_name(),
        description="Plainspoken: write plain-language summaries. Without a command, the editor.",
    )
    parser.add_argument("--library", metavar="FILE", type=Path, default=None, help="the library to work on")
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    files = [COMMANDS[command]] if command else dict.fromkeys(COMMANDS.values())
    for name in files:
        importlib.import_module(f"app.commands.{name}").add_parser(subparsers)
    return parser


def add_library_option(parser: argparse.ArgumentParser) -> None:
    """`--library FILE`, also when it stands after the command."""
    parser.add_argument(
        "--library",
        metavar="FILE",
        type=Path,
        default=argparse.SUPPRESS,
        help="the library (the one that the window opens, unless given)",
    )


def add_json_option(parser: argparse.ArgumentParser) -> None:
    """`--json`: one JSON object on standard output and nothing else."""
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")


def print_json(value: Any) -> None:
    """Print the one JSON object of a command."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _command_in(arguments: Sequence[str]) -> str:
    words = iter(arguments)
    for word in words:
        if word == "--library":
            next(words, None)
        elif not word.startswith("--library="):
            return word if word in COMMANDS else ""
    return ""
