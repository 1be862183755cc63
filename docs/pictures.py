"""Takes the pictures of README and docs from the running program: `python3 run.py pictures`.

Each picture is the real window, in a home of its own, on the sample library, with real key presses.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "pictures"
SIZE = (1440, 900)


def main(arguments: list[str]) -> int:
    """Take every picture, or those named; each in a process of its own, because a program starts only once."""
    names = arguments or list(SHOTS)
    if unknown := [name for name in names if name not in SHOTS]:
        print(f"There is no picture “{unknown[0]}”. There are: {', '.join(SHOTS)}.", file=sys.stderr)
        return 2
    worst = 0
    for name in names:
        with tempfile.TemporaryDirectory() as home:
            worst = max(worst, _in_own_process(name, home))
    return worst


def _in_own_process(name: str, home: str) -> int:
    environment = dict(os.environ, PLAINSPOKEN_HOME=home, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8", TZ="UTC")
    environment["PLAINSPOKEN_LANGUAGE"] = "en"
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    environment |= SHOTS[name][1]
    if (wanted := environment.get("PICTURE_OF")) and not (
        Path(os.environ.get("PLAINSPOKEN_CORPUS", "")) / wanted
    ).is_file():
        print(f"{name}: left as it is, for PLAINSPOKEN_CORPUS names no folder with {wanted}", file=sys.stderr)
        return 0
    root = Path(__file__).resolve().parent.parent
    environment["PYTHONPATH"] = str(root)
    done = subprocess.run(
        [sys.executable, __file__, "--one", name], cwd=root, env=environment, check=False, timeout=120
    )
    print(f"{name}.png" if done.returncode == 0 else f"{name}: no picture", file=sys.stderr)
    return done.returncode


def take(name: str) -> int:
    """Start the program here and take one picture."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from app import language

    language.begin()
    from app import main as program
    from app.ui.window import Window

    if scheme := os.environ.get("PICTURE_SCHEME"):
        file = Path(os.environ["PLAINSPOKEN_HOME"], "settings.json")
        file.write_text(json.dumps({"scheme": scheme}), encoding="utf-8")
    failed: list[BaseException] = []

    def begin() -> None:
        window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window))
        window.showNormal()
        window.resize(*(int(part) for part in os.environ.get("PICTURE_SIZE", "x".join(map(str, SIZE))).split("x")))
        follow(SHOTS[name][0](window))

    def follow(script: Generator[int, None, None]) -> None:
        try:
            pause_ms = next(script)
        except StopIteration:
            finish()
        except BaseException as error:
            failed.append(error)
            finish()
        else:
            QTimer.singleShot(pause_ms, lambda: follow(script))

    def finish() -> None:
        window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window))
        FOLDER.mkdir(exist_ok=True)
        active = QApplication.activeModalWidget()
        window.grab().save(str(FOLDER / f"{name}.png"))
        if active is not None:
            active.grab().save(str(FOLDER / f"{name}.png"))
            active.close()
        window.close()

    QTimer.singleShot(0, begin)
    program.run(["--library", _sample()] if name != "welcome" else [])
    if failed:
        raise failed[0]
    return 0


def _sample() -> str:
    """A library of the three sample summaries, made by the program's own import."""
    root = Path(__file__).resolve().parent.parent
    library = Path(os.environ["PLAINSPOKEN_HOME"]) / "Sample library.plainspoken"
    files = sorted((root / "resources" / "sample").glob("*-20*.json"))
    if wanted := os.environ.get("PICTURE_OF"):
        files = [Path(os.environ["PLAINSPOKEN_CORPUS"]) / wanted]
    command = [sys.executable, "-m", "app", "import", "--library", str(library), *map(str, files)]
    subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL)
    return str(library)


# ------------------------------------------------------------------ what each picture shows


def _welcome(_window: object) -> Generator[int, None, None]:
    yield 600


def _library(_window: object) -> Generator[int, None, None]:
    yield 2500


def _open_first(window: object) -> Generator[int, None, None]:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    yield 1500
    window.library.focus_rows()  # type: ignore[attr-defined]
    yield 200
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    yield 3500


def _tab(key: str, card: str = "") -> Callable[[object], Generator[int, None, None]]:
    def script(window: object) -> Generator[int, None, None]:
        yield from _open_first(window)
        window.table[f"show_{key}"].trigger()  # type: ignore[attr-defined]
        if card:
            window.editor.show_section(card)  # type: ignore[attr-defined]
        yield 1800

    return script


_MENDED = (
    "This study was done in rats that are bred to have a disease like ALS. It looked at stem cells from bone marrow, "
    "called mesenchymal stem cells (MSCs). Is it better to give MSCs four times than just once?",
    "Some rats got MSCs once. Others got them once a week, four times in all. A third group got a fluid with no cells "
    "in it. The rats with four doses lived longer than the rats in both other groups. They moved better, and they got "
    "worse more slowly.",
    "They could also walk for longer. The study was small, and it was done in rats. It cannot tell us if this would "
    "help people with ALS.",
)
"""What the writer puts in the place of each sentence that costs most."""


def _mending(sentences: int) -> Callable[[object], Generator[int, None, None]]:
    """The page that once read at grade 17, with so many of its costly sentences written anew, by keys alone."""

    def script(window: object) -> Generator[int, None, None]:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        yield from _tab("reading", "simple_explanation")(window)
        for text in _MENDED[:sentences]:
            QTest.keyClick(window, Qt.Key.Key_F6)  # type: ignore[call-overload]
            yield 200
            for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return):
                QTest.keyClick(QApplication.focusWidget(), key)
                yield 200
            QTest.keyClicks(QApplication.focusWidget(), text)
            yield 1500

    return script


def _checks(window: object) -> Generator[int, None, None]:
    """The first short form that is not spelled out, gone to with F8 and open in the panel."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from app.ui.checks.panel import ChecksPanel

    yield from _tab("checks", "simple_explanation")(window)
    panel = window.side.findChild(ChecksPanel)  # type: ignore[attr-defined]
    for _ in range(9):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
        yield 60
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    yield 800
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    yield 400


def _paper(window: object) -> Generator[int, None, None]:
    """The paper is dropped, and a sentence linked to its passage by the key."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    paper = next(Path(__file__).resolve().parent.parent.glob("resources/sample/papers/repeated*.txt"))
    yield 1500
    window.library.focus_search()  # type: ignore[attr-defined]
    QTest.keyClicks(QApplication.focusWidget(), "rats with ALS")
    yield 600
    yield from _tab("paper", "simple_explanation")(window)
    window.files_dropped.emit([str(paper)])  # type: ignore[attr-defined]
    yield 3000
    window.notices.clear()  # type: ignore[attr-defined]
    field = window.editor.form.field("simple_explanation")  # type: ignore[attr-defined]
    field.place_caret(field.text().index("four times"))
    yield 1200
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, keys)
    yield 1500


def _explaining(window: object) -> Generator[int, None, None]:
    """The box at a hard word, with its keys."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    yield from _tab("reading", "simple_explanation")(window)
    field = window.editor.form.field("simple_explanation")  # type: ignore[attr-defined]
    field.place_caret(field.text().index("deterioration") + 2)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    yield 400


def _dialog(action: str) -> Callable[[object], Generator[int, None, None]]:
    def script(window: object) -> Generator[int, None, None]:
        yield 1500
        window.table[action].trigger()  # type: ignore[attr-defined]
        yield 1500

    return script


_GERMAN, _MIRRORED = {"PLAINSPOKEN_LANGUAGE": "de"}, {"PLAINSPOKEN_LANGUAGE": "mirror"}
_DARK = {"PICTURE_SCHEME": "dark"}
_HARD_PAGE = {"PICTURE_OF": "seeds/page-mol-brain-2021.txt"}
"""A file of the folder of real pages; without that folder the picture stays as it is."""
SHOTS: dict[str, tuple[Callable[[object], Generator[int, None, None]], dict[str, str]]] = {
    "welcome": (_welcome, {}),
    "library": (_library, {}),
    "library-dark": (_library, _DARK),
    "editor-preview": (_tab("preview", "simple_explanation"), {}),
    "editor-lists": (_tab("preview", "key_findings"), {}),
    "editor-reading": (_tab("reading", "simple_explanation"), {}),
    "editor-checks": (_checks, _HARD_PAGE),
    "explaining": (_explaining, _HARD_PAGE),
    "editor-paper": (_paper, {}),
    "editor-dark": (_tab("preview", "simple_explanation"), _DARK),
    "editor-small": (_tab("preview", "simple_explanation"), {"PICTURE_SIZE": "1280x720"}),
    "editor-200-percent": (
        _tab("preview", "simple_explanation"),
        {"PICTURE_SIZE": "960x540", "QT_SCALE_FACTOR": "2"},
    ),
    "mending-before": (_mending(0), _HARD_PAGE),
    "mending-after": (_mending(3), _HARD_PAGE),
    "publish": (_dialog("publish"), {}),
    "german-library": (_library, _GERMAN),
    "german-editor": (_tab("reading", "simple_explanation"), _GERMAN | {"PICTURE_SIZE": "1280x720"}),
    "german-checks": (_checks, _HARD_PAGE | _GERMAN),
    "german-publish": (_dialog("publish"), _GERMAN),
    "mirrored-library": (_library, _MIRRORED),
    "mirrored-editor": (_tab("preview", "simple_explanation"), _MIRRORED),
    "mirrored-checks": (_checks, _HARD_PAGE | _MIRRORED),
    "mirrored-settings": (_dialog("settings"), _MIRRORED),
}

if __name__ == "__main__":
    sys.exit(take(sys.argv[2]) if sys.argv[1:2] == ["--one"] else main(sys.argv[1:]))
