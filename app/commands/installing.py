"""`install`: on Linux, the program into the menu of the desktop, and its files tied to it; for one person, no root.

Only files of ours are written, below one folder (`~/.local/share`), and `--remove` takes each of them away again.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app import paths
from app.commands.parser import add_json_option, print_json
from app.errors import BadInput, NotSaved

APP_ID = "org.plainspoken.Plainspoken"
_ICONS = "icons/hicolor/scalable"
_REFRESH = (
    ("update-desktop-database", "applications"),
    ("update-mime-database", "mime"),
    ("gtk-update-icon-cache", "icons/hicolor"),
)
"""Programs that tell the desktop of a change, each with its folder. A desktop without them looks for itself."""


def add_parser(subparsers: Any) -> None:
    """Add `install`."""
    parser = subparsers.add_parser(
        "install",
        help="put Plainspoken into the desktop's menu (Linux)",
        description="Put Plainspoken into the menu of the desktop and tie libraries and summaries to it, for you alone "
        "(Linux). On Windows and macOS the installer does this.",
    )
    parser.add_argument("--to", metavar="FOLDER", type=Path, default=None, help="instead of ~/.local/share")
    parser.add_argument("--remove", action="store_true", help="take it out of the menu again")
    add_json_option(parser)
    parser.set_defaults(run=_install)


def desktop_files(command: list[str]) -> Mapping[str, bytes]:
    """What goes into the data folder, by its place there; `command` are the words that start the program."""
    folder = paths.resources() / "desktop"
    icon = (paths.resources() / "icons" / "plainspoken.svg").read_bytes()
    entry = (folder / f"{APP_ID}.desktop").read_text("utf-8")
    entry = entry.replace("Exec=plainspoken %F", f"Exec={_exec_line(command)} %F", 1)
    entry = entry.replace("TryExec=plainspoken", f"TryExec={command[0]}", 1)
    if len(command) > 1:  # a checkout: `-m app` works from its folder only
        entry = entry.replace("Terminal=", f"Path={paths.resources().parent}\nTerminal=", 1)
    return {
        f"applications/{APP_ID}.desktop": entry.encode(),
        f"mime/packages/{APP_ID}.xml": (folder / f"{APP_ID}.mime.xml").read_bytes(),
        f"metainfo/{APP_ID}.metainfo.xml": (folder / f"{APP_ID}.metainfo.xml").read_bytes(),
        f"{_ICONS}/apps/{APP_ID}.svg": icon,
        f"{_ICONS}/mimetypes/application-x-plainspoken-library.svg": icon,
        f"{_ICONS}/mimetypes/application-x-plainspoken-summary.svg": icon,
    }


def _exec_line(command: list[str]) -> str:
    """The words as a desktop entry wants them: in quotes, with its own escapes, a per cent sign doubled."""
    escaped = (word.translate({ord(sign): f"\\{sign}" for sign in '"`$\\'}) for word in command)
    return " ".join(f'"{word}"' for word in escaped).replace("\\", "\\\\").replace("%", "%%")


def _install(args: argparse.Namespace) -> int:
    if not sys.platform.startswith("linux"):
        raise BadInput(
            "On Windows and macOS the installer puts Plainspoken into the menu. There is nothing to do here."
        )
    home = args.to or Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    files = desktop_files(paths.own_command())
    try:
        for place, content in files.items():
            _remove(home / place) if args.remove else _write(home / place, content)
    except OSError as error:
        raise NotSaved(f"{home} cannot be written ({error.strerror}). Name another folder with --to.") from error
    for program, folder in _REFRESH:
        if (found := shutil.which(program)) and (home / folder).is_dir():
            subprocess.run([found, str(home / folder)], capture_output=True, check=False)
    if args.json:
        print_json({"folder": str(home), "files": list(files), "removed": args.remove})
    else:
        print(f"Plainspoken is out of the menu ({home})." if args.remove else f"Plainspoken is in the menu ({home}).")
    return 0


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _remove(file: Path) -> None:
    file.unlink(missing_ok=True)
