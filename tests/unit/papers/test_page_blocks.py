"""Lines of pages become blocks without losing a digit, a letter or a sign, wherever the lines stand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.paper_text import UNREADABLE, Block
from app.papers.first_page import doi_of, title_of
from app.papers.lines import Line, Page
from app.papers.page_blocks import blocks_of_pages
from app.papers.signs import LINE_END_HYPHEN

WORDS = st.text(
    st.sampled_from("ab1−5±.,:;<>%µ⁵()[]-/– \N{GREEK SMALL LETTER BETA}" + LINE_END_HYPHEN + UNREADABLE), min_size=1
)


@st.composite
def pages(draw: st.DrawFn) -> list[Page]:
    """Pages with lines anywhere but at the edges, where running heads and page numbers stand."""
    out = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        lines = []
        for _ in range(draw(st.integers(0, 12))):
            left = draw(st.sampled_from([57.0, 65.0, 310.0, 318.0, 400.0]))
            base = draw(st.integers(120, 700))
            size = draw(st.sampled_from([8.0, 10.0, 10.2, 20.0]))
            text = draw(
                st.one_of(WORDS, st.sampled_from(["References", "Table 1", "Fig. 2 A plot", "1. Smith J. A title."]))
            )
            if text := " ".join(text.split()):
                turned = draw(st.integers(0, 9)) == 0
                lines.append(Line(text, number, left, left + 5 * len(text), base, size, draw(st.booleans()), turned))
        out.append(Page(number, 595, 842, tuple(lines)))
    return out


def telling(text: str) -> list[str]:
    return sorted(sign for sign in text if not sign.isspace() and sign not in ("-", LINE_END_HYPHEN, "|", UNREADABLE))


@settings(deadline=None)
@given(pages())
def test_nothing_is_lost_but_what_is_drawn_twice(given_pages: list[Page]) -> None:
    seen = {(line.page, line.text, line.left, line.base): line.text for page in given_pages for line in page.lines}
    blocks = blocks_of_pages(given_pages)

    before, after = telling("".join(seen.values())), telling("".join(block.text for block in blocks))
    near = len({(page, text) for page, text, _, _ in seen}) < len(seen)
    assert before == after or near
    assert all(block.text.strip() == block.text != "" and block.page for block in blocks)
    assert not any(LINE_END_HYPHEN in block.text for block in blocks)


def lines(*texts: str, size: float = 10.0, top: float = 700.0, page: int = 1) -> list[Line]:
    return [Line(text, page, 57, 57 + 5.0 * len(text), top - 12 * place, size) for place, text in enumerate(texts)]


def test_text_that_is_drawn_twice_in_one_place_stands_once() -> None:
    shadow = [*lines("A heading with a shadow"), *lines("A heading with a shadow", top=699.5)]

    assert blocks_of_pages([Page(1, 595, 842, tuple(shadow))]) == (Block("paragraph", "A heading with a shadow", 1),)


@pytest.mark.parametrize(
    ("texts", "doi"),
    [
        (["doi: 10.1186/s13018-018-0794-1.", "10.1000/2"], "10.1186/s13018-018-0794-1"),
        (["https://doi.org/10.1371/journal.", "pone.0211233 and more"], "10.1371/journal.pone.0211233"),
        (["(https://doi.org/10.1186/s13018" + LINE_END_HYPHEN, "018-0794-1)"], "10.1186/s13018-018-0794-1"),
        (["(10.1016/S0140-6736(19)30221-1)"], "10.1016/S0140-6736(19)30221-1"),
        (["nothing of the kind 10.5 mg/day"], ""),
    ],
)
def test_the_first_doi_of_the_page_is_the_papers(texts: list[str], doi: str) -> None:
    assert doi_of([Page(1, 595, 842, tuple(lines(*texts)))]) == doi


def test_the_doi_of_page_two_is_the_second_choice_and_later_ones_are_references() -> None:
    numbered = [Page(number, 595, 842, tuple(lines(f"doi:10.1000/{number}"))) for number in (2, 3)]

    assert doi_of([Page(1, 595, 842), *numbered]) == "10.1000/2"
    assert doi_of([Page(1, 595, 842), Page(2, 595, 842), numbered[1]]) == ""


@pytest.mark.parametrize(
    "field", ["", "untitled", "Microsoft Word - Paper.docx", "PII: S0140673619302211", "10.1000/182"]
)
def test_a_field_that_is_no_title_leaves_it_to_the_page(field: str) -> None:
    page = Page(1, 595, 842, (*lines("On the weight of rats", "that swim", size=20), *lines("Rats swim.", top=500)))

    assert title_of(field, [page], 10) == "On the weight of rats that swim"
