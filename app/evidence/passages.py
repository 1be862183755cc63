"""Which sentences of a paper may stand behind a sentence of its summary: BM25 over the paper's sentences.

The formula is that of Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009). What it
finds is offered for the writer to look at; it is never a verdict.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache

from app.evidence.paper_sentences import BACK, paper_sentences
from app.evidence.stems import is_number, terms
from app.model.evidence import Support
from app.model.finding import PassageSpan
from app.model.paper_text import PaperText

_K1, _B = 1.2, 0.5
_NUMBER_WEIGHT = 1.5
LEAST_SHARE = 0.13
"""Below this share of covered words no passage counts as support: few true claims fall there (bench/passages.py)."""


@dataclass(frozen=True, eq=False)
class PassageIndex:
    """A paper's sentences, ready to be searched."""

    passages: tuple[PassageSpan, ...]
    lengths: tuple[int, ...]
    mean_length: float
    places: dict[str, tuple[tuple[int, int], ...]]
    """For each term: the sentences that hold it, and how often."""

    def rarity(self, term: str) -> float:
        """How much a term tells: its inverse document frequency, numbers weighed more."""
        held = len(self.places.get(term, ()))
        weight = _NUMBER_WEIGHT if is_number(term) else 1.0
        return weight * math.log(1 + (len(self.passages) - held + 0.5) / (held + 0.5))


@lru_cache(maxsize=8)
def passage_index(text: PaperText) -> PassageIndex:
    """The index of a paper's sentences, made once for each text."""
    sentences = [sentence for sentence in paper_sentences(text) if sentence.part != BACK]
    places: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    lengths = []
    for index, sentence in enumerate(sentences):
        held = terms(sentence.text)
        lengths.append(len(held))
        for term, count in Counter(held).items():
            places[term].append((index, count))
    return PassageIndex(
        tuple(PassageSpan(sentence.start, sentence.end, sentence.text) for sentence in sentences),
        tuple(lengths),
        sum(lengths) / max(1, len(lengths)),
        {term: tuple(held) for term, held in places.items()},
    )


def supports(sentence: str, index: PassageIndex, most: int = 3) -> tuple[Support, ...]:
    """The passages that best fit a sentence (plain text, no Markdown), best first.

    `share` is the part of the sentence's telling words that the passage holds, 0 to 1.
    """
    asked = Counter(terms(sentence))
    rarity = {term: index.rarity(term) for term in asked}
    scores: defaultdict[int, float] = defaultdict(float)
    covered: defaultdict[int, float] = defaultdict(float)
    for term in asked:
        for place, count in index.places.get(term, ()):
            length = 1 - _B + _B * index.lengths[place] / index.mean_length
            scores[place] += rarity[term] * count * (_K1 + 1) / (count + _K1 * length)
            covered[place] += 1
    total = len(asked) or 1
    best = sorted(scores, key=lambda place: (-scores[place], place))[:most]
    return tuple(Support(index.passages[place], scores[place], covered[place] / total) for place in best)


@lru_cache(maxsize=4096)
def best_share(sentence: str, index: PassageIndex) -> float:
    """The largest share of a sentence's telling words that one of the three best passages holds; 0 without any."""
    return max((support.share for support in supports(sentence, index)), default=0.0)
