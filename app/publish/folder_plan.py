"""The plan for a real folder: what an earlier export left there, read and compared. It only reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.errors import PlainspokenError
from app.model.codec import published_json, summary_from_json
from app.model.site import Site
from app.model.summary import Summary
from app.publish.manifest import MANIFEST, Manifest, digest, manifest_from
from app.publish.page import page_html
from app.publish.plan import PublishPlan, publish_plan

_JSON = {"site": "research/{}/index.json", "json": "{}.json"}


def folder_plan(folder: Path | None, form: str, summaries: Iterable[Summary], site: Site) -> PublishPlan:
    """What an export of this form would change in a folder; without a folder everything is new.

    Raises ExportFault when the folder's manifest is not one of ours. Any thread.
    """
    return known_plan(_Folder(folder) if folder else None, form, summaries, site)


class Known(Protocol):
    """What is known of an earlier export: its manifest, and its files."""

    def manifest(self) -> Manifest: ...
    def read(self, path: str) -> bytes | None: ...


def known_plan(known: Known | None, form: str, summaries: Iterable[Summary], site: Site) -> PublishPlan:
    """The same for any place an export went to."""
    summaries = tuple(summaries)
    earlier = dict(_earlier(known, form, known.manifest(), summaries, site)) if known else {}
    return publish_plan(summaries, earlier, form)


@dataclass(frozen=True, slots=True)
class _Folder:
    folder: Path

    def manifest(self) -> Manifest:
        return manifest_in(self.folder)

    def read(self, path: str) -> bytes | None:
        try:
            return (self.folder / path).read_bytes()
        except OSError:
            return None


def manifest_in(folder: Path) -> Manifest:
    """What an export wrote into a folder. Raises ExportFault when its manifest is not one of ours."""
    path = folder / MANIFEST
    return manifest_from(path.read_bytes(), str(path)) if path.is_file() else Manifest()


def _earlier(
    known: Known, form: str, manifest: Manifest, summaries: tuple[Summary, ...], site: Site
) -> Iterator[tuple[str, Summary]]:
    """Each summary of the folder by its slug. Those whose bytes are the same are not read again."""
    now = {summary.slug: summary for summary in summaries}
    for slug in sorted(manifest.slugs(form)):
        summary = now.get(slug)
        if form not in _JSON:
            yield slug, _of_page(slug, manifest, summary, site)
            continue
        path = _JSON[form].format(slug)
        if summary and digest(published_json(summary)) == manifest.files[path].sha256:
            yield slug, summary
        else:
            yield slug, _read(known.read(path), path, slug)


def _of_page(slug: str, manifest: Manifest, summary: Summary | None, site: Site) -> Summary:
    """A page alone cannot say what changed in it, only that something did."""
    if summary is None:
        return Summary(id="", slug=slug, plain_title=slug)
    page = page_html(summary, site, root="", is_alone=True).encode()
    return summary if digest(page) == manifest.files[f"{slug}.html"].sha256 else Summary(id="", slug=slug)


def _read(data: bytes | None, path: str, slug: str) -> Summary:
    try:
        return summary_from_json(data or b"", path)
    except PlainspokenError:  # gone or written over by its owner: the export mends it
        return Summary(id="", slug=slug, plain_title=slug)
