"""A paper as a line that a reader can follow: who, what, where, and the places to find it."""

from __future__ import annotations

import re
from typing import Any

from app.model.paper import Paper
from app.publish.links import doi_href, web_href

_SHOWN_AUTHORS = 6
_LICENSE = re.compile(r"https?://creativecommons\.org/(?:licenses|publicdomain)/([a-z-]+)/(\d\.\d)", re.IGNORECASE)


def reference(paper: Paper) -> dict[str, Any]:
    """What a template needs to cite a paper. Parts that are not known are empty."""
    title, journal = paper.title.strip(), paper.journal or paper.journal_short
    volume = paper.volume + (f"({paper.issue})" if paper.issue else "")
    numbers = ": ".join(part for part in (volume, paper.pages) if part)
    year = str(paper.published.year) if paper.published else ""
    tail = ", ".join(part for part in (year, numbers) if part)
    where = (f", {tail}" if journal else tail) if tail else ""
    return {
        "authors": _authors(paper),
        "title": title,
        "stop": "" if title.endswith((".", "?", "!")) else ".",
        "journal": journal,
        "where": where + "." if journal or where else "",
        "links": _places(paper),
        "license": _license(paper.license),
    }


def _authors(paper: Paper) -> str:
    names = [author.full() for author in paper.authors if author.full()]
    if len(names) > _SHOWN_AUTHORS:
        names = [*names[:_SHOWN_AUTHORS], "and others"]
    if not names:
        return ""
    text = ", ".join(names)
    return text + (" " if text.endswith(".") else ". ")


def _places(paper: Paper) -> list[dict[str, str]]:
    places = []
    if paper.doi:
        places.append({"text": "Read the paper (doi.org)", "href": doi_href(paper.doi)})
    elif web_href(paper.url):
        places.append({"text": "Read the paper", "href": web_href(paper.url)})
    if paper.pmid.isdecimal():
        places.append({"text": "PubMed", "href": f"https://pubmed.ncbi.nlm.nih.gov/{paper.pmid}/"})
    if re.fullmatch(r"PMC\d+", paper.pmcid):
        places.append({"text": "Free full text", "href": f"https://pmc.ncbi.nlm.nih.gov/articles/{paper.pmcid}/"})
    return places


def _license(text: str) -> dict[str, str] | None:
    href = web_href(text)
    if not href:
        return None
    match = _LICENSE.match(href)
    if not match:
        return {"text": text, "href": href}
    name = "CC0" if match[1] == "zero" else f"CC {match[1].upper()}"
    return {"text": f"{name} {match[2]}", "href": href}
