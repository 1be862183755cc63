"""Whether a stretch of a sentence is stated as true, or denied, asked, or hedged before it."""

from __future__ import annotations

import re

DENIED = re.compile(
    r"\b(?:no|not|never|nothing|none|neither|nor|cannot|can['’]?t|isn['’]?t|doesn['’]?t|didn['’]?t|don['’]?t"
    r"|won['’]?t|without"
    r"|hardly|unclear|unknown|unlikely|too early|yet to|lack|rather than|fail(?:s|ed)? to)\b",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"\b(?:whether|if|how|why|asked?|tests?|tested|testing|investigat\w+|explor\w+|hypothes\w+|question"
    r"|aim(?:s|ed)?|unsure"
    r"|needed|remains?|find out|wondered|look(?:ed|s)? (?:at|into))\b",
    re.IGNORECASE,
)
HEDGED = re.compile(
    r"\b(?:may|might|could|can|would|seems?|appears?|suggests?|suggested|possibl[ye]|potential(?:ly)?|perhaps"
    r"|likely|probabl[ye]"
    r"|thought|believed?|hopes?|hoped|claim(?:s|ed)?|linked|associated|link|association|tend(?:s|ed)?)\b",
    re.IGNORECASE,
)
_REACH = 60


def is_denied(text: str, sentence: tuple[int, int], place: int) -> bool:
    """Whether the words just before `place` in its sentence deny what follows."""
    return DENIED.search(text, max(sentence[0], place - _REACH), place) is not None


def is_asked(text: str, sentence: tuple[int, int], place: int) -> bool:
    """Whether the sentence asks for it, or tells what was to be found out."""
    return text[sentence[0] : sentence[1]].rstrip('"”’)').endswith("?") or bool(ASKED.search(text, sentence[0], place))


def is_hedged(text: str, sentence: tuple[int, int], place: int) -> bool:
    """Whether the sentence says before `place` that it is no more than possible or a link."""
    return HEDGED.search(text, sentence[0], place) is not None
