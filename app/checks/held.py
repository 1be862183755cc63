"""The numbers of a summary's sections as its paper answers them, and findings from those with something to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.checks.codes import SEVERITY
from app.checks.prose import Prose
from app.evidence.numbers import held
from app.evidence.paper_numbers import PaperNumbers
from app.model.evidence import HeldNumber
from app.model.finding import Finding

Texts = Sequence[tuple[str, Prose]]


def findings_of(code: str, texts: Texts, paper: PaperNumbers) -> Iterator[tuple[HeldNumber, Finding]]:
    """The numbers that the paper answers with one code, each with a finding of the code's severity."""
    for section, text in texts:
        for number in held(text.markdown, paper):
            if number.code == code:
                yield (
                    number,
                    Finding(
                        code,
                        SEVERITY[code],
                        section,
                        number.start,
                        number.end,
                        number.text,
                        {**number.facts, "state": number.state},
                        passage=number.passage,
                    ),
                )
