"""What a screen reader is told over the real bus: `python3 run.py bench accessible` lists what is unnamed there.

Starts the program on a virtual screen and a bus of its own, and reads it as a screen reader would (AT-SPI). Wants
Debian's xvfb, dbus, at-spi2-core, python3-pyatspi and gir1.2-atspi-2.0, and says so where they are missing.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = "xvfb dbus at-spi2-core python3-pyatspi gir1.2-atspi-2.0"
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE_S = 60
DIALOGS = (("Publish…", "Close"), ("Find an action", ""))
"""Dialogs that a button in sight opens, and the button that closes each; the last stays open."""


def main() -> int:
    """0 when all that can be used has its name and value, 1 when something has not, 2 when this system cannot ask."""
    if len(sys.argv) > 1 and sys.argv[1] == "--listen":
        return listen()
    has_bus = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    if not all(map(shutil.which, ("xvfb-run", "dbus-run-session"))) or has_bus.returncode:
        print(f"This needs a real bus. Paste this line: sudo apt-get install {PACKAGES}", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, PLAINSPOKEN_HOME=home, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", GTK_A11Y="atspi")
        environment |= {"QT_QPA_PLATFORM": "xcb", "WALKED_PYTHON": sys.executable}
        Path(home, "settings.json").write_text(json.dumps({"has_toured": True}), encoding="utf-8")
        words = [
            "xvfb-run",
            "-a",
            "dbus-run-session",
            "--",
            SYSTEM_PYTHON,
            "-P",
            __file__,
            "--listen",
        ]  # -P: bench/ has a typing.py
        return subprocess.run(words, cwd=ROOT, env=environment, check=False, timeout=300).returncode


def listen() -> int:
    """Start the program beside us and read it: welcome, library, editor with each panel."""
    import time

    import pyatspi  # type: ignore[import-not-found]

    program = subprocess.Popen([os.environ["WALKED_PYTHON"], "-m", "app"], cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        window = _found(pyatspi, time)
        unnamed = _walk(window, "welcome", pyatspi)
        _press(window, "Look around a sample library")
        time.sleep(4)
        unnamed += _walk(window, "library", pyatspi)
        _press(window, "New summary")
        time.sleep(4)
        for panel in ("Preview", "Reading", "Paper", "Checks", "History"):
            _press(window, panel)
            time.sleep(1.5)
            unnamed += _walk(window, panel, pyatspi)
        for opener, closer in DIALOGS:
            _press(window, opener)
            time.sleep(2)
            unnamed += _walk(window, opener, pyatspi)
            if closer:
                _press(window, closer)
                time.sleep(1)
        print(f"{len(unnamed)} without a name or value")
        for told in unnamed:
            print(f"  {told}")
        return 1 if unnamed else 0
    finally:
        program.terminate()
        program.wait(20)


def _found(pyatspi: object, time: object) -> object:
    """The program's window on the bus."""
    for _ in range(PATIENCE_S * 2):
        desktop = pyatspi.Registry.getDesktop(0)  # type: ignore[attr-defined]
        for place in range(desktop.childCount):
            application = desktop.getChildAtIndex(place)
            if application is not None and "plainspoken" in application.name.lower() and application.childCount:
                return application
        time.sleep(0.5)  # type: ignore[attr-defined]
    raise SystemExit("The program did not come to the bus.")


def _walk(root: object, where: str, pyatspi: object) -> list[str]:
    """What can be seen, used and has no name; says how much was read."""
    states = pyatspi  # type: ignore[assignment]
    unnamed, read, stack, pages = [], 0, [root], 0
    while stack:
        here = stack.pop()
        try:
            stack += [child for child in (here.getChildAtIndex(i) for i in range(here.childCount)) if child is not None]
            shown = here.getState()
            if not shown.contains(states.STATE_SHOWING):  # type: ignore[attr-defined]
                continue
            read += 1
            pages += here.getRoleName() == "document web"
            can_be_used = shown.contains(states.STATE_FOCUSABLE) and shown.contains(states.STATE_ENABLED)  # type: ignore[attr-defined]
            if can_be_used and not (here.name or "").strip() and here.getRoleName() not in _NAMELESS:
                unnamed.append(f"{where}: {here.getRoleName()} in {here.parent.getRoleName()} “{here.parent.name}”")
            if can_be_used and not _has_value(here):
                unnamed.append(f"{where}: no value: {here.getRoleName()} “{here.name}”")
        except Exception as gone:
            print(f"{where}: gone while it was read: {type(gone).__name__}", file=sys.stderr)
    print(f"{where}: {read} read")
    if where == "Preview" and not pages:
        unnamed.append(f"{where}: the page itself cannot be heard")
    return unnamed


def _has_value(here: object) -> bool:
    """Whether what holds words or a number tells them: as text, as a value."""
    role = here.getRoleName()  # type: ignore[attr-defined]
    try:
        if role in ("text", "entry", "password text"):
            _ = here.queryText().characterCount  # type: ignore[attr-defined]
        if role in ("spin button", "slider", "progress bar"):
            _ = here.queryValue().currentValue  # type: ignore[attr-defined]
    except NotImplementedError:
        return False
    return True


_NAMELESS = ("document web", "filler", "panel", "scroll pane", "frame", "table cell")
"""What needs no name of its own: the page of the preview has its own tree."""


def _press(root: object, name: str) -> None:
    """Do what a switch or dictation would: the first action of what has this name."""
    stack = [root]
    while stack:
        here = stack.pop()
        try:
            if here.name.startswith(name) and here.getState().contains(__import__("pyatspi").STATE_SHOWING):
                action = here.queryAction()
                if action.nActions:
                    action.doAction(0)
                    return
        except (NotImplementedError, AttributeError, LookupError):
            pass
        stack += [child for child in (here.getChildAtIndex(i) for i in range(here.childCount)) if child is not None]
    raise SystemExit(f"Nothing on the bus is called “{name}”.")


if __name__ == "__main__":
    sys.exit(main())
