"""What a research page shows, ready for a template: every text as safe HTML or as plain words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.model.dates import PartialDate
from app.model.sections import section_text
from app.model.site import Site
from app.model.summary import GlossaryTerm, Summary
from app.publish import vocabulary
from app.publish.excerpt import day_in_words, line_html, reading_minutes, safe_html
from app.publish.glossary import note_id, use_id, with_words_marked, word_id
from app.publish.links import doi_href, target_href, web_href
from app.publish.references import reference
from app.text import markup

_CONTENTS = (
    ("Simple Explanation", "simple_explanation"),
    ("Key Findings", "key_findings"),
    ("Research Summary", "research_summary"),
    ("Practical Implications", "practical_implications"),
    ("Study Limitations", "study_limitations"),
    ("Words explained", "glossary"),
    ("Where this comes from", "claims"),
    ("The original paper", "has_paper"),
    ("Sources", "sources"),
    ("Related research", "related"),
    ("Corrections", "corrections"),
)
_NOTICE_ORDER = tuple(vocabulary.NOTICES)


def heading_of(summary: Summary) -> str:
    """The page's H1: the paper's own title, else the plain one."""
    return summary.paper.title or summary.plain_title or "Untitled"


def headline_of(summary: Summary) -> str:
    """The plain title under the H1, empty when the H1 already says it."""
    return summary.plain_title if summary.plain_title != heading_of(summary) else ""


def research_view(summary: Summary, site: Site) -> dict[str, Any]:
    """Everything that `research_main.html` shows of a summary."""
    page = _citation(summary) | _sections(summary) | _around(summary, site)
    page["contents"] = [(name, name.lower().replace(" ", "-")) for name, key in _CONTENTS if page[key]]
    return page


def _citation(summary: Summary) -> dict[str, Any]:
    paper = summary.paper
    return {
        "heading": heading_of(summary),
        "headline": headline_of(summary),
        "journal": paper.journal or paper.journal_short,
        "year": str(paper.published.year) if paper.published else "",
        "date": _date(paper.published),
        "doi": {"text": paper.doi, "href": doi_href(paper.doi)} if paper.doi.strip() else None,
        "categories": summary.categories,
        "minutes": reading_minutes(summary),
        "warning": _warning(summary),
        "paper": reference(paper),
        "has_paper": bool(paper.title.strip()),
    }


def _sections(summary: Summary) -> dict[str, Any]:
    words = [word for word in summary.glossary if word.term.strip() and (word.explanation or word.plain).strip()]
    cards = [card for card in summary.practical_implications if card.heading.strip() or card.text.strip()]
    facts = _facts(summary)
    parts = {
        "simple_explanation": [safe_html(summary.simple_explanation)],
        "facts": [fact["text"] for fact in facts],
        "key_findings": _rows(summary.key_findings),
        "research_summary": [safe_html(summary.research_summary)],
        "cards": [safe_html(card.text) for card in cards],
        "study_limitations": _rows(summary.study_limitations),
    }
    texts, marked = with_words_marked([text for part in parts.values() for text in part], words)
    shown = iter(texts)
    shares = {name: [next(shown) for _ in part] for name, part in parts.items()}
    return {
        "simple_explanation": shares["simple_explanation"][0],
        "facts": [fact | {"text": text} for fact, text in zip(facts, shares["facts"], strict=True)],
        "far": _how_far(summary),
        "key_findings": shares["key_findings"],
        "research_summary": shares["research_summary"][0],
        "practical_implications": [
            {"heading": line_html(card.heading), "text": text}
            for card, text in zip(cards, shares["cards"], strict=True)
        ],
        "study_limitations": shares["study_limitations"],
        "glossary": [_word(word, index, is_marked=index in marked) for index, word in enumerate(words)],
    }


def _word(word: GlossaryTerm, index: int, *, is_marked: bool) -> dict[str, Any]:
    return {
        "id": word_id(index),
        "note": note_id(index),
        "use": use_id(index) if is_marked else "",
        "term": word.term,
        "plain": line_html(word.plain),
        "explanation": line_html(word.explanation),
    }


def _around(summary: Summary, site: Site) -> dict[str, Any]:
    first = summary.categories[0] if summary.categories else None
    return {
        "claims": _claims(summary) if site.shows_claims else [],
        "sources": [
            {"title": source.title or source.url, "href": web_href(source.url)}
            for source in summary.sources
            if source.title or source.url
        ],
        "related": [reference(paper) for paper in summary.related_research if paper.title.strip()],
        "corrections": [
            {"iso": note.date[:10] if day else "", "date": day or note.date, "note": line_html(note.note)}
            for note in summary.corrections
            for day in (day_in_words(note.date),)
        ],
        "credit": _credit(summary),
        "feedback": _feedback(summary, site),
        "back": {
            "name": first.name if first else "all research",
            "address": f"categories/{first.slug}/" if first else "research/",
        },
    }


def _rows(texts: Sequence[str]) -> list[Any]:
    return [safe_html(text) for text in texts if text.strip()]


def _facts(summary: Summary) -> list[dict[str, Any]]:
    level = summary.evidence_level or ""
    facts = (
        ("study_duration", "Study Duration", "calendar", "", summary.study_duration),
        ("participants", "Participants", "people", "", summary.participants),
        ("evidence_level", "Evidence Level", "bars", level, summary.evidence_text),
    )
    return [
        {
            "key": key,
            "name": name,
            "icon": icon,
            "level": level,
            "level_sentence": vocabulary.LEVELS.get(level, level),
            "text": safe_html("\n\n".join((text or "").strip().splitlines())),
        }
        for key, name, icon, level, text in facts
    ]


def _how_far(summary: Summary) -> dict[str, Any] | None:
    stage = vocabulary.stage_of(summary)
    if not stage:
        return None
    return {"stage": stage, "steps": vocabulary.STEPS, "sentence": vocabulary.STEP_SENTENCES[stage - 1]}


def _date(date: PartialDate | None) -> dict[str, str] | None:
    return {"iso": date.iso(), "long": date.long()} if date else None


def _warning(summary: Summary) -> dict[str, str] | None:
    notices = sorted(
        (notice for notice in summary.paper.notices if notice.kind in vocabulary.NOTICES),
        key=lambda notice: _NOTICE_ORDER.index(notice.kind),
    )
    if not notices:
        return None
    title, text = vocabulary.NOTICES[notices[0].kind]
    return {"title": title, "text": text, "href": doi_href(notices[0].doi)}


def _claims(summary: Summary) -> list[dict[str, str]]:
    claims = []
    for claim in summary.claims:
        try:
            text = markup.plain(section_text(summary, claim.section)[claim.start : claim.end]).text
        except KeyError:
            continue
        if claim.passage and text.strip():
            claims.append({"text": text, "passage": claim.passage.text, "locator": claim.passage.locator})
    return claims


def _credit(summary: Summary) -> str:
    """Who made the page and when, in a line: `Written by Ann. Reviewed on May 2, 2026. Updated on …`."""
    parts = []
    for role, verb in (("writer", "Written"), ("reviewer", "Reviewed")):
        names = [person.name for person in summary.contributors if person.role == role and person.name]
        day = day_in_words(summary.dates.reviewed) if role == "reviewer" else ""
        if names or day:
            parts.append(verb + (f" by {', '.join(names)}" if names else "") + (f" on {day}" if day else "") + ".")
    if day := day_in_words(summary.dates.modified or summary.dates.published):
        parts.append(f"Updated on {day}.")
    return " ".join(parts)


def _feedback(summary: Summary, site: Site) -> dict[str, str] | None:
    def answer(word: str) -> str:
        subject = f"Was this summary helpful? {word}: {heading_of(summary)}"
        return target_href(site.feedback_target, subject, helpful=word.lower(), page=summary.slug)

    return {"yes": answer("Yes"), "no": answer("No")} if answer("Yes") else None
