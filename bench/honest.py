"""Honest words on real texts: what the checks say about true abstracts, and animals replaced by people.

    PLAINSPOKEN_CORPUS=/path/to/corpus python run.py bench honest [-v]

Each abstract and plain-language text of the corpus stands as the Research Summary of a summary, beside its article's
own body. Half of the articles are for work, half for the report. A planted slip counts as found when a finding at
warning or above stands on the changed words, and none stood on that sentence before. `-v` prints what was missed and
every finding at warning or above of the checks against the paper.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.checks.codes import NOTICE
from app.checks.paper_checks import PAPER_CHECKS, paper_findings
from app.checks.prose import prose
from app.checks.review import findings
from app.checks.study_design import species_of
from app.evidence.species import NAMES
from app.model.finding import Finding
from app.model.house_style import HouseStyle
from app.model.paper import Paper
from app.model.paper_text import HEADING, PaperText
from app.model.summary import Summary
from app.text.sentences import sentences
from bench.jats_abstracts import Pair, corpus, pairs
from bench.passages import interval

SECTION = "research_summary"
FEWEST_AIM, FOUND_AIM = 3.0, 0.9


def main(arguments: list[str]) -> int:
    """Print the tables."""
    folder = corpus()
    if folder is None:
        print("Set PLAINSPOKEN_CORPUS to the folder of real papers; there is nothing to measure without it.")
        return 0
    every = list(pairs(folder))
    for title, is_for_work in (("for work", True), ("for the report", False)):
        chosen = [pair for pair in every if pair.is_for_work == is_for_work]
        print(f"\n=== Articles {title}: {len({pair.name for pair in chosen})}, texts: {len(chosen)}")
        true_texts(chosen, is_chatty="-v" in arguments)
        people_for_animals(chosen, is_chatty="-v" in arguments)
    speed(every)
    return 0


def summary_of(pair: Pair, text: str) -> Summary:
    """A summary with a text as its Research Summary; its paper's title is the first heading of the body."""
    first = pair.body.blocks[0] if pair.body.blocks else None
    title = first.text if first is not None and first.kind == HEADING else ""
    return Summary("bench", paper=Paper(title=title), research_summary=text)


def true_texts(chosen: Sequence[Pair], *, is_chatty: bool) -> None:
    """What is found in texts that are true."""
    for name, is_plain in (("abstracts", False), ("plain-language texts", True)):
        counts: Counter[tuple[str, str]] = Counter()
        words = every = 0
        for pair in chosen:
            if bool(pair.kind) != is_plain:
                continue
            summary = summary_of(pair, pair.abstract)
            words += len(pair.abstract.split())
            every += sum(one.severity != NOTICE for one in _here(findings(summary, HouseStyle(), pair.body)))
            for one in _here(paper_findings(summary, [(SECTION, prose(pair.abstract))], pair.body)):
                counts[one.code, one.severity] += 1
                if is_chatty and one.severity != NOTICE:
                    print(f"    {pair.name} {one.code}: {one.text}")
        print(
            f"{name}: {words} words; warnings and errors of every check {100 * every / max(1, words):.2f} in 100 words"
        )
        for (code, severity), count in sorted(counts.items()):
            print(f"  {code:<28} {severity:<8} {count:>3}   {100 * count / words:.2f} in 100 words")


def people_for_animals(chosen: Sequence[Pair], *, is_chatty: bool) -> None:
    """Animals replaced by patients, sentence by sentence."""
    found = planted = 0
    for pair in chosen:
        summary = summary_of(pair, pair.abstract)
        before = list(_warned(summary, pair.abstract, pair.body))
        for text, start, end, old in _replaced(summary, pair):
            if any(one.start < old[1] and old[0] < one.end for one in before if one.start is not None and one.end):
                continue
            planted += 1
            is_found = any(
                (one.start or 0) < end and start < (one.end or 0) for one in _warned(summary, text, pair.body)
            )
            found += is_found
            if is_chatty and not is_found:
                print(f"    missed in {pair.name}: …{text[max(0, start - 60) : end + 60]}…".replace("\n", " "))
    print(f"Planted: patients for animals {interval(found, planted)}   aim {FOUND_AIM:.0%}")


def _replaced(summary: Summary, pair: Pair) -> Iterator[tuple[str, int, int, tuple[int, int]]]:
    """The text with the animals of one sentence replaced, the first place of the change, and the sentence."""
    species = species_of(summary, pair.body)
    if species is None or species.kind != "animal":
        return
    for start, end in sentences(pair.abstract):
        sentence = pair.abstract[start:end]
        places = [match.start() for name in species.names for match in NAMES[name].finditer(sentence)]
        if places:
            for name in species.names:
                sentence = NAMES[name].sub("patients", sentence)
            first = start + min(places)
            yield pair.abstract[:start] + sentence + pair.abstract[end:], first, first + len("patients"), (start, end)


def _warned(summary: Summary, text: str, paper: PaperText) -> Iterator[Finding]:
    new = replace(summary, research_summary=text)
    return (one for one in _here(paper_findings(new, [(SECTION, prose(text))], paper)) if one.severity != NOTICE)


def _here(found: Sequence[Finding] | Iterator[Finding]) -> Iterator[Finding]:
    return (one for one in found if one.section == SECTION)


def speed(every: Sequence[Pair]) -> None:
    """Milliseconds of each check against the paper after one keystroke, and the first time."""
    pair = min(every, key=lambda pair: abs(len(pair.body.whole().split()) - 10_000))
    texts = [(f"key_findings[{number}]", prose(f"{pair.abstract} Section {number}.")) for number in range(8)]
    summary = summary_of(pair, pair.abstract)
    began = time.perf_counter()
    list(paper_findings(summary, texts, PaperText((*pair.body.blocks,))))
    print(f"\nA paper of {len(pair.body.whole().split())} words: first {1000 * (time.perf_counter() - began):.0f} ms")
    whole = 0.0
    for check in PAPER_CHECKS:
        times = []
        for stroke in range(20):
            typed = [
                *texts[:3],
                (texts[3][0], prose(f"{texts[3][1].markdown} {check.__name__}{'x' * stroke}")),
                *texts[4:],
            ]
            began = time.perf_counter()
            list(check(summary, typed, pair.body))
            times.append(1000 * (time.perf_counter() - began))
        median = sorted(times)[len(times) // 2]
        whole += median
        print(f"  {check.__name__:<28} {median:6.2f} ms after a key")
    print(f"  {'all':<28} {whole:6.2f} ms after a key")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
