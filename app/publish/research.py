"""The files of one summary on the website: its page, its JSON, and its paper for reference managers."""

from __future__ import annotations

from collections.abc import Iterator

from app.model.codec import published_json
from app.model.site import Site
from app.model.stored import StoredSummary, summary_in
from app.model.summary import Summary
from app.publish.citation_files import bibtex, citation_files, ris
from app.publish.entry import entry_of, with_safe_categories
from app.publish.kept import File, Part
from app.publish.page import page_html
from app.text.glossary import Explanations, explained

Source = Summary | StoredSummary


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


def research_paths(summary: Summary) -> tuple[str, ...]:
    """The paths of those files, without making them."""
    cites = (name for names, _papers in citation_files(summary) for name in names)
    return tuple(f"research/{summary.slug}/{name}" for name in ("index.html", "index.json", *cites))


def _citation_files(address: str, summary: Summary) -> Iterator[File]:
    """The paper, and the related research where there is some, for reference managers."""
    for (in_ris, in_bibtex), papers in citation_files(summary):
        yield f"{address}{in_ris}", ris(papers)
        yield f"{address}{in_bibtex}", bibtex(papers)
