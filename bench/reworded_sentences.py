"""Sentences of a paper's body as a writer may copy them: brackets and opening words dropped, some words plainer."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from app.evidence.paper_sentences import BODY, CONCLUSION, DISCUSSION, INTRODUCTION, METHODS, RESULTS, paper_sentences
from app.model.paper_text import PaperText

PARTS = (BODY, CONCLUSION, DISCUSSION, INTRODUCTION, METHODS, RESULTS)
_FEWEST, _MOST = 8, 45
_BRACKETS = re.compile(r"\s?\([^()]*\)|\s?\[[^\[\]]*\]")
_OPENING = re.compile(
    r"^(?:However|In addition|Moreover|Furthermore|Interestingly|Importantly|Notably|Thus|Therefore|Additionally"
    r"|Finally|Indeed|Surprisingly|In contrast|Similarly|In this study|Consistent with this|As expected), ?"
)
_DROPPED = re.compile(r" (?:significantly|markedly|substantially|respectively|considerably|dramatically)\b")
_PLAINER = {
    "demonstrated": "showed", "demonstrate": "show", "observed": "saw", "individuals": "people", "mortality": "deaths",
    "administered": "given", "utilised": "used", "utilized": "used", "approximately": "about", "assessed": "checked",
    "investigated": "studied", "examined": "looked at", "obtained": "got", "participants": "people",
    "performed": "done", "exhibited": "showed", "displayed": "showed", "following": "after", "prior to": "before",
    "hypothesized": "thought", "whereas": "while", "via": "through", "evaluated": "checked", "indicate": "show",
    "suggest": "hint", "numerous": "many", "additional": "further", "relative to": "compared to",
}  # fmt: skip
_HARDER = re.compile(rf"\b(?:{'|'.join(_PLAINER)})\b")


def reworded_sentences(body: PaperText, source: random.Random) -> Iterator[str]:
    """Every whole sentence of the body in an order by chance, lightly reworded; captions and tables are left out."""
    chosen = [one.text for one in paper_sentences(body) if one.part in PARTS]
    source.shuffle(chosen)
    for sentence in chosen:
        if _FEWEST <= len(sentence.split()) <= _MOST and sentence[0].isupper() and sentence.rstrip().endswith("."):
            yield reworded(sentence.strip())


def reworded(sentence: str) -> str:
    """One sentence in slightly other words. Numbers, units, rates and directions outside brackets stay."""
    text = _BRACKETS.sub("", _BRACKETS.sub("", sentence))
    text = _DROPPED.sub("", _OPENING.sub("", text))
    text = _HARDER.sub(lambda match: _PLAINER[match[0]], text)
    return text[:1].upper() + text[1:]
