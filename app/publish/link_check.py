"""Does every link of the website lead somewhere? Each file is looked at as it passes, and none is kept.

Links of ours (menus, lists, feeds, sitemap) are held against the files of the site: a broken one is our fault and
stops the export. Links that a writer typed are only told of: on a page of ours, everything that names the site by its
whole address is theirs, for our own links there are relative. Addresses elsewhere are not looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from app.errors import ExportFault
from app.publish.kept import Part
from app.publish.page_links import Link, LinkReader, PageLinks
from app.translation import _


@dataclass(frozen=True, slots=True)
class BadLink:
    """A link that leads nowhere (`missing`, `anchor`) or a DOI that cannot be one (`doi`), and the file it is in."""

    page: str
    href: str
    kind: str
    is_ours: bool


class LinkCheck:
    """Shown every file of a site in turn; then it knows which links lead nowhere."""

    def __init__(
        self,
        base_url: str = "",
        stands_beside: Callable[[str], bool] = lambda _path: False,
        forms: tuple[str, ...] = (),
    ) -> None:
        self._stands_beside = stands_beside
        self._reader = LinkReader(base_url, forms)
        self._paths: set[str] = set()
        self._wanted: dict[str, tuple[str, str]] = {}
        self._wanted_places: dict[tuple[str, str], tuple[str, str]] = {}
        self._typed: list[tuple[str, Link]] = []
        """The links that writers typed to places of this site, each with its page."""
        self._places: dict[str, frozenset[bytes]] = {}
        self._shapes: dict[frozenset[bytes], frozenset[bytes]] = {}
        self._bad: list[BadLink] = []

    def see(self, path: str, data: bytes) -> None:
        """Note what a file holds and where its links lead."""
        self.add(self._reader.read(path, data))

    def add(self, found: PageLinks) -> None:
        """Note what was read in a file, here or where it was made."""
        path = found.path
        self._paths.add(path)
        if found.places is not None:
            self._places[path] = self._shapes.setdefault(found.places, found.places)
        for link in found.ours:
            self._wanted.setdefault(link.target, (path, link.href))
            if link.place:
                self._wanted_places.setdefault((link.target, link.place), (path, link.href))
        self._typed += [(path, link) for link in found.typed]
        self._bad += [BadLink(path, *doubtful) for doubtful in found.bad]

    def pass_by(self, part: Part) -> Part:
        """Look at a part of a site. One with a writer's bad link is to be made again next time, so that it is told.

        A part that is kept was looked at when it was made, and leads to nothing that its key does not name.
        """
        self._paths.update(part.places)
        if part.paths:
            return part
        before = len(self._bad) + len(self._typed)
        for found in part.links:
            self.add(found)
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
            if self._lacks(target, place)
        ]
        return [*self._bad, *missing, *anchors, *self._typed_nowhere()]

    def _typed_nowhere(self) -> Iterator[BadLink]:
        for page, link in self._typed:
            if link.target not in self._paths and not self._stands_beside(link.target):
                yield BadLink(page, link.href, "missing", False)
            elif link.place and self._lacks(link.target, link.place):
                yield BadLink(page, link.href, "anchor", False)

    def _lacks(self, target: str, place: str) -> bool:
        return target in self._places and place.encode("utf-8", "replace") not in self._places[target]


def with_links_checked(
    parts: Iterable[Part],
    base_url: str,
    notes: list[BadLink] | None = None,
    stands_beside: Callable[[str], bool] = lambda _path: False,
    forms: tuple[str, ...] = (),
) -> Iterator[Part]:
    """The parts of a site as they come. When all have passed, writers' bad links are put into `notes`.

    `stands_beside` knows files that are not ours in the folder where the site will stand: a writer may link to them.
    `forms` as of LinkReader.
    Raises ExportFault for a link of ours that leads nowhere.
    """
    check = LinkCheck(base_url, stands_beside, forms)
    yield from map(check.pass_by, parts)
    bad = check.bad_links()
    ours = next((link for link in bad if link.is_ours), None)
    if ours:
        raise ExportFault(
            _(
                "In {page}, the link to “{href}” leads nowhere. Nothing was exported. A theme of your "
                "own may have it; otherwise please tell us, for it is our mistake."
            ).format(page=ours.page, href=ours.href),
            code="bad-link",
        )
    if notes is not None:
        notes.extend(bad)
