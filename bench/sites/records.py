"""A summary as the other generators get it: every value that our page shows, texts still in Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.model.site import Site
from app.model.summary import Summary
from app.publish.data import json_ld, research_data
from app.publish.excerpt import first_sentence, newest_year
from app.publish.links import Links, web_href
from app.publish.page import QUICK_LINKS, menu_of, research_trail
from app.publish.view import research_view

FINE = (
    "This summary is for information only. It is not medical advice. "
    "Please talk to your care team before you make decisions about treatment."
)
_ROOT = "../../"


def records(summaries: Iterator[Summary], site: Site) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Slug, body in Markdown and the page's values, one summary after the other."""
    for summary in summaries:
        yield summary.slug, summary.simple_explanation, _record(summary, site)


def _record(summary: Summary, site: Site) -> dict[str, Any]:
    view, links, trail = research_view(summary, site), Links(_ROOT), research_trail(summary)
    far = view["far"] or {"stage": 0, "steps": [], "sentence": ""}
    texts = (summary.study_duration, summary.participants, summary.evidence_text)
    return {
        "title": summary.plain_title,
        "site": site.name,
        "tagline": site.tagline,
        "language": summary.language,
        "description": first_sentence(summary.simple_explanation),
        "url": f"{site.base_url}research/{summary.slug}/",
        "json_ld": str(json_ld(research_data(summary, site, trail))),
        "menu": menu_of(site, links, ""),
        "trail": _places(trail),
        "heading": view["heading"],
        "headline": view["headline"],
        "journal": view["journal"],
        "year": view["year"],
        "doi": view["doi"]["text"],
        "doi_href": view["doi"]["href"],
        "date": view["date"]["long"],
        "date_iso": view["date"]["iso"],
        "categories": _places([(ref.name, f"categories/{ref.slug}/") for ref in summary.categories]),
        "minutes": view["minutes"],
        "contents": [{"name": name, "id": place} for name, place in view["contents"]],
        "facts": [
            {"icon": fact["icon"], "name": fact["name"], "level_sentence": fact["level_sentence"], "text": text}
            for fact, text in zip(view["facts"], texts, strict=True)
        ],
        "stage": far["stage"],
        "steps": list(far["steps"]),
        "stage_sentence": far["sentence"],
        "key_findings": list(summary.key_findings),
        "research_summary": summary.research_summary,
        "practical_implications": [
            {"heading": card.heading, "text": card.text} for card in summary.practical_implications
        ],
        "study_limitations": list(summary.study_limitations),
        "glossary": [
            {"term": word.term, "plain": word.plain, "explanation": word.explanation, "shown": word.explanation}
            for word in summary.glossary
        ],
        "authors": view["paper"]["authors"],
        "paper_title": view["paper"]["title"],
        "stop": view["paper"]["stop"],
        "paper_journal": view["paper"]["journal"],
        "where": view["paper"]["where"],
        "links": view["paper"]["links"],
        "license": (view["paper"]["license"] or {}).get("text", ""),
        "license_href": (view["paper"]["license"] or {}).get("href", ""),
        "fine": FINE,
        "credit": view["credit"],
        "sources": [{"title": source.title, "href": web_href(source.url)} for source in summary.sources],
        "back": view["back"]["name"],
        "back_href": links.page(view["back"]["address"]),
        "quick_links": _places(QUICK_LINKS),
        "copyright": newest_year(summary.dates.published, summary.dates.modified),
    }


def _places(places: Any) -> list[dict[str, str]]:
    return [{"name": name, "href": Links(_ROOT).page(address)} for name, address in places]
