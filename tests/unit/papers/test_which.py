"""Which dropped files are papers, and which are summaries for the import."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.papers.which import is_paper_file

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"
PROSE = b"Methods\n\n" + b"Ten mice were given cells by vein in spring. " * 20


@pytest.mark.parametrize("name", ["a.pdf", "A.PDF", "a.ris", "a.bib", "a.nbib", "a.nxml", "a.xml"])
def test_an_ending_tells(name: str) -> None:
    assert is_paper_file(name, b"")


@pytest.mark.parametrize(
    ("name", "content", "is_paper"),
    [
        ("a.txt", PROSE, True),
        ("a.txt", b"Just a shopping list.", False),
        ("a.json", b'[{"type": "article-journal", "title": "T"}]', True),
        ("a.json", b'{"schema_version": 1, "simple_explanation": ""}', False),
        ("a.html", PROSE, False),
        ("a.zip", b"PK", False),
        ("a", b"%PDF-1.7", True),
    ],
)
def test_what_a_file_holds_tells_where_its_name_does_not(name: str, content: bytes, is_paper: bool) -> None:
    assert is_paper_file(name, content) is is_paper


def test_our_own_summaries_are_no_papers() -> None:
    for file in SAMPLE.glob("*-20*.json"):
        assert not is_paper_file(file.name, file.read_bytes())


def test_a_published_page_is_no_paper(corpus: Path) -> None:
    for file in (corpus / "seeds").glob("page-*.txt"):
        assert not is_paper_file(file.name, file.read_bytes())
    assert is_paper_file("paper.txt", (corpus / "seeds" / "paper-mol-brain-2021.txt").read_bytes())
