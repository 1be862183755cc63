"""From a path to an open library: the writer's lock first, reading only when another window holds it."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import msgspec

from app import paths
from app.errors import LibraryFault
from app.in_place import take_place
from app.model import codec
from app.model.paper_text import AttachedPaper
from app.model.summary import Summary
from app.translation import _
from db.library import Library
from db.lock import WriterLock
from db.restore import Restored, restore

SAMPLE_NAME = _("Sample library{library_suffix}").format(library_suffix=paths.LIBRARY_SUFFIX)


class Opener:
    """Opens one library after the other and keeps the lock of the one that is open."""

    def __init__(self) -> None:
        self._lock: WriterLock | None = None

    def open(self, path: Path) -> Library:
        """The library at `path`, for reading only when another window is writing it.

        Raises LibraryFault when there is none or it is of no use. Never makes a file.
        """
        if not path.exists():
            raise LibraryFault(
                _("There is no library at {path} any more. Was it moved or renamed?").format(path=path), code="missing"
            )
        if self._lock is not None and self._lock.is_held and _is_one_file(path, self._lock.path):
            return Library.open(self._lock.path, self._lock)
        lock = WriterLock(path)
        try:
            is_ours = lock.acquire()
        except LibraryFault:  # a folder that cannot be written
            is_ours = False
        try:
            library = Library.open(path, lock if is_ours else None)
        except BaseException:
            lock.release()
            raise
        self._keep(lock)
        return library

    def create(self, path: Path) -> Library:
        """A new, empty library at `path`. Raises LibraryFault when something is there already."""
        path = path if path.suffix == paths.LIBRARY_SUFFIX else path.with_name(path.name + paths.LIBRARY_SUFFIX)
        if path.exists():
            raise LibraryFault(
                _("There is already a file at {path}. Choose another name, or open it.").format(path=path),
                code="exists",
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = WriterLock(path)
        if not lock.acquire():
            raise LibraryFault(
                _("{path} is being made by another window. Try again in a moment.").format(path=path), code="in-use"
            )
        try:
            library = Library.create(path, lock)
        except BaseException:
            lock.release()
            raise
        self._keep(lock)
        return library

    def sample(self) -> Library:
        """The sample library in the data folder, made the first time."""
        path = paths.data_folder() / SAMPLE_NAME
        if path.exists():
            return self.open(path)
        # Made in a folder of its own first, so that a program that ends halfway leaves no half library.
        workshop = path.parent / "sample.part"
        shutil.rmtree(workshop, ignore_errors=True)
        half = workshop / path.name
        try:
            workshop.mkdir(parents=True, exist_ok=True)  # it may stand yet where a program looks into it
            half.unlink(missing_ok=True)
            with WriterLock(half) as lock, Library.create(half, lock) as library:
                _fill(library, paths.resources() / "sample")
            take_place(half, path)
        except OSError as error:
            raise LibraryFault(
                _("No library could be made at {path} ({reason}).").format(path=path, reason=error.strerror or error),
                code="not-made",
            ) from error
        shutil.rmtree(workshop, ignore_errors=True)
        return self.open(path)

    def restore(self, path: Path, source: Path) -> Restored:
        """Put a file that was looked over in a library's place; the library is closed. Raises LibraryFault."""
        if self._lock is not None and self._lock.path == path:
            return restore(path, self._lock, source, is_looked_over=True)
        with WriterLock(path) as lock:
            return restore(path, lock, source, is_looked_over=True)

    def release(self) -> None:
        """Let go of the lock; the library is closed."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _keep(self, lock: WriterLock) -> None:
        if lock is not self._lock:
            self.release()
            self._lock = lock


def _is_one_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file: by a link, or in other letters where the disk takes a and A for the same."""
    return one == other or (one.exists() and other.exists() and one.samefile(other))


def _fill(library: Library, folder: Path) -> None:
    settings = folder / "site.json"
    site = codec.site_from_json(json.loads(settings.read_bytes()), settings.name)
    with library.together():
        library.save_site(site)
        for category in site.categories:
            library.save_category(category)
        for file in sorted(folder.glob("*.json"), reverse=True):
            if file != settings:
                summary = library.save(codec.summary_from_json(file.read_bytes(), file.name), "import")
                _attach(library, summary, folder / "papers" / file.name)


def _attach(library: Library, summary: Summary, file: Path) -> None:
    """The paper of a sample summary, read before: `resources/sample/read_papers.py` writes these files."""
    if file.exists():
        paper = msgspec.convert(json.loads(file.read_bytes()), AttachedPaper)
        library.attach(summary.id, replace(paper, added=summary.dates.created), None)
