"""What machines read of a page: schema.org JSON-LD, true to what the page is and never claiming to be the paper."""

from __future__ import annotations

import json
from typing import Any

import msgspec
from markupsafe import Markup

from app.model.paper import Author, Paper
from app.model.site import Site
from app.model.summary import Summary
from app.publish.excerpt import description, published_iso
from app.publish.links import doi_href, web_href
from app.publish.view import heading_of

_CONTEXT = "https://schema.org"


def json_ld(value: dict[str, Any]) -> Markup:
    """JSON that may stand inside a script element: no character of it can end the element or begin another."""
    try:
        text = msgspec.json.encode(value).decode()
    except UnicodeEncodeError:  # half a surrogate pair
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def research_data(summary: Summary, site: Site, trail: list[tuple[str, str]]) -> dict[str, Any]:
    """A research page: a medical web page and an article for patients, based on the paper it explains."""
    address = f"{site.base_url}research/{summary.slug}/" if site.base_url else ""
    paper = _paper(summary.paper)
    return _known(
        {
            "@context": _CONTEXT,
            "@type": ["MedicalWebPage", "Article"],
            "@id": address,
            "url": address,
            "headline": summary.plain_title or heading_of(summary),
            "name": heading_of(summary),
            "description": description(summary.simple_explanation),
            "genre": "Plain language summary",
            "inLanguage": summary.language,
            "isAccessibleForFree": True,
            "audience": {"@type": "MedicalAudience", "audienceType": "Patient"},
            "isBasedOn": paper,
            "citation": paper,
            "about": [{"@type": "Thing", "name": category.name} for category in summary.categories],
            "author": _people(summary, "writer"),
            "datePublished": summary.dates.published,
            "dateModified": summary.dates.modified,
            "lastReviewed": summary.dates.reviewed[:10],
            "publisher": {"@type": "Organization", "name": site.name},
            "breadcrumb": _breadcrumb(trail, site),
        }
    )


def site_data(site: Site) -> dict[str, Any]:
    """The home page: the website itself."""
    return _known(
        {
            "@context": _CONTEXT,
            "@type": "WebSite",
            "name": site.name,
            "description": site.tagline,
            "url": site.base_url,
            "inLanguage": site.language,
        }
    )


def _paper(paper: Paper) -> dict[str, Any] | None:
    if not paper.title:
        return None
    return _known(
        {
            "@type": "MedicalScholarlyArticle",
            "name": paper.title,
            "author": [_author(author) for author in paper.authors if author.full()],
            "datePublished": published_iso(paper.published),
            "isPartOf": {"@type": "Periodical", "name": paper.journal} if paper.journal else None,
            "pagination": paper.pages,
            "sameAs": doi_href(paper.doi) or web_href(paper.url),
            "identifier": {"@type": "PropertyValue", "propertyID": "DOI", "value": paper.doi} if paper.doi else None,
            "license": web_href(paper.license),
        }
    )


def _author(author: Author) -> dict[str, Any]:
    if author.literal:
        return {"@type": "Organization", "name": author.literal}
    return _known({"@type": "Person", "name": author.full(), "givenName": author.given, "familyName": author.family})


def _people(summary: Summary, role: str) -> list[dict[str, str]]:
    return [
        {"@type": "Person", "name": person.name}
        for person in summary.contributors
        if person.role == role and person.name
    ]


def _breadcrumb(trail: list[tuple[str, str]], site: Site) -> dict[str, Any]:
    places = []
    for position, (name, address) in enumerate(trail, 1):
        place: dict[str, Any] = {"@type": "ListItem", "position": position, "name": name}
        if site.base_url:
            place["item"] = site.base_url + address
        places.append(place)
    return {"@type": "BreadcrumbList", "itemListElement": places}


def _known(value: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in value.items() if part not in ("", None, [])}
