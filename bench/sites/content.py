"""Ten thousand summaries out of three: the sample library's texts with seeded differences, some of them in Markdown."""

from __future__ import annotations

import json
import random
import re
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from app import paths
from app.model.codec import site_from_json, summary_from_json
from app.model.dates import PartialDate
from app.model.site import Site
from app.model.summary import Implication, Summary

_NUMBER = re.compile(r"\b\d{2,3}\b")
_WORD = re.compile(r"\b(?:study|treatment|people|trials|rats|women|protein)\b")
_CITIES = ("Leeds", "Porto", "Ghent", "Turku", "Graz", "Lund", "Delft", "Basel", "Cork", "Bari")


@cache
def site() -> Site:
    """The sample library's site, with an address."""
    raw = json.loads((paths.resources() / "sample" / "site.json").read_text(encoding="utf-8"))
    return replace(site_from_json(raw), base_url="https://example.org/")


@cache
def _samples() -> tuple[Summary, ...]:
    files = sorted((paths.resources() / "sample").glob("*-20*.json"))
    return tuple(summary_from_json(file.read_bytes(), file.name) for file in files)


def summaries(count: int) -> Iterator[Summary]:
    """So many summaries, each different, the same at every call."""
    return (summary(number) for number in range(count))


def summary(number: int, edit: str = "") -> Summary:
    """One of them. `edit` is a sentence that a writer has added since.

    Each has other numbers, a bold number, an emphasised word and a link; every fifth has a list. No mark stands where
    generators disagree about what it means.
    """
    chance = random.Random(number)
    base = _samples()[number % 3]
    city = chance.choice(_CITIES)

    def text(words: str) -> str:
        return _NUMBER.sub(lambda _found: str(chance.randrange(10, 999)), words)

    def marked(words: str) -> str:
        return _NUMBER.sub(r"**\g<0>**", text(words), count=1)

    research = _WORD.sub(r"*\g<0>*", text(base.research_summary), count=1)
    research += (
        f"\n\nThe team worked in {city}. Read [the notes of group {number}](https://notes.example.net/{number})."
    )
    if number % 5 == 0:
        research += "\n\n- One group had the treatment.\n- The other group did not."
    title = f"{base.plain_title} ({city}, group {number})"
    year = 1990 + chance.randrange(36)
    # A site that is kept up: its newest text is of this year, so that an edit does not turn the year on every list.
    moment = f"{date.today() - timedelta(days=1 + chance.randrange(6 * 365))}T09:00:00Z"
    doi = f"10.5555/plain.{number}"
    cards = (Implication(card.heading, text(card.text)) for card in base.practical_implications)
    return replace(
        base,
        id=str(uuid.UUID(int=chance.getrandbits(128), version=4)),
        slug=f"{base.slug[:-5]}-{number}-{year}",
        plain_title=title,
        paper=replace(
            base.paper,
            title=f"{base.paper.title}: group {number}",
            doi=doi,
            url=f"https://doi.org/{doi}",
            published=PartialDate(year, 1 + chance.randrange(12), 1 + chance.randrange(28)),
        ),
        simple_explanation=text(base.simple_explanation) + (f"\n\n{edit}" if edit else ""),
        study_duration=text(base.study_duration or ""),
        participants=text(base.participants or ""),
        key_findings=(marked(base.key_findings[0]), *map(text, base.key_findings[1:])),
        research_summary=research,
        practical_implications=tuple(cards),
        study_limitations=tuple(map(text, base.study_limitations)),
        dates=replace(base.dates, created=moment, published=moment, modified=moment),
    )
