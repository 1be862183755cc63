"""Puts exported files into a writer's folder: staged beside it, then all of them in place, or none.

The folder belongs to its owner: only files that its manifest lists as ours are ever replaced or removed.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.errors import Cancelled, ExportFault
from app.publish import journal
from app.publish.kept import Kept, Part, kept_in
from app.publish.manifest import MANIFEST, Manifest, digest, is_safe_path, manifest_from
from app.publish.refusal import refusal
from app.publish.staging import Stage, empty, made_folders, staging_for
from app.publish.take_back import keep_earlier
from app.translation import _


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did, in files. The manifest itself is not counted. `can_undo`: `take_back` works."""

    to: Path
    written: int
    unchanged: int
    removed: int
    can_undo: bool = False


def write_files(
    target: Path,
    files: Iterable[tuple[str, bytes]] | Callable[[Kept], Iterable[Part]],
    *,
    form: str = "site",
    only: Collection[str] | None = None,
    may_replace: bool = False,
    is_cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int], None] | None = None,
    earlier: Path | None = None,
) -> ExportReport:
    """Make the folder hold exactly these files of one form (`site`, `html` or `json`) beside its owner's own.

    `files` may be a rule that makes parts of what is kept from the last export: those are neither made nor read again.
    `only` names the slugs of a partial export: a folder whose manifest lists others is refused unless `may_replace`.
    `earlier` is a folder of the program's own that keeps what is replaced or removed, for `take_back`.
    Raises ExportFault (another file in the way, no room, no right to write) or Cancelled; the folder is then as it was.
    """
    target = Path(target).resolve()
    try:
        with made_folders(target), staging_for(target) as staging:
            journal.recover(target, staging)
            empty(staging)
            plan = _Plan(target, staging, _read_manifest(target), form)
            plan.refuse_other_summaries(only, may_replace)
            kept = (kept_in if callable(files) else Kept)(target, plan.manifest, form, f"{staging}/{journal.NEW}")
            with _ended(files(kept) if callable(files) else _alone(files)) as parts:
                for done, part in enumerate(parts, 1):
                    if is_cancelled():
                        raise Cancelled
                    plan.take_part(part)
                    kept.note(part)
                    if progress:
                        progress(done)
            report = plan.finish()
            if is_cancelled():
                raise Cancelled
            if plan.put or plan.removed:
                journal.carry_out(plan.journal(), target, staging)
                if earlier and keep_earlier(plan.journal(), target, staging, earlier):
                    report = replace(report, can_undo=True)
            kept.save()
            return report
    except OSError as error:
        raise ExportFault(refusal(error, target), code="not-written") from error


def would_write(
    target: Path,
    files: Callable[[Kept], Iterable[Part]],
    *,
    form: str = "site",
    only: Collection[str] | None = None,
    may_replace: bool = False,
) -> ExportReport:
    """What `write_files` would do. Nothing is written or made anywhere; what it would refuse is raised."""
    target = Path(target).resolve()
    if target.exists() and not target.is_dir():
        raise _in_the_way(target)
    plan = _LookedOver(target, target, _read_manifest(target), form)
    plan.refuse_other_summaries(only, may_replace)
    with _ended(files(Kept(target, plan.manifest, form))) as parts:
        for part in parts:
            plan.take_part(part)
    return plan.finish()


@contextlib.contextmanager
def _ended(parts: Iterable[Part]) -> Iterator[Iterable[Part]]:
    """The parts; nobody makes any more of them, in any process, when this ends."""
    try:
        yield parts
    finally:
        if isinstance(parts, Generator):
            parts.close()


def _alone(files: Iterable[tuple[str, bytes]]) -> Iterator[Part]:
    return (Part(path, "", ((path, data),)) for path, data in files)


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
    _clear_folders: set[str] = field(default_factory=set)
    _absent_folders: set[str] = field(default_factory=set)
    _stage: Stage = field(init=False)

    def __post_init__(self) -> None:
        self._stage = Stage(f"{self.staging}/{journal.NEW}")

    def refuse_other_summaries(self, only: Collection[str] | None, may_replace: bool) -> None:
        """Raise when a partial export would remove summaries that an earlier one wrote here."""
        if only is None or may_replace:
            return
        if others := self.manifest.slugs(self.form) - set(only):
            raise ExportFault(
                _(
                    "{target} holds an export of other summaries, such as “{min}”. Choose another "
                    "folder, or add --replace to remove them."
                ).format(target=self.target, min=min(others)),
                code="other-summaries",
            )

    def take_part(self, part: Part) -> None:
        """Take each file of a part; one that is kept stays as it is, with the hash it has."""
        if part.paths:
            files = self.manifest.files
            self._refuse_twice(part.paths)
            self.hashes.update([(path, files[path].sha256) for path in part.paths])
        for path, data in part.files:
            self.take(path, data)
        for file in part.staged:
            self._take_staged(file.mark.path, file.sha256)

    def take(self, path: str, data: bytes) -> None:
        """Stage a file unless it is there already. Raises ExportFault when another file is in its way."""
        self._refuse_path(path)
        self._refuse_what_is_in_the_way(path)
        self.hashes[path] = digest(data)
        if not self._stands(path, data):
            self._put(path, data)

    def _take_staged(self, path: str, sha256: str) -> None:
        """Take a file that was staged where it was made; it leaves again when it is there already."""
        self._refuse_path(path)
        self._refuse_what_is_in_the_way(path)
        self.hashes[path] = sha256
        known = self.manifest.files.get(path)
        if known and known.sha256 == sha256:
            staged = self.staging / journal.NEW / path
            if self._stands(path, staged.read_bytes()):
                staged.unlink()
                return
        self._note_put(path)

    def finish(self) -> ExportReport:
        """Find what is to be removed, stage the new manifest last, and count."""
        after = self.manifest.after(self.form, self.hashes)
        for path in self.manifest.files:
            if path not in after.files:
                self._has_folder_of(path)
                self.removed.append(path)
        written = len(self.put)
        unchanged = len(self.hashes) - written
        content = after.to_bytes()
        if not self._stands(MANIFEST, content):
            self._put(MANIFEST, content)
        return ExportReport(self.target, written, unchanged, len(self.removed))

    def journal(self) -> journal.Journal:
        """The plan as the journal keeps it."""
        absent = self._absent_folders
        highest = (folder for folder in absent if folder.rpartition("/")[0] not in absent)
        return journal.Journal(tuple(self.put), tuple(self.replaced), tuple(self.removed), tuple(sorted(highest)))

    def _refuse_path(self, path: str) -> None:
        if path not in self.manifest.files and not is_safe_path(path):  # those of a manifest were looked at
            raise _no_file(path)
        self._refuse_twice((path,))

    def _refuse_twice(self, paths: Collection[str]) -> None:
        before = len(self._seen)
        self._seen.update([path if (lower := path.lower()) == path else lower for path in paths])  # one text, not two
        if len(self._seen) < before + len(paths):
            raise _no_file(next(iter(paths)))

    def _stands(self, path: str, data: bytes) -> bool:
        if path not in self.manifest.files and path != MANIFEST:
            return False  # nothing is there, or it would be in the way
        place = self.target / path
        return place.is_file() and place.stat().st_size == len(data) and place.read_bytes() == data

    def _put(self, path: str, data: bytes) -> None:
        self._stage.put(path, data)
        self._note_put(path)

    def _note_put(self, path: str) -> None:
        self.put.append(path)
        if (path in self.manifest.files or path == MANIFEST) and (self.target / path).exists():
            self.replaced.append(path)

    def _refuse_what_is_in_the_way(self, path: str) -> None:
        if not self._has_folder_of(path):
            return
        try:
            place = os.lstat(f"{self.target}/{path}")
        except (FileNotFoundError, NotADirectoryError):
            return
        if not stat.S_ISREG(place.st_mode) or path not in self.manifest.files:
            raise _in_the_way(self.target / path)

    def _has_folder_of(self, path: str) -> bool:
        """Whether a path's folder is there. Raises when one on the way is a file or a link, that might lead away."""
        folder = path.rpartition("/")[0]
        if not folder or folder in self._clear_folders:
            return True
        if folder not in self._absent_folders:
            if self._has_folder_of(folder):
                with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                    if not stat.S_ISDIR(os.lstat(f"{self.target}/{folder}").st_mode):
                        raise _in_the_way(self.target / folder)
                    self._clear_folders.add(folder)
                    return True
            self._absent_folders.add(folder)
        return False


class _LookedOver(_Plan):
    """A plan that stages nothing."""

    def _put(self, path: str, data: bytes) -> None:  # noqa: ARG002 - only the name counts here
        self._note_put(path)


def _no_file(path: str) -> ExportFault:
    return ExportFault(
        _("“{path}” cannot be a file of an export. Nothing was exported.").format(path=path), code="bad-path"
    )


def _in_the_way(place: Path) -> ExportFault:
    return ExportFault(
        _(
            "{place} is in the way: Plainspoken did not write it. Choose another folder, or move it. "
            "Nothing was exported."
        ).format(place=place),
        code="in-the-way",
    )


def _read_manifest(target: Path) -> Manifest:
    file = target / MANIFEST
    return manifest_from(file.read_bytes(), str(file)) if file.exists() else Manifest()
