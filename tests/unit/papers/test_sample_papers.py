"""The papers of the sample library can be read by the program, belong to their summaries and name their licence."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.model.codec import summary_from_json
from app.model.paper_text import HEADING
from app.papers.paper_file import read_paper

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"
PAPERS = sorted(path for path in (SAMPLE / "papers").iterdir() if path.suffix != ".json")


def test_every_summary_has_its_paper() -> None:
    assert [path.stem for path in PAPERS] == sorted(path.stem for path in SAMPLE.glob("*-20*.json"))


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_the_paper_is_the_one_that_the_summary_cites(path: Path) -> None:
    summary = summary_from_json((SAMPLE / f"{path.stem}.json").read_bytes(), path.stem)
    found = read_paper(path.read_bytes(), path.name)
    (record,) = found.papers

    assert record.paper.title.casefold() == summary.paper.title.casefold()
    assert record.paper.doi in (summary.paper.doi, "")
    assert found.warnings == ()
    assert record.text.blocks[0].kind == HEADING and len(record.text.whole()) > 8000


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_its_licence_is_told(path: Path) -> None:
    told = (SAMPLE / "README.md").read_text(encoding="utf-8")

    assert f"| {path.name} |" in told
    assert path.suffix != ".xml" or b"creativecommons.org/licenses/by/4.0" in path.read_bytes()
