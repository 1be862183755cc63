"""The sentences about an import: how far it is, what came of it, which files were refused."""

from __future__ import annotations

from pathlib import PurePath

from app.model.brought_in import BroughtIn
from app.translation import _, counted

LOOKING = _("Looking for summaries")
READING = _("Bringing them in")
STOPPING = _("Stopping after these")
PROMISE = _("What is in the library stays when you stop. Nothing that is there is overwritten.")
MOST_SHOWN = 500
"""Refused files that are listed; the rest is counted."""


def progress_words(done: int, of: int) -> str:
    """“120 of 500”."""
    return _("{at:,} of {count:,}").format(at=min(done, of), count=of)


def reading_words(name: str) -> str:
    """“Reading long.pdf”."""
    return _("Reading {name}").format(name=name)


def pages_words(done: int, of: int) -> str:
    """“Page 120 of 500”."""
    return _("Page {at:,} of {count:,}").format(at=min(done, of), count=of)


def stopped_words(name: str) -> str:
    """What is said when the writer stopped the reading of a paper."""
    return _("Stopped reading {name}. Nothing of it was taken.").format(name=name)


def outcome_words(brought: BroughtIn) -> str:
    """“480 summaries are new, 5 were brought up to date, 10 were already here. 5 files were refused.”"""
    parts = []
    if brought.added:
        parts.append(_counted(brought.added, _("1 summary is new"), _("{n:,} summaries are new")))
    if brought.updated:
        parts.append(_counted(brought.updated, _("1 was brought up to date"), _("{n:,} were brought up to date")))
    if brought.unchanged:
        parts.append(_counted(brought.unchanged, _("1 was already here"), _("{n:,} were already here")))
    sentences = [", ".join(parts) + "." if parts else _("No summary was brought in.")]
    if brought.refused:
        sentences.append(_counted(len(brought.refused), _("1 file was refused."), _("{n:,} files were refused.")))
    if brought.left:
        sentences.append(
            _counted(
                brought.left, _("1 file was not looked at any more."), _("{n:,} files were not looked at any more.")
            )
        )
    return " ".join(sentences)


def taken_back_words(put_away: int, restored: int, stayed: int) -> str:
    """“300 summaries of the import are in the trash now. 2 that you worked on since stay.”"""
    said = []
    if put_away:
        said.append(
            counted(
                "{n:,} summary of the import is in the trash now.",
                "{n:,} summaries of the import are in the trash now.",
                put_away,
            )
        )
    if restored:
        said.append(
            counted("{n:,} summary reads as it did before.", "{n:,} summaries read as they did before.", restored)
        )
    if stayed:
        said.append(
            counted("{n:,} that you have worked on since stays.", "{n:,} that you have worked on since stay.", stayed)
        )
    return " ".join(said) or _("Nothing of the import is left to take back.")


def refused_words(path: str, sentence: str) -> str:
    """“page.txt: This is no summary.” Without the name where the sentence has it."""
    name = PurePath(path.replace("\\", "/")).name
    return sentence if name in sentence else f"{name}: {sentence}"


def more_words(count: int) -> str:
    """What is not listed any more."""
    return _counted(count, _("and 1 more"), _("and {n:,} more"))


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(n=count)
