"""Texts that the library does not hold: written down by sitting and library, and found again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.model.summary import Summary
from app.rescue import Rescue

TEXT = Summary(id="a b/c", plain_title="Rats", simple_explanation="Words \ud83d and more")


def test_a_rescued_text_is_found_by_the_next_sitting_and_not_by_its_own(tmp_path: Path) -> None:
    library, sitting = tmp_path / "L.plainspoken", Rescue(tmp_path / "Rescued")
    first = sitting.keep(TEXT, library)
    assert sitting.keep(replace(TEXT, plain_title="Mice"), library) == first
    assert sitting.found(library) == []
    (found,) = Rescue(tmp_path / "Rescued").found(library)
    assert (found.file, found.summary.plain_title) == (first, "Mice")
    assert found.made.startswith("20")
    assert Rescue(tmp_path / "Rescued").found(tmp_path / "Other.plainspoken") == []


def test_what_the_library_holds_is_dropped(tmp_path: Path) -> None:
    library, sitting = tmp_path / "L.plainspoken", Rescue(tmp_path / "Rescued")
    file = sitting.keep(TEXT, library)
    sitting.drop(TEXT.id)
    assert not file.exists()
    sitting.drop(TEXT.id)


def test_a_file_that_cannot_be_read_is_left_where_it_is(tmp_path: Path) -> None:
    library = tmp_path / "L.plainspoken"
    file = Rescue(tmp_path / "Rescued").keep(TEXT, library)
    (file.parent / "2026-01-01T000000Z x.json").write_bytes(b"{half a")
    (found,) = Rescue(tmp_path / "Rescued").found(library)
    Rescue.forget(found)
    assert [left.name for left in file.parent.iterdir()] == ["2026-01-01T000000Z x.json"]
