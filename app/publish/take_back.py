"""An export into a folder, undone: what it replaced and removed is kept until the next one, and put back as a whole.

What is kept lies in the program's own folder. Like `write` and `journal`, this touches a writer's disk.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from dataclasses import asdict
from pathlib import Path

from app.errors import ExportFault
from app.publish.journal import NEW, OLD, Journal, carry_out, recover
from app.publish.manifest import MANIFEST, digest, manifest_from
from app.publish.staging import empty, staging_for
from app.translation import _

_DONE = "done.json"


def keep_earlier(journal: Journal, target: Path, staging: Path, kept: Path) -> bool:
    """Keep what an export took out of the folder. False when the disk refuses: then it cannot be undone."""
    forget_earlier(kept)
    try:
        kept.mkdir(parents=True)
        if (staging / OLD).exists():
            shutil.move(staging / OLD, kept / OLD)
        left = digest((target / MANIFEST).read_bytes())
        (kept / _DONE).write_text(json.dumps(asdict(journal) | {"manifest": left}), encoding="utf-8")
    except OSError:
        forget_earlier(kept)
        return False
    return True


def forget_earlier(kept: Path) -> None:
    """Keep nothing any more."""
    with contextlib.suppress(OSError):
        shutil.rmtree(kept)


def can_take_back(kept: Path) -> bool:
    """Whether the last export can be undone."""
    return (kept / _DONE).is_file()


def take_back_export(target: Path, kept: Path) -> None:
    """Bring the folder back to what it was before its last export.

    Raises ExportFault, and the folder stays as it is, when nothing is kept, or a file was changed since.
    """
    target = Path(target).resolve()
    try:
        done, left = _done(kept)
        with staging_for(target) as staging:
            recover(target, staging)
            empty(staging)
            _refuse_changed(target, done, left)
            back = (*done.replaced, *done.removed)
            for path in back:
                (staging / NEW / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(kept / OLD / path, staging / NEW / path)
            gone = tuple(path for path in done.put if path not in set(done.replaced))
            carry_out(Journal(back, done.replaced, gone), target, staging)
    except OSError as error:
        raise ExportFault(
            _("The publish into {target} could not be taken back ({strerror}). The folder is as it was.").format(
                target=target, strerror=error.strerror or error
            ),
            code="not-written",
        ) from error
    forget_earlier(kept)


def _done(kept: Path) -> tuple[Journal, str]:
    """What the export did, and the SHA-256 of the manifest that it left."""
    try:
        raw = json.loads((kept / _DONE).read_text(encoding="utf-8"))
        return Journal(*(tuple(raw[key]) for key in ("put", "replaced", "removed"))), raw["manifest"]
    except (FileNotFoundError, ValueError, KeyError, TypeError) as error:
        raise ExportFault(
            _("What stood in the folder before is not kept any more. Publish again instead."), code="no-undo"
        ) from error


def _refuse_changed(target: Path, done: Journal, left: str) -> None:
    """Raise when a file that is about to go is not as the export left it, or one has come where another was removed."""
    file = target / MANIFEST
    data = file.read_bytes() if file.is_file() else b""
    if digest(data) != left:
        raise _changed(target)
    ours = manifest_from(data, str(file)).files
    for path in done.put:
        place = target / path
        if path != MANIFEST and not (place.is_file() and digest(place.read_bytes()) == ours[path].sha256):
            raise _changed(place)
    for path in done.removed:
        if os.path.lexists(target / path):
            raise _changed(target / path)


def _changed(place: Path) -> ExportFault:
    return ExportFault(
        _(
            "{place} was changed since it was published, so this publish cannot be taken back. Publish again instead."
        ).format(place=place),
        code="changed-since",
    )
