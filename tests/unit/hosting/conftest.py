"""Real repositories on this disk, made and read by the git program, and small exports to send."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

FIRST = {"index.html": b"one", "research/a/index.json": b"a", "gone/index.html": b"gone", "same.txt": b"same\r\n"}
SECOND = {"index.html": b"two", "research/a/index.json": b"A", "new/b/index.html": b"b", "same.txt": b"same\r\n"}

Git = Callable[..., str]


@pytest.fixture(autouse=True)
def _git_settings(home: Path) -> None:
    (home / ".gitconfig").write_text(
        "[user]\n\tname = Ann Lee\n\temail = ann@example.org\n[init]\n\tdefaultBranch = main\n"
    )


@pytest.fixture
def git() -> Git:
    """Runs the git program in a folder and gives back what it says."""

    def run(folder: Path, *arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    return run


@pytest.fixture
def bare(tmp_path: Path, git: Git) -> Path:
    """A bare repository whose branch main holds somebody's own files."""
    git(tmp_path, "init", "-q", "--bare", "server.git")
    other = tmp_path / "other"
    git(tmp_path, "clone", "-q", "server.git", "other")
    (other / "README.md").write_text("mine\n")
    (other / "CNAME").write_text("example.org\n")
    git(other, "add", ".")
    git(other, "commit", "-qm", "Begin")
    git(other, "push", "-q", "origin", "HEAD:main")
    return tmp_path / "server.git"


def shown(git: Git, repo: Path, branch: str = "main") -> dict[str, bytes]:
    """Every file of a branch with its bytes, as the git program reads it."""
    names = git(repo, "ls-tree", "-r", "--name-only", branch).splitlines()
    return {
        name: subprocess.run(["git", "show", f"{branch}:{name}"], cwd=repo, capture_output=True, check=True).stdout
        for name in names
    }


@pytest.fixture(name="shown")
def _shown() -> object:
    return shown
