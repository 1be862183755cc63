"""What goes out in an export: the summaries of the library as they are stored, read by the job, and what is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

from app.errors import Cancelled
from app.hosting.target import Sent
from app.model.listing import Address
from app.model.place import PublishedPage
from app.model.site import Site
from app.model.stored import StoredSummary
from app.model.summary import Summary
from app.publish.nowhere import NowhereLink
from app.text.glossary import Explanations
from app.work.jobs import Token

T = TypeVar("T")


class Unread(Protocol):
    """The library, as far as it hands summaries out unread."""

    def addresses(self, *statuses: str) -> list[Address]: ...
    def stored(self, ids: Iterable[str]) -> Iterator[StoredSummary]: ...


class Shelf(NamedTuple):
    """What an export is made of. `updated` is the library's time of change by id, newest edited first."""

    stored: tuple[StoredSummary, ...]
    updated: dict[str, str]
    site: Site
    glossary: Explanations

    def read(self, token: Token) -> Iterator[Summary]:
        """The summaries, newest edited first. Raises Cancelled."""
        places = {summary_id: place for place, summary_id in enumerate(self.updated)}
        read = []
        for each in self.stored:
            if token.is_cancelled():
                raise Cancelled
            read.append(each.summary())
        return iter(sorted(read, key=lambda summary: places.get(summary.id, 0)))


def shelf_of(library: Unread, statuses: Iterable[str], site: Site, glossary: Explanations) -> Shelf:
    """What the library holds, of some states or (none named) of all."""
    updated = {address.id: address.updated for address in library.addresses(*statuses)}
    return Shelf(tuple(library.stored(updated)), updated, site, glossary)


@dataclass(frozen=True, slots=True)
class Out:
    """What has gone out."""

    sent: Sent
    nowhere: tuple[NowhereLink, ...]
    pages: dict[str, PublishedPage]


def counted(summaries: Sequence[T], progress: Callable[[int, int], None]) -> Iterator[T]:
    """Each summary, with word of how far it is."""
    for done, summary in enumerate(summaries):
        progress(done, len(summaries))
        yield summary
    progress(len(summaries), len(summaries))
