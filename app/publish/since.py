"""What differs from the website as it last went out, by what the library knows: nothing is asked or read elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields

import msgspec

from app.model.house_style import Term
from app.model.listing import Address
from app.model.place import LastPublish, PublishedPage
from app.model.site import Site
from app.model.summary import Summary
from app.publish.kept import key_of
from app.publish.plan import UNSEEN

MOST_READ = 200
"""Of so many summaries that were saved since, it is looked whether a reader would see a change; the rest count."""


@dataclass(frozen=True, slots=True)
class Since:
    """Pages that are new, changed and to be taken away, and whether site settings or glossary have changed."""

    new: int = 0
    changed: int = 0
    removed: int = 0
    is_around_changed: bool = False


def reader_key(summary: Summary) -> str:
    """Equal for summaries of which a reader sees the same."""
    seen = [getattr(summary, field.name) for field in fields(Summary) if field.name not in UNSEEN]
    return hashlib.sha256(msgspec.json.encode(seen, enc_hook=str)).hexdigest()


def around_key(site: Site, terms: Iterable[Term]) -> str:
    """Equal for the same site settings and glossary, which every page may show."""
    return key_of(site, tuple(terms))


def pages_of(summaries: Iterable[Summary], updated: Mapping[str, str]) -> dict[str, PublishedPage]:
    """What is remembered of the pages that go out; `updated` is the library's time of change by id."""
    return {s.id: PublishedPage(s.slug, updated.get(s.id, ""), reader_key(s)) for s in summaries}


def since_publish(
    last: LastPublish, addresses: Iterable[Address], load: Callable[[list[str]], Iterable[Summary]], around: str
) -> Since:
    """What has changed since the last publish.

    `addresses` are those of the summaries that belong on the website now. Only those that the library has saved since
    are loaded, and one that is back at its old text does not count; of very many, it may.
    """
    now = {address.id: address for address in addresses}
    stay = [(now[id], page) for id, page in last.pages.items() if id in now]
    saved = [row.id for row, page in stay if row.updated != page.updated]
    read = load(saved[:MOST_READ]) if saved else ()
    changed = sum(reader_key(summary) != last.pages[summary.id].sha256 for summary in read) + len(saved[MOST_READ:])
    changed += sum(row.slug != page.slug for row, page in stay if row.updated == page.updated)
    new = sum(id not in last.pages for id in now)
    removed = sum(id not in now for id in last.pages)
    return Since(new, changed, removed, last.around != around)
