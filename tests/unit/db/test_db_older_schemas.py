"""A library of every schema that there ever was opens: raised for a writer, left as it is for a reader."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from app.model.paper_text import AttachedPaper, Block, PaperText, ReadWarning
from db.library import Library
from db.lock import WriterLock
from db.migrations import SCHEMA_VERSION

SHA256 = hashlib.sha256(b"bytes").hexdigest()
RELEASED = sorted((Path(__file__).parents[2] / "data" / "libraries").glob("schema-*.plainspoken"))


@pytest.fixture(params=RELEASED, ids=[path.stem for path in RELEASED])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(request.param, tmp_path / "old.plainspoken"))


def test_every_schema_is_kept() -> None:
    assert [path.stem for path in RELEASED] == [f"schema-{number}" for number in range(1, SCHEMA_VERSION + 1)]


def test_a_writer_raises_it_after_a_backup(old: Path) -> None:
    lock = WriterLock(old)
    assert lock.acquire()
    with Library.open(old, lock) as library:
        summaries = list(library.load_many())
        assert len(summaries) == 3 and all(summary.simple_explanation for summary in summaries)
        paper = AttachedPaper(
            "text", PaperText((Block("paragraph", "Rats ran 5 µm.", 1),)), "a.txt", SHA256, "2026", True
        )
        library.attach(summaries[0].id, paper, b"bytes")
        assert library.paper_of(summaries[0].id) == paper
    lock.release()
    assert len(list((old.parent / f"{old.stem} backups").iterdir())) == 1


def test_a_reader_sees_it_and_leaves_every_byte(old: Path) -> None:
    before = old.read_bytes()
    with Library.open(old) as library:
        assert len(library.listings()) == 3
        assert library.paper_of(next(library.load_many()).id) is None
    assert old.read_bytes() == before


def test_the_past_of_a_kept_library_is_read(tmp_path: Path) -> None:
    with Library.open(Path(shutil.copy(RELEASED[2], tmp_path / "old.plainspoken"))) as library:
        (summary,) = (summary for summary in library.load_many() if summary.comments)
        newest, named, first = library.revisions(summary.id)
        assert (named.name, named.writer, first.kind) == ("Sent to Jonas", "Ana", "import")
        assert library.revision(named.number).comments[0].replies[0].text == "It is."
        assert [state.status for state in library.states(summary.id)] == ["ready", "published"]
        (sha256,) = library.exchanged(summary.id)
        assert newest.sha256 == sha256
        assert library.exchanged_version(summary.id, sha256) == library.revision(newest.number)


def test_a_paper_goes_with_its_summary(library: Library) -> None:
    saved = library.save(library.new_summary())
    warnings = (ReadWarning("unreadable-signs", "page 2"),)
    paper = AttachedPaper("pdf", PaperText((Block("heading", "A\ud800b"),)), "x.pdf", "1", "2026", False, warnings)
    library.attach(saved.id, paper)
    copy = library.duplicate(saved.id)
    found = library.paper_of(copy.id)
    assert found is not None and found.text.blocks[0].text == "A\ufffdb" and found.warnings == warnings
    assert library.paper_file(copy.id) is None
    library.detach(saved.id)
    assert library.paper_of(saved.id) is None and library.paper_of(copy.id) is not None
    library.trash([copy.id])
    library.empty_trash()
    assert library.paper_of(copy.id) is None
