"""What the paper tells and the summary does not, what only the summary tells, and a paper that was taken back."""

from __future__ import annotations

import pytest
from held_against_paper import RATS, animal, found, texts

from app.model.claims import linked, marked_explanation
from app.model.paper import Notice, Paper
from app.model.paper_text import PARAGRAPH, Block, PaperText
from app.model.summary import Passage, Summary


def test_not_specified_while_the_paper_tells() -> None:
    summary = animal(study_duration=None, participants="Not specified", evidence_text="Not specified.")
    by_section = {finding.section: finding for finding in found(summary, "not-specified-but-in-paper", RATS)}
    assert set(by_section) == {"study_duration", "participants", "evidence_level"}
    passage = by_section["study_duration"].passage
    assert passage is not None and passage.text.startswith("At 7, 14 and 21 days")
    assert by_section["study_duration"].start is None and by_section["participants"].text == "Not specified"
    assert by_section["evidence_level"].facts["level"] == "animal"


def test_a_sentence_that_may_be_about_something_else_is_only_a_thought() -> None:
    weak = PaperText((Block(PARAGRAPH, "The plates held 40 strains."), Block(PARAGRAPH, "Ten strains were studied.")))
    (finding,) = found(Summary("a", participants=None), "not-specified-but-in-paper", weak)
    assert finding.severity == "notice"
    sure = PaperText((Block(PARAGRAPH, "A total of 43 patients were enrolled."),))
    (finding,) = found(Summary("a", participants=None), "not-specified-but-in-paper", sure)
    assert finding.severity == "warning"


def test_what_is_told_or_not_in_the_paper_is_let_be() -> None:
    told = animal(
        study_duration="Three weeks", participants="Eighteen rats, sex not specified", evidence_level="animal"
    )
    assert not found(told, "not-specified-but-in-paper", RATS)
    assert not found(animal(study_duration=None), "not-specified-but-in-paper")
    bare = PaperText((Block(PARAGRAPH, "Nothing is told here."),))
    assert not found(Summary("a", study_duration=None, participants=None), "not-specified-but-in-paper", bare)


def test_a_claim_that_no_passage_supports() -> None:
    foreign = "Teleportation of zebras delighted several orchestras."
    summary = animal(research_summary=f"The rats lived longer. {foreign}")
    (finding,) = found(summary, "claim-unsupported", RATS)
    assert (finding.text, finding.severity) == (foreign, "notice")
    start, end = finding.start or 0, finding.end or 0
    assert not found(marked_explanation(summary, "research_summary", start, end), "claim-unsupported", RATS)
    assert not found(linked(summary, "research_summary", start, end, Passage("x")), "claim-unsupported", RATS)
    assert not found(summary, "claim-unsupported")
    assert not found(animal(research_summary="Would zebras enjoy being teleported home?"), "claim-unsupported", RATS)
    assert not found(animal(research_summary="Zebras sang."), "claim-unsupported", RATS)


def test_a_limitation_of_the_writer_s_own() -> None:
    own = "Results in rats may not apply to humans."
    stated = "The mechanisms are not elucidated."
    summary = animal(study_limitations=(own, stated, "Only white fur was brushed on Sundays."))
    assert texts(summary, "limitation-not-in-paper", RATS) == [own, "Only white fur was brushed on Sundays."]
    explained = marked_explanation(summary, "study_limitations[0]", 0, len(own))
    assert len(found(explained, "limitation-not-in-paper", RATS)) == 1
    assert not found(summary, "limitation-not-in-paper")


@pytest.mark.parametrize(
    ("kind", "severity"), [("retraction", "error"), ("concern", "warning"), ("correction", "warning")]
)
def test_a_paper_that_was_taken_back_doubted_or_corrected(kind: str, severity: str) -> None:
    paper = Paper(title="A", notices=(Notice(kind, "10.1/x", "2024-05-01"),))
    (finding,) = found(Summary("a", paper=paper), "paper-retracted")
    assert (finding.severity, finding.facts["date"]) == (severity, "2024-05-01")
    assert not found(Summary("a", paper=Paper(title="A")), "paper-retracted")
