"""A folder on a server: looked at, filled under other names, and renamed. Only files of our manifest are touched."""

from __future__ import annotations

import contextlib
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import paramiko

from app.errors import Cancelled, ExportFault
from app.hosting.sftp_connection import as_lost, sentence
from app.hosting.target import Watch
from app.model.place import Place
from app.publish.manifest import MANIFEST, Manifest, manifest_from
from app.translation import _

STAGE = ".plainspoken-upload"
"""Files on their way, each named for its place and content: what is there need not be sent again."""


@dataclass(slots=True)
class RemoteFolder:
    """One connection's view of the folder. Raises ExportFault for what the server refuses, Lost for a cut."""

    channel: paramiko.SFTPClient
    place: Place
    _seen: dict[str, dict[str, paramiko.SFTPAttributes] | None] = field(default_factory=dict)

    def manifest(self) -> Manifest:
        """What we wrote here."""
        if self._names("") is None:
            raise ExportFault(
                _("There is no folder “{folder}” on {address}. Make it, or choose another.").format(
                    folder=self.place.folder, address=self.place.address
                ),
                code="not-found",
            )
        data = self.read(MANIFEST) if MANIFEST in (self._names("") or {}) else None
        return Manifest() if data is None else manifest_from(data, f"{MANIFEST} on {self.place.address}")

    def read(self, path: str) -> bytes | None:
        """A file's bytes; None when it is not there."""
        with self._asking(path):
            try:
                with self.channel.open(self._at(path), "rb") as file:
                    return bytes(file.read())
            except FileNotFoundError:
                return None

    def try_writing(self) -> None:
        """Whether we may write here, by writing."""
        self._make_folder(STAGE)
        with self._asking(STAGE):
            with contextlib.suppress(FileNotFoundError):
                self.channel.remove(self._at(f"{STAGE}/try"))
            with self.channel.open(self._at(f"{STAGE}/try"), "wb") as file:
                file.write(b"try")
            self.channel.remove(self._at(f"{STAGE}/try"))
            with contextlib.suppress(OSError):
                self.channel.rmdir(self._at(STAGE))  # files of a cut upload may be in it

    def is_taken(self, path: str, ours: Manifest) -> bool:
        """Whether somebody else's file, folder or link stands at a path or on the way to it."""
        parts = path.split("/")
        for end in range(1, len(parts)):
            found = self._attributes("/".join(parts[:end]))
            if found is None:
                return False
            if not stat.S_ISDIR(found.st_mode or 0):
                return True
        found = self._attributes(path)
        return found is not None and (not stat.S_ISREG(found.st_mode or 0) or path not in ours.files)

    def stands(self, path: str, file: Path, sha256: str, ours: Manifest) -> bool:
        """Whether the file is there already: by what our manifest says, and its size."""
        known, found = ours.files.get(path), self._attributes(path)
        return bool(known and known.sha256 == sha256 and found and found.st_size == file.stat().st_size)

    def stage(self, file: Path, name: str, watch: Watch) -> None:
        """Send a file under a name, unless an earlier try did. Raises Cancelled."""
        there, size = self._attributes(f"{STAGE}/{name}"), file.stat().st_size
        if there is not None and there.st_size == size:
            return
        self._make_folder(STAGE)
        half = self._at(f"{STAGE}/{name}.half")

        def heard(_done: int, _of: int) -> None:
            if watch.is_cancelled():
                raise Cancelled

        heard(0, size)
        with self._asking(STAGE), file.open("rb") as data:
            self.channel.putfo(data, half, size, heard, confirm=True)
            self._rename(half, self._at(f"{STAGE}/{name}"))

    def is_staged(self, name: str) -> bool:
        """Whether a file has arrived under this name and waits for its place."""
        with self._asking(STAGE):
            try:
                self.channel.stat(self._at(f"{STAGE}/{name}"))
            except FileNotFoundError:
                return False
        return True

    def put(self, path: str, name: str) -> None:
        """Give a staged file its name, over the older one."""
        self._make_folder(path.rpartition("/")[0])
        with self._asking(path):
            self._rename(self._at(f"{STAGE}/{name}"), self._at(path))

    def write(self, path: str, data: bytes) -> None:
        """Write a small file in one piece."""
        self._make_folder(STAGE)
        with self._asking(path):
            with self.channel.open(self._at(f"{STAGE}/{path}.half"), "wb") as file:
                file.write(data)
            self._rename(self._at(f"{STAGE}/{path}.half"), self._at(path))

    def remove(self, path: str) -> None:
        """Remove a file of ours, and folders that are empty then."""
        with self._asking(path):
            with contextlib.suppress(FileNotFoundError):
                self.channel.remove(self._at(path))
            for end in range(path.count("/"), 0, -1):
                try:
                    self.channel.rmdir(self._at("/".join(path.split("/")[:end])))
                except OSError:  # somebody's files are in it
                    return

    def clear_stage(self) -> None:
        """Remove what was on its way."""
        with self._asking(STAGE), contextlib.suppress(FileNotFoundError):
            for name in self.channel.listdir(self._at(STAGE)):
                self.channel.remove(self._at(f"{STAGE}/{name}"))
            self.channel.rmdir(self._at(STAGE))
        self._seen.pop(STAGE, None)

    def _rename(self, old: str, new: str) -> None:
        try:
            self.channel.posix_rename(old, new)
        except OSError:  # a server without that extension renames over nothing
            with as_lost():
                with contextlib.suppress(FileNotFoundError):
                    self.channel.remove(new)
                self.channel.rename(old, new)

    def _make_folder(self, path: str) -> None:
        parts = path.split("/") if path else []
        for end in range(1, len(parts) + 1):
            folder = "/".join(parts[:end])
            if self._attributes(folder) is None:
                with self._asking(folder):
                    self.channel.mkdir(self._at(folder))
                made = paramiko.SFTPAttributes()
                made.st_mode = stat.S_IFDIR | 0o755
                self._note(folder, made)
                self._seen[folder] = {}

    def _attributes(self, path: str) -> paramiko.SFTPAttributes | None:
        folder, _, name = path.rpartition("/")
        return (self._names(folder) or {}).get(name)

    def _names(self, folder: str) -> dict[str, paramiko.SFTPAttributes] | None:
        """What is in a folder, asked once; None when there is no such folder."""
        if folder not in self._seen:
            with self._asking(folder or "."):
                try:
                    found = self.channel.listdir_attr(self._at(folder))
                    self._seen[folder] = {entry.filename: entry for entry in found}
                except FileNotFoundError:
                    self._seen[folder] = None
        return self._seen[folder]

    def _note(self, path: str, found: paramiko.SFTPAttributes) -> None:
        folder, _, name = path.rpartition("/")
        names = self._names(folder) or {}
        names[name] = found
        self._seen[folder] = names

    def _at(self, path: str) -> str:
        root = self.place.folder.rstrip("/") or ("/" if self.place.folder else ".")
        return f"{root}/{path}" if path else root

    @contextlib.contextmanager
    def _asking(self, path: str) -> Iterator[None]:
        try:
            with as_lost():
                yield
        except OSError as error:
            raise sentence(error, self.place, path) from error
