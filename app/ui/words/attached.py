"""What is said about an attached paper: what it is, what to know of its file, and how it answers a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.evidence.places import place_of
from app.model.evidence import (
    DIFFERS,
    FOUND,
    NOT_IN_PAPER,
    UNREADABLE_SIGN,
    VALUE_FOUND,
    WORLD_AT_LARGE,
    HeldNumber,
    Suggestions,
)
from app.model.paper_text import HEADING, AttachedPaper, PaperText, ReadWarning
from app.translation import _, outset
from app.ui.words.so_many import so_many

KINDS = {
    "pdf": "PDF",
    "ris": "RIS",
    "bibtex": "BibTeX",
    "nbib": "NBIB",
    "csl-json": "CSL-JSON",
    "jats": _("JATS XML"),
    "pubmed-xml": _("PubMed XML"),
    "crossref": _("from Crossref"),
    "datacite": _("from DataCite"),
    "europepmc": _("from Europe PMC"),
    "text": _("plain text"),
}
FIELDS = {
    "participants": _("Participants"),
    "study_duration": _("Study Duration"),
    "evidence_level": _("Evidence Level"),
    "key_findings": _("Key Findings"),
    "simple_explanation": _("Simple Explanation"),
    "research_summary": _("Research Summary"),
    "study_limitations": _("Study Limitations"),
}
NUMBER_WORDS = {
    FOUND: _("found"),
    VALUE_FOUND: _("value found, please look"),
    DIFFERS: _("differs"),
    NOT_IN_PAPER: _("not in the paper"),
    UNREADABLE_SIGN: _("beside an unreadable sign"),
    WORLD_AT_LARGE: _("about the world at large"),
}
"""How the paper answers a number. Never a verdict."""
CITATION = {
    "title": _("title"),
    "authors": _("authors"),
    "journal": _("journal"),
    "journal_short": _("short name of the journal"),
    "volume": _("volume"),
    "issue": _("issue"),
    "pages": _("pages"),
    "doi": "DOI",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "url": _("link"),
    "published": _("date"),
    "publication_types": _("kind of publication"),
    "license": _("licence"),
    "notices": _("notices"),
    "abstract": _("abstract"),
}
_WARNINGS = {
    "unreadable-signs": _(
        "Some signs could not be read ({where}): they are shown as �, and no number beside one counts."
    ),
    "record-unfinished": _("A record is cut off: {where}."),
    "record-broken": _("A record could not be read: {where}."),
    "authors-cut-short": _("The list of authors ends with “and others”: {where}."),
    "encoding-guessed": _("The letters had no known encoding: look at names with accents."),
    "broken-page": _("A page could not be read: {where}."),
    "title-guessed": _("The title is taken from the look of page 1: please look."),
    "line-ignored": _("A line was left out: {where}."),
    "abstract-only": _("Only the abstract is here, not the whole paper."),
    "metadata-only": _("Only the citation is here, no text of the paper."),
    "related-works": _("This is a list of related works: each one is a paper of its own."),
    "boilerplate-dropped": _("What the page repeats was left out: {where}."),
    "is-a-notice": _("This is itself the notice of a retraction, a correction or a concern: {where}."),
    "no-text": _("Only the citation is here, no text of the paper."),
}


def about(paper: AttachedPaper) -> str:
    """“PDF, 5 pages, 4,120 words”."""
    pages = max((block.page or 0 for block in paper.text.blocks), default=0)
    words = sum(len(block.text.split()) for block in paper.text.blocks)
    parts = [KINDS.get(paper.kind, paper.kind)]
    if pages:
        parts.append(counted(pages, "page"))
    if words:
        parts.append(counted(words, "word"))
    return ", ".join(parts)


def warnings(told: Sequence[ReadWarning]) -> list[str]:
    """What to know about the file, one sentence for each kind of warning, with its places."""
    places: dict[str, list[str]] = {}
    for warning in told:
        places.setdefault(warning.code, []).append(warning.where)
    return [_warning(code, [where for where in found if where]) for code, found in places.items()]


def _warning(code: str, places: Sequence[str]) -> str:
    shown = ", ".join(places[:4]) + (_(" and {count} more").format(count=len(places) - 4) if len(places) > 4 else "")
    sentence = _WARNINGS.get(code, code.replace("-", " ").capitalize() + _(": {where}."))
    if not shown:
        return sentence.replace(" ({where})", "").replace(": {where}.", ".")
    return sentence.replace("{where}", shown)


def number_answer(number: HeldNumber) -> str:
    """How the paper answers, with its own words where they differ."""
    if number.state == DIFFERS and (said := str(number.facts.get("paper") or "")):
        unit = str(number.facts.get("paper_unit") or "")
        has_unit = not unit or any(letter.isalpha() for letter in said)
        return (
            _("the paper: “{said}”").format(said=said)
            if has_unit
            else _("the paper: “{said}”, in {unit}{part}").format(
                said=said, unit=unit, part="s" if len(unit) > 2 else ""
            )
        )
    return NUMBER_WORDS.get(number.state, number.state)


def place_words(text: PaperText, start: int) -> str:
    """“Methods, paragraph 3 · page 4”: for readers who look for it."""
    place = place_of(text, start)
    if place is None:
        return ""
    is_heading = text.blocks[place.block].kind == HEADING
    paragraph = _("heading") if is_heading else _("paragraph {number}").format(number=place.paragraph)
    heading = shortened(place.heading, 40)
    inside = f"{heading}, {paragraph}" if heading and not is_heading else outset(paragraph)
    return _("{inside} · page {page}").format(inside=inside, page=place.page) if place.page else inside


def shortened(words: str, most: int) -> str:
    """At most so many letters, ended at a word with “…”."""
    words = " ".join(words.split())
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def listed(names: Iterable[str]) -> str:
    """“title, journal and DOI”."""
    parts = [CITATION.get(name, name) for name in names]
    if len(parts) < 2:
        return "".join(parts)
    return _("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])


def counted(number: int, noun: str) -> str:
    """“1 page”, “2,140 words”."""
    return so_many(number, noun)


def offers_words(suggestions: Suggestions, section: str) -> str:
    """“Paper: 3 places”, or “Looks like: animal” for the evidence level; empty when the paper has nothing."""
    found = getattr(suggestions, section)
    if not found:
        return ""
    if section == "evidence_level":
        return _("Looks like: {replace}").format(replace=suggestions.evidence_level[0].level.replace("-", " "))
    return _("Paper: {counted}").format(counted=counted(len(found), "place"))


def attached_sentence(facts: Mapping[str, Any]) -> str:
    """What a writer should know after a paper was attached."""
    said = [
        _("Paper attached.")
        if facts.get("has_text", True)
        else _("Citation taken over; the file holds no text to read.")
    ]
    if filled := facts.get("filled"):
        said.append(_("Filled in: {listed}.").format(listed=listed(filled)))
    for kind in dict.fromkeys(facts.get("notices") or ()):
        said.append(_NOTICES.get(kind, ""))
    for title in facts.get("also_in") or ():
        said.append(_("“{title}” is about the same paper.").format(title=title))
    return " ".join(part for part in said if part)


_NOTICES = {
    "retraction": _("This paper has been retracted."),
    "correction": _("A correction of this paper has been published."),
    "concern": _("An expression of concern about this paper has been published."),
}
