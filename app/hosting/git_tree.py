"""The tree of a git commit as the place of a website: only what our manifest lists in its folder is ever changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dulwich.diff_tree import tree_changes
from dulwich.object_store import BaseObjectStore, commit_tree_changes, iter_tree_contents
from dulwich.objects import Blob, ObjectID, Tree

from app.errors import Cancelled, ExportFault
from app.hosting.target import Files, Taken, Watch
from app.publish.manifest import MANIFEST, Manifest, manifest_from
from app.translation import _

NO_JEKYLL = ".nojekyll"
"""Its presence tells some hosts to show the files as they are."""
_FILE = 0o100644
Change = tuple[bytes, int | None, ObjectID | None]


@dataclass(slots=True)
class SiteTree:
    """One commit's tree, seen from the site's folder in it (empty: the root)."""

    store: BaseObjectStore
    tree: bytes | None
    folder: str
    entries: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    """Mode and object of every file of the whole tree."""

    def __post_init__(self) -> None:
        if self.tree is not None:
            for entry in iter_tree_contents(self.store, ObjectID(self.tree)):
                self.entries[entry.path.decode("utf-8", "surrogateescape")] = (entry.mode or 0, entry.sha or b"")

    def manifest(self) -> Manifest:
        """What we wrote into the folder. Raises ExportFault when the manifest there is not one of ours."""
        data = self.read(MANIFEST)
        return Manifest() if data is None else manifest_from(data, self.place(MANIFEST))

    def read(self, path: str) -> bytes | None:
        """A file of the folder."""
        entry = self.entries.get(self.place(path))
        blob = self.store[ObjectID(entry[1])] if entry and entry[1] in self.store else None  # type: ignore[operator]
        return blob.data if isinstance(blob, Blob) else None

    def place(self, path: str) -> str:
        """Where a file of the site stands in the whole tree."""
        return f"{self.folder}/{path}" if self.folder else path

    def with_files(self, files: Files, form: str, name: str, watch: Watch) -> tuple[bytes, Taken, int]:
        """The tree that holds these files beside what is not ours, what was taken, and how many files are new."""
        before = self.manifest()
        folders = {folder for path in self.entries for folder in _folders(path)}

        def is_taken(path: str) -> bool:
            place = self.place(path)
            is_ours = path in before.files or path == NO_JEKYLL
            blocked = any(folder in self.entries for folder in _folders(place))
            return blocked or place in folders or (place in self.entries and not is_ours)

        taken = Taken(name, before, form, is_taken)
        changes = []
        for path, data in files:
            if watch.is_cancelled():
                raise Cancelled
            taken.take(path, data)
            changes += self._put(path, data)
        if NO_JEKYLL not in taken.hashes and (NO_JEKYLL in before.files or self.place(NO_JEKYLL) not in self.entries):
            taken.take(NO_JEKYLL, b"")
            changes += self._put(NO_JEKYLL, b"")
        written = len(changes)
        gone = [self.place(path) for path in taken.removed()]
        changes += [(_raw(place), None, None) for place in gone if place in self.entries]
        changes += self._put(MANIFEST, taken.after().to_bytes())
        return self.changed(changes), taken, written

    def changed(self, changes: Iterable[Change]) -> bytes:
        """A tree with these changes."""
        base: ObjectID | Tree = ObjectID(self.tree) if self.tree is not None else Tree()
        return commit_tree_changes(self.store, base, list(changes))

    def without(self, old: bytes | None, new: bytes) -> bytes:
        """A tree in which what changed from `old` to `new` is as it was. Raises ExportFault where it cannot be."""
        nothing = Tree()
        self.store.add_object(nothing)
        back: list[Change] = []
        for change in tree_changes(self.store, ObjectID(old or nothing.id), ObjectID(new)):
            was, became = change.old, change.new
            path = (became.path if became and became.path else was.path if was else b"") or b""
            here = self.entries.get(path.decode("utf-8", "surrogateescape"))
            before = (was.mode or 0, was.sha or b"") if was and was.path else None
            after = (became.mode or 0, became.sha or b"") if became and became.path else None
            if here == before:
                continue
            if here != after:
                raise ExportFault(
                    _(
                        "“{decode}” was changed since it was published, so this publish cannot be taken "
                        "back. Publish again instead."
                    ).format(decode=path.decode("utf-8", "replace")),
                    code="changed-since",
                )
            back.append((path, *((before[0], ObjectID(before[1])) if before else (None, None))))
        return self.changed(back) if back else self.tree or nothing.id

    def _put(self, path: str, data: bytes) -> list[Change]:
        blob, place = Blob.from_string(data), self.place(path)
        if self.entries.get(place) == (_FILE, blob.id):
            return []
        self.store.add_object(blob)
        return [(_raw(place), _FILE, blob.id)]


def _folders(path: str) -> list[str]:
    parts = path.split("/")[:-1]
    return ["/".join(parts[: end + 1]) for end in range(len(parts))]


def _raw(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")
