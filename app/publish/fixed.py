"""The pages that are there on every site: about, contact, disclaimer, subscribe, not found, moved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from app.model.site import Site
from app.publish.excerpt import description, safe_html
from app.publish.links import links_from, rooted_links, target_href
from app.publish.lists import Listed
from app.publish.page import Frame, render

_HEADING = re.compile("<(/?)h([34])>")
_ABOUT = (
    "Here you find research papers explained in plain words. Each page says what was done, what was found, "
    "and how sure we can be. Each page links to the paper, so that you can read it yourself."
)
_CONTACT = "Have you found a mistake, or do you have a question? Please tell us."
_NO_CONTACT = "There is no address for messages on this site yet."
_DISCLAIMER = (
    "These summaries are for information only. They are not medical advice. "
    "Please talk to your care team before you make decisions about treatment."
)
_SUBSCRIBE = "New summaries appear in our feeds. Any feed reader can follow them."


def fixed_pages(site: Site, year: str, *, is_preview: bool = False) -> Iterator[Listed]:
    """About, contact, disclaimer and subscribe, with the site's own text or a plain one of ours."""
    contact = target_href(site.contact_target)
    contact_text = site.contact or (_CONTACT if contact else _NO_CONTACT)
    subscribe = target_href(site.subscribe_target, "Please send me new summaries")
    subscribe_text = site.subscribe or _SUBSCRIBE
    more: dict[str, Any] = {"site": site, "year": year, "is_preview": is_preview}
    yield _text_page("about/", "About", site.about or _ABOUT, **more)
    yield _text_page("contact/", "Contact", contact_text, action=(contact, "Write to us"), **more)
    yield _text_page("disclaimer/", "Disclaimer", site.disclaimer or _DISCLAIMER, **more)
    yield _text_page(
        "subscribe/", "Subscribe", subscribe_text, action=(subscribe, "Subscribe"), lists_feeds=True, **more
    )


def not_found_page(site: Site, year: str) -> str:
    """What a host shows, at any depth, for an address that leads nowhere."""
    links = rooted_links(site.base_url)
    frame = Frame(links, "This page is not here", language=site.language, year=year, is_hidden=True)
    return render("not_found.html", frame, site)


def moved_page(old: str, new: str, name: str, site: Site) -> str:
    """The page left behind at an old address: it leads on at once, and by a link."""
    frame = Frame(links_from(old), name, new, language=site.language)
    return render("moved.html", frame, site, address=new, name=name)


def _under_the_h1(text: Markup) -> Markup:
    """The text with its headings raised: in a summary they stand under a section's, here under that of the page."""
    up = min((int(level) for _slash, level in _HEADING.findall(text)), default=2) - 2
    raised = _HEADING.sub(lambda tag: f"<{tag[1]}h{int(tag[2]) - up}>", text)
    return Markup(raised)  # safe before, and no less so now


def _text_page(
    address: str,
    heading: str,
    text: str,
    *,
    site: Site,
    year: str,
    is_preview: bool,
    action: tuple[str, str] = ("", ""),
    lists_feeds: bool = False,
) -> Listed:
    links, about = links_from(address), description(text)
    frame = Frame(links, heading, address, about, language=site.language, year=year, is_preview=is_preview)
    href, label = action
    values = {
        "heading": heading,
        "text": _under_the_h1(safe_html(text)),
        "action": {"href": href, "text": label} if href else None,
        "lists_feeds": lists_feeds,
        "trail": [("Home", ""), (heading, address)],
    }
    return Listed("text.html", frame, values)
