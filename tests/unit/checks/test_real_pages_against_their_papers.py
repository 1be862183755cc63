"""The sample library and a seed page, held against their papers."""

from __future__ import annotations

import json
from pathlib import Path

from held_against_paper import found

from app.checks.review import findings
from app.model.codec import summary_from_json
from app.model.house_style import HouseStyle
from app.model.paper import Paper
from app.model.paper_text import PaperText
from app.model.summary import Implication, Summary
from app.papers.clean_text import blocks_of_text
from app.papers.jats import read_jats

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"


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
