"""What is said about a citation that was looked up: its fields by name, its notices, who answered and who did not."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.model.dates import PartialDate, parse_date
from app.model.paper import Author, Notice

FIELD_NAMES = {
    "title": "Title",
    "authors": "Authors",
    "journal": "Journal",
    "journal_short": "Journal, short",
    "volume": "Volume",
    "issue": "Issue",
    "pages": "Pages",
    "published": "Date",
    "doi": "DOI",
    "pmid": "PubMed id",
    "pmcid": "PMC id",
    "url": "Address",
    "license": "Licence",
    "type": "Kind",
    "publication_types": "Kind of publication",
    "notices": "Notices",
    "abstract": "Abstract",
}
STEP_NAMES = {
    "europepmc": "Europe PMC",
    "pubmed": "PubMed",
    "crossref": "Crossref",
    "datacite": "DataCite",
    "full-text": "Europe PMC for the open full text",
}
_NOTICES = {
    "retraction": "This paper was retracted",
    "concern": "The journal has published an expression of concern about this paper",
    "correction": "This paper was corrected",
}
_NOTICE_ADVICE = {
    "retraction": "Its journal has taken it back. A page about it would say so at its top.",
    "concern": "The journal has doubts and may still change it. A page about it would say so at its top.",
    "correction": "Read the correction before you write: numbers may have changed.",
}
WHAT_IS_SENT = (
    "To fill in a citation, Plainspoken asks up to four public services on the internet: "
    "Crossref, PubMed, Europe PMC and DataCite.",
    "What is sent is the paper’s number (its DOI, PubMed id or PMC id) and the name of this program. "
    "As with every web page you open, they also see your internet address.",
    "Nothing of what you write is sent. Nothing is asked unless you ask for it.",
)

FILLED = "The citation is filled. Ctrl+Z takes it back."


def value_words(value: Any) -> str:
    """A field's value for people: authors by name, dates as exact as they are, lists with commas."""
    if isinstance(value, PartialDate):
        return value.long()
    if isinstance(value, tuple):
        names = [part.full() if isinstance(part, Author) else str(part) for part in value]
        return "; ".join(names) if value and isinstance(value[0], Author) else ", ".join(names)
    return str(value or "")


def notice_headline(notice: Notice) -> str:
    """`This paper was retracted on June 1, 2025.`"""
    said = _NOTICES.get(notice.kind, "A registry has a notice about this paper")
    try:
        day = parse_date(notice.date)
    except ValueError:
        return f"{said}."
    return f"{said} {'on' if day.day else 'in'} {day.long()}."


def notice_advice(notice: Notice) -> str:
    """What that means for the writer."""
    return _NOTICE_ADVICE.get(notice.kind, "")


def found_behind(title: str) -> str:
    """A lookup ended while the writer went on writing."""
    return f"Found: “{title}”. Look a paper up (Ctrl+Shift+L) shows what the record says."


def found_too_late(title: str) -> str:
    """A lookup ended when its summary was no longer open."""
    return f"“{title}” was found, but its summary is closed now. Open it and look the paper up again."


def full_text_words(words: int, *, has_one: bool) -> str:
    """The offer of the open full text."""
    instead = " in place of the paper that is there" if has_one else ""
    return f"Put the open full text beside the form{instead} (Europe PMC, {words:,} words)"


def counts_words(filled: int, overwritten: int) -> str:
    """`4 empty fields are filled. 2 fields say something else: tick those you want to replace.`"""
    parts = []
    if filled:
        parts.append("1 empty field is filled." if filled == 1 else f"{filled} empty fields are filled.")
    if overwritten == 1:
        parts.append("1 field says something else: tick it if you want to replace it.")
    elif overwritten:
        parts.append(f"{overwritten} fields say something else: tick those you want to replace.")
    return " ".join(parts) or "Your citation already says what the record says."


def another_paper(have: str, says: str) -> str:
    """The record is of another paper than the one the writer has."""
    return (
        f"This is the record of another paper: its DOI is {says}, and you have {have}. "
        "Empty fields are filled only if you tick the DOI."
    )


def action_words(filled: int, ticked: int) -> str:
    """What the button will do."""
    if ticked and filled:
        return f"Fill {filled}, replace {ticked}"
    if ticked:
        return "Replace 1 field" if ticked == 1 else f"Replace {ticked} fields"
    return "Fill the citation"


def looked_words(oldest: str, never: int, of: int, today: date) -> str:
    """`Retractions last looked for 12 days ago.` `oldest` is ISO 8601, "" for never; `never` of `of` papers are new."""
    if not of:
        return "None of these papers has a DOI or PubMed id to look for retractions by."
    if not oldest:
        return "Retractions were never looked for."
    days = max((today - date.fromisoformat(oldest[:10])).days, 0)
    ago = {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")
    more = "" if not never else " (for 1 paper never)" if never == 1 else f" (for {never:,} papers never)"
    return f"Retractions last looked for {ago}{more}."


def look_sends(of: int) -> str:
    """What looking again sends where, before the first time."""
    papers = "this paper" if of == 1 else f"these {of:,} papers"
    return f"This sends the DOIs and PubMed ids of {papers} to Crossref and PubMed, and nothing of what you write."


def news_words(notices: tuple[tuple[str, str], ...], failed: int, reason: str) -> str:
    """What a look brought: the papers with news by their summaries, and what could not be asked."""
    said = {"retraction": "retracted", "concern": "called into question", "correction": "corrected"}
    parts = [f"“{title}”: its paper was {said.get(kind, 'given a notice')}." for title, kind in notices[:4]]
    if len(notices) > 4:
        parts.append(f"And {len(notices) - 4} more.")
    if failed:
        parts.append(f"{failed:,} {'paper' if failed == 1 else 'papers'} could not be asked about. {reason}")
    elif not notices:
        parts.append("Looked just now: nothing new.")
    return " ".join(parts)
