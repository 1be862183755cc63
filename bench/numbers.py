"""Numbers held against the paper: false alarms on true texts, planted slips that are found, and the time it takes.

    PLAINSPOKEN_CORPUS=/path/to/corpus python run.py bench numbers [-v]

The abstracts and plain-language summaries of real articles, each against the article's own body. Half of the articles
are for work, half for the report. `-v` prints every number that is flagged. A slip counts as found when a finding
stands on the changed words; numbers that were flagged before the change are left out.
"""

from __future__ import annotations

import gc
import math
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from app.evidence import numbers as rules
from app.evidence.directions import ways_in
from app.evidence.numbers import held
from app.evidence.opposite_words import opposites
from app.evidence.paper_numbers import PaperNumbers, paper_numbers
from app.model.evidence import FOUND, NOT_IN_PAPER, HeldNumber
from bench.jats_abstracts import SEED, Pair, corpus, pairs
from bench.planted_slips import DIGIT, DIRECTION, KINDS, RATE, UNIT, slips

FLAGGED_AIM, NOT_IN_PAPER_AIM, ONE_SECTION_AIM_MS = 0.05, 0.02, 20.0
FOUND_AIMS = {"one digit": 0.75, "unit": 0.9, "rate": 0.9, "double": 0.9, "direction": 0.9}
STATED = (UNIT, RATE, DIRECTION)
"""Kinds planted only where the paper has the number with its unit or noun."""
THRESHOLDS = (0.02, 0.05, 0.1, 0.15, 0.175, 0.2, 0.25, 0.3, 0.4, 0.5)


def main(arguments: list[str]) -> int:
    """Print the tables. The status is 0: the aims are printed beside the figures."""
    folder = corpus()
    if folder is None:
        print("Set PLAINSPOKEN_CORPUS to the folder of real papers; there is nothing to measure without it.")
        return 0
    every = list(pairs(folder))
    for title, chosen in (
        ("for work", [pair for pair in every if pair.is_for_work]),
        ("for the report", [pair for pair in every if not pair.is_for_work]),
    ):
        print(f"\n=== Articles {title}: {len({pair.name for pair in chosen})}, texts: {len(chosen)}")
        false_alarms(chosen, is_chatty="-v" in arguments)
        planted(chosen)
        curve(chosen)
    speed(every)
    return 0


def false_alarms(chosen: Sequence[Pair], *, is_chatty: bool) -> None:
    """True numbers that are flagged all the same."""
    for name, kinds in (("abstracts", ("",)), ("plain-language texts", None), ("all", ())):
        found: list[tuple[Pair, HeldNumber]] = []
        for pair in chosen:
            if kinds == () or (pair.kind == "") == (kinds == ("",)):
                found.extend((pair, number) for number in held(pair.abstract, paper_numbers(pair.body)))
        flagged = [(pair, number) for pair, number in found if is_warned(number)]
        absent = sum(number.state == NOT_IN_PAPER for _, number in found)
        print(f"True numbers, {name}: {len(found)}")
        print(f"  flagged           {share(len(flagged), len(found))}   aim {FLAGGED_AIM:.0%} or less")
        print(f"  not in the paper  {share(absent, len(found))}   aim {NOT_IN_PAPER_AIM:.0%} or less")
        if kinds == ():
            words = sum(len(ways_in(pair.abstract)) for pair in chosen)
            turned = sum(len(opposites(pair.abstract, paper_numbers(pair.body))) for pair in chosen)
            print(f"  words of direction flagged  {share(turned, words)}")
        if is_chatty and kinds == ():
            for pair, number in flagged:
                around = pair.abstract[max(0, number.start - 50) : number.end + 30].replace("\n", " ")
                passage = number.passage.text[:100] if number.passage else ""
                print(f"    {pair.name} {number.code} “{number.text}”: …{around}… | {passage}")


def planted(chosen: Sequence[Pair]) -> None:
    """Slips found, by kind."""
    counts: Counter[tuple[str, bool]] = Counter()
    source = random.Random(SEED)
    for pair in chosen:
        paper = paper_numbers(pair.body)
        true = held(pair.abstract, paper)
        flagged = [(one.start, one.end) for one in true if is_warned(one)]
        stated = {one.start for one in true if one.state == FOUND}
        for slip in slips(pair.abstract, source):
            is_stated = slip.kind not in STATED or slip.number in stated
            if is_stated and not any(start < slip.end and slip.start < end for start, end in flagged):
                counts[slip.kind, is_found(slip.text, slip.start, slip.end, paper)] += 1
    for kind in KINDS:
        whole = counts[kind, True] + counts[kind, False]
        aim = f"   aim {FOUND_AIMS[kind]:.0%}" if kind in FOUND_AIMS else ""
        print(f"Planted: {kind:<20} {share(counts[kind, True], whole)}{aim}")


def is_found(text: str, start: int, end: int, paper: PaperNumbers) -> bool:
    """Whether a finding stands on the changed words."""
    numbers = any(is_warned(one) and one.start < end and start < one.end for one in held(text, paper))
    return numbers or any(one.start < end and start < one.end for one in opposites(text, paper))


def is_warned(number: HeldNumber) -> bool:
    """Whether it is flagged at warning or above: numbers of the world at large are notices."""
    return bool(number.code) and not number.facts.get("is_background")


def curve(chosen: Sequence[Pair]) -> None:
    """False alarms against digits found, for every threshold of the fit."""
    alarms: defaultdict[float, int] = defaultdict(int)
    hits: defaultdict[float, int] = defaultdict(int)
    numbers = changed = 0
    source = random.Random(SEED)
    for pair in chosen:
        paper = paper_numbers(pair.body)
        for one in held(pair.abstract, paper):
            numbers += 1
            for threshold in THRESHOLDS:
                alarms[threshold] += _is_below(one, threshold)
        for slip in slips(pair.abstract, source):
            if slip.kind == DIGIT:
                changed += 1
                here = [one for one in held(slip.text, paper) if one.start < slip.end and slip.start < one.end]
                for threshold in THRESHOLDS:
                    hits[threshold] += any(_is_below(one, threshold) for one in here)
    print(f"Least fit (now {rules.LEAST_FIT}): false alarms against digits found, every sentence counted")
    for threshold in THRESHOLDS:
        print(f"  {threshold:<6} {share(alarms[threshold], numbers)}   {share(hits[threshold], changed)}")


def _is_below(one: HeldNumber, threshold: float) -> bool:
    if one.facts.get("is_background"):
        return False
    is_weighed = one.code in ("", "number-not-in-paper", "number-elsewhere")
    return float(one.facts.get("fit", 1.0)) < threshold if is_weighed else True


def speed(every: Iterable[Pair]) -> None:
    """Processor milliseconds to read a paper once, for a whole summary, and for one section after a keystroke."""
    pair = min(every, key=lambda pair: abs(len(pair.body.whole().split()) - 5_000))
    began = time.process_time()
    paper = paper_numbers.__wrapped__(pair.body)
    read = time.process_time() - began
    sections = [f"{pair.abstract} Section {number}." for number in range(8)]
    began = time.process_time()
    for text in sections:
        held(text, paper)
    whole = time.process_time() - began
    times = []
    for stroke in range(40):
        typed = f"{sections[3]} typed{'x' * stroke}"
        gc.collect()
        began = time.process_time()
        for text in (*sections[:3], typed, *sections[4:]):
            held(text, paper)
        times.append(time.process_time() - began)
    words = sum(len(text.split()) for text in sections)
    size = len(pair.body.whole().split())
    print(f"\nPaper of {size:,} words, {len(paper.entries):,} numbers: read once {read * 1e3:.0f} ms")
    print(f"Summary of {words:,} words, first time: {whole * 1e3:.1f} ms")
    worst = sorted(times)[int(len(times) * 0.95)]
    print(
        f"One changed section of {len(sections[3].split())} words: median {sorted(times)[20] * 1e3:.2f} ms,"
        f" 95 % {worst * 1e3:.2f} ms   aim {ONE_SECTION_AIM_MS:.0f} ms"
    )


def share(part: int, whole: int) -> str:
    """“16 of 316 (5.1 %, 3.1 to 8.0)”: counts, the percentage and its 95 % interval (Wilson 1927)."""
    if not whole:
        return "none"
    z, rate = 1.96, part / whole
    middle = (rate + z * z / (2 * whole)) / (1 + z * z / whole)
    half = z * math.sqrt(rate * (1 - rate) / whole + z * z / (4 * whole * whole)) / (1 + z * z / whole)
    return f"{part} of {whole} ({rate:.1%}, {max(0.0, middle - half):.1%} to {min(1.0, middle + half):.1%})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
