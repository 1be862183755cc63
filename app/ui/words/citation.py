"""What is said about a citation that was looked up: its fields by name, its notices, who answered and who did not."""

from __future__ import annotations

from datetime import date
from typing import Any

from app.model.dates import PartialDate, parse_date
from app.model.paper import Author, Notice
from app.translation import _, counted
from app.ui.words.dates import shown_date

FIELD_NAMES = {
    "title": _("Title"),
    "authors": _("Authors"),
    "journal": _("Journal"),
    "journal_short": _("Journal, short"),
    "volume": _("Volume"),
    "issue": _("Issue"),
    "pages": _("Pages"),
    "published": _("Date"),
    "doi": "DOI",
    "pmid": _("PubMed id"),
    "pmcid": _("PMC id"),
    "url": _("Address"),
    "license": _("Licence"),
    "type": _("Kind"),
    "publication_types": _("Kind of publication"),
    "notices": _("Notices"),
    "abstract": _("Abstract"),
}
STEP_NAMES = {
    "europepmc": _("Europe PMC"),
    "pubmed": "PubMed",
    "crossref": _("Crossref"),
    "datacite": "DataCite",
    "full-text": _("Europe PMC for the open full text"),
}
_NOTICES = {
    "retraction": _("This paper was retracted"),
    "concern": _("The journal has published an expression of concern about this paper"),
    "correction": _("This paper was corrected"),
}
_NOTICE_ADVICE = {
    "retraction": _("Its journal has taken it back. A page about it would say so at its top."),
    "concern": _("The journal has doubts and may still change it. A page about it would say so at its top."),
    "correction": _("Read the correction before you write: numbers may have changed."),
}
WHAT_IS_SENT = (
    _(
        "To fill in a citation, Plainspoken asks up to four public services on the internet: "
        "Crossref, PubMed, Europe PMC and DataCite."
    ),
    _(
        "What is sent is the paper’s number (its DOI, PubMed id or PMC id) and the name of this program. "
        "As with every web page you open, they also see your internet address."
    ),
    _("Nothing of what you write is sent. Nothing is asked unless you ask for it."),
)

FILLED = _("The citation is filled. Ctrl+Z takes it back.")


def value_words(value: Any) -> str:
    """A field's value for people: authors by name, dates as exact as they are, lists with commas."""
    if isinstance(value, PartialDate):
        return shown_date(value)
    if isinstance(value, tuple):
        names = [part.full() if isinstance(part, Author) else str(part) for part in value]
        return "; ".join(names) if value and isinstance(value[0], Author) else ", ".join(names)
    return str(value or "")


def notice_headline(notice: Notice) -> str:
    """`This paper was retracted on June 1, 2025.`"""
    said = _NOTICES.get(notice.kind, _("A registry has a notice about this paper"))
    try:
        day = parse_date(notice.date)
    except ValueError:
        return f"{said}."
    dated = _("{said} on {date}.") if day.day else _("{said} in {date}.")
    return dated.format(said=said, date=shown_date(day))


def notice_advice(notice: Notice) -> str:
    """What that means for the writer."""
    return _NOTICE_ADVICE.get(notice.kind, "")


def found_behind(title: str) -> str:
    """A lookup ended while the writer went on writing."""
    return _("Found: “{title}”. Look a paper up (Ctrl+Shift+L) shows what the record says.").format(title=title)


def found_too_late(title: str) -> str:
    """A lookup ended when its summary was no longer open."""
    return _("“{title}” was found, but its summary is closed now. Open it and look the paper up again.").format(
        title=title
    )


def full_text_words(words: int, *, has_one: bool) -> str:
    """The offer of the open full text."""
    instead = _(" in place of the paper that is there") if has_one else ""
    return _("Put the open full text beside the form{instead} (Europe PMC, {words:,} words)").format(
        instead=instead, words=words
    )


def counts_words(filled: int, overwritten: int) -> str:
    """`4 empty fields are filled. 2 fields say something else: tick those you want to replace.`"""
    parts = []
    if filled:
        parts.append(counted("{n} empty field is filled.", "{n} empty fields are filled.", filled))
    if overwritten == 1:
        parts.append(_("1 field says something else: tick it if you want to replace it."))
    elif overwritten:
        parts.append(
            _("{overwritten} fields say something else: tick those you want to replace.").format(
                overwritten=overwritten
            )
        )
    return " ".join(parts) or _("Your citation already says what the record says.")


def another_paper(have: str, says: str) -> str:
    """The record is of another paper than the one the writer has."""
    return _(
        "This is the record of another paper: its DOI is {says}, and you have {have}. Empty fields "
        "are filled only if you tick the DOI."
    ).format(says=says, have=have)


def action_words(filled: int, ticked: int) -> str:
    """What the button will do."""
    if ticked and filled:
        return _("Fill {filled}, replace {ticked}").format(filled=filled, ticked=ticked)
    if ticked:
        return counted("Replace {n} field", "Replace {n} fields", ticked)
    return _("Fill the citation")


def looked_words(oldest: str, never: int, of: int, today: date) -> str:
    """`Retractions last looked for 12 days ago.` `oldest` is ISO 8601, "" for never; `never` of `of` papers are new."""
    if not of:
        return _("None of these papers has a DOI or PubMed id to look for retractions by.")
    if not oldest:
        return _("Retractions were never looked for.")
    days = max((today - date.fromisoformat(oldest[:10])).days, 0)
    ago = {0: _("today"), 1: _("yesterday")}.get(days, _("{days} days ago").format(days=days))
    more = (
        ""
        if not never
        else _(" (for 1 paper never)")
        if never == 1
        else _(" (for {never:,} papers never)").format(never=never)
    )
    return _("Retractions last looked for {ago}{more}.").format(ago=ago, more=more)


def look_sends(of: int) -> str:
    """What looking again sends where, before the first time."""
    papers = _("this paper") if of == 1 else _("these {of:,} papers").format(of=of)
    return _(
        "This sends the DOIs and PubMed ids of {papers} to Crossref and PubMed, and nothing of what you write."
    ).format(papers=papers)


def news_words(notices: tuple[tuple[str, str], ...], failed: int, reason: str) -> str:
    """What a look brought: the papers with news by their summaries, and what could not be asked."""
    said = {"retraction": "retracted", "concern": _("called into question"), "correction": _("corrected")}
    parts = [
        _("“{title}”: its paper was {said}.").format(title=title, said=said.get(kind, "given a notice"))
        for title, kind in notices[:4]
    ]
    if len(notices) > 4:
        parts.append(_("And {count} more.").format(count=len(notices) - 4))
    if failed:
        parts.append(
            counted(
                "{n:,} paper could not be asked about. {reason}",
                "{n:,} papers could not be asked about. {reason}",
                failed,
                reason=reason,
            )
        )
    elif not notices:
        parts.append(_("Looked just now: nothing new."))
    return " ".join(parts)
