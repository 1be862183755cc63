"""What the last publish onto a server replaced and removed: kept on this computer until the next one, and put back.

On the server itself nothing is kept: a page that was taken away must not stay readable under another name.
"""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.errors import Cancelled, ExportFault
from app.hosting.sftp_folder import RemoteFolder
from app.hosting.target import Sent, Watch, touched
from app.in_place import take_place
from app.publish.manifest import MANIFEST, Manifest, digest, manifest_from
from app.translation import _

_NOTE = "kept.json"


@dataclass(frozen=True, slots=True)
class Earlier:
    """The earlier files of one server; a publish onto another one lets them go."""

    folder: Path
    server: str

    def keep(
        self, remote: RemoteFolder, before: Manifest, paths: Iterable[str], touching: bytes, watch: Watch
    ) -> bool:  # fmt: skip
        """Fetch what stands at these paths before it is replaced. False when the publish cannot be undone then.

        `touching` is the manifest that stands there while pages change: one that a cut has left is known by it, and
        what was kept before the cut stays. Raises Cancelled, and what the connection raises.
        """
        standing = remote.read(MANIFEST) or b""
        noted = self._noted()
        is_going_on = noted.get("touching") == digest(standing)
        if not is_going_on:
            self.forget()
            if any(not file.sha256 for file in before.files.values()):
                return False  # somebody else's publish was cut off: what was there before it is not known
            noted = {"server": self.server, "manifest": standing.decode("utf-8", "replace"), "files": {}}
        ours, kept = _manifest(noted["manifest"]).files, dict(noted["files"])
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            for path in paths:
                if watch.is_cancelled():
                    raise Cancelled
                if path not in ours or path in kept or (data := remote.read(path)) is None:
                    continue
                kept[path] = digest(path.encode())
                (self.folder / kept[path]).write_bytes(data)
            self._note({**noted, "files": kept, "touching": digest(touching)})
        except OSError:
            self.forget()
            return False
        return True

    def put_back(self, remote: RemoteFolder, undo: str, name: str, watch: Watch, rank: Callable[[str], Any]) -> Sent:
        """Bring the folder back to what it was. A cut goes on where it stopped. Raises ExportFault for later changes.

        `undo` is the digest of the manifest that the publish has left.
        """
        noted = self._noted()
        if not noted:
            raise no_undo()
        standing = remote.read(MANIFEST) or b""
        is_going_on = noted.get("taking") == digest(standing)
        if digest(standing) != undo and not is_going_on:
            raise _changed(MANIFEST, name)
        before, now = _manifest(noted["manifest"]), _manifest(standing.decode("utf-8", "replace"))
        back: dict[str, str] = noted["files"]
        gone = [path for path in now.files if path not in before.files]
        self._refuse_changed(remote, now, (*back, *gone), name, is_going_on=is_going_on)
        for done, path in enumerate(back):
            watch.sent(done, len(back))
            remote.stage(self.folder / back[path], self._staged(path, back[path]), watch)
        touching = touched(now, (*back, *gone), "site").to_bytes()
        self._note({**noted, "taking": digest(touching)})
        remote.write(MANIFEST, touching)
        for path in sorted(back, key=rank):
            if remote.is_staged(self._staged(path, back[path])):  # else it stands there since before the cut
                remote.put(path, self._staged(path, back[path]))
        for path in gone:
            remote.remove(path)
        if noted["manifest"]:
            remote.write(MANIFEST, noted["manifest"].encode())
        else:
            remote.remove(MANIFEST)
        remote.clear_stage()
        watch.sent(len(back), len(back))
        return Sent(name, len(back), 0, len(gone))

    def manifest(self) -> bytes:
        """The manifest of then; empty when there was none."""
        return str(self._noted().get("manifest", "")).encode()

    def files(self) -> dict[str, bytes]:
        """What is kept, by path."""
        return {path: (self.folder / name).read_bytes() for path, name in self._noted().get("files", {}).items()}

    def forget(self) -> None:
        """Keep nothing any more."""
        with contextlib.suppress(OSError):
            shutil.rmtree(self.folder)

    def _refuse_changed(
        self, remote: RemoteFolder, now: Manifest, paths: Iterable[str], name: str, *, is_going_on: bool
    ) -> None:  # fmt: skip
        """Raise when a file that is about to go is not as it was published, or one has come where another was taken."""
        for path in paths:
            known = now.files.get(path)
            if known is None:
                if remote.is_taken(path, now) and not is_going_on:
                    raise _changed(path, name)
            elif known.sha256 and digest(remote.read(path) or b"") != known.sha256:
                raise _changed(path, name)

    def _staged(self, path: str, kept: str) -> str:
        return digest(f"{path} {digest((self.folder / kept).read_bytes())}".encode())

    def _noted(self) -> dict[str, Any]:
        """What is kept of this server; empty when there is nothing, or it cannot be read."""
        try:
            noted = json.loads((self.folder / _NOTE).read_text(encoding="utf-8"))
            is_ours = noted["server"] == self.server and isinstance(noted["manifest"], str)
            files = noted["files"]
            is_whole = all((self.folder / file).is_file() for file in files.values())
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return {}
        return dict(noted) if is_ours and is_whole else {}

    def _note(self, noted: dict[str, Any]) -> None:
        half = self.folder / f"{_NOTE}.half"
        half.write_text(json.dumps(noted), encoding="utf-8")
        take_place(half, self.folder / _NOTE)


def no_undo() -> ExportFault:
    """Nothing is kept."""
    return ExportFault(
        _("What stood on the server before is not kept any more. Publish again instead."), code="no-undo"
    )


def _manifest(text: str) -> Manifest:
    return manifest_from(text.encode(), MANIFEST) if text else Manifest()


def _changed(path: str, name: str) -> ExportFault:
    return ExportFault(
        _(
            "{place} was changed since it was published, so this publish cannot be taken back. Publish again instead."
        ).format(place=f"“{path}” ({name})"),
        code="changed-since",
    )
