"""RIS and BibTeX that reference managers read back as the papers they came from."""

from __future__ import annotations

import re

import bibtexparser
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware, SeparateCoAuthors, SplitNameParts
from hypothesis import given
from hypothesis import strategies as st

from app.model.dates import PartialDate
from app.model.paper import Author, Paper
from app.publish.citation_files import bibtex, ris

PAPER = Paper(
    title="Repeated infusion & 5 % of {MSCs} in SOD1_G93A rats: 10^5 cells",
    authors=(Author("Ukai", "Ryo"), Author("Müller-Øst", "Ása"), Author(literal="The Stroke and Spine Group")),
    journal="Molecular Brain",
    journal_short="Mol Brain",
    volume="14",
    issue="1",
    pages="76–81",
    doi="10.1186/s13041-021-00787-6",
    pmid="33931118",
    url="https://example.org/a_b",
    published=PartialDate(2021, 4),
)
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)


def test_ris_is_read_back() -> None:
    (read,) = rispy.loads(ris([PAPER]).decode())
    assert read["title"] == PAPER.title
    assert read["authors"] == ["Ukai, Ryo", "Müller-Øst, Ása", "The Stroke and Spine Group"]
    assert (read["volume"], read["start_page"], read["end_page"], read["year"]) == ("14", "76", "81", "2021")
    assert read["doi"] == PAPER.doi and read["date"] == "2021/04//"


def test_bibtex_is_read_back() -> None:
    library = bibtexparser.parse_string(bibtex([PAPER, PAPER]).decode(), append_middleware=[LatexDecodingMiddleware()])
    assert not library.failed_blocks
    first, second = library.entries
    assert (first.key, second.key) == ("ukai2021repeated", "ukai2021repeated-2")
    fields = {field.key: field.value for field in first.fields}
    title = fields["title"].replace("ˆ", "^")  # how the reader shows the sign
    assert re.sub("[{}]", "", title) == re.sub("[{}]", "", PAPER.title)
    assert fields["author"].count(" and ") == 2 + 1  # the group's own name has one
    assert fields["doi"] == PAPER.doi and fields["month"] == "4"


@given(TEXT, TEXT, TEXT)
def test_no_text_breaks_a_record(title: str, family: str, pages: str) -> None:
    papers = [Paper(title=title, authors=(Author(family, "A"),), pages=pages), PAPER]
    assert len(rispy.loads(ris(papers).decode())) == 2
    library = bibtexparser.parse_string(bibtex(papers).decode())
    assert not library.failed_blocks and len(library.entries) == 2


def test_a_name_with_an_and_in_it_is_one_author_and_no_key_is_a_sentence() -> None:
    paper = Paper(title="W" * 300, authors=(Author("Smith and Sons, Ltd", "J"), Author("Lee" * 100, "And Y")))
    library = bibtexparser.parse_string(
        bibtex([paper]).decode(), append_middleware=[SeparateCoAuthors(), SplitNameParts()]
    )
    (entry,) = library.entries
    first, second = entry.fields_dict["author"].value
    assert (first.last, first.first) == (["{Smith and Sons, Ltd}"], ["J"]) and second.last == ["Lee" * 100]
    assert len(entry.key) <= 80
