"""The three forms of an export in one place: which summaries each takes by default, and the files it makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.model.site import Site
from app.model.summary import Summary
from app.model.vocabulary import PUBLISHED, READY
from app.publish.kept import File
from app.publish.link_check import BadLink, with_links_checked
from app.publish.links import checked_base_url
from app.publish.site import Progress, html_files, json_files, site_files

FORMS = ("site", "html", "json")
_FILES = {"site": site_files, "html": html_files, "json": json_files}


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
) -> Iterator[tuple[str, bytes]]:
    """The files of an export, one after the other. Raises as `site_files` does.

    The links of a site are checked on the way: a bad one of ours raises ExportFault, a writer's goes into `notes`.
    """
    files: Iterator[File] = _FILES[form](summaries, site, progress=progress)
    return with_links_checked(files, checked_base_url(site.base_url), notes) if form == "site" else files


def page_path(form: str, slug: str) -> str:
    """Where the summary stands in an export."""
    return {"site": f"research/{slug}/index.html", "html": f"{slug}.html", "json": f"{slug}.json"}[form]
