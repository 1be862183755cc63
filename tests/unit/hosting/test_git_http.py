"""A git repository over HTTP: a real server on this machine that wants a password, refuses, fails and goes away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from git_server import GitServer

from app.errors import ExportFault
from app.hosting.git import GitTarget
from app.hosting.target import Watch
from app.model.place import GIT, Place

SITE = {"index.html": b"one", "research/a/index.json": b"a"}
Git = Callable[..., str]
Shown = Callable[..., dict[str, bytes]]


@pytest.fixture
def server(bare: Path) -> Iterator[GitServer]:
    served = GitServer(bare)
    yield served
    served.close()


def target(server: GitServer, tmp_path: Path, password: str = "token", user: str = "ann") -> GitTarget:
    place = Place(GIT, server.url, branch="main", user=user)
    return GitTarget(place, tmp_path / "copies", ("Bo Ek", ""), password, clock=lambda: 1e9, pauses_s=(0.0, 0.0))


def test_with_the_right_password_it_goes_out_and_back(
    server: GitServer, tmp_path: Path, bare: Path, git: Git, shown: Shown
) -> None:
    place = target(server, tmp_path)
    place.check(Watch())
    before = shown(git, bare)
    sent = place.send(SITE.items(), "site", Watch())
    assert shown(git, bare)["index.html"] == b"one" and sent.undo == git(bare, "rev-parse", "main")
    place.take_back(sent.undo, Watch())
    assert shown(git, bare) == before


@pytest.mark.parametrize("password", ["", "wrong"])
@pytest.mark.parametrize("asks_to_read", [True, False])
def test_without_it_a_sentence_asks_for_one_and_nothing_is_there(
    password: str, asks_to_read: bool, server: GitServer, tmp_path: Path, bare: Path, git: Git
) -> None:
    server.asks_to_read = asks_to_read
    before = git(bare, "for-each-ref")
    with pytest.raises(ExportFault, match="user name and a password") as fault:
        target(server, tmp_path, password).send(SITE.items(), "site", Watch())
    assert fault.value.code == "needs-password" and "wrong" not in str(fault.value)
    assert git(bare, "for-each-ref") == before
    assert target(server, tmp_path).send(SITE.items(), "site", Watch()).written == 3  # the same again, with it


@pytest.mark.parametrize(
    ("attribute", "status", "words", "code"),
    [
        ("push_status", "403 Forbidden", "does not let you write", "refused"),
        ("status", "403 Forbidden", "does not let you", "refused"),
        ("status", "404 Not Found", "no git repository", "not-found"),
        ("status", "500 Internal Server Error", "answered with a fault of its own", "cut-off"),
        ("push_status", "503 Service Unavailable", "answered with a fault of its own", "cut-off"),
        ("push_status", "413 Request Entity Too Large", "too large", "refused"),
        ("status", "429 Too Many Requests", "too many requests", "cut-off"),
    ],
)
def test_a_refusal_is_a_sentence_and_nothing_is_half(
    attribute: str, status: str, words: str, code: str, server: GitServer, tmp_path: Path, bare: Path, git: Git
) -> None:
    setattr(server, attribute, status)
    before = git(bare, "for-each-ref")
    with pytest.raises(ExportFault, match=words) as fault:
        target(server, tmp_path).send(SITE.items(), "site", Watch())
    assert fault.value.code == code and git(bare, "for-each-ref") == before
    setattr(server, attribute, "")
    assert target(server, tmp_path).send(SITE.items(), "site", Watch()).written == 3


def test_what_passes_is_tried_again(server: GitServer, tmp_path: Path) -> None:
    server.failures = 2
    assert target(server, tmp_path).send(SITE.items(), "site", Watch()).written == 3


def test_a_server_that_is_gone_is_a_sentence(server: GitServer, tmp_path: Path) -> None:
    server.close()
    with pytest.raises(ExportFault, match="could not be reached") as fault:
        target(server, tmp_path).check(Watch())
    assert fault.value.code == "offline"


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # dulwich leaves its ssh to the collector
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_ssh_that_lets_nobody_in_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = {
        "git@example.org: Permission denied (publickey).": "did not let you in",
        "Host key verification failed.": "did not let you in",
        "ssh: Could not resolve hostname example.org: Name or service not known": "could not be reached",
        "ssh: connect to host example.org port 22: Connection refused": "could not be reached",
    }
    for line, words in said.items():
        program = tmp_path / "bin" / "ssh"
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\necho '{line}' >&2\nexit 255\n")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
        place = Place(GIT, "git@example.org:help/site.git", branch="main")
        with pytest.raises(ExportFault, match=words):
            GitTarget(place, tmp_path / "copies", pauses_s=()).check(Watch())
