"""Which words of which summary have a link that leads nowhere, so that the writer can go there and mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from app.model.sections import sections
from app.model.summary import Summary, title_of
from app.publish.link_check import BadLink

_RESEARCH_PAGE = re.compile(r"research/([^/]+)/index\.html")
_LINK = re.compile(r"(?<!\\)\[(?P<words>[^\[\]\n]*)\]\(\s*(?P<href>(?:[^()\s]|\([^()\s]*\))*)[^()\n]*\)")


@dataclass(frozen=True, slots=True)
class NowhereLink:
    """A link that leads nowhere. `kind` as of BadLink.

    `section`, `start` and `end` say where it stands in the summary's Markdown, in code points; `section` is empty and
    the places are None where it is in no text of it (a source, the DOI), and `summary_id` where the page is no
    summary's.
    """

    href: str
    kind: str
    page: str
    summary_id: str = ""
    title: str = ""
    words: str = ""
    section: str = ""
    start: int | None = None
    end: int | None = None


def nowhere_links(bad: Iterable[BadLink], summaries: Iterable[Summary]) -> tuple[NowhereLink, ...]:
    """Each bad link by the summary and the words that have it, as often as it stands there."""
    links = list(bad)
    wanted = {match[1] for link in links if (match := _RESEARCH_PAGE.fullmatch(link.page))}
    by_slug = {summary.slug: summary for summary in summaries if summary.slug in wanted}
    return tuple(found for link in links for found in _named(link, by_slug))


def _named(link: BadLink, by_slug: dict[str, Summary]) -> Iterator[NowhereLink]:
    match = _RESEARCH_PAGE.fullmatch(link.page)
    summary = by_slug.get(match[1]) if match else None
    if summary is None:
        yield NowhereLink(link.href, link.kind, link.page)
        return
    about = (link.href, link.kind, link.page, summary.id, title_of(summary))
    places = [
        NowhereLink(*about, found["words"], section, found.start(), found.end())
        for section, text in sections(summary)
        for found in _LINK.finditer(text)
        if unquote(found["href"]) == unquote(link.href)
    ]
    yield from places or [NowhereLink(*about)]
