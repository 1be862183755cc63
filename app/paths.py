"""Where things live: the data folder, the library, settings, log, resources. Only this file asks if we are frozen.

`PLAINSPOKEN_HOME` names another data folder, for tests and for a program carried on a stick.
"""

from __future__ import annotations

import functools
import os
import sys
from pathlib import Path

from platformdirs import user_data_path

_CHECKOUT = Path(__file__).resolve().parent.parent
LIBRARY_SUFFIX = ".plainspoken"


def data_folder() -> Path:
    """The folder of the library, the settings and the log. It may not exist yet."""
    return Path(home) if (home := named_home()) else _users_folder()


def named_home() -> str:
    """The data folder that somebody has named; empty for the usual one."""
    return os.environ.get("PLAINSPOKEN_HOME", "")


def default_library() -> Path:
    """The library that opens when nobody has named another. It may not exist yet."""
    return data_folder() / f"Library{LIBRARY_SUFFIX}"


def settings_file() -> Path:
    """Where the window remembers what the writer set."""
    return data_folder() / "settings.json"


def log_file() -> Path:
    """Where faults are written down."""
    return data_folder() / "plainspoken.log"


def site_look() -> Path:
    """Where the website stands for a look in the browser before it is published."""
    return data_folder() / "website"


def own_themes() -> Path:
    """Where the writer puts themes for the website. It may not exist yet."""
    return data_folder() / "themes"


def program_name() -> str:
    """What a writer types to start this program, for the help."""
    return Path(sys.executable).stem if hasattr(sys, "_MEIPASS") else "python -m app"


def own_command() -> list[str]:
    """The words that start this program again: in a process of its own, from the same place.

    On Windows the program with the window may have no standard input and output; the one for commands beside it has.
    """
    if not hasattr(sys, "_MEIPASS"):
        return [sys.executable, "-m", "app"]
    beside = Path(sys.executable).with_name("plainspoken-command.exe")
    return [str(beside)] if beside.is_file() else [sys.executable]


def resources() -> Path:
    """The folder of templates, styles, fonts, icons and word lists."""
    return _root() / "resources"


def translations() -> Path:
    """The folder of the catalogues of other languages."""
    return resources() / "translations"


def guide() -> Path:
    """The folder of the user guide."""
    return _root() / "docs"


@functools.cache  # asked for by every page that is made
def _users_folder() -> Path:
    return user_data_path("Plainspoken", appauthor=False)


def _root() -> Path:
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else _CHECKOUT
