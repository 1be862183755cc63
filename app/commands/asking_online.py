"""`check --online`: asks the registries about the papers of the named summaries and keeps what they said."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from typing import Any

from app import paths, settings
from app.commands.opened import now
from app.model.summary import Summary
from app.papers.services import services
from app.papers.turns import Turns
from db.library import Library


def ask_registries(library: Library, summaries: Iterable[Summary], args: argparse.Namespace) -> dict[str, Any]:
    """Ask, keep the answers in the library (open for writing), and report: asked, date, failed by slug with reason.

    Only here does `check` open a connection. Failures go to standard error as sentences.
    """
    from app.papers.fetch import Fetcher  # the HTTP library, which a check without --online does not load
    from app.papers.look_again import can_be_asked, look_again

    wanted = [summary for summary in summaries if can_be_asked(summary.paper)]
    known, _ = settings.load(paths.settings_file())
    with Fetcher(services(known.services, known.mail), Turns(), _never) as fetcher:
        found = look_again([(summary.id, summary.paper) for summary in wanted], fetcher, _progress())
    moment = now()
    library.note_looked(found.notices, found.whole(), moment)
    failed = [{"slug": s.slug, "reason": found.failed[s.id]} for s in wanted if s.id in found.failed]
    if not args.json:
        print(f"Asked about {len(wanted)} of the papers.", file=sys.stderr)
    for reason in dict.fromkeys(failure["reason"] for failure in failed):
        count = sum(failure["reason"] == reason for failure in failed)
        papers = "1 paper" if count == 1 else f"{count} papers"
        print(f"Not answered for {papers}: {reason} What was known before still counts.", file=sys.stderr)
    return {"asked": len(wanted), "date": moment, "failed": failed}


def _never() -> bool:
    return False


def _progress() -> Callable[[int, int], None]:
    if not sys.stderr.isatty():
        return lambda _done, _of: None
    return lambda done, of: print(f"{done} of {of} asked", end="\r", file=sys.stderr, flush=True)
