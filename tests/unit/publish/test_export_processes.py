"""Several processes make what one makes, byte for byte; and do without one that ends too soon."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app import paths
from app.errors import ExportFault
from app.model.codec import summary_json
from app.model.house_style import Term
from app.model.site import Site
from app.model.stored import StoredSummary
from app.model.summary import Summary
from app.publish import kept as memory
from app.publish.kept import Part
from app.publish.link_check import BadLink, with_links_checked
from app.publish.site import site_parts
from app.publish.write import write_files

Tree = Callable[[Path], dict[str, bytes]]
TERMS = (Term("muscle", explanation="What moves the body."),)


def stored(summary: Summary) -> StoredSummary:
    return StoredSummary(summary.slug, summary_json(summary), summary.categories)


def many(sample: tuple[Summary, ...], count: int) -> list[Summary]:
    return [replace(sample[number % 3], id=f"{number:032x}", slug=f"summary-{number}") for number in range(count)]


def files(parts: Iterator[Part]) -> dict[str, bytes]:
    return {path: content for part in parts for path, content in part.files}


def test_two_processes_make_the_same_bytes_as_one(sample: tuple[Summary, ...], site: Site) -> None:
    sources = [stored(summary) for summary in many(sample, 70)]
    alone = files(site_parts(sources, site, terms=TERMS, workers=1))
    random.Random(1).shuffle(sources)
    assert files(site_parts(sources, site, terms=TERMS, workers=2)) == alone


@pytest.mark.parametrize("child", ["raise SystemExit(3)", "import time; time.sleep(0.2)"])
def test_processes_that_end_too_soon_are_done_without(
    sample: tuple[Summary, ...], site: Site, monkeypatch: pytest.MonkeyPatch, child: str
) -> None:
    monkeypatch.setattr(paths, "own_command", lambda: [sys.executable, "-c", child])
    sources = many(sample, 40)
    assert files(site_parts(sources, site, workers=2)) == files(site_parts(sources, site, workers=1))


def test_a_broken_theme_is_told_with_processes_too(sample: tuple[Summary, ...], site: Site) -> None:
    folder = paths.data_folder() / "themes" / "mine"
    (folder / "templates").mkdir(parents=True)
    (folder / "theme.json").write_text('{"name": "Mine", "style": "style.css"}')
    (folder / "style.css").write_text("")
    (folder / "templates" / "crumbs.html").write_text("{{ nobody.knows }}")
    with pytest.raises(ExportFault, match="line 1"):
        files(site_parts(many(sample, 40), replace(site, theme="mine"), workers=2))


def test_processes_stage_what_one_process_writes(
    tmp_path: Path, sample: tuple[Summary, ...], site: Site, tree: Tree
) -> None:
    sources = [stored(summary) for summary in many(sample, 60)]
    for name, workers in (("one", 1), ("two", 2)):
        write_files(
            tmp_path / name,
            lambda kept, count=workers: site_parts(sources, site, terms=TERMS, kept=kept, workers=count),
        )
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    again = write_files(tmp_path / "two", lambda kept: site_parts(sources, site, terms=TERMS, kept=kept, workers=2))
    assert (again.written, again.removed) == (0, 0)
    memory.memory_file((tmp_path / "two").resolve(), "site").unlink()
    again = write_files(tmp_path / "two", lambda kept: site_parts(sources, site, terms=TERMS, kept=kept, workers=2))
    assert (again.written, again.removed) == (0, 0)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert not (tmp_path / ".two.plainspoken-export").exists()


@pytest.mark.parametrize("has_processes", [True, False])
def test_bad_links_are_told_wherever_pages_are_made(
    tmp_path: Path, sample: tuple[Summary, ...], site: Site, has_processes: bool
) -> None:
    sources = [replace(summary, research_summary="See [this](#nowhere).") for summary in many(sample, 5)]
    notes: list[BadLink] = []
    write_files(
        tmp_path / "out",
        lambda kept: with_links_checked(
            site_parts(sources, site, kept=kept, workers=2 if has_processes else 1), site.base_url, notes
        ),
    )
    pages = sorted(f"research/{summary.slug}/index.html" for summary in sources)
    assert sorted((note.page, note.href, note.kind) for note in notes) == [
        (page, "#nowhere", "anchor") for page in pages
    ]
