"""Makes the parts that pages are: of a summary its page and the files beside it, of a list its page alone."""

from __future__ import annotations

from app.model.house_style import Term
from app.model.site import Site
from app.publish.kept import Part, Staged
from app.publish.links import forms_of
from app.publish.lists import Listed
from app.publish.manifest import digest
from app.publish.page_links import LinkReader
from app.publish.research import Source, research_part
from app.publish.staging import Stage
from app.text.glossary import Explanations

Wanted = Source | Listed


class PartMaker:
    """Makes parts; where there is a `stage`, it puts their files there and reads their links at once."""

    def __init__(self, site: Site, terms: tuple[Term, ...], stage: Stage | None = None) -> None:
        self._site, self._glossary, self._stage = site, Explanations(terms), stage
        self._reader = LinkReader(site.base_url, forms_of(site))

    def made(self, name: str, key: str, wanted: Wanted) -> Part:
        """The part that is made of a summary or of a list."""
        if isinstance(wanted, Listed):
            html = wanted.html(self._site).encode("utf-8", "replace")
            return self._staged(Part(name, key, ((f"{wanted.address}index.html", html),)))
        return self._staged(research_part(name, key, wanted, self._site, self._glossary))

    def _staged(self, part: Part) -> Part:
        if self._stage is None:
            return part
        links = (self._reader.read(path, data) for path, data in part.files)
        staged = tuple(Staged(digest(data), self._stage.put(path, data)) for path, data in part.files)
        return Part(part.name, part.key, (), part.entry, (), staged, tuple(found for found in links if any(found[1:])))
