"""The sample library keeps our own rules: complete, readable, and honest about its papers."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from windows_files import refusing_open_files

from app import paths
from app.checks.review import checked
from app.errors import LibraryFault
from app.model.codec import summary_from_json, summary_json
from app.model.paper_text import AttachedPaper
from app.model.sections import sections
from app.model.summary import Summary
from app.opening import Opener
from app.text.markup import plain
from app.text.readability import score
from app.work.jobs import Token
from app.work.reading_files import attached, read_file

SAMPLE = sorted((Path(__file__).parents[2] / "resources" / "sample").glob("*-20*.json"))


@pytest.fixture(params=SAMPLE, ids=lambda path: path.stem)
def summary(request: pytest.FixtureRequest) -> Summary:
    return summary_from_json(request.param.read_bytes(), request.param.name)


def test_there_are_three() -> None:
    assert len(SAMPLE) == 3


def test_the_simple_explanation_reads_at_grade_8_or_lower(summary: Summary) -> None:
    found = score(plain(summary.simple_explanation).text).scores
    assert found is not None
    assert found.flesch_kincaid_grade <= 8


def test_every_section_is_written_and_the_paper_is_named(summary: Summary) -> None:
    assert all(text for _, text in sections(summary))
    assert summary.paper.doi and summary.evidence_level and summary.subject and summary.stage


def test_an_animal_study_says_so_in_every_place_that_speaks_of_people(summary: Summary) -> None:
    if summary.subject != "animal":
        return
    for section, text in sections(summary):
        if "people" in text:
            assert "rats" in text or section.startswith("practical_implications"), section


def test_the_files_are_in_the_form_that_we_write(summary: Summary) -> None:
    path = next(path for path in SAMPLE if path.stem == summary.slug)
    assert path.read_bytes() == summary_json(summary)


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_the_papers_were_read_from_the_files_beside_them(path: Path) -> None:
    """Not to the last letter: a reader may have become better since. `resources/sample/read_papers.py` reads anew."""
    kept = msgspec.json.decode((path.parent / "papers" / path.name).read_bytes(), type=AttachedPaper)
    [source] = [file for file in (path.parent / "papers").glob(f"{path.stem}.*") if file.suffix != ".json"]
    read = read_file(source, Token(), lambda _done, _of: None)
    now = attached(read, read.file.papers[0], "", has_file=False)
    assert (kept.kind, kept.origin, kept.sha256) == (now.kind, now.origin, now.sha256)
    same = set(kept.text.blocks) & set(now.text.blocks)
    assert len(same) >= 0.9 * len(set(now.text.blocks)), "read the papers anew"


def test_the_sample_library_has_its_papers(home: Path) -> None:
    opener = Opener()
    with opener.sample() as library:
        papers = [library.paper_of(summary.id) for summary in library.load_many()]
    opener.release()
    assert home.exists()
    assert sorted(paper.kind for paper in papers if paper) == ["jats", "jats", "text"]
    assert all(paper and len(paper.text.blocks) > 10 and paper.added for paper in papers)


def test_it_is_made_where_open_files_stay_and_refused_in_a_sentence(home: Path) -> None:
    opener, folder = Opener(), paths.data_folder()
    folder.mkdir(parents=True)
    (folder / "sample.part").write_text("in the way")
    with pytest.raises(LibraryFault, match="No library could be made"):
        opener.sample()
    (folder / "sample.part").unlink()
    with refusing_open_files() as refused:
        opener.sample().close()
    opener.release()
    assert home.exists() and not refused
    assert not (folder / "sample.part").exists()


def test_the_sample_has_nothing_left_to_look_at(home: Path) -> None:
    opener = Opener()
    with opener.sample() as library:
        style = library.style()
        for summary in library.load_many():
            paper = library.paper_of(summary.id)
            assert paper is not None and home.exists()
            checks = checked(summary, style, paper.text)
            assert [f for f in checks.open if f.severity != "notice"] == []
            assert all(aside.by.reason for aside in checks.set_aside)
    opener.release()
