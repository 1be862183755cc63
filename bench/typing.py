"""One keystroke in a Simple Explanation of 300 words: until it is painted, scored and in the preview, in one run.

The painted keystroke is compared with the same key in a bare QPlainTextEdit with the same text, font and width.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from statistics import median, quantiles
from typing import cast

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget

from app import paths
from app.model.codec import summary_from_json
from app.model.house_style import HouseStyle
from app.model.site import Site
from app.model.summary import Summary
from app.ui.editor.panel import EditorPanel
from app.ui.fields.rich_field import RichField
from app.ui.look import fonts, style
from app.ui.preview.panel import PreviewPanel
from app.ui.reading.panel import ReadingPanel
from app.work import rules
from app.work.jobs import Jobs
from app.work.review import Review
from app.work.session import Session

KEYS = "and then some more "
ROUNDS, WAITED_ROUNDS = 6, 2
BETWEEN_KEYS_S = 0.03
PATIENCE_S = 5.0
LETTER_LIMIT_MS = 16.0
"""A frame of a screen: what is painted within it is there at once."""
_SAMPLE = "repeated-stem-cell-infusions-rats-als-2021.json"


class Bench:
    """The editor with all that listens to it, as in the window, and the times at which each answered."""

    def __init__(self, app: QApplication) -> None:
        self.app = app
        self.jobs, self.session = Jobs(), Session()
        self.editor, self.reading = EditorPanel(), ReadingPanel()
        self.preview = PreviewPanel(paths.resources() / "theme")
        self.review = Review(self.jobs, lambda summary: rules.reviewed(summary, Site(), HouseStyle()))
        self.scored = self.previewed = 0.0
        self._connect()
        for widget, width in ((self.editor, 960), (self.reading, 480), (self.preview, 480)):
            widget.resize(width, 860)
            widget.show()
        self.session.open(_summary())
        field = self.editor.form.field("simple_explanation")
        assert field is not None
        self.field: RichField = field
        self.field.place_caret(len(field.text()) // 2)
        self.has_engine = self.preview.load_engine()
        self._settle()

    def _connect(self) -> None:
        self.editor.edited.connect(self.session.edit)
        self.session.changed.connect(self.editor.show_summary)
        self.session.changed.connect(self.review.note_change)
        self.review.page_changed.connect(self.preview.show_page)
        self.review.findings_changed.connect(self.editor.show_findings)
        self.review.reading_changed.connect(self.reading.show_reading)
        self.review.reading_changed.connect(self.editor.show_reading)
        self.review.reading_changed.connect(self._on_scored)

    def _on_scored(self) -> None:
        self.reading.repaint()
        self.scored = time.perf_counter()

    def until_scored(self, key: str) -> float:
        """Milliseconds from a key to the new grade on the reading panel."""
        self.scored = 0.0
        began = time.perf_counter()
        QTest.keyClick(self.field.edit, key)
        self._wait(lambda: self.scored > began)
        return (self.scored - began) * 1000

    def until_previewed(self, key: str) -> float:
        """Milliseconds from a key to the letter in the page of the preview, asked of the browser engine."""
        length = self._letters_of_page()
        began = time.perf_counter()
        QTest.keyClick(self.field.edit, key)
        self._wait(lambda: self._letters_of_page() > length)
        return (time.perf_counter() - began) * 1000

    def close(self) -> None:
        """End the jobs, let go of the engine, close every panel."""
        self._settle()
        self.jobs.close()
        self.preview.close_engine()
        for widget in (self.editor, self.reading, self.preview):
            widget.close()
        self.app.processEvents()

    def _letters_of_page(self) -> int:
        found: list[float] = []
        page = self.preview._engine.page()  # type: ignore[union-attr, attr-defined]
        page.runJavaScript("document.body ? document.body.textContent.length : 0", 1, found.append)
        self._wait(lambda: bool(found))
        return int(found[0] or 0)

    def _settle(self) -> None:
        end = time.perf_counter() + 1.5
        while time.perf_counter() < end or self.jobs.is_busy:
            self.app.processEvents()
            time.sleep(0.001)

    def _wait(self, is_there: Callable[[], bool]) -> None:
        end = time.perf_counter() + PATIENCE_S
        while not is_there() and time.perf_counter() < end:
            self.app.processEvents()
            time.sleep(0.0005)


def main() -> int:
    """Print the table; the status is 1 when half of the keystrokes take longer than a frame."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = cast(QApplication, QApplication.instance() or QApplication([]))
    fonts.load()
    style.apply(app, scheme="light")
    bench = Bench(app)
    bare = _bare(bench.field.edit)
    ours, theirs = [], []
    for _ in range(ROUNDS):  # by turns, so that a busy machine is busy for both
        theirs += _painted(app, bare, KEYS)
        ours += _painted(app, bench.field.edit, KEYS)
    print(f"{len(bench.field.edit.toPlainText().split())} words, {len(ours)} keys")
    print(f"{'from a key to …':<44}{'median':>9}{'95 %':>9}  ms{'ratio':>8}{'95 %':>8}")
    base = _row("painted text, bare QPlainTextEdit", theirs)
    middle, _tail = _row("painted text, Simple Explanation", ours, base)
    bench._settle()
    _row("the new grade on the reading panel", [bench.until_scored(key) for key in KEYS * WAITED_ROUNDS])
    if bench.has_engine:
        bench._settle()
        letters = KEYS.replace(" ", "") * WAITED_ROUNDS
        _row("the letter in the preview's page", [bench.until_previewed(key) for key in letters])
    else:
        print("The preview has no browser engine here.")
    bare.close()
    bench.close()
    is_good = middle <= LETTER_LIMIT_MS
    print(f"Half of all keys are painted within a frame of {LETTER_LIMIT_MS:g} ms." if is_good else "Typing is slow.")
    return 0 if is_good else 1


def _painted(app: QApplication, edit: QWidget, keys: str) -> list[float]:
    """Milliseconds of each key until its letter is painted. What waits for a pause runs between the keys."""
    times = []
    edit.window().activateWindow()
    edit.setFocus()
    for key in keys:
        pause = time.perf_counter() + BETWEEN_KEYS_S
        while time.perf_counter() < pause:
            app.processEvents()
            time.sleep(0.001)
        began = time.perf_counter()
        QTest.keyClick(edit, key)
        app.processEvents()
        times.append((time.perf_counter() - began) * 1000)
    return times


def _row(name: str, times: Iterable[float], base: tuple[float, float] | None = None) -> tuple[float, float]:
    ordered = list(times)
    middle, tail = median(ordered), quantiles(ordered, n=20)[-1]
    ratios = f"{middle / base[0]:>8.1f}{tail / base[1]:>8.1f}" if base else ""
    print(f"{name:<44}{middle:>9.2f}{tail:>9.2f}    {ratios}")
    return middle, tail


def _summary() -> Summary:
    """The sample summary with an explanation of 300 words in three paragraphs."""
    file = paths.resources() / "sample" / _SAMPLE
    summary = summary_from_json(file.read_bytes(), file.name)
    words = (summary.simple_explanation + "\n\n").replace("\n\n", " ").split()
    words = (words * (300 // len(words) + 1))[:300]
    text = "\n\n".join(" ".join(words[at : at + 100]) for at in range(0, 300, 100))
    return replace(summary, simple_explanation=text)


def _bare(like: QTextEdit) -> QPlainTextEdit:
    """The plainest field of the toolkit with the same text, width and size of letters."""
    edit = QPlainTextEdit()
    font = QFont(like.font())
    edit.setFont(font)
    edit.setPlainText(like.toPlainText())
    edit.resize(like.width(), like.height())
    cursor = edit.textCursor()
    cursor.setPosition(len(like.toPlainText()) // 2, QTextCursor.MoveMode.MoveAnchor)
    edit.setTextCursor(cursor)
    edit.show()
    return edit


if __name__ == "__main__":
    sys.exit(main())
