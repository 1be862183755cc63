"""Patients put in the place of animals, in every article of the corpus that is about animals, sentence by sentence.

    PLAINSPOKEN_CORPUS=/path/to/corpus python run.py bench species [-v]

In each sentence of an abstract (of either kind) and in each reworded sentence of a body that names the article's
animal, the animal becomes “patients”. Found means that species-missing stands on the word and did not stand there
before. An article is about an animal when its body names it twenty times and more often than people, and one of its
abstracts names it too (that leaves out a made-up test article). The articles are few, so both halves are counted, and
the seed's paper, which the rules were made with, apart.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.evidence.species import NAMES
from app.model.paper_text import HEADING, PaperText
from app.papers.plain_text import read_plain_text
from bench.checks import species_of
from bench.jats_abstracts import SEED, corpus, pairs
from bench.planted_slips import Slip, patients_for
from bench.reworded_sentences import reworded_sentences
from bench.shares import share
from bench.true_texts import warned

CODE = "species-missing"
MOST = 60
"""Reworded sentences of one body."""
Article = tuple[str, list[tuple[str, str]], PaperText, tuple[str, ...]]
"""Its name, its abstracts with their kind, its body, its animals."""


def main(arguments: list[str]) -> int:
    """Print what was found in each article and kind of text; the status is 0."""
    folder = corpus()
    if folder is None:
        print("Set PLAINSPOKEN_CORPUS to the folder of real papers; there is nothing to measure without it.")
        return 0
    is_chatty = "-v" in arguments
    _report("Articles of the corpus", list(_articles(folder)), is_chatty=is_chatty)
    _report("The seed's paper", list(_seed(folder.parent / "seeds")), is_chatty=is_chatty)
    return 0


def _articles(folder: Path) -> Iterator[Article]:
    found: dict[str, Article] = {}
    for pair in pairs(folder):
        kind = "plain-language abstract" if pair.kind else "ordinary abstract"
        found.setdefault(pair.name, (pair.name, [], pair.body, species_of(pair.body)))[1].append((kind, pair.abstract))
    for one in found.values():
        if any(NAMES[animal].search(abstract) for _kind, abstract in one[1] for animal in one[3]):
            yield one


def _seed(folder: Path) -> Iterator[Article]:
    """The rat paper; its abstract is the long paragraph under that word."""
    file = folder / "paper-mol-brain-2021.txt"
    if not file.exists():
        return
    blocks = read_plain_text(file.read_bytes(), file.name).papers[0].text.blocks
    at = next((at for at, one in enumerate(blocks) if one.text.strip().startswith("Abstract")), None)
    if at is not None:
        last = at + 1 if blocks[at].kind == HEADING or len(blocks[at].text) < len("Abstract") * 2 else at
        yield (
            file.name,
            [("ordinary abstract", blocks[last].text)],
            PaperText(blocks[:at] + blocks[last + 1 :]),
            ("rat",),
        )


def _report(title: str, articles: Sequence[Article], *, is_chatty: bool) -> None:
    hits: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    print(f"\n=== {title}: {len(articles)}")
    for name, abstracts, body, animals in articles:
        sentences = list(reworded_sentences(body, random.Random(SEED)))
        texts = [*abstracts, *(("reworded sentence", one) for one in sentences)]
        mine: Counter[str] = Counter()
        for kind, text in texts:
            if kind == "reworded sentence" and mine[kind] >= MOST:
                continue
            for slip in patients_for(text, animals):
                is_found, was_flagged = _found(body, text, slip)
                mine[kind] += 1
                whole[kind] += 1
                hits[kind] += is_found
                alarms[kind] += was_flagged
                if is_chatty and not is_found:
                    print(f"      missed in {name}: …{slip.text[max(0, slip.start - 90) : slip.end + 90]}…")
        print(f"  {name} ({', '.join(animals)}): {', '.join(f'{count} in {kind}s' for kind, count in mine.items())}")
    for kind in whole:
        told = f"true words flagged {share(alarms[kind], whole[kind])}"
        print(f"  {kind:<24} found {share(hits[kind], whole[kind]):<36} aim 90%; {told}")
    print(f"  {'all':<24} found {share(hits.total(), whole.total()):<36} aim 90%")


def _found(body: PaperText, text: str, slip: Slip) -> tuple[bool, bool]:
    """Whether the patients were found, and whether the animals were flagged where they stood."""
    was, now = (_stands(body, one, place) for one, place in ((text, slip.was), (slip.text, (slip.start, slip.end))))
    return now and not was, was


def _stands(body: PaperText, text: str, place: tuple[int, int]) -> bool:
    return any(
        one.code == CODE and (one.start or 0) < place[1] and place[0] < (one.end or 0) for one in warned(body, text)
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
