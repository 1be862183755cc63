"""A git repository as the place of a website: one publish is one commit, pushed as a whole or not at all."""

from __future__ import annotations

import hashlib
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dulwich.config import StackedConfig
from dulwich.errors import NotGitRepository
from dulwich.objects import Commit, ObjectID
from dulwich.refs import Ref, check_ref_format
from dulwich.repo import Repo

from app.errors import Cancelled, ExportFault
from app.hosting.git_clone import Clone, ref_value, tree_of
from app.hosting.git_remote import Moved, Remote, checked_url, is_local_clone, shown_url
from app.hosting.git_tree import SiteTree
from app.hosting.target import Files, Sent, Watch, never
from app.model.place import Place
from app.publish.manifest import Manifest, is_safe_path
from app.translation import _

_TRIES = 4
"""So often is a publish put on top of what others pushed in the meantime."""


@dataclass(frozen=True, slots=True)
class GitTarget:
    """A remote, with a copy of our own in `copies`; or the writer's own clone, where `place.address` is its folder.

    `author` is a name and a mail address, which may be empty. `clock` gives seconds since 1970.
    """

    place: Place
    copies: Path
    author: tuple[str, str] = ("Plainspoken", "")
    password: str = ""
    clock: Callable[[], float] = time.time
    pauses_s: tuple[float, ...] | None = None

    @property
    def name(self) -> str:
        """The place in a sentence."""
        return shown_url(self.place.address)

    def manifest(self) -> Manifest:
        """What stood in the branch when we last looked."""
        with self._opened() as repo:
            return self._known(repo).manifest()

    def read(self, path: str) -> bytes | None:
        """A file as it stood there when we last looked."""
        with self._opened() as repo:
            return self._known(repo).read(path)

    def check(self, watch: Watch) -> None:
        """Ask the remote for the branch; look at the manifest there."""
        with self._opened() as repo:
            _way, base = self._newest(repo, watch)
            self._tree(repo, base).manifest()

    def send(self, files: Files, form: str, watch: Watch) -> Sent:
        """Commit and push. When others pushed meanwhile, the same files go on top of theirs."""

        def tree_on(tree: SiteTree) -> tuple[bytes, Sent]:
            nonlocal files
            made, taken, written = tree.with_files(files, form, self.name, watch)
            files = _again(SiteTree(tree.store, made, tree.folder), tuple(taken.hashes))
            return made, taken.sent(written)

        return self._committed(tree_on, watch, _words)

    def take_back(self, undo: str, watch: Watch) -> Sent:
        """Commit and push the opposite of a publish. Work of others since then stays."""
        with self._opened() as repo:
            self._newest(repo, watch)
            if undo.encode() not in repo.object_store:  # type: ignore[operator]
                raise ExportFault(_("That publish is not in {name} any more.").format(name=self.name), code="no-undo")
            done = repo[ObjectID(undo.encode())]
            assert isinstance(done, Commit)
            old = tree_of(repo, done.parents[0]) if done.parents else None

        def tree_on(tree: SiteTree) -> tuple[bytes, Sent]:
            return tree.without(old, done.tree), Sent(self.name, 0, 0, 0)

        return self._committed(tree_on, watch, lambda _sent: "Take back the last publish")

    def _committed(
        self, tree_on: Callable[[SiteTree], tuple[bytes, Sent]], watch: Watch, words: Callable[[Sent], str]
    ) -> Sent:
        with self._opened() as repo:
            for _ in range(_TRIES):
                branch, base = self._newest(repo, watch)
                before = self._tree(repo, base)
                tree, sent = tree_on(before)
                if watch.is_cancelled():
                    raise Cancelled
                if tree == before.tree:
                    return sent
                commit = self._commit(repo, tree, base, words(sent))
                try:
                    self._put(repo, branch, base, commit, watch)
                except Moved:
                    continue
                return Sent(sent.to, sent.written, sent.unchanged, sent.removed, commit.decode())
        raise ExportFault(
            _("Others are changing {name} all the time. Nothing was published; try again in a moment.").format(
                name=self.name
            ),
            code="moved",
        )

    def _newest(self, repo: Repo, watch: Watch) -> tuple[str, bytes | None]:
        """The branch and the commit on which a publish stands."""
        if is_local_clone(self.place.address):
            return Clone(repo, self.place.branch, self._remote_of(repo)).newest(watch)
        branch, base = self._remote(self.place.address).fetch(repo, self.place.branch, watch)
        if base is not None:
            repo.refs[_SEEN] = ObjectID(base)
        return branch, base

    def _put(self, repo: Repo, branch: str, base: bytes | None, commit: bytes, watch: Watch) -> None:
        if is_local_clone(self.place.address):
            Clone(repo, branch, self._remote_of(repo)).put(base, commit, watch)
            return
        self._remote(self.place.address).push(repo, branch, base, commit, watch)
        repo.refs[_SEEN] = ObjectID(commit)

    def _remote(self, url: str) -> Remote:
        pauses = {} if self.pauses_s is None else {"pauses_s": self.pauses_s}
        return Remote(_as_url(url), self.place.user or "git", self.password, **pauses)

    def _remote_of(self, repo: Repo) -> Remote | None:
        url = Clone.remote_url(repo)
        return self._remote(url) if url else None

    def _opened(self) -> Repo:
        """The writer's clone, or our copy of the remote, made where it is missing or of no use."""
        _refuse_bad(self.place)
        if is_local_clone(self.place.address):
            return Repo(self.place.address)
        checked_url(_as_url(self.place.address))
        folder = (
            self.copies / f"{hashlib.sha256(f'{self.place.address} {self.place.branch}'.encode()).hexdigest()[:20]}.git"
        )
        try:
            return Repo(folder)
        except NotGitRepository:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            return Repo.init_bare(folder)

    def _known(self, repo: Repo) -> SiteTree:
        if is_local_clone(self.place.address):
            _way, base = Clone(repo, self.place.branch, None).newest(Watch(never))
        else:
            base = ref_value(repo, _SEEN)
        return self._tree(repo, base)

    def _tree(self, repo: Repo, commit: bytes | None) -> SiteTree:
        tree = tree_of(repo, commit) if commit else None
        return SiteTree(repo.object_store, tree, self.place.folder.strip("/"))

    def _commit(self, repo: Repo, tree: bytes, base: bytes | None, words: str) -> bytes:
        commit = Commit()
        commit.tree, commit.parents = ObjectID(tree), [ObjectID(base)] if base else []
        commit.author = commit.committer = _signed(repo, *self.author)
        commit.author_time = commit.commit_time = int(self.clock())
        commit.author_timezone = commit.commit_timezone = 0
        commit.encoding, commit.message = b"UTF-8", f"{words}\n".encode()
        repo.object_store.add_object(commit)
        return commit.id


def _again(made: SiteTree, paths: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """The files of an export a second time, out of the tree that was made of them."""
    return ((path, made.read(path) or b"") for path in paths)


_SEEN = Ref(b"refs/published/seen")


def _signed(repo: Repo, name: str, mail: str) -> bytes:
    """Name and address: git's own settings first, for a clone of the writer's; then what Plainspoken knows."""
    config = repo.get_config_stack() if not repo.bare else StackedConfig.default()

    def setting(key: bytes) -> str:
        try:
            return config.get((b"user",), key).decode("utf-8", "replace")
        except KeyError:
            return ""

    known = (setting(b"name") or name or "Plainspoken", setting(b"email") or mail)
    clean = ["".join(letter for letter in part if letter.isprintable() and letter not in "<>") for part in known]
    return f"{clean[0].strip() or 'Plainspoken'} <{clean[1].strip()}>".encode("utf-8", "replace")


def _refuse_bad(place: Place) -> None:
    folder = place.folder.strip("/")
    if folder and (not is_safe_path(folder) or ".git" in folder.lower().split("/")):
        raise ExportFault(
            _("“{folder}” cannot be a folder of a site. It should look like docs.").format(folder=place.folder),
            code="bad-place",
        )
    if place.branch and not check_ref_format(Ref(f"refs/heads/{place.branch}".encode())):
        raise ExportFault(
            _("“{branch}” cannot be a branch. It should look like main.").format(branch=place.branch), code="bad-place"
        )


def _as_url(address: str) -> str:
    """A bare repository on this computer is a remote too."""
    return Path(address).as_uri() if Path(address).is_absolute() else address


def _words(sent: Sent) -> str:
    parts = [f"{sent.written} written" if sent.written else "", f"{sent.removed} taken away" if sent.removed else ""]
    return "Publish the website" + (f" ({', '.join(filter(None, parts))})" if any(parts) else "")
