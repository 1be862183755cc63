"""What a paper says it found: the result and conclusion sentences of its abstract, then of its discussion."""

from __future__ import annotations

import re

from app.evidence.paper_sentences import (
    CONCLUSION,
    DISCUSSION,
    INTRODUCTION,
    METHODS,
    RESULTS,
    TITLE,
    PaperSentence,
)

_FOUND = re.compile(
    r"\b(?:we|they|results?|findings?|data|analys[ie]s|study|experiments?|this|these|review|evidence)\b[^.;]{0,60}?"
    r"\b(?:f(?:ou|i)nd|show(?:ed|n|s)?|demonstrat\w+|reveal\w*|suggest\w*|indicat\w+|confirm\w*|support\w*"
    r"|identif\w+|observed|conclude)\b",
    re.I,
)  # fmt: skip
_EFFECT = re.compile(
    r"\b(?:significant(?:ly)?|increas\w+|decreas\w+|reduc\w+|improv\w+|higher|lower|greater|fewer|more|less"
    r"|longer|shorter"
    r"|prolong\w+|prevent\w+|associated with|difference|compared (?:with|to)|effective|exhibited|twice"
    r"|risk of|safe(?:ty)?)\b",
    re.I,
)  # fmt: skip
_SUM = re.compile(
    r"^(?:collectively|taken together|in (?:conclusion|summary)|overall|together|thus|our (?:results"
    r"|findings)|these results)\b",
    re.I,
)
_NUMBERS = re.compile(r"\d")
_AIM = re.compile(
    r"\b(?:aim(?:ed|s)?|objective|purpose|hypothesi[sz]ed?|we (?:tested|investigated|examined"
    r"|asked) (?:whether|if|the)|remains? (?:un|to be)"
    r"|in this study,? we (?:tested|aim|investigate)|is (?:a|an|the) (?:\w+ ){0,3}(?:disease|disorder|cancer)"
    r"|further (?:stud|research)"
    r"|(?:are|is|were) (?:still )?needed|were (?:searched|assessed|analy[sz]ed using)|was (?:performed"
    r"|conducted|designed|calculated))\b",
    re.I,
)  # fmt: skip
_PARTS = {RESULTS: 3, CONCLUSION: 2, DISCUSSION: 0, INTRODUCTION: -4, METHODS: -4, TITLE: -9}
_LEAST = 4


def weight(sentence: PaperSentence) -> int:
    """How surely a sentence tells what was found; candidates reach `_LEAST`."""
    text = sentence.text
    score = 2 * bool(_FOUND.search(text)) + 2 * bool(_EFFECT.search(text)) + 2 * bool(_SUM.match(text))
    score += bool(_NUMBERS.search(text)) - 4 * bool(_AIM.search(text))
    if sentence.is_abstract:
        return score + 2 + _PARTS.get(sentence.part, 0)
    return score + {DISCUSSION: -1, CONCLUSION: 0}.get(sentence.part, -2 if _SUM.match(text) else -9)


def key_findings(sentences: tuple[PaperSentence, ...], most: int = 6) -> list[PaperSentence]:
    """The sentences that most likely tell what was found, best first."""
    scored = [(weight(sentence), sentence) for sentence in sentences]
    ranked = sorted((pair for pair in scored if pair[0] >= _LEAST), key=lambda pair: (-pair[0], pair[1].start))
    return [sentence for _score, sentence in ranked[:most]]
