"""Every check on real texts: false alarms, planted errors found, the curve of one against the other, and the time.

    PLAINSPOKEN_CORPUS=/path/to/corpus python run.py bench checks [-v] [--work] [--no-speed]

The plain-language abstracts and the ordinary abstracts of every article with a body stand as the Research Summary of a
summary beside the article's own body. So do single sentences of the bodies, lightly reworded (reworded_sentences.py),
for abstracts state few rates, units and directions. Half of the articles are for work, half for the report. A planted
error counts as found only when a finding of warning or above stands on the changed words and none of its code stood
there before. `-v` prints false alarms and what was missed, of the half for work only; `--work` looks at that half
alone.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from app.evidence.numbers import held
from app.evidence.paper_numbers import paper_numbers
from app.evidence.passages import passage_index, supports
from app.evidence.species import NAMES
from app.evidence.stems import terms
from app.model.finding import Finding
from app.model.paper_text import PaperText
from bench.checks_speed import report_speed
from bench.curves import digit_curve, direction_curve
from bench.jats_abstracts import SEED, Pair, corpus, pairs
from bench.planted_slips import DIGIT, DIRECTION, ELSEWHERE, KINDS, RATE, SMALL_DIGIT, SPECIES, UNIT, Slip, slips
from bench.reworded_sentences import reworded_sentences
from bench.shares import share
from bench.true_texts import report_every_check, report_true_numbers, warned

LEAST_NAMED = 20
"""From here on an animal is what a paper is about."""
_PEOPLE = re.compile(r"\b(?:patients?|people|participants?|persons?|women|men|children|adults?|individuals)\b", re.I)
SELDOM = (RATE, SPECIES)
AIMS = dict.fromkeys(KINDS, 0.9) | {DIGIT: 0.75}
MOST_OF_A_KIND = 12
"""In the sentences of one body; three times as many of what few bodies state: rates and animals."""
Planted = tuple[str, str, PaperText, Slip]
"""The article, the true text, the body, the slip."""


def main(arguments: list[str]) -> int:
    """Print the tables. The status is 0: the aims are printed beside the figures."""
    folder = corpus()
    if folder is None:
        print("Set PLAINSPOKEN_CORPUS to the folder of real papers; there is nothing to measure without it.")
        return 0
    every = list(pairs(folder))
    report("for work", [pair for pair in every if pair.is_for_work], is_chatty="-v" in arguments)
    if "--work" not in arguments:
        report("for the report", [pair for pair in every if not pair.is_for_work])
        report("for the report, on which nothing was ever tuned", [pair for pair in every if pair.is_unseen])
    if "--no-speed" not in arguments:
        report_speed(every)
    return 0


def report(title: str, chosen: Sequence[Pair], *, is_chatty: bool = False) -> None:
    """Everything about one set of articles."""
    bodies = {pair.name: pair.body for pair in chosen}
    print(f"\n=== Articles {title}: {len(bodies)}, texts: {len(chosen)}\n(a) False alarms")
    sentences = [(name, text, body) for name, body in bodies.items() for text in _some(body, 40)]
    kinds = (("plain-language abstracts", True), ("ordinary abstracts", False))
    for name, is_plain in kinds:
        texts = [(pair.name, pair.abstract, pair.body) for pair in chosen if bool(pair.kind) == is_plain]
        report_true_numbers(name, texts, is_chatty=is_chatty)
    report_true_numbers("all abstracts", [(one.name, one.abstract, one.body) for one in chosen], is_chatty=False)
    report_true_numbers("reworded sentences of the bodies", sentences, is_chatty=is_chatty)
    for name, is_plain in kinds:
        report_every_check(name, [pair for pair in chosen if bool(pair.kind) == is_plain])
    print("(b) Planted errors found, at warning or above")
    for name, planted in (("abstracts", list(in_abstracts(chosen))), ("sentences", list(in_sentences(bodies)))):
        report_planted(name, planted, is_chatty=is_chatty)
        if name == "abstracts":
            texts = [(pair.abstract, pair.body) for pair in chosen]
            digit_curve(texts, [(one.text, body, one) for _, _, body, one in planted if one.kind == DIGIT])
            direction_curve(texts, [(one.text, body, one) for _, _, body, one in planted if one.kind == DIRECTION])


def in_abstracts(chosen: Sequence[Pair]) -> Iterator[Planted]:
    """Slips in the abstracts, where the paper states what was changed."""
    source = random.Random(SEED)
    for pair in chosen:
        for slip in slips(pair.abstract, source, _animals(pair.body, pair.abstract)):
            if is_stated(slip, pair.abstract, pair.body):
                if slip.kind == DIRECTION and not says_it_of_the_same(slip, pair.abstract, pair.body):
                    slip = replace(slip, kind=ELSEWHERE)
                yield pair.name, pair.abstract, pair.body, slip


def in_sentences(bodies: dict[str, PaperText]) -> Iterator[Planted]:
    """Slips in reworded sentences, one of a kind in each, so many of a kind from each body."""
    source = random.Random(SEED)
    for name, body in bodies.items():
        counts: Counter[str] = Counter()
        for text in _some(body):
            for slip in _one_of_each(slips(text, source, _animals(body, text))):
                if counts[slip.kind] < MOST_OF_A_KIND * (3 if slip.kind in SELDOM else 1):
                    counts[slip.kind] += 1
                    yield name, text, body, slip


def _one_of_each(found: Iterator[Slip]) -> Iterator[Slip]:
    """One of a kind, but every rate in every way: few sentences state one."""
    seen: set[str] = set()
    for slip in found:
        if slip.kind == RATE or slip.kind not in seen:
            seen.add(slip.kind)
            yield slip


def _some(body: PaperText, most: int | None = None) -> list[str]:
    return list(reworded_sentences(body, random.Random(SEED)))[:most]


def _animals(body: PaperText, text: str) -> tuple[str, ...]:
    """The animals that a body speaks of more often than of people, if the text names an animal."""
    species = species_of(body)
    return species if species and any(NAMES[one].search(text) for one in NAMES if one != "cells") else ()


@lru_cache(maxsize=64)
def species_of(body: PaperText) -> tuple[str, ...]:
    """The animals that a body speaks of more often than of people, whatever the checks take it for."""
    whole = body.whole()
    counts = {name: len(pattern.findall(whole)) for name, pattern in NAMES.items() if name != "cells"}
    people = len(_PEOPLE.findall(whole))
    most = max(counts.values())
    is_animal = most >= LEAST_NAMED and most > people
    return tuple(name for name, count in counts.items() if count * 5 >= most) if is_animal else ()


def is_stated(slip: Slip, text: str, body: PaperText) -> bool:
    """Whether the paper states the unit or the rate that was changed; for a direction, the word at all."""
    paper = paper_numbers(body)
    if slip.kind in (UNIT, RATE):
        asked = next(one for one in held(text, paper) if one.start == slip.number)
        value, unit = float(asked.facts["values"][0]), str(asked.facts["unit"])
        return any(
            entry.unit is not None and entry.unit.name == unit and entry.quantity.per == asked.facts.get("per", "")
            for entry in paper.near(value - 1e-9, value + 1e-9)
        )
    if slip.kind == DIRECTION:
        return bool(_passages_with(text[slice(*slip.was)], _sentence(text, slip.was[0])[1], body))
    return True


def says_it_of_the_same(slip: Slip, text: str, body: PaperText) -> bool:
    """Whether the paper states the sign: the true word of direction, and said of the same thing.

    It does when one of the three passages that fit the true sentence best has the word, in whatever form, and two of
    the telling words next to it in the text (up to four on either side) stand within eight words of it there. Papers
    say “less” and “more” of many things; a slip tells nothing of the check where the paper never says which way.
    """
    start, sentence = _sentence(text, slip.was[0])
    first, last = slip.was[0] - start, slip.was[1] - start
    beside = {*terms(sentence[:first])[-_BESIDE:], *terms(sentence[last:])[:_BESIDE]}
    word = text[slice(*slip.was)]
    for passage in _passages_with(word, sentence, body):
        for match in re.finditer(rf"\b{re.escape(word[:_STEM])}\w*", passage, re.IGNORECASE):
            before, after = passage[: match.start()].split()[-_WITHIN:], passage[match.end() :].split()[:_WITHIN]
            if len(beside & {*terms(" ".join(before)), *terms(" ".join(after))}) >= _FEWEST_BESIDE:
                return True
    return False


_STEM, _BESIDE, _WITHIN, _FEWEST_BESIDE = 6, 4, 8, 2


def _sentence(text: str, at: int) -> tuple[int, str]:
    """The sentence around a place, and where it begins."""
    start = max(text.rfind(mark, 0, at) for mark in (". ", "\n")) + 1
    return start, text[start:].partition(". ")[0]


def _passages_with(word: str, sentence: str, body: PaperText) -> list[str]:
    found = supports(sentence, passage_index(body))
    return [one.passage.text for one in found if word[:_STEM].lower() in one.passage.text.lower()]


def report_planted(title: str, planted: Sequence[Planted], *, is_chatty: bool) -> None:
    """Errors found, by kind, and by which check."""
    counts: Counter[tuple[str, bool]] = Counter()
    by: defaultdict[str, Counter[str]] = defaultdict(Counter)
    before: dict[str, list[Finding]] = {}
    flagged: Counter[str] = Counter()
    for name, text, body, slip in planted:
        if text not in before:
            before[text] = warned(body, text)
        old = {one.code for one in before[text] if _is_on(one, slip.was)}
        new = {one.code for one in warned(body, slip.text) if _is_on(one, (slip.start, slip.end))} - old
        flagged[slip.kind] += bool(old & set(_AGAINST_PAPER))
        counts[slip.kind, bool(new)] += 1
        by[slip.kind].update(new)
        if is_chatty and not new:
            now = slip.text[slip.start : slip.end]
            around = slip.text[max(0, slip.start - 90) : slip.end + 70].replace("\n", " ")
            was = text[slice(*slip.was)]
            print(f"      missed {slip.kind} in {name} ({title}): “{now}” for “{was}”: …{around}…")
    for kind in KINDS:
        whole = counts[kind, True] + counts[kind, False]
        aim = f"aim {AIMS[kind]:.0%}" if kind not in (SMALL_DIGIT, ELSEWHERE) else "apart"
        codes = ", ".join(f"{code} {count}" for code, count in by[kind].most_common(4))
        found = share(counts[kind, True], whole)
        print(f"  {title:<9} {kind:<21} {found:<36} {aim}; flagged before {flagged[kind]}; {codes}")


_AGAINST_PAPER = (
    "rate-differs", "number-unit-differs", "direction-differs", "number-not-in-paper", "number-elsewhere",
    "species-missing", "parts-do-not-add-up",
)  # fmt: skip


def _is_on(one: Finding, place: tuple[int, int]) -> bool:
    return (one.start or 0) < place[1] and place[0] < (one.end or 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
