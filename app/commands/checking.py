"""`check`: what the checks find in the summaries of a library."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from app.checks.codes import CODES
from app.checks.review import checked
from app.commands.asking_online import ask_registries
from app.commands.opened import library_for_reading, library_for_writing
from app.commands.parser import add_json_option, add_library_option, print_json
from app.model.finding import Checked, Finding, SetAside
from app.model.summary import Summary, title_of
from app.model.vocabulary import SEVERITIES
from app.ui import words
from app.ui.words import leaving
from db.library import Library


def add_parser(subparsers: Any) -> None:
    """Add `check`."""
    parser = subparsers.add_parser(
        "check", help="check the summaries", description="Say what could be better in the summaries of a library."
    )
    add_library_option(parser)
    parser.add_argument("slugs", metavar="SLUG", nargs="*", help="only these summaries")
    parser.add_argument(
        "--fail-on", choices=SEVERITIES, default="error", help="end with status 1 from this severity on (error)"
    )
    parser.add_argument(
        "--online",
        action="store_true",
        help="first ask Crossref and PubMed for retractions and corrections of these papers, and keep what they say",
    )
    parser.add_argument("--list-codes", action="store_true", help="list the codes that a finding can have, and stop")
    add_json_option(parser)
    parser.set_defaults(run=_check)


def _check(args: argparse.Namespace) -> int:
    if args.list_codes:
        return _list_codes(as_json=args.json)
    online: dict[str, Any] | None = None
    with library_for_writing(args) if args.online else library_for_reading(args) as library:
        if args.online:
            online = ask_registries(library, list(_asked(library, args.slugs)), args)
        style = library.style()
        reviewed = []
        for summary in _asked(library, args.slugs):
            paper = library.paper_of(summary.id)
            reviewed.append((summary, checked(summary, style, paper.text if paper else None)))
    if args.json:
        value: dict[str, Any] = {"summaries": [_summary_json(summary, found) for summary, found in reviewed]}
        print_json(value | ({"online": online} if online else {}))
    else:
        for summary, found in reviewed:
            _print(summary, found)
    asked = SEVERITIES[: SEVERITIES.index(args.fail_on) + 1]
    if any(finding.severity in asked for _summary, found in reviewed for finding in found.open):
        return 1
    return 2 if online and online["failed"] else 0


def _asked(library: Library, slugs: list[str]) -> Iterable[Summary]:
    """The summaries named by their slugs, or all outside the trash. Raises LibraryFault for an unknown slug."""
    if slugs:
        return (library.load_by_slug(slug) for slug in dict.fromkeys(slugs))
    return library.load_many()


def _list_codes(*, as_json: bool) -> int:
    if as_json:
        print_json({"codes": [asdict(code) for code in CODES]})
    else:
        for code in CODES:
            print(f"{code.code:<26} {code.severity:<8} {code.about}")
    return 0


def _print(summary: Summary, found: Checked) -> None:
    print(f"{title_of(summary)} ({summary.slug})")
    for finding in found.open:
        print(f"  {finding.severity:<8} {words.section_name(finding.section)}: {words.hint_line(finding)}")
    if not found.open:
        print("  Nothing found.")
    if found.set_aside:
        with_reason = sum(bool(aside.by.reason) for aside in found.set_aside)
        print(f"  {leaving.count_words(len(found.set_aside), with_reason)}.")


def _summary_json(summary: Summary, found: Checked) -> dict[str, Any]:
    return {
        "slug": summary.slug,
        "findings": [_finding_json(finding) for finding in found.open],
        "dismissed": [_dismissed_json(aside) for aside in found.set_aside],
    }


def _dismissed_json(aside: SetAside) -> dict[str, Any]:
    """What was set aside, where it stands now, and who did it, when and why."""
    finding, by = aside.finding, aside.by
    return {
        "code": finding.code,
        "severity": finding.severity,
        "section": finding.section,
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "scope": by.scope,
        "reason": by.reason,
        "by": by.by,
        "date": by.date,
    }


def _finding_json(finding: Finding) -> dict[str, Any]:
    value = asdict(finding)
    value["facts"] = dict(finding.facts)
    value["suggestions"] = list(finding.suggestions)
    return value
