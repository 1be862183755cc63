"""`--self-test`: the program tries itself, in a home of its own and without a network, and says what worked.

It is how a bundle is known to carry all it needs: the real window, real key events, a real library, page and PDF.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Sequence
from pathlib import Path
from typing import Any

STEPS = ("started", "typed", "saved", "scored", "exported", "imported-pdf", "read-back")
PATIENCE_S = 60.0
TYPED = "Rats were given cells once a week. "
IN_PDF = "Forty-three rats were given stem cells once a week, four times in all."
Script = Generator[Callable[[], Any], None, None]


def run(arguments: Sequence[str]) -> int:
    """Try every step and return 0 when all of them worked, else 1. `--json` prints one JSON object.

    With `--only-start` the window is opened, painted and closed again, for a stop-watch.
    """
    wanted = STEPS[:1] if "--only-start" in arguments else STEPS
    with tempfile.TemporaryDirectory(prefix="plainspoken-self-test-", ignore_cleanup_errors=True) as home:
        os.environ["PLAINSPOKEN_HOME"] = home
        if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) and sys.platform.startswith("linux"):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
        _close_network()
        trial = Trial(Path(home), len(wanted))
        trial.go()
    if "--json" in arguments:
        print(json.dumps({"steps": trial.steps}, indent=2))
    else:
        for step in trial.steps:
            fault = f"  ({step['fault']})" if "fault" in step else ""
            print(f"{'ok    ' if step['ok'] else 'FAILED'} {step['name']:<13}{step['ms']:>7} ms{fault}")
    return 0 if [step["name"] for step in trial.steps if step["ok"]] == list(wanted) else 1


class Trial:
    """One run of the window with a script of keys, each step timed; then what needs no window."""

    def __init__(self, home: Path, most: int = len(STEPS)) -> None:
        self.home, self.steps = home, list[dict[str, Any]]()
        self._most = most
        self._began = time.perf_counter()
        self._library = home / "Sample library.plainspoken"
        self._waiting: tuple[Callable[[], Any], float] | None = None
        self._script: Script | None = None

    def go(self) -> None:
        """Every step in turn; the first that fails ends it."""
        from PySide6.QtCore import QTimer

        from app import main

        QTimer.singleShot(0, self._begin)
        main.run([])
        for name, work in (
            ("scored", self._score),
            ("exported", self._export),
            ("imported-pdf", self._import_pdf),
            ("read-back", self._read_back),
        ):
            if not all(step["ok"] for step in self.steps) or not 3 <= len(self.steps) < self._most:
                return
            self._began = time.perf_counter()
            try:
                work()
            except Exception as error:
                self._note(name, f"{type(error).__name__}: {error}")
            else:
                self._note(name)

    # In the window

    def _begin(self) -> None:
        self._script = self._keys()
        self._step()

    def _keys(self) -> Script:
        from PySide6.QtCore import Qt

        window = _window()
        yield lambda: window.isVisible() and window.page == "welcome"
        self._note("started")
        if self._most == 1:
            return
        _press(Qt.Key.Key_Return)
        yield lambda: window.page == "library"
        _press(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        field = window.editor.form.field("simple_explanation")
        # Not hasFocus: a bare virtual screen has nobody who gives a window the keyboard.
        yield lambda: window.focusWidget() is field.edit
        field.place_caret(0)
        for letter in TYPED:
            _press(Qt.Key.Key_unknown, letter)
        yield lambda: field.text().startswith(TYPED)
        self._note("typed")
        window.table["save"].trigger()
        yield lambda: any(TYPED.strip() in text for text in self._texts())
        self._note("saved")

    def _step(self) -> None:
        from PySide6.QtCore import QTimer

        try:
            if self._waiting is None:
                assert self._script is not None
                self._waiting = next(self._script), time.monotonic() + PATIENCE_S
            is_there, until = self._waiting
            if is_there():
                self._waiting = None
            elif time.monotonic() > until:
                raise TimeoutError("it did not happen in time")
        except StopIteration:
            _window().close()
        except Exception as error:
            self._note(STEPS[len(self.steps)], f"{type(error).__name__}: {error}")
            _window().close()
        else:
            QTimer.singleShot(10, self._step)

    # Without it

    def _score(self) -> None:
        from app.text.readability import score

        scores = score(next(text for text in self._texts() if TYPED.strip() in text)).scores
        if scores is None or not 0 < scores.flesch_kincaid_grade < 12:
            raise ValueError("the text has no such grade")

    def _export(self) -> None:
        from app.commands import parser

        target = self.home / "website"
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            status = parser.run(["export", "--library", str(self._library), "--to", str(target)])
        pages = list(target.glob("research/*/index.html"))
        if status or not any(TYPED.strip() in page.read_text("utf-8") for page in pages):
            raise ValueError(f"the words are not in the website (status {status})")
        self._reach()

    def _reach(self) -> None:
        """What publishing and help load late is carried along; nothing is sent anywhere."""
        from app import paths

        for name in (
            "dulwich.client",
            "paramiko",
            "keyring.backends",
            "httpx",
            "app.hosting.places",
            "app.papers.fetch",
        ):
            importlib.import_module(name)
        if sys.platform.startswith("linux"):
            importlib.import_module("keyring.backends.SecretService")
        elif not importlib.import_module("app.hosting.secrets").Secrets().can_keep:
            raise ValueError("the system's keyring was not found")
        if not (paths.guide() / "guide.md").is_file():
            raise ValueError("the guide is not there")

    def _import_pdf(self) -> None:
        from PySide6.QtGui import QFont, QPainter, QPdfWriter

        from app.papers.paper_file import read_paper
        from app.ui.paper.pages import PagesView

        file = self.home / "paper.pdf"
        writer = QPdfWriter(str(file))
        painter = QPainter(writer)
        painter.setFont(QFont("Source Sans 3", 12))
        painter.drawText(400, 900, IN_PDF)
        painter.end()
        text = read_paper(file.read_bytes(), file.name).papers[0].text.whole()
        if " ".join(text.split()) != IN_PDF:
            raise ValueError("the words of the PDF were not read")
        pages = PagesView()
        pages.show_file(file.read_bytes())
        if pages.page_count != 1:
            raise ValueError("the pages of the PDF cannot be shown")
        pages.forget()

    def _read_back(self) -> None:
        if sum(TYPED.strip() in text for text in self._texts()) != 1 or len(self._texts()) != 3:
            raise ValueError("the library does not hold what was typed")

    def _texts(self) -> list[str]:
        from db.library import Library

        with Library.open(self._library) as library:
            return [summary.simple_explanation for summary in library.load_many()]

    def _note(self, name: str, fault: str = "") -> None:
        now = time.perf_counter()
        step = {"name": name, "ok": not fault, "ms": round((now - self._began) * 1000)}
        self.steps.append(step | ({"fault": fault} if fault else {}))
        self._began = now


def _window() -> Any:
    from PySide6.QtWidgets import QApplication

    from app.ui.window import Window

    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window))


def _press(key: Any, letter: str = "") -> None:
    """Press and let go of a key where the keyboard is."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    target = QApplication.focusWidget() or _window().focusWidget() or _window()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))


def _close_network() -> None:
    """No socket of ours leaves this machine: what needs a network must not be needed here."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            raise OSError("the self-test has no network")
        real(self, address)

    socket.socket.connect = connect  # type: ignore[method-assign,assignment]
