"""Numbers of a made-up drug trial told in plain words: what holds and what does not."""

from __future__ import annotations

import pytest

from app.evidence.numbers import held
from app.evidence.paper_numbers import paper_numbers
from app.model.paper_text import PARAGRAPH, Block, PaperText

TRIAL = paper_numbers(
    PaperText(
        tuple(
            Block(PARAGRAPH, text)
            for text in (
                "Participants took 20 mg of riluzole twice daily for 12 weeks, and were seen every 4 weeks.",
                "We enrolled 120 adults aged 18 to 65 years; 64 (53.3%) were women.",
                "Pain fell by 2.4 points (95% CI 1.1 to 3.7) in the exercise group.",
                "Exercise sessions lasted 45 minutes and took place three times per week.",
                "Walking speed rose from 0.8 to 1.1 m/s, an increase of 37.5%.",
                "Follow-up was 2 years; 15 participants dropped out.",
                "Infection occurred in 6 of 60 patients in the drug group and 12 of 60 in the placebo group.",
                "Cells (1 × 106 cells/kg) were infused once monthly for six months.",
                "Blood was drawn at baseline, 24 h and 48 h.",
            )
        )
    )
)

HOLDS = [
    "People took 20 mg twice a day for three months.",
    "The dose was 40 mg a day.",
    "They were seen every month, or once every four weeks.",
    "120 adults, about half of them women, took part.",
    "About 53% were women.",
    "56 of the 120 were men.",
    "They exercised 3 times a week for 45 minutes.",
    "Pain dropped 2.4 points.",
    "One in ten people on the drug had an infection, against one in five on placebo.",
    "10% of those on the drug got an infection.",
    "They were followed for 24 months.",
    "One million cells per kilogram were infused every month.",
    "Cells were infused six times, for half a year.",
    "Blood was drawn after 24 and 48 hours.",
    "Blood was taken after one and two days.",
    "They walked 0.3 m/s faster.",
    "Fifteen of 120 people dropped out, or 12.5%.",
]
DOES_NOT_HOLD = [
    ("People took 20 mg once a day for 12 weeks.", "once a day", "rate-differs"),
    ("They took 20 µg of riluzole twice daily.", "20 µg", "number-unit-differs"),
    ("They were seen every 4 days.", "every 4 days", "rate-differs"),
    ("Sessions lasted 45 hours.", "45 hours", "number-unit-differs"),
    ("They trained three times a day.", "three times a day", "rate-differs"),
    ("They exercised every day.", "every day", "rate-differs"),
    ("Pain rose by 2.4 points in the exercise group.", "2.4", "direction-differs"),
    ("They were followed for 2 months.", "2 months", "number-unit-differs"),
    ("Cells were infused six times a month.", "six times a month", "rate-differs"),
    ("Cells were infused weekly for six months.", "weekly", "rate-differs"),
    ("Fifty people dropped out.", "Fifty", "number-not-in-paper"),
    ("The dose was 50 mg a day.", "50 mg a day", "number-not-in-paper"),
]


@pytest.mark.parametrize("text", HOLDS)
def test_what_holds(text: str) -> None:
    assert [(one.text, one.code) for one in held(text, TRIAL) if one.code] == []


@pytest.mark.parametrize(("text", "words", "code"), DOES_NOT_HOLD)
def test_what_does_not_hold(text: str, words: str, code: str) -> None:
    assert [(one.text, one.code) for one in held(text, TRIAL) if one.code] == [(words, code)]
