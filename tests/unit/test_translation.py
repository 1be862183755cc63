"""The catalogues hold every text of the program, and what they say fits into its place."""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from app import language, paths, translation
from app.translation import _, amid, counted, number, outset, quoted, stretched

ROOT = Path(__file__).parents[2]
GERMAN_TEXTS_AT_LEAST = 1_900
SHOWN_WORDS = ("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "label", "wrapped", "_label", "LinesField")
NAMES = ("Esc", "Plainspoken")
_TABLES = """
from app import paths, translation
translation.use("de", paths.translations())
from app.model.summary import Summary, title_of
from app.ui.dialogs.targets import _ROWS
print(_ROWS[0][2][0][0], _ROWS[0][2][1][0], _ROWS[1][2][0][0], _ROWS[1][3], title_of(Summary(id="1")))
"""
"""Tables of a module are read in the language of the program, so in a process of their own."""


@pytest.fixture(scope="module")
def texts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "docs" / "translations.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def german() -> Iterator[None]:
    translation.use("de", paths.translations())
    yield
    translation.use("en", paths.translations())


@pytest.mark.parametrize("code", [code for code in translation.LANGUAGES if code != "en"])
def test_every_text_has_its_words(code: str, texts: ModuleType) -> None:
    assert len(texts.gathered()) > GERMAN_TEXTS_AT_LEAST
    assert texts.untranslated(code) == [], "python3 docs/translations.py gathers them"


@pytest.mark.parametrize("code", [code for code in translation.LANGUAGES if code != "en"])
def test_nothing_is_filled_in_that_the_text_does_not_have(code: str, texts: ModuleType) -> None:
    for message in texts.catalogue(code):
        if message.id:
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            known = set().union(*(_places(text) for text in ids))
            for words in (message.string,) if isinstance(message.string, str) else message.string:
                assert _places(words) <= known, f"{ids[0]}: {words}"
                assert "{" in words or "{" not in ids[0] or "was" in known, f"{ids[0]}: nothing is filled in"


@pytest.mark.parametrize("code", [code for code in translation.LANGUAGES if code != "en"])
def test_the_compiled_catalogue_is_the_written_one(code: str, texts: ModuleType) -> None:
    assert texts.po_file(code).with_suffix(".mo").read_bytes() == texts.compiled(code)


def test_no_word_on_a_label_or_a_button_is_only_english() -> None:
    found = []
    for file in sorted((ROOT / "app" / "ui").rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and _called(call) in SHOWN_WORDS and call.args:
                text = call.args[0]
                words = str(text.value) if isinstance(text, ast.Constant) else ""
                if re.search("[a-z]{2}", words) and words not in NAMES:
                    found.append(f"{file.name}: {_called(call)}({words!r})")
    assert not found


def test_the_words_of_tables_are_german_too() -> None:
    german_words = subprocess.run(
        [sys.executable, "-c", _TABLES], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, text=True,
        capture_output=True, check=True,
    ).stdout  # fmt: skip
    assert german_words.split() == ["von", "bis", "über", "Wörter", "Ohne", "Titel"]


def test_german_has_plurals_and_decimal_commas(german: None) -> None:
    del german
    assert _("Settings") == "Einstellungen"
    assert counted("{n:,} summary", "{n:,} summaries", 1) == "1 Zusammenfassung"
    assert counted("{n:,} summary", "{n:,} summaries", 2_000) == "2.000 Zusammenfassungen"
    assert _("Grade {grade:.1f}").format(grade=6.5) == "Stufe 6,5"
    assert (number(1234.5, ",.1f"), amid("In Durchsicht"), outset("hier")) == ("1.234,5", "In Durchsicht", "Hier")


@pytest.mark.usefixtures("german")
def test_quotation_marks_are_those_of_the_language() -> None:
    assert quoted("Ratten") == "„Ratten“"


def test_what_has_no_words_is_said_in_english(german: None) -> None:
    del german
    assert _("A text that nobody has translated") == "A text that nobody has translated"
    assert counted("{n} zorp", "{n} zorps", 2) == "2 zorps"
    assert _("") == ""


def test_english_is_as_it_is_written() -> None:
    assert (_("Settings"), counted("{n:,} page", "{n:,} pages", 1), amid("In review")) == (
        "Settings",
        "1 page",
        "in review",
    )


@pytest.mark.parametrize("text", ["Open <b>{name}</b> and {n:,} words of it…", "OK", "&File", "Reading {name}"])
def test_a_stretched_text_is_longer_and_keeps_its_places(text: str) -> None:
    longer = stretched(text)
    assert _places(longer) == _places(text) and longer[0] + longer[-1] == "[]"
    assert len(longer) >= len(re.sub(r"\{[^{}]*\}", "", text)) * 1.35


def test_the_environment_then_the_setting_then_the_system_choose(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.json"
    monkeypatch.setenv("LC_ALL", "de_AT.UTF-8")
    monkeypatch.setenv(language.VARIABLE, "mirror")
    assert language.chosen(file) == "mirror"
    monkeypatch.delenv(language.VARIABLE)
    assert language.chosen(file) == "de"
    file.write_text('{"language": "en"}')
    assert language.chosen(file) == "en"
    for useless in ('{"language": "klingon"}', '{"language": 7}', '{"language": "system"}', "[", ""):
        file.write_text(useless)
        assert language.chosen(file) == "de"
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert language.chosen(file) == "en"


def test_commands_speak_english_whatever_the_window_speaks(tmp_path: Path) -> None:
    environment = dict(os.environ, PLAINSPOKEN_LANGUAGE="de", PLAINSPOKEN_HOME=str(tmp_path))
    text = tmp_path / "text.txt"
    text.write_text("The team tested a drug. It helped two people.")
    for json_wanted in ([], ["--json"]):
        command = [sys.executable, "-m", "app", "score", str(text), *json_wanted]
        english = subprocess.run(
            command, cwd=ROOT, env=environment | {"PLAINSPOKEN_LANGUAGE": "en"}, capture_output=True
        )
        assert subprocess.run(command, cwd=ROOT, env=environment, capture_output=True).stdout == english.stdout != b""


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _places(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}
