"""The links and the named places of an HTML page, found in its bytes without making a tree of them.

The pages are ours: their values are escaped, so no value of an attribute holds a `>`.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from app.publish.catalogue import CATALOGUE_FILE

_TAG = re.compile(rb"<(?:a|link|script|img|source)\s[^>]*")
_HREF = re.compile(rb"\s(?:href|src)=(?:\"([^\"]*)|'([^']*))")
_REFRESH = re.compile(rb'<meta http-equiv="refresh" content="0; url=([^"]*)"')

_XML = re.compile(rb'(?:<(?:loc|link)>([^<]*)<|<(?:link|atom:link)\b[^>]*?\shref="([^"]*)")')
_JSON = re.compile(rb'"(?:url|json|feed_url|home_page_url|summary_schema)": ?"([^"]*)"')
_OUR_ANCHOR = re.compile(r"main|(?:word|use|note)-\d+")
"""Places that only we name. A section that a page lacks may be what a writer typed: that is told, and stops nothing."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_PLAIN = re.compile(r"(?:[A-Za-z0-9_-]+/)*(?:[A-Za-z0-9_-]+\.[a-z]+)?")
"""An address in the site that means what it says, as most of ten thousand do."""
_DOI_HOST = "https://doi.org/"
_DOI = re.compile(r"10\.\d{4,9}/\S+")


class Link(NamedTuple):
    """A link to a file of the site, perhaps to a place in it, as it is written."""

    target: str
    place: str
    href: str


class Doubtful(NamedTuple):
    """A link that its own file shows to be bad, as `BadLink` says it."""

    href: str
    kind: str
    is_ours: bool


class PageLinks(NamedTuple):
    """What the check has to know of a file: where it leads, what a writer typed in it, what is bad, its places."""

    path: str
    ours: tuple[Link, ...] = ()
    typed: tuple[Link, ...] = ()
    bad: tuple[Doubtful, ...] = ()
    places: frozenset[bytes] | None = None


class LinkReader:
    """Reads the links of one file after the other. A link that leads to the same from many pages is told once."""

    def __init__(self, base_url: str = "", forms: tuple[str, ...] = ()) -> None:
        """`forms` are addresses at which the host answers readers: links to these lead to no file of the site."""
        self._base_url = base_url
        self._forms = (frozenset(forms), tuple(form + sign for form in forms for sign in "?&"))
        self._root = urlsplit(base_url).path or "/"
        self._seen_from: dict[int, set[bytes]] = {}
        self._shapes: dict[frozenset[bytes], frozenset[bytes]] = {}

    def read(self, path: str, data: bytes) -> PageLinks:
        """What a file holds and where its links lead."""
        if path.endswith(".html"):
            return self._page(path, data)
        if path.endswith(".xml"):
            return self._read(path, (one or other for one, other in _XML.findall(data)))
        if path.endswith("feed.json") or path == CATALOGUE_FILE:
            return self._read(path, _JSON.findall(data))
        return PageLinks(path)

    def _page(self, path: str, data: bytes) -> PageLinks:
        ids = places_in(data)
        ids = self._shapes.setdefault(ids, ids)  # pages of one shape share their names
        depth = path.count("/")
        seen = self._seen_from.setdefault(depth, set())
        found = links_in(data) - seen
        up = b"../" * depth
        seen.update(href for href in found if depth and href.startswith(up))  # from here they always lead to the same
        read = self._read(path, sorted(href for href in found if not href.startswith(b"#")))
        here = (html.unescape(raw.decode("utf-8", "replace")) for raw in sorted(found) if raw.startswith(b"#"))
        bad = [
            Doubtful(href, "anchor", bool(_OUR_ANCHOR.fullmatch(href[1:])))
            for href in here
            if href not in ("#", "#top") and href[1:].encode("utf-8", "replace") not in ids
        ]
        return read._replace(bad=(*read.bad, *bad), places=ids)

    def _read(self, path: str, hrefs: Iterable[bytes]) -> PageLinks:
        ours: list[Link] = []
        typed: list[Link] = []
        bad: list[Doubtful] = []
        is_page = path.endswith(".html")
        for raw in hrefs:
            href = raw.decode("utf-8", "replace")
            if "&" in href:
                href = html.unescape(href)
            if href.startswith(_DOI_HOST):
                if not is_doi_link(href):
                    bad.append(Doubtful(href, "doi", False))
            elif (target := self._target(path, href)) is not None:
                is_typed = is_page and target != path and _ELSEWHERE.match(href)
                if is_typed and (href in self._forms[0] or href.startswith(self._forms[1])):
                    continue
                place = unquote(href.partition("#")[2]) if "#" in href else ""
                (typed if is_typed else ours).append(Link(target, place, href))
        return PageLinks(path, tuple(ours), tuple(typed), tuple(bad))

    def _target(self, path: str, href: str) -> str | None:
        """The file of this site that a link leads to; None for addresses elsewhere and for no address."""
        if not href:
            return None
        root = self._root
        if self._base_url and href.startswith(self._base_url):
            place = href.removeprefix(self._base_url)
            if _PLAIN.fullmatch(place):
                return f"{place}index.html" if not place or place[-1] == "/" else place
        elif "/" not in path and _PLAIN.fullmatch(href):
            return f"{href}index.html" if href[-1] == "/" else href
        elif _ELSEWHERE.match(href):
            return None
        elif href.startswith(root):
            place = href.removeprefix(root)
        else:
            place = posixpath.join(posixpath.dirname(path), href)
        place = unquote(place.partition("#")[0].partition("?")[0])
        is_folder = not place or place.endswith("/")
        place = posixpath.normpath(place) if place else ""
        return posixpath.join("" if place == "." else place, "index.html") if is_folder else place


def is_doi_link(href: str) -> bool:
    """Whether an address at the DOI resolver has a DOI that can be one."""
    return href.startswith(_DOI_HOST) and _DOI.fullmatch(unquote(href.removeprefix(_DOI_HOST))) is not None


def links_in(page: bytes) -> set[bytes]:
    """Where the page's links, scripts, styles and pictures lead, as it is written there."""
    found = {one or other for one, other in _HREF.findall(b">".join(_TAG.findall(page)))}
    if b'<meta http-equiv="refresh"' in page:
        found.update(_REFRESH.findall(page))
    return found


def places_in(page: bytes) -> frozenset[bytes]:
    """The names of the page's places, that a link can lead to."""
    return frozenset(name for quote in (b'"', b"'") for name in _ids(page, quote))


def _ids(page: bytes, quote: bytes) -> Iterator[bytes]:
    """The values of `id` in one kind of quotes. Words of a text that look like one stand in no open tag."""
    before, *pieces = page.split(b" id=" + quote)
    for piece in pieces:
        if before.rfind(b"<") > before.rfind(b">"):
            yield piece[: piece.find(quote)]
        before = piece
