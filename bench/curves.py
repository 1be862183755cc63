"""False alarms against slips found, for every threshold: of the fit of a number, and of a direction turned round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from app.evidence import measures, numbers
from app.evidence.numbers import held
from app.evidence.opposite_words import in_its_own_words
from app.evidence.paper_numbers import PaperNumbers, paper_numbers
from app.evidence.terms import roots
from app.evidence.way_words import ways_of, without_ways
from app.model.evidence import WORLD_AT_LARGE, HeldNumber
from app.model.paper_text import PaperText
from app.text.sentences import sentences
from bench.planted_slips import Slip
from bench.shares import share

FITS = (0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6)
STRENGTHS = (0.6, 0.9, 1.2, 1.4, 1.6, 1.8, 2.2, 2.6, 3.0)
True_ = tuple[str, PaperText]
Slipped = tuple[str, PaperText, Slip]


def digit_curve(texts: Sequence[True_], slips: Sequence[Slipped]) -> None:
    """False alarms among the true numbers against digits found, for every threshold of the fit."""
    true = [one for text, body in texts for one in held(text, paper_numbers(body))]
    alarms = Counter(least for one in true for least in FITS if _is_below(one, least))
    hits: Counter[float] = Counter()
    for text, body, slip in slips:
        here = [one for one in held(text, paper_numbers(body)) if one.start < slip.end and slip.start < one.end]
        hits.update(least for least in FITS if any(_is_below(one, least) for one in here))
    print(f"  Curve: least fit (now {numbers.LEAST_FIT}), every sentence alike; true numbers flagged | digits found")
    for least in FITS:
        print(f"    {least:<6} {share(alarms[least], len(true)):<34} | {share(hits[least], len(slips))}")


def direction_curve(texts: Sequence[True_], slips: Sequence[Slipped]) -> None:
    """False alarms among the true words of direction against those turned round that were found."""
    true = [told for text, body in texts for _place, told in _told(text, paper_numbers(body))]
    turned = [
        max((told for place, told in _told(text, paper_numbers(body)) if place == slip.start), default=0.0)
        for text, body, slip in slips
    ]
    print(f"  Curve: least strength (now {measures.LEAST}); true words of direction flagged | turned words found")
    for least in STRENGTHS:
        alarms, hits = (sum(one >= least for one in every) for every in (true, turned))
        print(f"    {least:<6} {share(alarms, len(true)):<34} | {share(hits, len(turned))}")


def _told(text: str, paper: PaperNumbers) -> Iterator[tuple[int, float]]:
    """Where each word of direction stands, and how strongly the paper says the opposite; a copied sentence, most."""
    for start, end in sentences(text):
        sentence = text[start:end]
        likeness = paper.likeness(roots(without_ways(sentence)))
        copied = {way.start for way in in_its_own_words(sentence, paper)}
        for way in ways_of(sentence):
            strength, _ = measures.opposed(way, likeness, paper)
            yield start + way.start, STRENGTHS[-1] if way.start in copied else strength


def _is_below(one: HeldNumber, least: float) -> bool:
    if one.state == WORLD_AT_LARGE:
        return False
    is_weighed = one.code in ("", "number-not-in-paper", "number-elsewhere")
    return float(one.facts.get("fit", 1.0)) < least if is_weighed else True
