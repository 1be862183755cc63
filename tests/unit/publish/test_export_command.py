"""`export` as the command line promises it: which summaries, what it prints, when it refuses."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.commands import parser
from app.model.site import Site
from app.model.summary import Summary
from db.library import Library
from db.lock import WriterLock

Tree = Callable[[Path], dict[str, bytes]]
NOW = "2026-11-22T12:00:00Z"


@pytest.fixture
def library(tmp_path: Path, sample: tuple[Summary, ...], site: Site) -> Path:
    """A library with one published, one ready and one draft summary."""
    path = tmp_path / "a.plainspoken"
    lock = WriterLock(path)
    assert lock.acquire()
    with Library.create(path, lock) as made:
        for category in site.categories:
            made.save_category(category)
        for summary, status in zip(sample, ("published", "ready", "draft"), strict=True):
            made.save(replace(summary, status=status), kind="import", now=NOW)
    lock.release()
    return path


def export(library: Path, to: Path, *more: str) -> int:
    """Run the command."""
    return parser.run(["export", "--library", str(library), "--to", str(to), *more])


@pytest.mark.parametrize(("form", "count"), [("site", 1), ("html", 2), ("json", 2)])
def test_each_form_takes_its_own_states(
    form: str,
    count: int,
    library: Path,
    tmp_path: Path,
    sample: tuple[Summary, ...],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert export(library, tmp_path / "out", "--format", form, "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert [page["slug"] for page in said["pages"]] == sorted(summary.slug for summary in sample[:count])
    for page in said["pages"]:
        assert (tmp_path / "out" / page["path"]).is_file()
    assert said["written"] > count
    assert (said["unchanged"], said["removed"], said["to"]) == (0, 0, str(tmp_path / "out"))


def test_only_takes_a_draft_and_the_lists_name_nothing_else(
    library: Path, tmp_path: Path, sample: tuple[Summary, ...]
) -> None:
    assert export(library, tmp_path / "out", "--only", sample[2].slug) == 0
    assert [path.name for path in (tmp_path / "out/research").iterdir() if path.is_dir()] == [sample[2].slug]
    for name in ("sitemap.xml", "feed.xml", "index.html", "search/index.html"):
        text = (tmp_path / "out" / name).read_text(encoding="utf-8")
        assert sample[2].slug in text
        assert sample[0].slug not in text


def test_only_is_refused_where_others_stand_unless_they_may_go(
    library: Path, tmp_path: Path, sample: tuple[Summary, ...], tree: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert export(library, out, "--format", "json") == 0
    before = tree(out)
    assert export(library, out, "--format", "json", "--only", sample[0].slug) == 2
    assert "--replace" in capsys.readouterr().err
    assert tree(out) == before
    assert export(library, out, "--format", "json", "--only", sample[0].slug, "--replace") == 0
    assert not (out / f"{sample[1].slug}.json").exists()


def test_mistakes_are_one_sentence_and_write_nothing(
    library: Path, tmp_path: Path, tree: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.html").write_bytes(b"mine")
    for more in ([], ["--only", "nothing-like-it"], ["--base-url", "example.org"]):
        assert export(library, out, *more) == 2
        assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert tree(out) == {"index.html": b"mine"}
    assert export(tmp_path / "none.plainspoken", tmp_path / "other") == 2
    assert not (tmp_path / "other").exists()
    assert not (tmp_path / "none.plainspoken").exists()


def test_the_address_given_here_counts(library: Path, tmp_path: Path) -> None:
    assert export(library, tmp_path / "out", "--base-url", "https://example.org/sub") == 0
    assert "https://example.org/sub/research/" in (tmp_path / "out/sitemap.xml").read_text(encoding="utf-8")


def test_a_zip_file_holds_what_a_folder_would(
    library: Path, tmp_path: Path, tree: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "site.zip"
    assert export(library, tmp_path / "out") == 0
    capsys.readouterr()
    assert export(library, file, "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["to"], said["unchanged"], said["removed"]) == (str(file), 0, 0)
    with zipfile.ZipFile(file) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == tree(tmp_path / "out")
    before = file.read_bytes()
    assert export(library, file) == 0
    assert file.read_bytes() == before
    (tmp_path / "mine.zip").write_bytes(b"mine")
    assert export(library, tmp_path / "mine.zip") == 2
    assert (tmp_path / "mine.zip").read_bytes() == b"mine"


def test_a_writers_bad_link_is_told_each_time_and_stops_nothing(
    tmp_path: Path, sample: tuple[Summary, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    path, base = tmp_path / "b.plainspoken", "https://example.org/help/"
    lock = WriterLock(path)
    assert lock.acquire()
    linking = replace(sample[0], status="published", research_summary=f"See [more]({base}research/gone/).")
    with Library.create(path, lock) as made:
        made.save(linking, kind="import", now=NOW)
        made.save(replace(sample[1], status="published"), kind="import", now=NOW)
    lock.release()
    page = {"page": f"research/{linking.slug}/index.html", "href": f"{base}research/gone/", "kind": "missing"}
    for written in (True, False):  # the second time the page stands there already
        assert export(path, tmp_path / "out", "--base-url", base, "--json") == 0
        out, err = capsys.readouterr()
        said = json.loads(out)
        assert said["bad_links"] == [page] and bool(said["written"]) == written
        assert err == f"{page['page']}: “{page['href']}” leads nowhere.\n"
    for folder in ("research/gone", "elsewhere"):  # a file of the folder's owner is somewhere to lead to
        (tmp_path / "out" / folder).mkdir(exist_ok=True)
        (tmp_path / "out" / folder / "index.html").write_text("theirs")
    assert export(path, tmp_path / "out", "--base-url", base, "--json") == 0
    assert json.loads(capsys.readouterr().out)["bad_links"] == []


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_a_dry_run_says_what_the_export_would_do_and_writes_nothing(
    name: str, library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], tree: Tree
) -> None:
    to = tmp_path / name

    def said(*more: str) -> dict[str, object]:
        assert export(library, to, "--base-url", "https://example.org/", "--json", *more) == 0
        return dict(json.loads(capsys.readouterr().out))

    slugs = [str(page["slug"]) for page in said("--dry-run")["pages"]]  # type: ignore[attr-defined]
    for only in ((), ("--only", *slugs)):
        before = tree(tmp_path)
        would = said("--dry-run", *only)
        assert tree(tmp_path) == before and would.pop("dry_run") is True
        assert said(*only) == would
    before = tree(tmp_path)
    assert said("--dry-run")["written"] == 0 and tree(tmp_path) == before


def test_a_dry_run_names_bad_links_and_is_refused_like_the_export(
    tmp_path: Path, sample: tuple[Summary, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "b.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as made:
        made.save(replace(sample[0], status="published", research_summary="See [more](#gone)."), kind="import", now=NOW)
    assert export(path, tmp_path / "out", "--dry-run") == 0
    heard = capsys.readouterr()
    assert "would be written" in heard.out and "“#gone” leads nowhere" in heard.err
    assert not (tmp_path / "out").exists()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "index.html").write_text("theirs")
    assert export(path, tmp_path / "out", "--dry-run") == 2
    assert "in the way" in capsys.readouterr().err
    assert export(path, tmp_path / "a.plainspoken-summary", "--dry-run", "--format", "exchange") == 2
