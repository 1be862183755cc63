"""What every place that takes an export can do, and how it tells what was done. Each place is one class beside this."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from app.errors import ExportFault
from app.publish.manifest import MANIFEST, Manifest, Written, digest, is_safe_path
from app.translation import _

Files = Iterable[tuple[str, bytes]]


def never() -> bool:
    """Nobody cancels."""
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """How a long send is looked at: `is_cancelled` stops it, `sent` hears (done, of) while files travel."""

    is_cancelled: Callable[[], bool] = never
    sent: Callable[[int, int], None] = lambda _done, _of: None


@dataclass(frozen=True, slots=True)
class Sent:
    """What a publish did, in files. `undo` is what `take_back` wants; empty when there is nothing to take back."""

    to: str
    written: int
    unchanged: int
    removed: int
    undo: str = ""


class UnknownHost(ExportFault):
    """The server is met for the first time, or shows another key. `key` is what it showed, `is_changed` which it is."""

    def __init__(self, sentence: str, key: str, is_changed: bool) -> None:
        super().__init__(sentence, code="host-changed" if is_changed else "unknown-host")
        self.key, self.is_changed = key, is_changed


class Target(Protocol):
    """A place. Every method may raise ExportFault with a sentence, and then the place is as it was."""

    def manifest(self) -> Manifest:
        """What we wrote there last, as far as it is known without opening a connection."""

    def read(self, path: str) -> bytes | None:
        """A file of ours as it stands there, likewise; None when it is not known."""

    def check(self, watch: Watch) -> None:
        """Whether the place can be reached and written. Changes nothing."""

    def send(self, files: Files, form: str, watch: Watch) -> Sent:
        """Make the place hold exactly these files of one form, beside what is not ours. Also raises Cancelled."""

    def take_back(self, undo: str, watch: Watch) -> Sent:
        """Bring the place back to what it was before the publish that gave `undo`."""


@dataclass(slots=True)
class Taken:
    """Files as they come out of the export, held against the place's manifest: the same rule for every place."""

    name: str
    before: Manifest
    form: str
    is_taken: Callable[[str], bool]
    """Whether something stands at a path, or where its folders would have to be, that is not ours."""
    hashes: dict[str, str] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)

    def take(self, path: str, data: bytes) -> str:
        """The SHA-256 of the file. Raises ExportFault when its path is unsafe or belongs to somebody else."""
        if not is_safe_path(path) or path.lower() in self._seen or path == MANIFEST:
            raise ExportFault(
                _("“{path}” cannot be a file of an export. Nothing was published.").format(path=path), code="bad-path"
            )
        self._seen.add(path.lower())
        if self.is_taken(path):
            raise in_the_way(path, self.name)
        self.hashes[path] = digest(data)
        return self.hashes[path]

    def after(self) -> Manifest:
        """The manifest once these files are there."""
        return self.before.after(self.form, self.hashes)

    def removed(self) -> list[str]:
        """Files of ours that nothing wants any more."""
        kept = self.after().files
        return [path for path in self.before.files if path not in kept]

    def sent(self, written: int, undo: str = "") -> Sent:
        """The count of it all."""
        return Sent(self.name, written, len(self.hashes) - written, len(self.removed()), undo)


def in_the_way(path: str, name: str) -> ExportFault:
    """Somebody else's file stands where one of ours should go."""
    return ExportFault(
        _(
            "“{path}” in {name} is in the way: Plainspoken did not write it. Choose another folder, or "
            "move it. Nothing was published."
        ).format(path=path, name=name),
        code="in-the-way",
    )


def touched(manifest: Manifest, paths: Iterable[str], form: str) -> Manifest:
    """The manifest while files are being put in place: these paths are ours, but what they hold is not known."""
    unknown = {path: Written("", (form,)) for path in paths}
    return Manifest(dict(sorted({**manifest.files, **unknown}.items())))
