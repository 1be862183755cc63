"""Puts exported files into a writer's folder: staged beside it, then all of them in place, or none.

The folder belongs to its owner: only files that its manifest lists as ours are ever replaced or removed.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import Cancelled, ExportFault
from app.publish import journal
from app.publish.manifest import MANIFEST, Manifest, digest, is_safe_path, manifest_from
from app.publish.staging import empty, made_folders, staging_for


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did, in files. The manifest itself is not counted."""

    to: Path
    written: int
    unchanged: int
    removed: int


def write_files(
    target: Path,
    files: Iterable[tuple[str, bytes]],
    *,
    form: str = "site",
    only: Collection[str] | None = None,
    may_replace: bool = False,
    is_cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int], None] | None = None,
) -> ExportReport:
    """Make the folder hold exactly these files of one form (`site`, `html` or `json`) beside its owner's own.

    `only` names the slugs of a partial export: a folder whose manifest lists others is refused unless `may_replace`.
    Raises ExportFault (another file in the way, no room, no right to write) or Cancelled; the folder is then as it was.
    """
    target = Path(target).resolve()
    try:
        with made_folders(target), staging_for(target) as staging:
            journal.recover(target, staging)
            empty(staging)
            plan = _Plan(target, staging, _read_manifest(target), form)
            plan.refuse_other_summaries(only, may_replace)
            for done, (path, data) in enumerate(files, 1):
                if is_cancelled():
                    raise Cancelled
                plan.take(path, data)
                if progress:
                    progress(done)
            report = plan.finish()
            if is_cancelled():
                raise Cancelled
            if plan.put or plan.removed:
                journal.carry_out(plan.journal(), target, staging)
            return report
    except OSError as error:
        raise ExportFault(_sentence(error, target), code="not-written") from error


@dataclass(slots=True)
class _Plan:
    """What one export is about to do, built up file by file."""

    target: Path
    staging: Path
    manifest: Manifest
    form: str
    hashes: dict[str, str] = field(default_factory=dict)
    put: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)
    _clear_folders: set[Path] = field(default_factory=set)

    def refuse_other_summaries(self, only: Collection[str] | None, may_replace: bool) -> None:
        """Raise when a partial export would remove summaries that an earlier one wrote here."""
        others = self.manifest.slugs(self.form) - set(only or ())
        if only is not None and others and not may_replace:
            raise ExportFault(
                f"{self.target} holds an export of other summaries, such as “{min(others)}”. "
                "Choose another folder, or add --replace to remove them.",
                code="other-summaries",
            )

    def take(self, path: str, data: bytes) -> None:
        """Stage a file unless it is there already. Raises ExportFault when another file is in its way."""
        if not is_safe_path(path) or path.lower() in self._seen:
            raise ExportFault(f"“{path}” cannot be a file of an export. Nothing was exported.", code="bad-path")
        self._seen.add(path.lower())
        self._refuse_what_is_in_the_way(path)
        self.hashes[path] = digest(data)
        if not self._stands(path, data):
            self._stage(path, data)

    def finish(self) -> ExportReport:
        """Find what is to be removed, stage the new manifest last, and count."""
        after = self.manifest.after(self.form, self.hashes)
        for path in self.manifest.files:
            if path not in after.files:
                self._refuse_links(path)
                self.removed.append(path)
        written = len(self.put)
        unchanged = len(self.hashes) - written
        if not self._stands(MANIFEST, after.to_bytes()):
            self._stage(MANIFEST, after.to_bytes())
        return ExportReport(self.target, written, unchanged, len(self.removed))

    def journal(self) -> journal.Journal:
        """The plan as the journal keeps it."""
        return journal.Journal(tuple(self.put), tuple(self.replaced), tuple(self.removed))

    def _stands(self, path: str, data: bytes) -> bool:
        place = self.target / path
        return place.is_file() and place.stat().st_size == len(data) and place.read_bytes() == data

    def _stage(self, path: str, data: bytes) -> None:
        staged = self.staging / journal.NEW / path
        staged.parent.mkdir(parents=True, exist_ok=True)
        staged.write_bytes(data)
        self.put.append(path)
        if (self.target / path).exists():
            self.replaced.append(path)

    def _refuse_what_is_in_the_way(self, path: str) -> None:
        self._refuse_links(path)
        place = self.target / path
        if place.is_symlink() or place.is_dir() or (place.exists() and path not in self.manifest.files):
            raise _in_the_way(place)

    def _refuse_links(self, path: str) -> None:
        """Raise when a folder on the way is a file or a link, which might lead out of the target."""
        for folder in (self.target / path).parents:
            if folder == self.target or folder in self._clear_folders:
                return
            if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
                raise _in_the_way(folder)
            self._clear_folders.add(folder)


def _in_the_way(place: Path) -> ExportFault:
    return ExportFault(
        f"{place} is in the way: Plainspoken did not write it. Choose another folder, or move it. "
        "Nothing was exported.",
        code="in-the-way",
    )


def _read_manifest(target: Path) -> Manifest:
    file = target / MANIFEST
    return manifest_from(file.read_bytes(), str(file)) if file.exists() else Manifest()


def _sentence(error: OSError, target: Path) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"There is not enough room on the disk of {target}. Nothing was exported."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{error.filename or target} may not be written. Choose another folder. Nothing was exported."
    reason = error.strerror or str(error)
    return f"The export to {target} did not work ({reason}). The folder is as it was."
