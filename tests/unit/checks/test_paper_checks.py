"""The checks that hold a summary against its paper and its kind of study: true cases, near misses, false alarms."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.checks.review import findings
from app.model.claims import linked, marked_explanation
from app.model.codec import summary_from_json
from app.model.finding import Finding
from app.model.house_style import HouseStyle
from app.model.paper import Notice, Paper
from app.model.paper_text import HEADING, PARAGRAPH, Block, PaperText
from app.model.sections import section_text
from app.model.summary import Implication, Passage, Summary
from app.papers.clean_text import blocks_of_text
from app.papers.jats import read_jats
from app.ui.words import explanation

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"
RATS = PaperText(
    (
        Block(HEADING, "Repeated infusion of stem cells in a rat model of ALS"),
        Block(HEADING, "Abstract"),
        Block(
            PARAGRAPH, "Amyotrophic lateral sclerosis is a fatal disease; half of all patients die within 30 months."
        ),
        Block(PARAGRAPH, "At 7, 14 and 21 days after the first infusion, eighteen rats were given stem cells."),
        Block(
            PARAGRAPH, "The rats in the repeated group lived longer and kept their gait. Side effects were not seen."
        ),
        Block(PARAGRAPH, "The mechanisms are not elucidated in the current study. Rats lost weight at the end."),
    )
)
PEOPLE = PaperText(
    (
        Block(HEADING, "Coffee and stroke: a cohort study"),
        Block(HEADING, "Abstract"),
        Block(PARAGRAPH, "We followed 4,000 women for 12 years. Coffee was associated with fewer strokes."),
    )
)


def found(summary: Summary, code: str, paper: PaperText | None = None) -> list[Finding]:
    one = replace(summary, id="a")
    result = [finding for finding in findings(one, HouseStyle(), paper) if finding.code == code]
    for finding in result:
        assert explanation(finding).what_to_do
        if finding.start is not None:
            assert section_text(one, finding.section)[finding.start : finding.end] == finding.text
    return result


def texts(summary: Summary, code: str, paper: PaperText | None = None) -> list[str | None]:
    return [finding.text for finding in found(summary, code, paper)]


def animal(**fields: object) -> Summary:
    paper = Paper(title="Repeated infusion of stem cells in a rat model of ALS")
    return replace(Summary("a", paper=paper), **fields)  # type: ignore[arg-type]


# --- species ---------------------------------------------------------------------------------------------------------

SPECIES_MISSING = [
    ({"plain_title": "Stem cells slow ALS"}, "Stem cells slow ALS"),
    ({"key_findings": ("Treatment improved walking.",)}, "Treatment improved walking."),
    ({"key_findings": ("Patients walked for longer.",)}, "Patients walked for longer."),
    (
        {"practical_implications": (Implication("Life", "It may improve the quality of life of patients."),)},
        "It may improve the quality of life of patients.",
    ),
    ({"simple_explanation": "Stem cells were tested. They kept them alive."}, "Stem cells were tested."),
]
SPECIES_NAMED = [
    {"plain_title": "Stem cells slow ALS in rats"},
    {"key_findings": ("Rats walked for longer. The treatment helped.",)},
    {"key_findings": ("The cells were grown for a week.",)},
    {"practical_implications": (Implication("In rats", "Four doses helped more than one."),)},
    {"practical_implications": (Implication("Next", "Future studies should show how the treatment helps."),)},
    {"practical_implications": (Implication("Not yet", "It is not known whether it helps people."),)},
    {"simple_explanation": "People with ALS can no longer move. The rats were given stem cells."},
    {"study_limitations": ("It may not help people.",)},
]


@pytest.mark.parametrize(("fields", "marked"), SPECIES_MISSING)
@pytest.mark.parametrize("paper", [None, RATS])
def test_an_animal_study_told_as_if_of_people(fields: dict[str, object], marked: str, paper: PaperText | None) -> None:
    summary = animal(**{"plain_title": "Cells in rats", "simple_explanation": "Rats were given cells.", **fields})
    assert texts(summary, "species-missing", paper)[:1] == [marked]


@pytest.mark.parametrize("fields", SPECIES_NAMED)
@pytest.mark.parametrize("paper", [None, RATS])
def test_an_animal_study_that_says_so(fields: dict[str, object], paper: PaperText | None) -> None:
    summary = animal(**{"plain_title": "Cells in rats", "simple_explanation": "Rats were given cells.", **fields})
    assert texts(summary, "species-missing", paper) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The patients were given cells three times.",
        "Patients in the repeated group lived longer.",
        "Eighteen patients took part.",
    ],
)
def test_people_where_the_paper_has_rats(sentence: str) -> None:
    summary = animal(research_summary=sentence)
    (finding,) = found(summary, "species-missing", RATS)
    assert finding.facts["about"] == "swapped"
    assert (finding.text or "").lower() == "patients"
    assert texts(animal(research_summary="Half of all patients die within 30 months."), "species-missing", RATS) == []


def test_a_study_of_people_needs_no_species() -> None:
    summary = Summary("a", key_findings=("Patients walked further.",), evidence_level="randomised-trial")
    assert texts(summary, "species-missing", PEOPLE) == []
    assert texts(replace(summary, evidence_level=None), "species-missing", PEOPLE) == []
    assert texts(animal(key_findings=("Patients walked further.",), subject="mixed"), "species-missing", RATS) == []


def test_the_writer_s_word_for_the_subject_counts_without_a_paper() -> None:
    summary = Summary("a", key_findings=("It helps patients.",), subject="cells")
    assert texts(summary, "species-missing") == ["It helps patients."]
    assert texts(replace(summary, key_findings=("In the lab, it helps cells live.",)), "species-missing") == []


# --- causes and certainty --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Coffee prevents strokes.", "prevents"),
        ("Coffee led to fewer strokes.", "led to"),
        ("Drinking coffee lowers the risk of a stroke.", "lowers the risk"),
        ("Smoking causes strokes.", "causes"),
    ],
)
def test_a_cause_told_of_an_observational_study(sentence: str, words: str) -> None:
    for paper, level in ((PEOPLE, None), (None, "observational")):
        summary = Summary("a", key_findings=(sentence,), evidence_level=level)
        assert texts(summary, "cause-overclaimed", paper) == [words]
    trial = Summary("a", key_findings=(sentence,), evidence_level="randomised-trial")
    assert texts(trial, "cause-overclaimed", PEOPLE) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Women who drank coffee had fewer strokes.",
        "Coffee may lower the risk of a stroke.",
        "Coffee was linked to a lower risk.",
        "The study cannot show that coffee prevents strokes.",
        "They asked whether coffee prevents strokes.",
        "A stroke is a condition that results in loss of speech.",
        "HIV is the virus that causes AIDS.",
    ],
)
def test_links_questions_and_background_are_no_causes(sentence: str) -> None:
    assert texts(Summary("a", key_findings=(sentence,)), "cause-overclaimed", PEOPLE) == []


@pytest.mark.parametrize(
    ("sentence", "level", "words"),
    [
        ("Coffee definitely helps.", "systematic-review", "definitely"),
        ("There is no doubt that it works.", "randomised-trial", "no doubt"),
        ("The treatment is effective.", "pre-post", "is effective"),
        ("It will improve walking.", "case-report", "will improve"),
        ("The drug is safe.", "observational", "is safe"),
    ],
)
def test_more_certain_than_the_study(sentence: str, level: str, words: str) -> None:
    assert texts(Summary("a", key_findings=(sentence,), evidence_level=level), "certainty-overclaimed") == [words]


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("The treatment is effective.", "systematic-review"),
        ("It is not known if it is safe.", "observational"),
        ("It may be that the drug is safe.", "observational"),
        ("In rats, the drug is safe.", "animal"),
        ("Nobody can say for certain.", "animal"),
        ("Nothing is guaranteed.", "animal"),
        ("The aim was to guarantee good care.", "observational"),
        ("The drug is tested until it is safe.", "observational"),
    ],
)
def test_as_certain_as_the_study(sentence: str, level: str) -> None:
    assert texts(Summary("a", key_findings=(sentence,), evidence_level=level), "certainty-overclaimed") == []


# --- harms, relations, repeats ---------------------------------------------------------------------------------------


def test_a_benefit_without_any_harm_or_limit() -> None:
    bare = Summary("a", simple_explanation="The drug was given. It improved sleep.", evidence_level="randomised-trial")
    (finding,) = found(bare, "benefit-without-harm")
    assert (finding.text, finding.severity) == ("It improved sleep.", "warning")
    assert not found(replace(bare, study_limitations=("Some came late.",)), "benefit-without-harm")
    assert not found(replace(bare, research_summary="Some people had headaches."), "benefit-without-harm")
    assert not found(replace(bare, simple_explanation="It did not improve sleep."), "benefit-without-harm")


def test_a_benefit_when_the_paper_tells_of_side_effects() -> None:
    summary = animal(simple_explanation="The rats lived better.", study_limitations=("Some rats came late.",))
    (finding,) = found(summary, "benefit-without-harm", RATS)
    assert finding.severity == "notice" and finding.passage is not None
    assert finding.passage.text == "Side effects were not seen."
    assert RATS.whole()[finding.passage.start : finding.passage.end] == finding.passage.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The drug led to a 50% lower risk of a stroke.", "50% lower risk"),
        ("The risk of a stroke fell by 30 per cent.", "risk of a stroke fell by 30 per cent"),
        ("People were twice as likely to walk.", "twice as likely"),
        ("It halved the risk of death.", "halved the risk"),
        ("The odds were 2.77 times as high.", "odds were 2.77 times as high"),
    ],
)
def test_a_relation_without_its_numbers(text: str, words: str) -> None:
    assert texts(Summary("a", research_summary=text), "relative-without-absolute") == [words]
    told = text + " It was 2 out of 100 people instead of 4 out of 100."
    assert texts(Summary("a", research_summary=told), "relative-without-absolute") == []


@pytest.mark.parametrize(
    "text",
    [
        "The drug was given to 50% of the people.",
        "The risk fell from 10% to 5%, a 50% lower risk.",
        "Pain fell by 3 points.",
        "In the drug group 10% had a stroke and in the other 20%: half as likely.",
        "They walked twice as far.",
    ],
)
def test_other_numbers_are_no_relations(text: str) -> None:
    assert texts(Summary("a", research_summary=text), "relative-without-absolute") == []


def test_sections_that_repeat_each_other() -> None:
    long = "Rats that had four doses of the cells lived longer than rats that had one dose."
    summary = Summary("a", simple_explanation=long, key_findings=(long.replace("longer", "much longer"), "New. " * 9))
    (finding,) = found(summary, "sections-repeat")
    assert (finding.section, finding.facts["other"]) == ("key_findings[0]", "simple_explanation")
    other = "Rats that had four doses also kept their weight and their walk until they were very old."
    assert not found(replace(summary, key_findings=(other,)), "sections-repeat")
    assert not found(Summary("a", simple_explanation="It helps.", research_summary="It helps."), "sections-repeat")
    assert not found(Summary("a", simple_explanation=f"{long} {long}"), "sections-repeat")


# --- against the paper -----------------------------------------------------------------------------------------------


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


# --- real pages ------------------------------------------------------------------------------------------------------

PAPER_CODES = (
    "species-missing", "cause-overclaimed", "certainty-overclaimed", "benefit-without-harm", "sections-repeat",
    "not-specified-but-in-paper", "claim-unsupported", "limitation-not-in-paper", "relative-without-absolute",
)  # fmt: skip


def sample(beginning: str) -> Summary:
    (path,) = SAMPLE.glob(beginning + "*.json")
    return summary_from_json(json.loads(path.read_text("utf-8")), path.name)


def test_the_sample_library_against_its_papers(corpus: Path) -> None:
    rats = PaperText(tuple(blocks_of_text((corpus / "seeds" / "paper-mol-brain-2021.txt").read_text("utf-8"))))
    pairs = [("repeated", rats)]
    for name, beginning in (("PMC6417514", "acupoint"), ("PMC6315527", "protein")):
        path = corpus / "papers" / "pairs" / f"{name}.xml"
        pairs.append((beginning, read_jats(path.read_bytes(), name).papers[0].text))
    for beginning, paper in pairs:
        here = [one for one in findings(sample(beginning), HouseStyle(), paper) if one.code in PAPER_CODES]
        assert [one for one in here if one.severity != "notice"] == []
        assert len(here) <= 3, here


def test_the_seed_page_against_its_paper(corpus: Path) -> None:
    paper = PaperText(tuple(blocks_of_text((corpus / "seeds" / "paper-mol-brain-2021.txt").read_text("utf-8"))))
    page = Summary(
        "a",
        paper=Paper(title=paper.blocks[0].text),
        study_duration="Not specified",
        participants="SOD1G93A transgenic ALS rat model (n=6/group)",
        evidence_text="Not specified",
        practical_implications=(
            Implication("Therapy", "Repeated MSC infusions could be a more effective therapeutic strategy for ALS."),
            Implication("Life", "This suggests the potential for improved quality of life for ALS patients."),
            Implication("Research", "Future studies should focus on the mechanisms of the beneficial effects."),
        ),
        study_limitations=(
            "The therapeutic mechanisms of these changes are not elucidated in the current study.",
            "The study was conducted on a rat model, and the results may not directly translate to human ALS patients.",
            "Further research is needed to optimize the dosage and frequency of MSC infusions.",
        ),
    )
    assert [one.section for one in found(page, "species-missing", paper)] == [
        "practical_implications[0].text",
        "practical_implications[1].text",
    ]
    silent = found(page, "not-specified-but-in-paper", paper)
    assert [one.section for one in silent] == ["study_duration", "evidence_level"]
    own = found(page, "limitation-not-in-paper", paper)
    assert [one.section for one in own] == ["study_limitations[1]", "study_limitations[2]"]
