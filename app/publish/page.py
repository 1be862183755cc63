"""A summary as its web page: the same templates make the exported file, the preview and the part patched in place."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from app.errors import ExportFault
from app.model.site import Site
from app.model.summary import Summary
from app.publish.catalogue import CATALOGUE_FILE
from app.publish.citation_files import PAPER_FILES, RELATED_FILES
from app.publish.data import json_ld, research_data
from app.publish.entry import is_safe_slug
from app.publish.excerpt import description, newest_year
from app.publish.links import Links, web_href
from app.publish.notes import ESCAPE
from app.publish.pictures import picture_of
from app.publish.theme import DEFAULT, Theme
from app.publish.themes import theme
from app.publish.tongues import tongues
from app.publish.view import heading_of, research_view

MENU_PAGES = {
    "": "Home",
    "about/": "About",
    "categories/": "Categories",
    "research/": "Latest Research",
    "search/": "Search",
    "contact/": "Contact",
    "subscribe/": "Subscribe",
    "disclaimer/": "Disclaimer",
}
"""The fixed pages that a menu can name, with the words they are offered by."""
QUICK_LINKS = (
    ("Home", ""),
    ("About", "about/"),
    ("Categories", "categories/"),
    ("Latest Research", "research/"),
    ("Search", "search/"),
    ("Disclaimer", "disclaimer/"),
)
_CITES = {"paper": PAPER_FILES, "related": RELATED_FILES}
"""The files beside a research page that cite its paper and the related research."""
_CATEGORY_PAGE = re.compile(r"categories/([^/]+)/")
_NOTHING_ELSE = "object-src 'none'; base-uri 'none'; form-action 'none'"
# `file:` beside 'self': a browser that gives every file an origin of its own would drop the style of a folder opened
# from a disk.
_SAME_SITE = "'self' file:"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the main part of any page: its place, its head and the year in its foot."""

    links: Links
    title: str
    address: str = ""
    description: str = ""
    kind: str = "website"
    language: str = ""
    year: str = ""
    data: Markup | str = ""
    data_path: str = ""
    feed_folder: str = ""
    feed_title: str = ""
    category: str = ""
    is_hidden: bool = False
    is_preview: bool = False
    has_script: bool = False
    has_notes: bool = False


def render(template: str, frame: Frame, site: Site, **values: Any) -> str:
    """The page that a template of the site's theme makes inside a frame."""
    chosen = theme(site.theme)
    return chosen.render(template, _around(frame, site, chosen) | values)


def research_trail(summary: Summary) -> list[tuple[str, str]]:
    """Home / Research / first category / the paper's title, each with its address."""
    first = [(ref.name, f"categories/{ref.slug}/") for ref in summary.categories[:1]]
    here = (heading_of(summary), f"research/{summary.slug}/")
    return [("Home", ""), ("Research", "research/"), *first, here]


def page_html(
    summary: Summary, site: Site, *, root: str = "../../", is_preview: bool = False, is_alone: bool = False
) -> str:
    """The whole page of a summary.

    `root` leads from the page to the site's first folder. A preview carries its style inside; a page that is alone
    has no other pages to link to.
    """
    if is_alone:
        site = replace(site, base_url="")  # nobody knows where such a page will stand
    frame = _research_frame(summary, site, Links(root, is_alone=is_alone), is_preview=is_preview)
    values = _research_values(summary, site)
    frame = replace(frame, has_notes=any(word["use"] for word in values["page"]["glossary"]))
    return render("research.html", frame, site, **values)


def preview_html(summary: Summary, site: Site) -> str:
    """The page as the preview shows it: one piece of HTML whose fonts come from `plainspoken://theme/`.

    A theme that is gone or broken does not stop the writing: the calm one stands in. The export refuses it.
    """
    try:
        return page_html(summary, site, is_preview=True)
    except ExportFault:
        return page_html(summary, replace(site, theme=DEFAULT), is_preview=True)


def _research_values(summary: Summary, site: Site) -> dict[str, Any]:
    return {"page": research_view(summary, site), "trail": research_trail(summary)}


def _research_frame(summary: Summary, site: Site, links: Links, *, is_preview: bool) -> Frame:
    return Frame(
        links=links,
        title=summary.plain_title or heading_of(summary),
        address=f"research/{summary.slug}/",
        description=description(summary.simple_explanation),
        kind="article",
        category=summary.categories[0].slug if summary.categories else "",
        language=summary.language,
        year=newest_year(summary.dates.published, summary.dates.modified),
        data=json_ld(research_data(summary, site, research_trail(summary))),
        data_path="" if links.is_alone else "index.json",
        is_preview=is_preview,
    )


def _around(frame: Frame, site: Site, chosen: Theme) -> dict[str, Any]:
    return {
        "site": site,
        "links": frame.links,
        "language": frame.language or site.language,
        "title": frame.title,
        "description": frame.description,
        "kind": frame.kind,
        "here": frame.address,
        "canonical": f"{site.base_url}{frame.address}" if site.base_url and not frame.is_hidden else "",
        "is_hidden": frame.is_hidden,
        "policy": policy_of(frame),
        "style": Markup(chosen.inline_style()) if frame.is_preview else "",  # the theme's own file
        "json_ld": frame.data,
        "notes_script": "" if frame.is_preview or not frame.has_notes else ESCAPE,
        "data_path": "" if frame.is_preview else frame.data_path,
        "cites": None if frame.links.is_alone else _CITES,
        "feeds": [] if frame.links.is_alone else feeds_of(frame.feed_folder, frame.feed_title or site.name),
        "picture": picture_of(site, frame.category) if site.base_url and not frame.is_hidden else None,
        "catalogue": "" if frame.links.is_alone or frame.is_preview else CATALOGUE_FILE,
        "menu": menu_of(site, frame.links, frame.address),
        "quick_links": QUICK_LINKS,
        "year": frame.year,
        **tongues(frame.language or site.language, site.language),
    }


def policy_of(frame: Frame) -> str:
    """The page's Content Security Policy: no script but our own, nothing from another host.

    The search page has files of ours. What stands inside a page, data for machines and the lines for its notes, is
    named by its hash.
    """
    if frame.is_preview:
        return f"default-src plainspoken:; style-src 'unsafe-inline'; script-src 'none'; {_NOTHING_ELSE}"
    scripts = _SAME_SITE if frame.has_script else "'none'"
    inside = [part for part in (frame.data, ESCAPE if frame.has_notes else "") if part]
    if inside:
        scripts = " ".join(map(_hashed, inside))
    return f"default-src {_SAME_SITE}; script-src {scripts}; {_NOTHING_ELSE}"


def _hashed(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8", "replace")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def menu_of(site: Site, links: Links, here: str) -> list[dict[str, Any]]:
    """The places of the menu with their links; a place that is no page of the site and not on the web is left out."""
    places = []
    for place in site.menu:
        if (address := menu_address(site, place.address)) is not None:
            places.append({"name": place.name, "href": links.page(address), "is_here": address == here})
        elif href := web_href(place.address):
            places.append({"name": place.name, "href": href, "is_here": False})
    return places


def menu_address(site: Site, address: str) -> str | None:
    """The page that an address of the menu leads to now; None for none. A renamed category is found by its old name."""
    if address in MENU_PAGES:
        return address
    match = _CATEGORY_PAGE.fullmatch(address)
    if match is None:
        return None
    by_slug = {category.slug: category for category in site.categories}
    old = next((category for category in site.categories if match[1] in category.slug_history), None)
    category = by_slug.get(match[1], old)
    return f"categories/{category.slug}/" if category and is_safe_slug(category.slug) else None


def menu_choices(site: Site) -> dict[str, str]:
    """Every page that a menu can name, by address, with the words it is offered by."""
    categories = {f"categories/{one.slug}/": one.name for one in site.categories if is_safe_slug(one.slug)}
    return MENU_PAGES | categories


def feeds_of(folder: str, title: str) -> list[dict[str, str]]:
    """The three feeds that stand in a folder of the site (`` or `categories/neurology/`), as a page names them."""
    feeds = (
        ("feed.xml", "application/atom+xml", "Atom"),
        ("rss.xml", "application/rss+xml", "RSS"),
        ("feed.json", "application/feed+json", "JSON Feed"),
    )
    return [{"path": folder + file, "type": kind, "title": title, "name": name} for file, kind, name in feeds]
