"""Words of the paper in a summary: where they go, that they keep their link, and when they count as reworded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checks.review import checked
from app.evidence.places import locator, place_of
from app.evidence.quotations import TARGETS, quoted_into, unworded
from app.model.claims import with_claims_moved
from app.model.finding import PassageSpan
from app.model.house_style import HouseStyle
from app.model.paper_text import Block, PaperText
from app.model.sections import section_text
from app.model.summary import Summary
from app.text.markup import plain

PAPER = PaperText(
    (
        Block("heading", "Methods"),
        Block("paragraph", "Cells * were given *once* a week_to_week [1]."),
        Block("paragraph", "Six rats."),
        Block("paragraph", "Page two.", 2),
    )
)
WHOLE = PAPER.whole()


def span(words: str) -> PassageSpan:
    start = WHOLE.index(words)
    return PassageSpan(start, start + len(words), words)


@pytest.mark.parametrize("target", TARGETS)
def test_the_words_stand_in_every_field_as_they_are_in_the_paper(target: str) -> None:
    before = Summary("a", participants=None, key_findings=("One.",), research_summary="Told before.", study_duration="")
    quoted = quoted_into(before, target, span("Cells * were given *once* a week_to_week [1]."), PAPER)
    text = section_text(quoted.summary, quoted.section)
    assert plain(text[quoted.start : quoted.end]).text == "“Cells * were given *once* a week_to_week [1].”"
    [claim] = quoted.summary.claims
    assert (claim.section, claim.start, claim.end) == (quoted.section, quoted.start, quoted.end)
    assert claim.passage is not None and claim.passage.locator == "Methods, paragraph 1"
    assert list(unworded(quoted.summary)) == [claim]
    for section in ("research_summary", "key_findings[0]"):
        assert section_text(quoted.summary, section).startswith(section_text(before, section))


def test_a_list_takes_a_row_of_its_own_or_the_empty_one_that_waits() -> None:
    assert quoted_into(Summary("a"), "key_findings", span("Six rats."), PAPER).summary.key_findings == ("“Six rats.”",)
    waiting = Summary("a", key_findings=("One.", " "))
    assert quoted_into(waiting, "key_findings", span("Six rats."), PAPER).section == "key_findings[1]"


def test_reworded_is_what_no_longer_is_the_passage() -> None:
    quoted = quoted_into(Summary("a"), "participants", span("Six rats."), PAPER).summary
    half = with_claims_moved(quoted, replace(quoted, participants="Six rats.”"))
    bare = with_claims_moved(half, replace(half, participants="Six rats."))
    assert [finding.code for finding in quotations(bare)] == ["quotation-not-reworded"]
    own = with_claims_moved(quoted, replace(quoted, participants="“Six old rats.”"))
    assert own.claims and quotations(own) == []


def quotations(summary: Summary) -> list[object]:
    return [found for found in checked(summary, HouseStyle()).open if found.code == "quotation-not-reworded"]


def test_places_are_told_as_a_reader_would() -> None:
    assert locator(PAPER, WHOLE.index("Six")) == "Methods, paragraph 2"
    assert locator(PAPER, WHOLE.index("Page two")) == "page 2"
    assert locator(PAPER, 0) == "Methods, heading"
    assert locator(PaperText(), 0) == "" and place_of(PaperText(), 0) is None


@given(st.text(min_size=1, max_size=60).filter(lambda words: words.strip() and "\0" not in words))
def test_any_words_come_through_whole(words: str) -> None:
    paper = PaperText((Block("paragraph", words),))
    quoted = quoted_into(Summary("a"), "research_summary", PassageSpan(0, len(words), words), paper)
    assert len(quoted.summary.claims) == 1
    assert quoted.end == len(quoted.summary.research_summary)
