"""A zip file as the place of a website: the same export gives the same bytes, and the file is whole or as it was."""

from __future__ import annotations

import errno
import filecmp
import hashlib
import os
import secrets
import shutil
import zipfile
import zlib
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.errors import Cancelled, ExportFault
from app.hosting.target import Files, Sent, Taken, Watch
from app.in_place import REFUSES_OPEN_FILES, sync, take_place
from app.publish.manifest import MANIFEST, Manifest, manifest_from
from app.translation import _

_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can hold: the same for every file of ours."""
_RIGHTS = 0o100644 << 16
_UNIX = 3


@dataclass(frozen=True, slots=True)
class ZipTarget:
    """A zip file of ours, or one that is not there yet. `only` and `may_replace` as for a folder.

    `earlier` names a file of the program's own that keeps what is replaced, for `take_back`.
    """

    path: Path
    only: Collection[str] | None = None
    may_replace: bool = False
    earlier: Path | None = None

    def manifest(self) -> Manifest:
        """What the file holds. Raises ExportFault when it is not one of ours."""
        if not self.path.exists():
            return Manifest()
        data = self._member(MANIFEST)
        if data is None:
            raise ExportFault(
                _(
                    "{path} is there already, and Plainspoken did not write it. Choose another name. "
                    "Nothing was published."
                ).format(path=self.path),
                code="in-the-way",
            )
        return manifest_from(data, f"{MANIFEST} in {self.path}")

    def read(self, path: str) -> bytes | None:
        """A file inside."""
        return self._member(path)

    def check(self, watch: Watch) -> None:  # noqa: ARG002 - the same for every place
        """Whether the file is ours, and its folder can be written."""
        self.manifest()
        folder = self.path.absolute().parent
        if not folder.is_dir() or not os.access(folder, os.W_OK):
            raise ExportFault(
                _("{folder} is no folder that can be written. Choose another one.").format(folder=folder),
                code="not-written",
            )

    def send(self, files: Files, form: str, watch: Watch) -> Sent:
        """Write the whole file beside the old one, then put it in its place."""
        before = self.manifest()
        self._refuse_other_summaries(before.slugs(form))
        # A zip file holds one export: what was in it before is replaced whatever its form.
        taken = Taken(str(self.path), before, form, lambda _path: False)
        try:
            self.path.absolute().parent.mkdir(parents=True, exist_ok=True)
            part, undo = self._new_part(), ""
            try:
                self._fill(part, files, taken, watch)
                if not (self.path.exists() and filecmp.cmp(part, self.path, shallow=False)):
                    undo = _digest(part) if self._keep_earlier() else ""
                    take_place(part, self.path)
            finally:
                part.unlink(missing_ok=True)
        except OSError as error:
            raise ExportFault(_sentence(error, self.path), code="not-written") from error
        return self._sent(taken, undo)

    def would_send(self, files: Files, form: str) -> Sent:
        """What `send` would do; nothing is written."""
        before = self.manifest()
        self._refuse_other_summaries(before.slugs(form))
        taken = Taken(str(self.path), before, form, lambda _path: False)
        for path, data in files:
            taken.take(path, data)
        return self._sent(taken)

    def _sent(self, taken: Taken, undo: str = "") -> Sent:
        old = {path: file.sha256 for path, file in taken.before.files.items()}
        written = sum(old.get(path) != sha256 for path, sha256 in taken.hashes.items())
        gone = len(old.keys() - taken.hashes.keys())
        return Sent(str(self.path), written, len(taken.hashes) - written, gone, undo)

    def take_back(self, undo: str, watch: Watch) -> Sent:  # noqa: ARG002 - the same for every place
        """Put the earlier file back, or remove this one where there was none."""
        try:
            if not self.path.is_file() or _digest(self.path) != undo:
                raise ExportFault(
                    _(
                        "{path} was changed since it was published, so this publish cannot be taken back. "
                        "Publish again instead."
                    ).format(path=self.path),
                    code="changed-since",
                )
            if self.earlier and self.earlier.exists():
                part = self._new_part()
                try:
                    shutil.copyfile(self.earlier, part)
                    take_place(part, self.path)
                finally:
                    part.unlink(missing_ok=True)
                self.earlier.unlink(missing_ok=True)
            else:
                self.path.unlink()
        except OSError as error:
            raise ExportFault(_sentence(error, self.path), code="not-written") from error
        return Sent(str(self.path), 0, 0, 0)

    def _keep_earlier(self) -> bool:
        """Keep the file that is about to be replaced. False where that is not wanted, or the disk refuses."""
        if self.earlier is None:
            return False
        try:
            self.earlier.unlink(missing_ok=True)
            if self.path.exists():
                self.earlier.parent.mkdir(parents=True, exist_ok=True)
                half = self.earlier.with_suffix(".half")
                shutil.copyfile(self.path, half)
                take_place(half, self.earlier)
        except OSError:
            return False
        return True

    def _fill(self, part: Path, files: Files, taken: Taken, watch: Watch) -> None:
        with part.open("wb") as raw:
            with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
                for path, data in files:
                    if watch.is_cancelled():
                        raise Cancelled
                    taken.take(path, data)
                    packed.writestr(_named(path), data, zipfile.ZIP_DEFLATED)
                packed.writestr(
                    _named(MANIFEST), Manifest().after(taken.form, taken.hashes).to_bytes(), zipfile.ZIP_DEFLATED
                )
            raw.flush()
            sync(raw.fileno())
        if watch.is_cancelled():
            raise Cancelled

    def _new_part(self) -> Path:
        # Not by tempfile: on Windows it tries names for ever where a folder cannot be written (Python to 3.12).
        part = self.path.absolute().with_name(f".{self.path.name}.{secrets.token_hex(6)}.part")
        part.touch(exist_ok=False)
        with suppress(OSError):
            part.chmod(0o644)  # a file that only its maker may read is of no use on a host
        return part

    def _member(self, path: str) -> bytes | None:
        try:
            with zipfile.ZipFile(self.path) as packed:
                return packed.read(path)
        except (OSError, KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
            return None

    def _refuse_other_summaries(self, there: set[str]) -> None:
        others = there - set(self.only or ())
        if self.only is not None and others and not self.may_replace:
            raise ExportFault(
                _(
                    "{path} holds an export of other summaries, such as “{min}”. Choose another file, or "
                    "add --replace to remove them."
                ).format(path=self.path, min=min(others)),
                code="other-summaries",
            )


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _named(path: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(path, _TIME)
    member.create_system, member.external_attr = _UNIX, _RIGHTS
    return member


def _sentence(error: OSError, path: Path) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return _("There is not enough room on the disk of {path}. Nothing was published.").format(path=path)
    if REFUSES_OPEN_FILES and error.errno == errno.EACCES:
        return _(
            "{path} may not be written, or another program has it open. Close it there, or choose another folder. "
            "Nothing was published."
        ).format(path=path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _("{path} may not be written. Choose another folder. Nothing was published.").format(path=path)
    return _("{path} could not be written ({strerror}). What was there before is still there.").format(
        path=path, strerror=error.strerror or error
    )
