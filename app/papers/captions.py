"""What a block of a paper's text is, by its own words: heading, caption, list, reference or paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.model.paper_text import CAPTION, HEADING, LIST, PARAGRAPH, REFERENCE, Block
from app.papers.section_names import is_references, is_section
from app.text.word_lists import listed

_CAPTION = re.compile(
    r"(?:(?:supplementary|additional|extended data|online)\s+)?(?:fig(?:ure|\.)?|table|scheme|box|chart|video|file)\s*"
    r"(?:S|A|E)?(?:\d{1,3}|[IVX]{1,5})[A-Za-z]?(?:\s*[.:|–—-]|\s+(?=[A-Z(a-h]\b|[A-Z“\"])|$)",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"^\S+\s*\S+\s+(?:shows?|presents?|and|illustrates?|summari[sz]es?|lists?|depicts?|displays?|gives)\b", re.I
)
_BULLET = re.compile(r"[•·◦‣▪●○■□➢✓–—-]\s+(?=\S)")
_ITEM = re.compile(r"(?:\(?\d{1,2}[.)]|\([a-z]\)|\([ivx]{1,4}\))\s+(?=[A-Z“\"])")
_REFERENCE = re.compile(r"(?:\[\d{1,3}\]|\(?\d{1,3}[.)]|\d{1,3})\s+(?=[A-Z“\"‘’'dv]|[^\W\d_]{2})")
_ENDS = re.compile(
    r"[.!?…:]\s?[”’\"')\]}»*]*"
    r"(?:\s?\[[\d⁰¹²³⁴-⁹][\d⁰¹²³⁴-⁹,–\s-]*\]|[⁰¹²³⁴-⁹,–]+|\d{1,3}(?:[,–-]\d{1,3})*(?<=[.!?]\d))?$"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[])(?:al|vs|e\.g|i\.e|cf|ca|approx|figs?|tabs?|refs?|eqs?|nos?|dr|prof|inc|st)\.$", re.I
)
_STOP_INSIDE = re.compile(r"[a-z)]{2}\.\s+[A-Z(]")
_KEYWORDS = re.compile(r"(?:key ?words?|index terms)\b(?=.)", re.I)
_NO_HEADING = re.compile(r"none\b|not applicable|received|accepted|published|correspond|copyright", re.I)
_LEADS_ON = listed(
    "a an the of in on at by to for from with without and or but nor as than that which who whose into onto over under"
    " between among during after before against via per is are was were be been has have had can could may might will"
    " would should must not our their its this these those his her we they it both either each such more less most"
)
"""No paragraph ends with these."""
MOST_SIGNS_OF_HEADING = 120


def opens_caption(text: str) -> bool:
    """Whether a block that begins like this is a caption: "Fig. 1 a Experimental", "Table 2. Baseline"."""
    return bool(_CAPTION.match(text)) and not _CITED.match(text)


def opens_list(text: str) -> bool:
    """Whether a line begins with a bullet or a number of a list."""
    return bool(_BULLET.match(text) or _ITEM.match(text))


def opens_bullet(text: str) -> bool:
    """Whether a line begins with a bullet, which no line of a sentence does."""
    return bool(_BULLET.match(text)) and text[0] not in "–—-"


def opens_reference(text: str) -> bool:
    """Whether a line begins with the number of a reference."""
    return bool(_REFERENCE.match(text))


def holds_sentence(text: str) -> bool:
    """Whether a sentence ends inside the text: "S1 Table. PRISMA checklist. (DOCX)"."""
    return bool(_STOP_INSIDE.search(text))


def is_other_than_heading(text: str) -> bool:
    """Whether a short text is a caption, keywords, dates, an address or names with raised numbers."""
    if _NO_HEADING.match(text) or is_keywords(text) or opens_caption(text) or holds_sentence(text):
        return True
    return "@" in text or "doi" in text.casefold() or any(sign in "⁰¹²³⁴⁵⁶⁷⁸⁹|" for sign in text)


def is_keywords(text: str) -> bool:
    """Whether this is a list of keywords: it ends without a full stop, and nothing goes on with it."""
    return bool(_KEYWORDS.match(text))


def is_complete(text: str) -> bool:
    """Whether a text ends as a sentence or a lead-in does, not with an abbreviation."""
    text = text[-80:].rstrip()
    return bool(_ENDS.search(text)) and not _ABBREVIATION.search(text)


def leads_on(last: str) -> bool:
    """Whether a line ends in the middle of a thought: a comma, a sign of arithmetic, "of", "the"."""
    return last.endswith((",", "(", "–", "/", "=", "<", ">", "±")) or last.split()[-1].casefold() in _LEADS_ON


def named(texts: Sequence[Block]) -> tuple[Block, ...]:
    """The paragraphs with their kinds, where the words alone tell. Blocks of another kind than paragraph stay."""
    out: list[Block] = []
    in_references = False
    for place, block in enumerate(texts):
        following = texts[place + 1] if place + 1 < len(texts) else None
        kind = block.kind if block.kind != PARAGRAPH else _kind(block.text, following, place == 0, in_references)
        if kind == HEADING:
            in_references = is_references(block.text)
        out.append(replace(block, kind=kind))
    return tuple(out)


def _kind(text: str, following: Block | None, is_first: bool, in_references: bool) -> str:
    if is_section(text):
        return HEADING
    if opens_caption(text):
        return CAPTION
    if in_references:
        return REFERENCE
    if opens_list(text):
        return LIST
    return HEADING if following is not None and _is_heading(text, following.text, is_first) else PARAGRAPH


def _is_heading(text: str, following: str, is_first: bool) -> bool:
    """A short line that is no sentence and no list of names, before something longer."""
    if len(text) > (300 if is_first else MOST_SIGNS_OF_HEADING) or not (text[0].isupper() or text[0].isdigit()):
        return False
    if text.endswith(("-", ":")) or leads_on(text) or (is_complete(text) and not text.endswith("?")):
        return False
    if text.count(",") > (4 if is_first else 2) or is_other_than_heading(text):
        return False
    letters = sum(sign.isalpha() for sign in text)
    return letters > 0.7 * len(text.replace(" ", "")) and (is_section(following) or len(following) > len(text))
