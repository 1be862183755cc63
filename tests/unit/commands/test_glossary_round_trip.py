"""What the library explains goes out with a summary, and comes back without having changed it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.commands import parser
from app.model.house_style import Term
from app.model.summary import GlossaryTerm, Summary
from db.library import Library
from db.lock import WriterLock

MEDIAN = Term("median", "middle value", "Half are above.")
OWN = GlossaryTerm("cohort", "", "A group that is followed.")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "my.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as opened:
        summary = opened.new_summary()
        opened.save(
            replace(summary, plain_title="A page", simple_explanation="Two medians of a cohort.", glossary=(OWN,))
        )
        opened.save_glossary([MEDIAN, Term("unused", "", "Nowhere.")])
    return path


def exported(library: Path, to: Path) -> Path:
    where = ["--library", str(library), "--to", str(to)]
    assert parser.run(["export", *where, "--format", "json", "--only", "page"]) == 0
    return to / "page.json"


def only(library: Path) -> Summary:
    with Library.open(library) as opened:
        (summary,) = opened.load_many()
    return summary


def test_the_export_explains_and_the_import_finds_nothing_changed(
    library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = only(library)
    file = exported(library, tmp_path / "out")
    assert [entry["term"] for entry in json.loads(file.read_bytes())["glossary"]] == ["cohort", "median"]
    capsys.readouterr()
    assert parser.run(["import", "--library", str(library), str(file), "--json"]) == 0
    assert [entry["action"] for entry in json.loads(capsys.readouterr().out)["imported"]] == ["unchanged"]
    assert only(library) == before


def test_another_library_keeps_the_words_as_the_summary_s_own(library: Path, tmp_path: Path) -> None:
    file = exported(library, tmp_path / "out")
    other = tmp_path / "other.plainspoken"
    assert parser.run(["import", "--library", str(other), str(file)]) == 0
    assert [entry.term for entry in only(other).glossary] == ["cohort", "median"]
