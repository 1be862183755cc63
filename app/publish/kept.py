"""What the last export into a folder made of what, so that the next one makes only what has changed.

A part (a research page with the files beside it, a list, a set of feeds) is kept when its key is the same (it is made
from the same content, site, theme and program) and each of its files stands as we left it: size, time of change and
time of the last touch, which no copying or editing leaves alone. Reading forty thousand files to hash them would take
longer than making the few that changed. The memory lies in the program's own folder and not in the website: times
differ from disk to disk, and the same library has to give the same bytes. When it is lost or does not fit, every part
is made again and every byte compared; only time is lost.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import msgspec

from app import paths
from app.in_place import take_place
from app.publish.entry import Entry
from app.publish.manifest import Manifest
from app.publish.page_links import PageLinks

File = tuple[str, bytes]
FOLDER = "exports"
MOST = 12
"""So many folders are remembered; the longest unused is forgotten."""


class Mark(NamedTuple):
    """How a file stood: bytes, and nanoseconds of its change and of its last touch."""

    path: str
    size: int
    changed: int
    touched: int


class Remembered(NamedTuple):
    """A part of the last export. A research page has the row that lists show of it."""

    key: str
    marks: tuple[Mark, ...]
    entry: Entry | None = None


class Staged(NamedTuple):
    """A file that was written into the staging folder where it was made, and how it stands there."""

    sha256: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Part:
    """Files that are made together: here with their bytes, `staged` already, or kept as they stand at `paths`.

    `links` is what the check of the links has to know of staged files.
    """

    name: str
    key: str
    files: tuple[File, ...] = ()
    entry: Entry | None = None
    paths: tuple[str, ...] = ()
    staged: tuple[Staged, ...] = ()
    links: tuple[PageLinks, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """Every path of the part."""
        return self.paths or tuple(file.mark.path for file in self.staged) or tuple(path for path, _ in self.files)


@dataclass(slots=True)
class Kept:
    """The memory of one folder: asked while an export is made, and told what it made."""

    target: Path
    manifest: Manifest = field(default_factory=Manifest)
    form: str = "site"
    staging: str = ""
    """A folder into which parts may be written where they are made; empty when they are wanted with their bytes."""
    _before: Mapping[str, Remembered] = field(default_factory=dict)
    _now: dict[str, Part | Remembered] = field(default_factory=dict)
    _root: str = field(init=False)

    def __post_init__(self) -> None:
        self._root = f"{self.target}/"

    def part(self, name: str, key: str) -> Part | None:
        """The part as it stands in the folder, if it was made from the same and nobody has touched it since."""
        known = self._before.get(name)
        if known is None or known.key != key or not self._stand(known.marks):
            return None
        return Part(name, key, (), known.entry, tuple([mark[0] for mark in known.marks]))

    def stands_beside(self, path: str) -> bool:
        """Whether the folder holds a file of its owner's at a path."""
        is_inside = not path.startswith(("..", "/"))
        return is_inside and path not in self.manifest.files and (self.target / path).is_file()

    def note(self, part: Part) -> None:
        """Remember a part of the export that is being made, without its bytes."""
        if part.paths and part.key:
            self._now[part.name] = self._before[part.name]
        else:
            paths = () if part.staged else part.places
            self._now[part.name] = Part(part.name, part.key, (), part.entry, paths, part.staged)

    def save(self) -> None:
        """Keep the memory, now that the files stand in the folder. A disk that refuses costs time later."""
        remembered = {name: now for name, part in self._now.items() if part.key and (now := self._remembered(part))}
        if not remembered:
            return  # nobody named what these files are made from
        file = memory_file(self.target, self.form)
        with contextlib.suppress(OSError, UnicodeEncodeError):
            file.parent.mkdir(parents=True, exist_ok=True)
            half = file.with_suffix(".half")
            half.write_bytes(msgspec.msgpack.encode(remembered))
            take_place(half, file)
            for old in sorted(file.parent.glob("*.kept"), key=lambda old: old.stat().st_mtime)[:-MOST]:
                old.unlink()

    def _remembered(self, part: Part | Remembered) -> Remembered | None:
        if isinstance(part, Remembered):
            return part
        marks = tuple(file.mark for file in part.staged)
        if not marks or self._mark(marks[0].path) != marks[0]:  # not moved together with the folder it is in
            marks = tuple(mark for mark in map(self._mark, part.places) if mark)
        return Remembered(part.key, marks, part.entry) if len(marks) == len(part.places) else None

    def _stand(self, marks: tuple[Mark, ...]) -> bool:
        files, root = self.manifest.files, self._root
        try:
            for path, size, changed, touched in marks:
                if path not in files:
                    return False
                now = os.lstat(root + path)
                if now.st_mtime_ns != changed or now.st_size != size or now.st_ctime_ns != touched:
                    return False
                if not stat.S_ISREG(now.st_mode):
                    return False
        except OSError:
            return False
        return True

    def _mark(self, path: str) -> Mark | None:
        try:
            now = os.lstat(f"{self.target}/{path}")
        except OSError:
            return None
        return Mark(path, now.st_size, now.st_mtime_ns, now.st_ctime_ns) if stat.S_ISREG(now.st_mode) else None


def kept_in(target: Path, manifest: Manifest, form: str, staging: str = "") -> Kept:
    """What is remembered of the last export into a folder; nothing when there is no memory that can be read."""
    before: Mapping[str, Remembered] = {}
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        before = msgspec.msgpack.decode(memory_file(target, form).read_bytes(), type=dict[str, Remembered])
    return Kept(target, manifest, form, staging, before)


def memory_file(target: Path, form: str) -> Path:
    """Where the memory of a folder lies."""
    name = hashlib.sha256(f"{target}\0{form}".encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return paths.data_folder() / FOLDER / f"{name}.kept"


def key_of(*made_from: object) -> str:
    """A short name for what a part is made from: values of ours, texts and numbers."""
    return hashlib.sha256(msgspec.msgpack.encode(made_from, enc_hook=str)).hexdigest()[:32]
