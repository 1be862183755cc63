"""The writer's own clone: its branch and work tree follow a publish, and nothing of theirs is ever overwritten."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from dulwich import porcelain
from dulwich.diff_tree import tree_changes
from dulwich.graph import can_fast_forward
from dulwich.objects import Commit, ObjectID
from dulwich.refs import Ref
from dulwich.repo import Repo

from app.errors import ExportFault
from app.hosting.git_remote import Moved, Remote
from app.hosting.target import Watch
from app.translation import _


@dataclass(frozen=True, slots=True)
class Clone:
    """A clone with a work tree. `branch` empty: the one that is checked out. `remote` None: it has none."""

    repo: Repo
    branch: str
    remote: Remote | None

    @staticmethod
    def remote_url(repo: Repo) -> str:
        """The address of `origin`, else of the first remote; empty where there is none."""
        config = repo.get_config()
        names = [section[1] for section in config.sections() if len(section) == 2 and section[0] == b"remote"]
        for name in sorted(names, key=lambda name: name != b"origin"):
            with contextlib.suppress(KeyError):
                return config.get((b"remote", name), b"url").decode()
        return ""

    def newest(self, watch: Watch) -> tuple[str, bytes | None]:
        """The branch, and the newer of its commit here and at the remote. Raises ExportFault when they went apart."""
        branch = self.branch or self._checked_out()
        here = self._head(branch)
        there = self.remote.fetch(self.repo, branch, watch)[1] if self.remote else None
        if here is None or there is None or here == there:
            return branch, here or there
        for older, newer in ((here, there), (there, here)):
            if can_fast_forward(self.repo, ObjectID(older), ObjectID(newer)):
                return branch, newer
        raise ExportFault(
            _(
                "The branch {branch} has gone apart: this clone has commits that the remote lacks, and "
                "the other way round. Bring them together with your git program, then publish again."
            ).format(branch=branch),
            code="moved",
        )

    def put(self, base: bytes | None, commit: bytes, watch: Watch) -> None:
        """Push, then let the branch here and its files follow. Raises ExportFault before anything is changed."""
        ref = Ref(f"refs/heads/{self.branch}".encode())
        here = self._head(self.branch)
        is_checked_out = self.branch == self._checked_out()
        if is_checked_out:
            self._refuse_own_changes(here, commit)
        if self.remote:
            there = self.remote.fetch(self.repo, self.branch, watch)[1]
            if there not in (None, base) and not can_fast_forward(self.repo, ObjectID(there), ObjectID(commit)):
                raise Moved
            self.remote.push(self.repo, self.branch, there, commit, watch)
        if is_checked_out:
            porcelain.reset(self.repo, "hard", commit)
        if self._head(self.branch) != commit and not self.repo.refs.set_if_equals(ref, here, ObjectID(commit)):
            raise ExportFault(_("Your clone changed while it was published. Update it with your git program."))

    def _checked_out(self) -> str:
        chain, _commit = self.repo.refs.follow(Ref(b"HEAD"))
        name = chain[-1]
        if not name.startswith(b"refs/heads/"):
            raise ExportFault(
                _("No branch is checked out in this clone. Name the branch to publish to."), code="bad-place"
            )
        return name.removeprefix(b"refs/heads/").decode()

    def _head(self, branch: str) -> ObjectID | None:
        ref = Ref(f"refs/heads/{branch}".encode())
        return ref_value(self.repo, ref)

    def _refuse_own_changes(self, here: bytes | None, commit: bytes) -> None:
        """Raise when the files of the clone hold work that is in no commit and that would be written over."""
        status = porcelain.status(self.repo, untracked_files="no")
        if status.unstaged or any(status.staged.values()):
            raise ExportFault(
                _(
                    "{path} holds changes that are in no commit. Commit them with your git program, then "
                    "publish again. Nothing was published."
                ).format(path=self.repo.path),
                code="own-changes",
            )
        old = tree_of(self.repo, here) if here else None
        new = tree_of(self.repo, commit)
        for change in tree_changes(self.repo.object_store, old, new):
            if change.type == "add" and change.new and change.new.path:
                place = Path(self.repo.path) / change.new.path.decode("utf-8", "surrogateescape")
                if place.exists() or place.is_symlink():
                    raise ExportFault(
                        _(
                            "{place} is in the way: it is in no commit. Move it, or commit it. Nothing was published."
                        ).format(place=place),
                        code="in-the-way",
                    )


def ref_value(repo: Repo, ref: Ref) -> ObjectID | None:
    """The commit that a ref names; None when there is no such ref."""
    try:
        return repo.refs[ref]
    except KeyError:
        return None


def tree_of(repo: Repo, commit: bytes) -> ObjectID:
    """The tree of a commit."""
    found = repo[ObjectID(commit)]
    assert isinstance(found, Commit)
    return ObjectID(found.tree)
