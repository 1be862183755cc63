"""The program in other languages, each start in a process of its own: German, stretched, and mirrored."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PARTS = ROOT / "tests" / "parts"


def _run(script: str, language: str, home: Path, **more: str) -> dict[str, object]:
    environment = dict(
        os.environ,
        PLAINSPOKEN_LANGUAGE=language,
        PLAINSPOKEN_HOME=str(home),
        PYTHONPATH=str(ROOT),
        QT_QPA_PLATFORM="offscreen",
        QTWEBENGINE_DISABLE_SANDBOX="1",
        **more,
    )
    done = subprocess.run(
        [sys.executable, str(PARTS / script), str(home / "L.plainspoken")],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return dict(json.loads(done.stdout.splitlines()[-1]))


@pytest.fixture
def library(home: Path) -> Path:
    """A home with the sample library, whose tour was taken."""
    folder = home / "plainspoken"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.json").write_text('{"has_toured": true}')
    files = sorted((ROOT / "resources" / "sample").glob("*-20*.json"))
    command = [sys.executable, "-m", "app", "import", "--library", str(folder / "L.plainspoken"), *map(str, files)]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return folder


def test_the_window_speaks_german(library: Path) -> None:
    said = _run("german_window.py", "de", library)
    assert said["menus"] == ["Datei", "Bearbeiten", "Einfügen", "Format", "Durchsicht", "Artikel", "Ansicht", "Hilfe"]
    assert said["listed"] == ["3 Zusammenfassungen, neueste zuerst", "1 Zusammenfassung mit „frail“"]
    assert said["button"] == "Abbrechen", "Qt's own buttons speak German too"
    assert said["direction"] == "LeftToRight"


def test_a_language_that_nobody_knows_is_the_systems_and_is_told(library: Path) -> None:
    (library / "settings.json").write_text('{"has_toured": true, "language": "klingon"}')
    said = _run("german_window.py", "", library, LC_ALL="de_DE.UTF-8")
    assert said["button"] == "Abbrechen"
    assert "Sprache des Fensters" in str(said["notice"])


def test_mirrored_it_is_laid_out_from_right_to_left(library: Path) -> None:
    said = _run("german_window.py", "mirror", library)
    assert said["direction"] == "RightToLeft"
    assert said["listed"] == ["3 summaries, newest first", "1 summary with “frail”"]


def test_longer_words_have_room_everywhere(library: Path) -> None:
    found = _run("stretched_window.py", "stretch", library)
    assert len(found) == 28, found.keys()
    assert {place: texts for place, texts in found.items() if texts} == {}
