"""`import` and `list` as a script calls them: the contract of actions, refusals, exit statuses and JSON."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.commands import parser
from app.model.codec import json_bytes, json_schema, summary_json
from app.model.paper import Paper
from app.model.summary import Dates, Summary
from db.library import Library
from db.lock import WriterLock

COPIED = Path(__file__).parents[2] / "data" / "page-copied.txt"
ONE = Summary(
    id="11111111-1111-4111-8111-111111111111",
    slug="one",
    plain_title="One",
    paper=Paper(title="The first paper", doi="10.5555/one"),
    simple_explanation="Short words help. They are easy to read.",
    dates=Dates("2026-01-01T00:00:00Z", "", "2026-01-02T00:00:00Z"),
)
NEWER = replace(ONE, simple_explanation="Newer words.", dates=replace(ONE.dates, modified="2026-02-01T00:00:00Z"))
OLDER = replace(ONE, simple_explanation="Older words.", dates=replace(ONE.dates, modified="2025-01-01T00:00:00Z"))


class Shell:
    """Runs commands on one library and reads their JSON."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.library = folder, folder / "L.plainspoken"
        self._capsys = capsys
        self.status, self.err = 0, ""

    def run(self, *words: object) -> Any:
        """Run a command with --json; its answer, None when it printed nothing."""
        self.status = parser.run([str(word) for word in (*words, "--library", self.library, "--json")])
        captured = self._capsys.readouterr()
        self.err = captured.err
        return json.loads(captured.out) if captured.out else None

    def file(self, name: str, data: bytes | Summary) -> Path:
        """A file in the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(summary_json(data) if isinstance(data, Summary) else data)
        return path

    def actions(self, *words: object) -> list[str]:
        """The actions and refusal codes of an import."""
        answer = self.run("import", *words)
        return [done["action"] for done in answer["imported"]] + [gone["reason"] for gone in answer["refused"]]


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, capsys)


def test_json_is_added_then_unchanged_then_updated(shell: Shell) -> None:
    one, newer = shell.file("one.json", ONE), shell.file("newer.json", NEWER)
    answer = shell.run("import", one)
    assert answer == {
        "imported": [{"path": str(one), "slug": "one", "title": "The first paper", "action": "added"}],
        "refused": [],
    }
    assert shell.actions(one) == ["unchanged"]
    assert shell.actions(newer) == ["updated"]
    assert shell.actions(one) == ["unchanged"], "it has had exactly this before"
    assert shell.status == 0
    with Library.open(shell.library) as library:
        assert library.load(ONE.id) == NEWER
        assert [kept.kind for kept in library.revisions(ONE.id)] == ["import", "import"]


def test_a_text_that_was_edited_here_is_never_overwritten(shell: Shell) -> None:
    shell.run("import", shell.file("one.json", ONE))
    with WriterLock(shell.library) as lock, Library.open(shell.library, lock) as library:
        library.save(replace(library.load(ONE.id), simple_explanation="Mine."))
    assert shell.actions(shell.folder / "one.json") == ["unchanged"]
    newer = shell.file("newer.json", NEWER)
    answer = shell.run("import", newer)
    refused = answer["refused"][0]
    assert (refused["path"], refused["reason"]) == (str(newer), "already-here")
    assert (refused["slug"], refused["existing_slug"]) == ("one", "one")
    assert shell.status == 2 and "--as-new" in shell.err
    assert shell.actions(newer, "--as-new") == ["added"]
    with Library.open(shell.library) as library:
        assert library.load(ONE.id).simple_explanation == "Mine."
        assert library.load_by_slug("one-2").simple_explanation == "Newer words."


def test_a_summary_that_needed_another_address_is_recognised(shell: Shell) -> None:
    twin = shell.file("twin.json", replace(ONE, id="22222222-2222-4222-8222-222222222222"))
    shell.run("import", shell.file("one.json", ONE), twin)
    assert shell.actions(twin) == ["unchanged"]
    assert sorted(row["slug"] for row in shell.run("list")["summaries"]) == ["one", "one-2"]


def test_what_is_imported_again_leaves_the_trash(shell: Shell) -> None:
    one = shell.file("one.json", ONE)
    shell.run("import", one)
    with WriterLock(shell.library) as lock, Library.open(shell.library, lock) as library:
        library.trash([ONE.id])
    assert shell.actions(one) == ["unchanged"]
    assert len(shell.run("list")["summaries"]) == 1


def test_an_older_version_is_refused(shell: Shell) -> None:
    shell.run("import", shell.file("one.json", ONE))
    assert shell.actions(shell.file("older.json", OLDER)) == ["already-here"]


def test_a_page_is_known_by_its_doi(shell: Shell) -> None:
    assert shell.actions(COPIED) == ["added"]
    assert shell.actions(COPIED) == ["unchanged"]
    with WriterLock(shell.library) as lock, Library.open(shell.library, lock) as library:
        (summary,) = library.load_many()
        assert summary.status == "published"
        library.save(replace(library.load(summary.id), research_summary="Edited here."))
    assert shell.actions(COPIED) == ["unchanged"], "the library has had this before"
    other = shell.file("other.txt", COPIED.read_bytes().replace(b"Stiff ankles", b"Very stiff ankles"))
    assert shell.actions(other) == ["already-here"]
    assert shell.actions(other, "--as-new") == ["added"]


def test_one_bad_file_never_stops_the_others(shell: Shell) -> None:
    bad = [
        shell.file("broken.json", b'{"schema_version": 1,'),
        shell.file("newer-schema.json", summary_json(ONE).replace(b'"schema_version": 1', b'"schema_version": 99')),
        shell.file("wrong.json", summary_json(ONE).replace(b'"draft"', b'"lost"')),
        shell.file("other.txt", b"Just some words."),
        shell.file("paper.pdf", b"%PDF-1.7 \0\0\0"),
        shell.file("image.png", b"\x89PNG\r\n\x1a\n\0"),
        shell.file("empty.txt", b""),
        shell.folder / "gone.json",
    ]
    answer = shell.run("import", *bad, shell.file("one.json", ONE))
    assert [done["slug"] for done in answer["imported"]] == ["one"]
    assert [gone["path"] for gone in answer["refused"]] == [str(path) for path in bad]
    assert all(gone["message"] and gone["reason"] for gone in answer["refused"])
    assert shell.status == 2


def test_a_folder_passes_over_what_is_no_summary(shell: Shell) -> None:
    folder = shell.folder / "export"
    shell.file("export/one.json", ONE)
    shell.file("export/summary.schema.json", json_bytes(json_schema()))
    shell.file("export/.plainspoken.json", b"{}")
    shell.file("export/feed.json", b'{"version": "1.1"}')
    shell.file("export/style.css", b"p {}")
    shell.file("export/picture.png", b"\x89PNG")
    shell.file("export/about/index.html", b"<html><main><h1>About</h1></main></html>")
    shell.file("export/robots.txt", b"User-agent: *")
    shell.file("export/pages/page.txt", COPIED.read_bytes())
    assert shell.actions(folder) == ["added", "added"]
    assert shell.status == 0
    assert shell.actions(folder / "summary.schema.json") == ["not-a-summary"], "named on the command line"


def test_a_zip_is_read_safely(shell: Shell) -> None:
    path = shell.folder / "summaries.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("folder/one.json", summary_json(ONE))
        archive.writestr("../escape.json", summary_json(replace(ONE, id="2", slug="escape")))
        archive.writestr("/absolute.json", summary_json(replace(ONE, id="3", slug="absolute")))
        archive.writestr("__MACOSX/._one.json", b"\0\1")
        archive.writestr("schema.json", b"{}")
    answer = shell.run("import", path)
    assert [done["path"] for done in answer["imported"]] == [f"{path}/folder/one.json"]
    assert [gone["reason"] for gone in answer["refused"]] == ["unsafe", "unsafe"]
    assert {entry.name for entry in shell.folder.iterdir()} <= {
        "summaries.zip", "L.plainspoken", "L.plainspoken.lock", "L backups",
    }  # fmt: skip


def test_a_zip_that_unpacks_to_very_much_is_not_read(shell: Shell) -> None:
    path, much = shell.folder / "much.zip", b" " * 40_000_000
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(30):  # each of them is small enough, and all of them are packed into little
            archive.writestr(f"{number}.txt", much)
    assert path.stat().st_size < 3_000_000
    assert shell.actions(path) == ["too-large"] and shell.status == 2
    assert "more than 1 GB" in shell.err


def test_a_broken_zip_is_refused(shell: Shell) -> None:
    path = shell.folder / "summaries.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("one.json", summary_json(ONE))
    data = bytearray(path.read_bytes())
    data[45:60] = b"x" * 15
    path.write_bytes(bytes(data))
    assert shell.actions(path) == ["unreadable"]


def test_import_makes_a_library_and_nothing_else_does(shell: Shell) -> None:
    assert shell.run("list") is None
    assert shell.status == 2 and not shell.library.exists() and "no library" in shell.err
    shell.run("import", shell.file("one.json", ONE))
    assert shell.library.exists()


@pytest.mark.parametrize("content", [b"", b"no library", b"SQLite format 3\0" + b"\0" * 200])
def test_what_is_no_library_is_left_as_it_is(shell: Shell, content: bytes) -> None:
    shell.library.write_bytes(content)
    for command in (["import", shell.file("one.json", ONE)], ["list"]):
        assert shell.run(*command) is None
        assert shell.status == 2 and "library" in shell.err and shell.err.count("\n") == 1
        assert shell.library.read_bytes() == content


def test_a_library_that_is_open_elsewhere_is_not_written(shell: Shell) -> None:
    one = shell.file("one.json", ONE)
    shell.run("import", one)
    with WriterLock(shell.library):
        assert shell.run("import", one) is None
        assert shell.status == 2 and "open in another" in shell.err
        assert len(shell.run("list")["summaries"]) == 1


def test_list(shell: Shell) -> None:
    shell.run("import", shell.file("one.json", ONE), COPIED)
    rows = shell.run("list")["summaries"]
    assert set(rows[0]) == {"slug", "title", "status", "categories", "grade", "updated"}
    row = next(row for row in rows if row["slug"] == "one")
    assert (row["title"], row["status"], row["categories"]) == ("One", "draft", [])
    assert isinstance(row["grade"], float) and row["updated"] == ONE.dates.modified
    assert [row["categories"] for row in shell.run("list", "--search", "ankl")["summaries"]] == [
        ["rehabilitation", "spasticity"]
    ]
    assert shell.run("list", "--search", '"')["summaries"] == []


def test_mistakes_are_one_sentence(shell: Shell) -> None:
    for words in (
        ["import"],
        ["list", "--nonsense"],
        ["backup"],
        ["restore", "x"],
        ["paper", "-"],
        ["attach", "a", "b"],
    ):
        assert shell.run(*words) is None
        assert shell.status == 2 and shell.err.count("\n") == 1


def test_help_is_there_for_each_command(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("import", "list"):
        assert parser.run([command, "--help"]) == 0
        assert "--library" in capsys.readouterr().out
    assert parser.is_command(["--help"]) and parser.is_command(["--library", "x", "list"])
    assert not parser.is_command([]) and not parser.is_command(["file.json"])


def test_out_and_in_again_is_the_same_to_the_byte(shell: Shell) -> None:
    sample = Path(__file__).parents[3] / "resources" / "sample"
    shell.run("import", sample, COPIED)
    with Library.open(shell.library) as library:
        first = {summary.slug: summary_json(summary) for summary in library.load_many()}
    for slug, data in first.items():
        shell.file(f"out/{slug}.json", data)
    shell.library = shell.folder / "second.plainspoken"
    assert set(shell.actions(shell.folder / "out")) == {"added"}
    with Library.open(shell.library) as library:
        assert {summary.slug: summary_json(summary) for summary in library.load_many()} == first
