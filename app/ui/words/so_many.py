"""How many there are of something, with its word in the right number."""

from __future__ import annotations

from app.translation import counted


def so_many(number: int, noun: str) -> str:
    """“1 page”, “2,140 words”, for the nouns below."""
    return {
        "block": counted("{n:,} block", "{n:,} blocks", number),
        "card": counted("{n:,} card", "{n:,} cards", number),
        "comment": counted("{n:,} comment", "{n:,} comments", number),
        "finding": counted("{n:,} finding", "{n:,} findings", number),
        "heading": counted("{n:,} heading", "{n:,} headings", number),
        "limitation": counted("{n:,} limitation", "{n:,} limitations", number),
        "page": counted("{n:,} page", "{n:,} pages", number),
        "paper": counted("{n:,} paper", "{n:,} papers", number),
        "place": counted("{n:,} place", "{n:,} places", number),
        "related work": counted("{n:,} related work", "{n:,} related works", number),
        "sentence": counted("{n:,} sentence", "{n:,} sentences", number),
        "source": counted("{n:,} source", "{n:,} sources", number),
        "summary": counted("{n:,} summary", "{n:,} summaries", number),
        "syllable": counted("{n:,} syllable", "{n:,} syllables", number),
        "term": counted("{n:,} term", "{n:,} terms", number),
        "word": counted("{n:,} word", "{n:,} words", number),
    }[noun]
