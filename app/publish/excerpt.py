"""Short forms of a summary's texts: the first sentence, a paragraph in one line, the minutes that reading takes."""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from app.model.dates import PartialDate, parse_date
from app.model.sections import sections
from app.model.summary import Summary
from app.text import markup
from app.text.sentences import each_sentence

_BLANK_LINES = re.compile(r"\n\s*\n")
_CJK_STOP = re.compile(r"[。！？]+[”’」』）]*")
"""Ends a sentence of Chinese or Japanese, where no space follows."""
DESCRIPTION_FITS, MOST_OF_A_SENTENCE = 160, 300
"""Signs of a description that a search engine shows whole, and at which a sentence of any length is cut."""
WORDS_A_MINUTE = 238
"""Mean silent reading speed of adults in English (Brysbaert 2019)."""


@lru_cache(maxsize=16)  # a page, its JSON-LD and its row ask for the same one
def first_sentence(markdown: str) -> str:
    """The first sentence as plain text, empty when there is none."""
    text = first_paragraph(markdown)
    sentence = next((text[start:end] for start, end in each_sentence(text)), "")
    stop = _CJK_STOP.search(sentence)
    return sentence[: stop.end()] if stop else sentence


@lru_cache(maxsize=16)
def first_paragraph(markdown: str) -> str:
    """The first block that has words, as plain text in one line."""
    for block in _BLANK_LINES.split(markdown):
        if text := markup.plain(block).text.strip():
            return " ".join(text.partition("\n")[0].split())
    return ""


def cut(sentence: str) -> str:
    """A sentence as rows of a list have room for: one of three hundred words ends earlier, with a sign of that."""
    if len(sentence) <= MOST_OF_A_SENTENCE:
        return sentence
    return sentence[:MOST_OF_A_SENTENCE].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


@lru_cache(maxsize=16)
def description(markdown: str) -> str:
    """What search engines and other sites show of a page: its first sentences, as many as fit, and at least one."""
    text, shown = first_paragraph(markdown), cut(first_sentence(markdown))
    for _start, end in each_sentence(text):
        if end > max(DESCRIPTION_FITS, len(shown)):
            break
        shown = text[:end]
    return shown


def reading_minutes(summary: Summary) -> int:
    """How long the summary takes to read, in minutes, rounded up; 0 when there is nothing to read."""
    words = sum(len(text.split()) for section, text in sections(summary) if section != "title")
    return -(-words // WORDS_A_MINUTE)


def safe_html(markdown: str) -> Markup:
    """Markdown as HTML that templates may put on a page as it is."""
    return Markup(markup.html(markdown))  # markup.html is the sanitiser


@lru_cache(maxsize=1024)  # a library explains the same words on many pages
def line_html(markdown: str) -> Markup:
    """Markdown of one line without the paragraph around it; several blocks become plain words in one line."""
    html = markup.html(markdown)
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return Markup(html[3:-4])
    return escape(" ".join(markup.plain(markdown).text.split()))


def day_in_words(moment: str) -> str:
    """`2026-11-22T14:32:05Z` as `November 22, 2026`; empty when it is no date."""
    try:
        return parse_date(moment[:10]).long()
    except ValueError:
        return ""


def newest_year(*moments: str) -> str:
    """The year of the newest of some ISO moments, empty when there is none."""
    return max((moment[:4] for moment in moments if moment), default="")


def published_iso(date: PartialDate | None) -> str:
    """A paper's date in ISO 8601, empty when it is not known."""
    return date.iso() if date else ""
