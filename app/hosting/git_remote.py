"""A git remote over https, ssh or a file: its branches, fetch and push. Faults of the way: git_faults.py."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from dulwich.client import GitClient, default_urllib3_manager, get_transport_and_path
from dulwich.config import StackedConfig
from dulwich.errors import SendPackError
from dulwich.objects import ObjectID
from dulwich.refs import Ref
from dulwich.repo import Repo
from urllib3 import Retry

from app.errors import Cancelled, ExportFault
from app.hosting.git_faults import FAULTS, fault_of
from app.hosting.target import Watch
from app.translation import _

_SCP = re.compile(r"[\w.-]+@[\w.-]+:(?!/)\S+")
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_TIMEOUT_S = 60
_SSH = "ssh -o BatchMode=yes -o ConnectTimeout=20"
"""Never asks: a question on a terminal that nobody sees would wait for ever."""
PAUSES_S = (1.0, 3.0)

T = TypeVar("T")


class Moved(Exception):
    """Somebody pushed to the branch since we looked."""


@dataclass(frozen=True, slots=True)
class Remote:
    """A remote by its address. User and password are for https only."""

    url: str
    user: str = ""
    password: str = ""
    pauses_s: tuple[float, ...] = PAUSES_S

    def fetch(self, repo: Repo, branch: str, watch: Watch) -> tuple[str, bytes | None]:
        """The branch (the remote's own where none is named) and its newest commit, which `repo` then has."""
        chosen: list[ObjectID] = []

        def wanted(refs: Mapping[Ref, ObjectID | None], depth: int | None = None) -> list[ObjectID]:  # noqa: ARG001 - dulwich's
            name = _branch_ref(branch)
            chosen[:] = filter(None, [refs.get(name)])
            return [commit for commit in chosen if commit not in repo.object_store]

        def ask() -> str:
            nonlocal branch
            client, path = self._client()
            if not branch:
                branch = _default_branch(client, path)
            client.fetch(path, repo, determine_wants=wanted, progress=_heard(watch))
            return branch

        return self._tried(ask, watch), (chosen[0] if chosen else None)

    def push(self, repo: Repo, branch: str, base: bytes | None, commit: bytes, watch: Watch) -> None:
        """Put the commit at the branch's end. Raises Moved when that is no longer `base`."""
        name = _branch_ref(branch)

        def update(refs: dict[Ref, ObjectID]) -> dict[Ref, ObjectID]:
            if refs.get(name) not in (base, commit):  # `commit`: an attempt before this one arrived after all
                raise Moved
            return {name: commit}  # type: ignore[dict-item]

        def send() -> None:
            client, path = self._client()
            pack = repo.generate_pack_data
            result = client.send_pack(path.encode(), update, pack, progress=_heard(watch))  # type: ignore[arg-type]
            if reason := (result.ref_status or {}).get(name):
                raise SendPackError(reason)

        self._tried(send, watch)

    def _client(self) -> tuple[GitClient, str]:
        url, config = checked_url(self.url), StackedConfig.default()
        options: dict[str, object] = {"config": config, "quiet": True}
        if url.startswith(("https://", "http://")):
            pool = default_urllib3_manager(config, base_url=url, timeout=_TIMEOUT_S)
            pool.connection_pool_kw["retries"] = Retry(connect=0, read=0, redirect=3)  # tries are ours to count
            options["pool_manager"] = pool
            options |= {"username": self.user, "password": self.password} if self.password else {}
        else:
            options["ssh_command"] = _SSH
        return get_transport_and_path(url, **options)  # type: ignore[arg-type]

    def _tried(self, act: Callable[[], T], watch: Watch) -> T:
        """Do it; what may pass is tried again after a pause."""
        for pause_s in self.pauses_s:
            try:
                with self._as_sentences():
                    return act()
            except ExportFault as fault:
                if fault.code not in ("offline", "cut-off"):
                    raise
            wait(pause_s, watch)
        with self._as_sentences():
            return act()

    @contextlib.contextmanager
    def _as_sentences(self) -> Iterator[None]:
        try:
            yield
        except FAULTS as error:
            raise fault_of(error, shown_url(self.url)) from error


def checked_url(text: str) -> str:
    """The address of a remote. Raises ExportFault when it is none, or carries a password."""
    text = text.strip()
    if _SCP.fullmatch(text):
        return text
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.password:
        raise ExportFault(_("Leave the password out of the address: it is asked for apart."), code="bad-place")
    is_known = parts.scheme in ("https", "ssh") or (parts.scheme == "http" and parts.hostname in _LOOPBACK)
    if (is_known and parts.hostname and not parts.hostname.startswith("-")) or (parts.scheme == "file" and parts.path):
        return text
    raise ExportFault(
        _(
            "“{text}” is not the address of a git repository. It should look like "
            "https://example.org/name/site.git or git@example.org:name/site.git, or be the folder of "
            "your own clone."
        ).format(text=text),
        code="bad-place",
    )


def shown_url(url: str) -> str:
    """The address as it may stand in a sentence."""
    return re.sub(r"//[^/@]*@", "//", url)


def wait(pause_s: float, watch: Watch) -> None:
    """Pause, but no longer than the writer wants it. Raises Cancelled."""
    end = time.monotonic() + pause_s
    while True:
        if watch.is_cancelled():
            raise Cancelled
        left = end - time.monotonic()
        if left <= 0:
            return
        time.sleep(min(left, 0.05))


def is_local_clone(address: str) -> bool:
    """Whether the address is a folder with a clone that has a work tree."""
    return Path(address).is_absolute() and (Path(address) / ".git").exists()


def _heard(watch: Watch) -> Callable[[bytes], None]:
    def heard(_words: bytes) -> None:
        if watch.is_cancelled():
            raise Cancelled

    return heard


def _default_branch(client: GitClient, path: str) -> str:
    told = client.get_refs(path.encode())
    head = (told.symrefs or {}).get(Ref(b"HEAD"), b"")
    if head.startswith(b"refs/heads/"):
        return head.removeprefix(b"refs/heads/").decode()
    return "master" if Ref(b"refs/heads/master") in told.refs else "main"


def _branch_ref(branch: str) -> Ref:
    return Ref(f"refs/heads/{branch}".encode())
