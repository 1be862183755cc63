"""A process that believes it is on Windows, as far as Linux can play that: every room is loaded, and commands run.

What Windows has not (fcntl, resource, pwd …) is gone; msvcrt is played, and open files stay where they are. `os.name`
is what it is: paths here are those of Linux.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import pkgutil
import sys
from pathlib import Path
from types import ModuleType

from windows_files import refusing_open_files

MISSING = ("fcntl", "grp", "pwd", "resource", "termios", "tty", "pty", "syslog")
LOCKED: set[tuple[int, int]] = set()


def main() -> None:
    """Load all of `app` and `db` as on Windows, then list and export the library that is named; say what was done."""
    names = [name for room in ("app", "db") for name in rooms(room)]
    for name in names:
        importlib.import_module(name)  # with what they use, which keeps its own view of the system
    for name in [name for name in sys.modules if name.partition(".")[0] in ("app", "db")]:
        del sys.modules[name]
    for name in MISSING:
        sys.modules[name] = None  # type: ignore[assignment]
    sys.modules["msvcrt"] = played_msvcrt()
    sys.platform = "win32"
    for name in names:
        importlib.import_module(name)
    parser = importlib.import_module("app.commands.parser")
    library, target = sys.argv[1:3]
    with refusing_open_files() as refused, contextlib.redirect_stdout(io.StringIO()):
        steps = [
            parser.run([*words, "--library", library])
            for words in (["list"], ["export", "--to", target], ["export", "--to", target], ["backup"], ["doctor"])
        ]
    left = sorted(file.name for file in Path(target).parent.iterdir())
    names_refused = [Path(path).name for path in refused]
    done = {"loaded": len(names), "steps": steps, "refused": names_refused, "locks": len(LOCKED), "left": left}
    print(json.dumps(done))


def rooms(name: str) -> list[str]:
    """Every module of a package."""
    package = importlib.import_module(name)
    found = pkgutil.walk_packages(package.__path__, f"{name}.")
    return [name, *(module.name for module in found if not module.name.endswith("__main__"))]


def played_msvcrt() -> ModuleType:
    """A lock of one byte, by process: enough for one."""
    import os

    played = ModuleType("msvcrt")
    played.LK_NBLCK = 2  # type: ignore[attr-defined]

    def locking(descriptor: int, mode: int, size: int) -> None:
        assert (mode, size) == (2, 1)
        known = os.fstat(descriptor)
        LOCKED.add((known.st_dev, known.st_ino))

    played.locking = locking  # type: ignore[attr-defined]
    return played


if __name__ == "__main__":
    main()
