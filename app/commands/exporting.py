"""`export`: the website, single pages or JSON, written into a folder that is complete afterwards or untouched."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.commands.opened import library_for_reading
from app.commands.parser import add_json_option, add_library_option, print_json
from app.errors import BadInput
from app.hosting.target import Watch
from app.hosting.zip_file import ZipTarget
from app.model.site import Site
from app.model.stored import StoredSummary
from app.publish.export import FORMS, page_path, parts_of, statuses_for
from app.publish.kept import Kept, Part
from app.publish.link_check import BadLink
from app.publish.links import checked_base_url
from app.publish.write import ExportReport, would_write, write_files
from db.library import Library

_EXCHANGE = "exchange"


def add_parser(subparsers: Any) -> None:
    """Add `export`."""
    parser = subparsers.add_parser(
        "export",
        help="write the website, single pages or JSON",
        description="Write the website, single pages or JSON into a folder, or a zip file where --to ends in .zip. "
        "Other files in the folder stay as they are.",
    )
    add_library_option(parser)
    parser.add_argument(
        "--to", metavar="DIR", type=Path, required=True, help="the folder, or FILE.zip; it is made when missing"
    )
    parser.add_argument(
        "--format",
        choices=(*FORMS, _EXCHANGE),
        default="site",
        help="what to write (site, unless given); exchange: one file for another writer’s library",
    )
    parser.add_argument(
        "--only", metavar="SLUG", nargs="+", action="extend", help="just these summaries, whatever their state"
    )
    parser.add_argument("--replace", action="store_true", help="with --only: remove other summaries from the folder")
    parser.add_argument(
        "--dry-run", action="store_true", help="write nothing; say what would change, and which links lead nowhere"
    )
    parser.add_argument("--base-url", metavar="URL", help="the address where the site will stand")
    add_json_option(parser)
    parser.set_defaults(run=_export)


def _export(args: argparse.Namespace) -> int:
    if args.format == _EXCHANGE:
        if args.dry_run:
            raise BadInput("--dry-run is for site, html and json. A file for another writer is one file, and new.")
        return _send(args)
    gc.set_threshold(100_000, 50, 100)  # an export makes few circles and much that stays
    pages: list[str] = []
    notes: list[BadLink] = []
    with library_for_reading(args) as library:
        site = _site(library, args.base_url)
        wanted = _wanted(library, args.format, args.only)
        terms = tuple(library.style().glossary)
        stored = _noted(library.stored(wanted), pages)

        def parts(kept: Kept | None) -> Iterator[Part]:
            return parts_of(args.format, stored, site, terms, kept=kept, progress=_progress(), notes=notes)

        report = _written(args, parts, None if args.only is None else set(wanted.values()))
    if args.json:
        more = {"bad_links": [_bad_link(link) for link in notes]} | ({"dry_run": True} if args.dry_run else {})
        print_json(_report_json(report, args.format, pages) | more)
    else:
        would = "would be " if args.dry_run else ""
        print(
            f"{report.to}: {report.written} {would}written, {report.unchanged} unchanged, "
            f"{report.removed} {would}removed."
        )
        if args.format == "site" and not site.base_url:
            print("The site has no address yet, so feeds and sitemap hold relative links. Add --base-url URL.")
    for link in notes:
        what = "is not a well-formed DOI" if link.kind == "doi" else "leads nowhere"
        print(f"{link.page}: “{link.href}” {what}.", file=sys.stderr)
    return 0


def _send(args: argparse.Namespace) -> int:
    """One file with the named summaries, else all, for another writer."""
    from app.commands.sending import library_to_send_from, send  # knows the settings' work, which costs 50 ms

    with library_to_send_from(args) as library:
        wanted = _wanted(library, _EXCHANGE, args.only)
        send(library, wanted, args.to)
    if args.json:
        print_json(_report_json(ExportReport(args.to, 1, 0, 0), _EXCHANGE, list(wanted.values())))
    else:
        print(f"{args.to}: {len(wanted)} {'summary' if len(wanted) == 1 else 'summaries'} for another writer.")
    return 0


def _written(
    args: argparse.Namespace, parts: Callable[[Kept | None], Iterator[Part]], only: set[str] | None
) -> ExportReport:
    """Into a folder, or into a zip file where the name says so and no folder has it."""
    if args.to.suffix.lower() != ".zip" or args.to.is_dir():
        write = would_write if args.dry_run else write_files
        return write(args.to, parts, form=args.format, only=only, may_replace=args.replace)
    files = (file for part in parts(None) for file in part.files)
    target = ZipTarget(args.to.resolve(), only, args.replace)
    sent = target.would_send(files, args.format) if args.dry_run else target.send(files, args.format, Watch())
    return ExportReport(Path(sent.to), sent.written, sent.unchanged, sent.removed)


def _site(library: Library, base_url: str | None) -> Site:
    site = library.site()
    return site if base_url is None else replace(site, base_url=checked_base_url(base_url))


def _wanted(library: Library, form: str, only: list[str] | None) -> dict[str, str]:
    """Id and slug of the named summaries, else of all whose state the form takes. Raises BadInput for others."""
    if only is None:
        statuses = () if form == _EXCHANGE else statuses_for(form)
        return {row.id: row.slug for row in library.addresses(*statuses)}
    rows = {row.slug.lower(): row for row in library.addresses()}
    missing = [slug for slug in only if slug.lower() not in rows]
    if missing:
        raise BadInput(f"There is no summary “{missing[0]}” in this library. See “list” for the names.")
    return {rows[slug.lower()].id: rows[slug.lower()].slug for slug in only}


def _noted(summaries: Iterable[StoredSummary], slugs: list[str]) -> Iterator[StoredSummary]:
    for summary in summaries:
        slugs.append(summary.slug)
        yield summary


def _progress() -> Callable[[int], None] | None:
    if not sys.stderr.isatty():
        return None

    def show(done: int) -> None:
        if done % 50 == 0:
            print(f"\r{done} summaries", end="", file=sys.stderr, flush=True)

    return show


def _bad_link(link: BadLink) -> dict[str, str]:
    return {"page": link.page, "href": link.href, "kind": link.kind}


def _report_json(report: ExportReport, form: str, slugs: list[str]) -> dict[str, Any]:
    return {
        "to": str(report.to),
        "written": report.written,
        "unchanged": report.unchanged,
        "removed": report.removed,
        "pages": [{"slug": slug, "path": _path(report, form, slug)} for slug in sorted(slugs)],
    }


def _path(report: ExportReport, form: str, slug: str) -> str:
    return report.to.name if form == _EXCHANGE else page_path(form, slug)
