"""The last step of an export: staged files take their places, all or none, also when the program is killed half-way.

The journal is written before the first rename. A later export that finds one finishes it, or takes it back.
Beside `write`, this is the only code that changes files of a writer's folder.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from app.in_place import sync, take_place
from app.translation import _

JOURNAL = "journal.json"
NEW = "new"
OLD = "old"


@dataclass(frozen=True, slots=True)
class Journal:
    """What an export is about to do to a folder: paths to put in place, of which some replace ours, and to remove."""

    put: tuple[str, ...]
    replaced: tuple[str, ...]
    removed: tuple[str, ...]
    folders: tuple[str, ...] = ()
    """Folders of `put` that the target does not have: they can take their places as wholes."""


def carry_out(journal: Journal, target: Path, staging: Path) -> None:
    """Put the staged files in place and remove what is no longer wanted. A failure is undone and raised."""
    _write(journal, staging)
    try:
        _forward(journal, target, staging)
    except OSError:
        take_back(journal, target, staging)
        raise
    (staging / JOURNAL).unlink()


def recover(target: Path, staging: Path) -> None:
    """Finish what a killed export left; take it back when it cannot be finished. Nothing happens without a journal."""
    journal = _read(staging)
    if journal is None:
        return
    try:
        _forward(journal, target, staging)
    except OSError:
        take_back(journal, target, staging)
    else:
        (staging / JOURNAL).unlink()


def take_back(journal: Journal, target: Path, staging: Path) -> None:
    """Bring the folder back to what it was before the journal began."""
    for path in (*journal.replaced, *journal.removed):
        if (staging / OLD / path).exists():
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            take_place(staging / OLD / path, target / path)
    for path in set(journal.put) - set(journal.replaced):
        if not (staging / NEW / path).exists():
            (target / path).unlink(missing_ok=True)
            _remove_empty_folders(target, path)
    (staging / JOURNAL).unlink()


def _forward(journal: Journal, target: Path, staging: Path) -> None:
    replaced = set(journal.replaced)
    for path in _put_singly(journal, target, staging):
        staged, place = staging / NEW / path, target / path
        if not staged.exists():
            continue  # an export before us has put it in place
        place.parent.mkdir(parents=True, exist_ok=True)
        if path in replaced:
            _keep(place, staging / OLD / path)
        elif place.exists():
            raise FileExistsError(_("{place} was not there when the export began").format(place=place))
        take_place(staged, place)
    for path in journal.removed:
        place = target / path
        if place.exists():
            _keep(place, staging / OLD / path)
            place.unlink()
        _remove_empty_folders(target, path)


def _put_singly(journal: Journal, target: Path, staging: Path) -> Iterator[str]:
    """Moves new folders into their places as wholes, then names the files that are left to be moved."""
    whole = {folder for folder in journal.folders if _move_folder(staging / NEW / folder, target / folder)}
    for path in journal.put:
        folder = path.rpartition("/")[0]
        while folder and folder not in whole:
            folder = folder.rpartition("/")[0]
        if not folder:
            yield path


def _move_folder(staged: Path, place: Path) -> bool:
    """Whether a new folder could take its place as a whole; otherwise its files take theirs one by one."""
    if os.path.lexists(place):
        return False
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        staged.rename(place)
    except OSError:
        return False
    return True


def _keep(place: Path, kept: Path) -> None:
    """A second name for a file that is about to go, so that the target is never without it."""
    if kept.exists() or not place.exists():
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    try:
        kept.hardlink_to(place)
    except OSError:  # a file system without hard links
        half = kept.with_name(kept.name + ".half")
        shutil.copy2(place, half)
        take_place(half, kept)


def _remove_empty_folders(target: Path, path: str) -> None:
    for folder in (target / path).parents:
        if folder == target:
            return
        try:
            folder.rmdir()
        except OSError:  # somebody's files are in it
            return


def _write(journal: Journal, staging: Path) -> None:
    half = staging / f"{JOURNAL}.half"
    with half.open("w", encoding="utf-8") as file:
        file.write(json.dumps({field.name: getattr(journal, field.name) for field in fields(journal)}))
        file.flush()
        sync(file.fileno())
    take_place(half, staging / JOURNAL)


def _read(staging: Path) -> Journal | None:
    try:
        raw = json.loads((staging / JOURNAL).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return Journal(*(tuple(raw.get(key, ())) for key in ("put", "replaced", "removed", "folders")))
