"""The files of one summary on the website: its page, its JSON, and its paper for reference managers."""

from __future__ import annotations

from collections.abc import Iterator

from app.model.codec import published_json
from app.model.house_style import Term
from app.model.site import Site
from app.model.stored import StoredSummary, summary_in
from app.model.summary import Summary
from app.publish.citation_files import PAPER_FILES, RELATED_FILES, bibtex, ris
from app.publish.entry import entry_of, with_safe_categories
from app.publish.kept import File, Part, Staged
from app.publish.manifest import digest
from app.publish.page import page_html
from app.publish.page_links import LinkReader
from app.publish.staging import Stage
from app.text.glossary import Explanations, explained

Source = Summary | StoredSummary


class PartMaker:
    """Makes research pages; where there is a `stage`, it puts their files there and reads their links at once."""

    def __init__(self, site: Site, terms: tuple[Term, ...], stage: Stage | None = None) -> None:
        self._site, self._glossary, self._stage = site, Explanations(terms), stage
        self._reader = LinkReader(site.base_url)

    def made(self, name: str, key: str, source: Source) -> Part:
        """The part of a summary."""
        part = research_part(name, key, source, self._site, self._glossary)
        if self._stage is None:
            return part
        links = (self._reader.read(path, data) for path, data in part.files)
        staged = tuple(Staged(digest(data), self._stage.put(path, data)) for path, data in part.files)
        return Part(name, key, (), part.entry, (), staged, tuple(found for found in links if any(found[1:])))


def research_part(name: str, key: str, source: Source, site: Site, glossary: Explanations) -> Part:
    """Everything that is made of one summary and nothing else."""
    summary = explained(summary_in(source), glossary)
    shown = with_safe_categories(summary)
    entry = entry_of(shown)
    files = (
        (f"{entry.address}index.html", page_html(shown, site).encode("utf-8", "replace")),
        (f"{entry.address}index.json", published_json(summary)),
        *_citation_files(entry.address, summary),
    )
    return Part(name, key, files, entry)


def _citation_files(address: str, summary: Summary) -> Iterator[File]:
    """The paper, and the related research where there is some, for reference managers."""
    for papers, (in_ris, in_bibtex) in (((summary.paper,), PAPER_FILES), (summary.related_research, RELATED_FILES)):
        if papers:
            yield f"{address}{in_ris}", ris(papers)
            yield f"{address}{in_bibtex}", bibtex(papers)
