"""How well passages are found behind the sentences of a summary, and how well unsupported ones stand apart.

    PLAINSPOKEN_CORPUS=/path/to/corpus python run.py bench passages

On the seed page and its paper: the rank of the right passage (a list made by reading both). On papers that carry their
own plain-language text: the share of its sentences below the threshold of support, against the same sentences held
against a paper that is not theirs.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from app.evidence.passages import LEAST_SHARE, PassageIndex, passage_index, supports
from app.model.paper_text import PaperText
from app.papers.clean_text import blocks_of_text
from app.text.sentences import sentences
from bench.jats_abstracts import corpus, pairs
from bench.shares import share

LEAST_WORDS = 6

TRUE = (
    ("Amyotrophic lateral sclerosis (ALS) is a fatal disease where motor neurons degenerate.",
     ("fatal disorder in which motor neurons", "progressive neurodegenerative disorder")),
    ("The study investigates if repeated infusions of mesenchymal stem cells (MSCs) can improve outcomes in an ALS rat"
     " model, compared to a single infusion.", ("we tested whether repeated administration", 
                                               "MSCs (weekly, four times)")),
    ("The researchers found that repeated MSC infusions (four times weekly) extended the survival period,"
     " protected motor functions, and reduced deterioration of locomotor activity compared to a single infusion or"
     " vehicle infusion.",
     ("MSCs (weekly, four times)",)),
    ("The study also showed that rats receiving repeated MSC infusions maintained their ability to walk for a longer"
     " period compared to those receiving a single infusion or vehicle.",
     ("maintained gait ability", "period with preserved gait ability")),
    ("Repeated infusions of MSCs significantly extended the lifespan of the ALS rat model compared to a single infusion"
     " or vehicle control.", ("significantly extended the lifespan", "MSCs (weekly, four times)")),
    ("Rats receiving repeated MSC infusions showed reduced deterioration of motor deficits, as indicated by higher BBB"
     " scores over time.", ("reduces the deterioration of motor deficits", "BBB scores of the MSC-4 group (n = 6)",
                            "BBB score of the MSC-4 group was significantly higher")),
    ("Repeated MSC infusions prolonged the period during which rats maintained their gait ability and also helped"
     " maintain body weight.", ("period with preserved gait ability", "maintained body weight", "maintained"
                                                                   " gait ability")),
    ("This study investigates the effects of repeated mesenchymal stem cell (MSC) infusions on the SOD1G93A transgenic"
     " ALS rat model, comparing it to single infusions and vehicle infusions.",
     ("we tested whether repeated administration",)),
    ("The results indicate that repeated MSC infusions significantly extend lifespan, reduce motor function"
     " deterioration, and prolong gait ability compared to single infusions.",
     ("prevent the deterioration of motor function", "MSCs (weekly, four times)", "prolonged life expectancy")),
    ("The authors suggest that repeated MSC infusions may offer a promising therapeutic option for ALS, warranting"
     " further exploration of the underlying mechanisms.", ("promising therapeutic option",)),
    ("Repeated MSC infusions could represent a more effective therapeutic strategy for ALS than single infusions.",
     ("promising therapeutic option", "to a lesser degree")),
    ("The extended period of preserved motor function and gait ability suggests the potential for improved quality of"
     " life for ALS patients.", ("quality of life",)),
    ("Future studies should focus on elucidating the mechanisms underlying the beneficial effects of repeated MSC"
     " infusions.", ("Future studies should be performed",)),
    ("The therapeutic mechanisms of these changes are not elucidated in the current study.",
     ("are not elucidated in the current study",)),
)  # fmt: skip
"""The seed page's claims that its paper makes, each with words of the passages that make it."""

FOREIGN = (
    "The study was conducted on a rat model, and the results may not directly translate to human ALS patients.",
    "Further research is needed to optimize the dosage and frequency of MSC infusions.",
)
"""What the page claims and its paper never says."""


def rank(claim: str, right: tuple[str, ...], index: PassageIndex) -> int:
    """The place of the first right passage among ten, from 1; 0 when it is not there."""
    for place, support in enumerate(supports(claim, index, 10), 1):
        if any(words in support.passage.text for words in right):
            return place
    return 0


def report_seed(folder: Path) -> None:
    """Ranks on the seed pair, and the weakest scores."""
    text = PaperText(tuple(blocks_of_text((folder.parent / "seeds" / "paper-mol-brain-2021.txt").read_text("utf-8"))))
    index = passage_index(text)
    ranks = [rank(claim, right, index) for claim, right in TRUE]
    first, among = sum(place == 1 for place in ranks), sum(0 < place <= 3 for place in ranks)
    print(f"seed pair: right passage first {first} of {len(TRUE)}, among three {among} of {len(TRUE)}; ranks {ranks}")
    held = [(supports(claim, index, 1)[0], claim) for claim in (*(claim for claim, _ in TRUE), *FOREIGN)]
    for support, claim in sorted(held, key=lambda pair: pair[0].share)[:5]:
        mark = "not in the paper" if claim in FOREIGN else "in the paper"
        print(f"  share {support.share:.2f} score {support.score:5.1f} {mark}: {claim[:80]}")


def report_own_and_foreign(folder: Path) -> None:
    """The share of sentences without support, held against their own paper and against another one."""
    plain_texts = [(pair.abstract, pair.body) for pair in pairs(folder) if pair.kind]
    shares: dict[str, list[float]] = {"own": [], "foreign": []}
    took = 0.0
    for place, (told, paper) in enumerate(plain_texts):
        other = plain_texts[(place + len(plain_texts) // 2) % len(plain_texts)][1]
        papers = {"own": paper, "foreign": other}
        for start, end in sentences(told):
            if len(told[start:end].split()) < LEAST_WORDS:
                continue
            for kind, text in papers.items():
                index = passage_index(text)
                began = time.perf_counter()
                found = supports(told[start:end], index)
                took += time.perf_counter() - began
                shares[kind].append(max((support.share for support in found), default=0.0))
    count = len(shares["own"])
    print(f"{count} plain sentences of {len(plain_texts)} texts; {1000 * took / max(1, 2 * count):.2f} ms a sentence")
    for threshold in (0.08, 0.10, 0.13, 0.15, 0.20, 0.30):
        below = {kind: sum(share < threshold for share in held) for kind, held in shares.items()}
        told = ", ".join(f"{kind} {share(number, count)}" for kind, number in below.items())
        print(f"  no support below {threshold:.2f}{'*' if threshold == LEAST_SHARE else ' '}: {told}")


def main(_arguments: list[str]) -> int:
    """Print every figure."""
    folder = corpus()
    if folder is None:
        print("Set PLAINSPOKEN_CORPUS to the folder of real papers; there is nothing to measure without it.")
        return 0
    report_seed(folder)
    report_own_and_foreign(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
