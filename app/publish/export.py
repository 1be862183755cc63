"""The three forms of an export in one place: which summaries each takes by default, and the files it makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.model.house_style import Term
from app.model.site import Site
from app.model.stored import summary_in
from app.model.summary import Summary
from app.model.vocabulary import PUBLISHED, READY
from app.publish.kept import File, Kept, Part
from app.publish.link_check import BadLink, with_links_checked
from app.publish.links import checked_base_url, forms_of
from app.publish.research import Source
from app.publish.site import Progress, html_files, json_files, site_parts
from app.text.glossary import Explanations, explained

FORMS = ("site", "html", "json")


def statuses_for(form: str) -> tuple[str, ...]:
    """The states that an export takes when nobody names summaries: the site shows only what is published."""
    return (PUBLISHED,) if form == "site" else (READY, PUBLISHED)


def files_of(
    form: str,
    summaries: Iterable[Summary],
    site: Site,
    *,
    progress: Progress | None = None,
    notes: list[BadLink] | None = None,
) -> Iterator[File]:
    """The files of an export, one after the other. Raises as `site_files` does.

    The links of a site are checked on the way: a bad one of ours raises ExportFault, a writer's goes into `notes`.
    """
    for part in parts_of(form, summaries, site, progress=progress, notes=notes):
        yield from part.files


def parts_of(
    form: str,
    sources: Iterable[Source],
    site: Site,
    terms: tuple[Term, ...] = (),
    *,
    kept: Kept | None = None,
    progress: Progress | None = None,
    notes: list[BadLink] | None = None,
) -> Iterator[Part]:
    """The parts of an export for `write_files`, as `files_of`; of a site those that are kept are not made.

    `terms` are the library's words with explanations: a summary is shown with those that stand in it.
    """
    if form == "site":
        parts = site_parts(sources, site, terms=terms, kept=kept, progress=progress)
        beside = kept.stands_beside if kept else lambda _path: False
        yield from with_links_checked(parts, checked_base_url(site.base_url), notes, beside, forms_of(site))
        return
    words = Explanations(terms)
    summaries = (explained(summary_in(source), words) for source in sources)
    files = (html_files if form == "html" else json_files)(summaries, site, progress=progress)
    yield from (Part(path, "", ((path, content),)) for path, content in files)


def page_path(form: str, slug: str) -> str:
    """Where the summary stands in an export."""
    return {"site": f"research/{slug}/index.html", "html": f"{slug}.html", "json": f"{slug}.json"}[form]
