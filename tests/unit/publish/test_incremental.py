"""An export of what has changed is an export of everything, byte for byte; what others did to the folder is mended."""

from __future__ import annotations

import os
import pickle
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import paths
from app.model.codec import summary_json
from app.model.house_style import Term
from app.model.site import Site
from app.model.stored import StoredSummary
from app.model.summary import CategoryRef, Summary
from app.publish import kept as memory
from app.publish.export import files_of, parts_of
from app.publish.kept import Kept, Part
from app.publish.write import ExportReport, write_files

Tree = Callable[[Path], dict[str, bytes]]
TERMS = (Term("muscle", explanation="What moves the body."),)
CHILD = """
import os, pickle, sys
from pathlib import Path
from app.publish.export import parts_of
from app.publish.write import write_files

target, steps, sources, site = pickle.load(sys.stdin.buffer)
def watch(event, arguments):
    global steps
    steps -= event == "os.rename"
    if steps < 0:
        os._exit(9)
sys.addaudithook(watch)
write_files(target, lambda kept: parts_of("site", sources, site, kept=kept))
"""


def exported(target: Path, sources: Sequence[Summary | StoredSummary], site: Site) -> ExportReport:
    return write_files(target, lambda kept: parts_of("site", sources, site, TERMS, kept=kept))


def stored(summary: Summary) -> StoredSummary:
    return StoredSummary(summary.slug, summary_json(summary), summary.categories)


def made(target: Path, sources: Sequence[Summary | StoredSummary], site: Site) -> list[str]:
    """The parts that an export makes anew, of those that can be kept at all."""
    names: list[str] = []

    def noted(kept: Kept) -> Iterator[Part]:
        for part in parts_of("site", sources, site, TERMS, kept=kept):
            if part.files and part.key:
                names.append(part.name)
            yield part

    write_files(target, noted)
    return names


def many(sample: tuple[Summary, ...], count: int) -> list[Summary]:
    return [replace(sample[number % 3], id=f"{number:032x}", slug=f"summary-{number}") for number in range(count)]


def test_what_has_not_changed_is_not_made_again(tmp_path: Path, sample: tuple[Summary, ...], site: Site) -> None:
    target = tmp_path / "out"
    assert len(made(target, sample, site)) > 3
    assert made(target, sample, site) == []
    assert made(target, [stored(summary) for summary in sample[:0]] + [*sample], site) == []
    changed = replace(sample[0], key_findings=("One more finding.",))
    assert made(target, [changed, *sample[1:]], site) == [f"research/{changed.slug}/"]
    assert "page " in made(target, sample, replace(site, tagline="Another tagline."))


def test_a_category_with_a_new_name_makes_its_pages_anew(
    tmp_path: Path, sample: tuple[Summary, ...], site: Site
) -> None:
    before = [stored(summary) for summary in sample]
    assert made(tmp_path / "out", before, site)
    refs = tuple(CategoryRef(ref.slug, "New name") for ref in sample[0].categories)
    assert f"research/{sample[0].slug}/" in made(
        tmp_path / "out", [replace(before[0], categories=refs), *before[1:]], site
    )


@pytest.mark.parametrize("harm", ["changed", "same size", "touched back", "gone", "folder gone"])
def test_what_others_did_to_a_file_is_mended(
    tmp_path: Path, sample: tuple[Summary, ...], site: Site, tree: Tree, harm: str
) -> None:
    target = tmp_path / "out"
    exported(target, sample, site)
    whole = tree(target)
    page = target / "research" / sample[0].slug / "index.html"
    stood = page.stat()
    content = page.read_bytes()
    if harm == "gone":
        page.unlink()
    elif harm == "folder gone":
        shutil.rmtree(page.parent)
    else:
        page.write_bytes(b"mine" if harm == "changed" else content[:-2] + b"!\n")
    if harm == "touched back":
        os.utime(page, ns=(stood.st_atime_ns, stood.st_mtime_ns))
    report = exported(target, sample, site)
    assert report.written >= 1
    assert tree(target) == whole


def test_a_memory_that_is_lost_or_broken_costs_time_only(
    tmp_path: Path, sample: tuple[Summary, ...], site: Site, tree: Tree
) -> None:
    target = tmp_path / "out"
    exported(target, sample, site)
    whole = tree(target)
    for harm in (b"", b"\x93\xc0", b"{}"):
        memory.memory_file(target.resolve(), "site").write_bytes(harm)
        assert exported(target, sample, site).written == 0
    memory.memory_file(target.resolve(), "site").unlink()
    assert exported(target, sample, site).written == 0
    assert tree(target) == whole
    shutil.rmtree(target)
    exported(target, sample, site)
    assert tree(target) == whole


def test_another_folder_and_the_other_kind_of_source_give_the_same_bytes(
    tmp_path: Path, sample: tuple[Summary, ...], site: Site, tree: Tree
) -> None:
    exported(tmp_path / "one", sample, site)
    exported(tmp_path / "two", [stored(summary) for summary in reversed(sample)], site)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_only_so_many_folders_are_remembered(tmp_path: Path, sample: tuple[Summary, ...], site: Site) -> None:
    for number in range(memory.MOST + 2):
        exported(tmp_path / f"{number}", sample[:1], site)
    assert len(list((paths.data_folder() / memory.FOLDER).glob("*.kept"))) == memory.MOST


def test_killed_half_way_the_next_export_is_whole(
    tmp_path: Path, sample: tuple[Summary, ...], site: Site, tree: Tree
) -> None:
    changed = [replace(summary, plain_title=f"{summary.plain_title} again") for summary in sample[1:]]
    exported(tmp_path / "whole", changed, site)
    for steps in (2, 6, 11):
        target = tmp_path / f"killed-{steps}"
        write_files(target, lambda kept: parts_of("site", sample, site, kept=kept))
        asked = pickle.dumps((target, steps, changed, site))
        ended = subprocess.run([sys.executable, "-c", CHILD], input=asked, check=False, cwd=Path(__file__).parents[3])
        assert ended.returncode == 9
        exported(target, changed, site)
        assert tree(target) == tree(tmp_path / "whole")


@pytest.mark.parametrize("steps", [1, 2, 3, 5])
def test_killed_while_new_folders_take_their_places(
    tmp_path: Path, sample: tuple[Summary, ...], site: Site, tree: Tree, steps: int
) -> None:
    exported(tmp_path / "whole", sample, site)
    target = tmp_path / "killed"
    (target / "mine").mkdir(parents=True)
    (target / "mine" / "notes.txt").write_text("Notes of the owner.")
    asked = pickle.dumps((target, steps, sample, site))
    ended = subprocess.run([sys.executable, "-c", CHILD], input=asked, check=False, cwd=Path(__file__).parents[3])
    assert ended.returncode == 9
    exported(target, sample, site)
    assert tree(target).pop("mine/notes.txt") == b"Notes of the owner."
    assert {path: data for path, data in tree(target).items() if path != "mine/notes.txt"} == tree(tmp_path / "whole")


EDITS = st.lists(
    st.tuples(
        st.sampled_from(("text", "title", "category", "date", "slug", "leave", "come", "site", "nothing")),
        st.integers(0, 6),
        st.integers(0, 3),
    ),
    max_size=6,
)


@settings(max_examples=12, deadline=None)
@given(EDITS, st.randoms(use_true_random=False))
def test_any_row_of_edits_ends_where_a_fresh_export_ends(
    sample: tuple[Summary, ...],
    site: Site,
    tree: Tree,
    edits: list[tuple[str, int, int]],
    chance: random.Random,
) -> None:
    shelf = dict(enumerate(many(sample, 7)))
    out = set(range(5))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out"
        for what, which, how in [("nothing", 0, 0), *edits]:
            summary = shelf[which]
            if what == "text":
                shelf[which] = replace(summary, simple_explanation=f"Now with {how} *words*.")
            elif what == "title":
                shelf[which] = replace(summary, plain_title=f"Title {how}")
            elif what == "category":
                shelf[which] = replace(summary, categories=(CategoryRef(f"shelf-{how}", f"Shelf {how}"),))
            elif what == "date":
                dates = replace(summary.dates, modified=f"202{how}-01-01T00:00:00Z")
                shelf[which] = replace(summary, dates=dates)
            elif what == "slug":
                slug = f"summary-{which}-{how}"
                old = tuple(dict.fromkeys((*summary.slug_history, summary.slug)))
                shelf[which] = replace(summary, slug=slug, slug_history=tuple(past for past in old if past != slug))
            elif what in ("leave", "come"):
                (out.discard if what == "leave" else out.add)(which)
            elif what == "site":
                site = replace(site, tagline=f"Tagline {how}")
            sources = [stored(shelf[number]) for number in out]
            chance.shuffle(sources)
            exported(target, sources, site)
        fresh = Path(folder) / "fresh"
        exported(fresh, [stored(shelf[number]) for number in sorted(out)], site)
        assert tree(target) == tree(fresh)


def test_files_of_is_the_same_export(tmp_path: Path, sample: tuple[Summary, ...], site: Site, tree: Tree) -> None:
    write_files(tmp_path / "parts", lambda kept: parts_of("site", sample, site, kept=kept))
    write_files(tmp_path / "files", files_of("site", sample, site))
    assert tree(tmp_path / "parts") == tree(tmp_path / "files")
