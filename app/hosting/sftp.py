"""A server as the place of a website, by SFTP: everything is there under other names before the first page changes."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from app.errors import Cancelled, ExportFault
from app.hosting.git_remote import wait
from app.hosting.sftp_connection import AS_IT_WAS, Lost, connected
from app.hosting.sftp_earlier import Earlier, no_undo
from app.hosting.sftp_folder import RemoteFolder
from app.hosting.target import Files, Sent, Taken, Watch, touched
from app.model.place import Place
from app.publish.manifest import MANIFEST, Manifest, digest, manifest_from
from app.translation import _

PAUSES_S = (1.0, 3.0, 8.0)
T = TypeVar("T")
_LISTS = (".html", ".xml", ".json", ".txt")


@dataclass(frozen=True, slots=True)
class SftpTarget:
    """A folder on a server. What we know of it is kept in `copies`, so that a plan needs no connection.

    `earlier` names a folder of the program's own that keeps what is replaced, for `take_back`.
    """

    place: Place
    copies: Path
    password: str = ""
    pauses_s: tuple[float, ...] = PAUSES_S
    earlier: Path | None = None

    @property
    def name(self) -> str:
        """The place in a sentence."""
        return f"{self.place.address}:{self.place.folder or '.'}"

    def manifest(self) -> Manifest:
        """What we wrote there last, as noted then."""
        data = self.read(MANIFEST)
        return manifest_from(data, MANIFEST) if data else Manifest()

    def read(self, path: str) -> bytes | None:
        """A summary's JSON as it was sent last."""
        try:
            return (self._copy() / path).read_bytes()
        except OSError:
            return None

    def check(self, watch: Watch) -> None:
        """Connect, look at the folder, and see whether it can be written."""

        def act(folder: RemoteFolder) -> None:
            folder.manifest()
            folder.try_writing()

        self._tried(act, watch)

    def send(self, files: Files, form: str, watch: Watch) -> Sent:
        """Send what changed under other names, then rename; a cut goes on where it stopped, also on another day."""
        with tempfile.TemporaryDirectory(prefix="plainspoken-", ignore_cleanup_errors=True) as made:
            whole = Made(Path(made))
            whole.take(files, watch)  # all of it before the first byte travels: a bad page stops it here

            def act(folder: RemoteFolder) -> Sent:
                return _send(folder, whole, form, self.name, watch, self._earlier())

            sent = self._tried(act, watch)
            self._note(whole, form)
            return sent

    def take_back(self, undo: str, watch: Watch) -> Sent:
        """Put back what the last publish replaced and removed, and remove what it added."""
        earlier = self._earlier()
        if earlier is None:
            raise no_undo()

        def act(folder: RemoteFolder) -> Sent:
            folder.manifest()
            try:
                return earlier.put_back(folder, undo, self.name, watch, _rank)
            except Cancelled:
                folder.clear_stage()
                raise

        sent = self._tried(act, watch)
        self._note_taken_back(earlier)
        earlier.forget()
        return sent

    def _earlier(self) -> Earlier | None:
        return Earlier(self.earlier, self._copy().name) if self.earlier else None

    def _tried(self, act: Callable[[RemoteFolder], T], watch: Watch) -> T:
        """Connect and do it; a lost connection is tried again after a pause, and goes on where it stopped."""
        for pause_s in (*self.pauses_s, None):
            try:
                with connected(self.place, self.password) as channel:
                    return act(RemoteFolder(channel, self.place))
            except Lost as lost:
                if pause_s is None:
                    raise self._gave_up(lost) from lost
                wait(pause_s, watch)
        raise AssertionError("the last try returns or raises")

    def _gave_up(self, lost: Lost) -> ExportFault:
        return ExportFault(
            _(
                "The connection to {address} does not hold, or does not come about ({lost}). Pages there "
                "are whole, each old or new. Try it again: it goes on where it stopped."
            ).format(address=self.place.address, lost=lost),
            code="cut-off",
        )

    def _note(self, made: Made, form: str) -> None:
        """Keep what the next plan compares with: the manifest and the JSON of every summary."""
        after = self.manifest().after(form, made.hashes)
        kept = {path for path in made.hashes if path.endswith("index.json")}
        files = [(path, made.read(path)) for path in sorted(kept)]
        folder = self._copy()
        with contextlib.suppress(OSError):  # a convenience, and the site is out
            shutil.rmtree(folder, ignore_errors=True)
            for path, data in (*files, (MANIFEST, after.to_bytes())):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(data)

    def _note_taken_back(self, earlier: Earlier) -> None:
        """Keep what the next plan compares with, as it is again."""
        folder, before = self._copy(), earlier.manifest()
        with contextlib.suppress(OSError, ExportFault):
            known = manifest_from(before, MANIFEST).files if before else {}
            for path in self.manifest().files:
                if path not in known:
                    (folder / path).unlink(missing_ok=True)
            files = {path: data for path, data in earlier.files().items() if path.endswith("index.json")}
            for path, data in {**files, MANIFEST: before}.items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(data)

    def _copy(self) -> Path:
        key = f"{self.place.user}@{self.place.address}:{self.place.port}/{self.place.folder}"
        return self.copies / hashlib.sha256(key.encode()).hexdigest()[:20]


@dataclass(slots=True)
class Made:
    """The files of an export on this computer's disk while they are sent."""

    folder: Path
    hashes: dict[str, str] = field(default_factory=dict)

    def take(self, files: Files, watch: Watch) -> None:
        """Write them all down by their hash. Raises Cancelled."""
        for path, data in files:
            if watch.is_cancelled():
                raise Cancelled
            self.hashes[path] = digest(data)
            (self.folder / self.hashes[path]).write_bytes(data)

    def staged(self, path: str) -> str:
        """The name under which a file travels: that of its place and content, so that a later try knows it."""
        return digest(f"{path} {self.hashes[path]}".encode())

    def file(self, path: str) -> Path:
        """Where the bytes of a file lie."""
        return self.folder / self.hashes[path]

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self.file(path).read_bytes()


def _send(folder: RemoteFolder, made: Made, form: str, name: str, watch: Watch, earlier: Earlier | None) -> Sent:
    taken = Taken(name, folder.manifest(), form, lambda path: folder.is_taken(path, taken.before))
    for path in made.hashes:
        taken.take(path, made.read(path))
    changed = [
        path for path in made.hashes if not folder.stands(path, made.file(path), made.hashes[path], taken.before)
    ]
    after, removed, undo = taken.after().to_bytes(), taken.removed(), ""
    touching = touched(taken.before, changed, form).to_bytes()
    try:
        for done, path in enumerate(changed):
            watch.sent(done, len(changed))
            folder.stage(made.file(path), made.staged(path), watch)
        gone_then = (*changed, *removed)
        if earlier and gone_then and earlier.keep(folder, taken.before, gone_then, touching, watch):
            undo = digest(after)
        if watch.is_cancelled():
            raise Cancelled
    except Cancelled:
        folder.clear_stage()
        raise
    if changed or removed or folder.read(MANIFEST) != after:
        folder.write(MANIFEST, touching)
        _put_in_place(folder, made, changed, removed)
        folder.write(MANIFEST, after)
    folder.clear_stage()
    watch.sent(len(changed), len(changed))
    return taken.sent(len(changed), undo)


def _put_in_place(folder: RemoteFolder, made: Made, changed: list[str], removed: list[str]) -> None:
    try:
        for path in sorted(changed, key=_rank):
            folder.put(path, made.staged(path))
        for path in removed:
            folder.remove(path)
    except ExportFault as fault:
        raise ExportFault(
            _(
                "{removesuffix} Some pages are new now and some old, each of them whole. Publish again "
                "once that is mended."
            ).format(removesuffix=str(fault).removesuffix(AS_IT_WAS)),
            code=fault.code,
        ) from fault


def _rank(path: str) -> tuple[int, str]:
    """What pages need comes first, then pages, then lists and feeds that name them; the home page is the last."""
    if not path.endswith(_LISTS):
        return 0, path
    is_page = path.startswith("research/") and path.count("/") == 2
    return (3 if path == "index.html" else 1 if is_page else 2), path
