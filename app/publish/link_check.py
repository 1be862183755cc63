"""Does every link of the website lead somewhere? Each file is looked at as it passes, and none is kept.

Links of ours (menus, lists, feeds, sitemap) are held against the files of the site: a broken one is our fault and
stops the export. Links that a writer typed are only told of: on a page of ours, everything that names the site by its
whole address is theirs, for our own links there are relative. Addresses elsewhere are not looked up.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urlsplit

from app.errors import ExportFault
from app.publish.catalogue import CATALOGUE_FILE
from app.publish.kept import Part
from app.publish.page_links import links_in, places_in

_XML = re.compile(rb'(?:<(?:loc|link)>([^<]*)<|<(?:link|atom:link)\b[^>]*?\shref="([^"]*)")')
_JSON = re.compile(rb'"(?:url|json|feed_url|home_page_url|summary_schema)": ?"([^"]*)"')
_OUR_ANCHOR = re.compile(
    r"main|(?:word|use|note)-\d+|simple-explanation|key-findings|research-summary|practical-implications|"
    r"study-limitations|words-explained|where-this-comes-from|the-original-paper|sources|related-research|corrections"
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_DOI_HOST = "https://doi.org/"
_DOI = re.compile(r"10\.\d{4,9}/\S+")


@dataclass(frozen=True, slots=True)
class BadLink:
    """A link that leads nowhere (`missing`, `anchor`) or a DOI that cannot be one (`doi`), and the file it is in."""

    page: str
    href: str
    kind: str
    is_ours: bool


@dataclass(slots=True)
class LinkCheck:
    """Shown every file of a site in turn; then it knows which links lead nowhere."""

    base_url: str = ""
    _paths: set[str] = field(default_factory=set)
    _wanted: dict[str, tuple[str, str]] = field(default_factory=dict)
    _wanted_places: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    _typed: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    """Page and address of the links that writers typed to places of this site, with the file and the place in it."""
    _places: dict[str, frozenset[bytes]] = field(default_factory=dict)
    _shapes: dict[frozenset[bytes], frozenset[bytes]] = field(default_factory=dict)
    _seen_from: dict[int, set[bytes]] = field(default_factory=dict)
    _bad: list[BadLink] = field(default_factory=list)

    def see(self, path: str, data: bytes) -> None:
        """Note what a file holds and where its links lead."""
        self._paths.add(path)
        if path.endswith(".html"):
            self._see_page(path, data)
        elif path.endswith(".xml"):
            self._see_links(path, (one or other for one, other in _XML.findall(data)))
        elif path.endswith("feed.json") or path == CATALOGUE_FILE:
            self._see_links(path, _JSON.findall(data))

    def pass_by(self, part: Part) -> Part:
        """Look at a part of a site. One with a writer's bad link is to be made again next time, so that it is told.

        A part that is kept was looked at when it was made, and leads to nothing that its key does not name.
        """
        self._paths.update(part.paths)
        before = len(self._bad) + len(self._typed)
        for path, data in part.files:
            self.see(path, data)
        return part if len(self._bad) + len(self._typed) == before else replace(part, key="")

    def bad_links(self) -> list[BadLink]:
        """What leads nowhere, now that every file has been seen."""
        missing = [
            BadLink(page, href, "missing", True)
            for target, (page, href) in self._wanted.items()
            if target not in self._paths
        ]
        anchors = [
            BadLink(page, href, "anchor", True)
            for (target, place), (page, href) in self._wanted_places.items()
            if target in self._places and place.encode() not in self._places[target]
        ]
        return [*self._bad, *missing, *anchors, *self._typed_nowhere()]

    def _typed_nowhere(self) -> Iterator[BadLink]:
        for (page, href), (target, place) in self._typed.items():
            if target not in self._paths:
                yield BadLink(page, href, "missing", False)
            elif place and target in self._places and place.encode() not in self._places[target]:
                yield BadLink(page, href, "anchor", False)

    def _see_page(self, path: str, data: bytes) -> None:
        ids = places_in(data)
        self._places[path] = ids = self._shapes.setdefault(ids, ids)  # pages of one shape share their names
        found = links_in(data)
        depth = path.count("/")
        seen = self._seen_from.setdefault(depth, set())
        found -= seen
        up = b"../" * depth
        seen.update(href for href in found if depth and href.startswith(up))  # from here they always lead to the same
        here = [href for href in found if href.startswith(b"#")]
        self._see_links(path, (href for href in found if not href.startswith(b"#")))
        for raw in here:
            if len(raw) > 1 and raw != b"#top" and html.unescape(raw.decode())[1:].encode() not in ids:
                href = html.unescape(raw.decode())
                self._bad.append(BadLink(path, href, "anchor", bool(_OUR_ANCHOR.fullmatch(href[1:]))))

    def _see_links(self, path: str, hrefs: Iterable[bytes]) -> None:
        for raw in hrefs:
            href = html.unescape(raw.decode("utf-8", "replace"))
            if href.startswith(_DOI_HOST):
                if not _DOI.fullmatch(unquote(href.removeprefix(_DOI_HOST))):
                    self._bad.append(BadLink(path, href, "doi", False))
            elif (target := self._target(path, href)) is not None:
                place = unquote(href.partition("#")[2])
                if path.endswith(".html") and target != path and _ELSEWHERE.match(href):
                    self._typed[path, href] = target, place
                    continue
                self._wanted.setdefault(target, (path, href))
                if place:
                    self._wanted_places.setdefault((target, place), (path, href))

    def _target(self, path: str, href: str) -> str | None:
        """The file of this site that a link leads to; None for addresses elsewhere and for no address."""
        if not href:
            return None
        root = urlsplit(self.base_url).path or "/"
        if self.base_url and href.startswith(self.base_url):
            place = href.removeprefix(self.base_url)
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


def with_links_checked(parts: Iterable[Part], base_url: str, notes: list[BadLink] | None = None) -> Iterator[Part]:
    """The parts of a site as they come. When all have passed, writers' bad links are put into `notes`.

    Raises ExportFault for a link of ours that leads nowhere.
    """
    check = LinkCheck(base_url)
    yield from map(check.pass_by, parts)
    bad = check.bad_links()
    ours = next((link for link in bad if link.is_ours), None)
    if ours:
        raise ExportFault(
            f"In {ours.page}, the link to “{ours.href}” leads nowhere. Nothing was exported. "
            "A theme of your own may have it; otherwise please tell us, for it is our mistake.",
            code="bad-link",
        )
    if notes is not None:
        notes.extend(bad)
