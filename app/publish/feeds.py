"""The newest summaries as Atom, RSS and JSON Feed. Links are relative while the site has no address."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from typing import Any

from app.model.codec import json_bytes
from app.model.site import Site
from app.publish.entry import Entry
from app.publish.xml import Element, document

NEWEST = 50
_NEVER = "1970-01-01T00:00:00Z"


def feed_files(entries: Sequence[Entry], site: Site, folder: str = "", name: str = "") -> Iterator[tuple[str, bytes]]:
    """The three feeds of a folder: the whole site's (``) or a category's (`categories/neurology/`)."""
    feed = _Feed(entries[:NEWEST], site, folder, name or site.name)
    yield f"{folder}feed.xml", feed.atom()
    yield f"{folder}rss.xml", feed.rss()
    yield f"{folder}feed.json", feed.json()


def feed_made_from(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Which entries the feeds of these depend on."""
    return tuple(entries[:NEWEST])


class _Feed:
    """One set of entries under one name, in three forms."""

    def __init__(self, entries: Sequence[Entry], site: Site, folder: str, name: str) -> None:
        self.entries, self.site, self.folder, self.name = entries, site, folder, name
        self.updated = max((entry.modified for entry in entries), default="") or _NEVER

    def atom(self) -> bytes:
        """Atom (RFC 4287)."""
        feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": self.site.language})
        feed.add("title", self.name)
        feed.add("subtitle", self.site.tagline)
        feed.add("id", self._id())
        feed.add("updated", self.updated)
        feed.add("link", rel="alternate", type="text/html", href=self._place(self.folder))
        feed.add("link", rel="self", type="application/atom+xml", href=self._file("feed.xml"))
        feed.add("author").add("name", self.site.name)
        for entry in self.entries:
            row = feed.add("entry", **self._tongue(entry))
            row.add("title", entry.title)
            row.add("id", f"urn:uuid:{entry.id}")
            row.add("link", rel="alternate", type="text/html", href=self._place(entry.address))
            if entry.published:
                row.add("published", entry.published)
            row.add("updated", entry.modified or entry.listed or _NEVER)
            for category in entry.categories:
                row.add("category", term=category.slug, label=category.name)
            row.add("summary", entry.paragraph)
        return document(feed)

    def rss(self) -> bytes:
        """RSS 2.0."""
        rss = Element("rss", {"version": "2.0", "xmlns:atom": "http://www.w3.org/2005/Atom"})
        channel = rss.add("channel")
        channel.add("title", self.name)
        channel.add("link", self._place(self.folder))
        channel.add("description", self.site.tagline)
        channel.add("language", self.site.language)
        channel.add("lastBuildDate", _rfc822(self.updated))
        channel.add("atom:link", rel="self", type="application/rss+xml", href=self._file("rss.xml"))
        for entry in self.entries:
            row = channel.add("item")
            row.add("title", entry.title)
            row.add("link", self._place(entry.address))
            row.add("description", escape(entry.paragraph, quote=False))  # readers take it for HTML
            for category in entry.categories:
                row.add("category", category.name)
            row.add("guid", f"urn:uuid:{entry.id}", isPermaLink="false")
            if date := _rfc822(entry.listed):
                row.add("pubDate", date)
        return document(rss)

    def json(self) -> bytes:
        """JSON Feed 1.1."""
        feed = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.name,
            "home_page_url": self._place(self.folder),
            "feed_url": self._file("feed.json"),
            "description": self.site.tagline,
            "language": self.site.language,
            "authors": [{"name": self.site.name}],
            "items": [self._item(entry) for entry in self.entries],
        }
        return json_bytes(feed)

    def _item(self, entry: Entry) -> dict[str, Any]:
        row = {
            "id": f"urn:uuid:{entry.id}",
            "url": self._place(entry.address),
            "title": entry.title,
            "content_text": entry.paragraph,
            "summary": entry.sentence,
            "date_published": entry.published,
            "date_modified": entry.modified,
            "language": entry.language if entry.language != self.site.language else "",
            "tags": [category.name for category in entry.categories],
        }
        return {key: value for key, value in row.items() if value or key == "content_text"}

    def _tongue(self, entry: Entry) -> dict[str, str]:
        """The language of an entry, where it is not the feed's."""
        return {"xml:lang": entry.language} if entry.language not in ("", self.site.language) else {}

    def _id(self) -> str:
        return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, (self.site.base_url or self.site.name) + self.folder)}"

    def _file(self, name: str) -> str:
        return f"{self.site.base_url}{self.folder}{name}" if self.site.base_url else name

    def _place(self, address: str) -> str:
        if self.site.base_url:
            return self.site.base_url + address
        return "../" * self.folder.count("/") + address + "index.html"


def _rfc822(moment: str) -> str:
    try:
        return format_datetime(datetime.fromisoformat(moment).astimezone(UTC), usegmt=True)
    except ValueError:
        return ""
