"""A git repository as the place of a website: a real bare one, a real clone, read back by the git program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import Cancelled, ExportFault
from app.hosting.git import GitTarget
from app.hosting.target import Watch
from app.model.place import GIT, Place

FIRST = {"index.html": b"one", "research/a/index.json": b"a", "gone/index.html": b"gone", "same.txt": b"same\r\n"}
SECOND = {"index.html": b"two", "research/a/index.json": b"A", "new/b/index.html": b"b", "same.txt": b"same\r\n"}
OWN = {"README.md": b"mine\n", "CNAME": b"example.org\n"}
Shown = Callable[..., dict[str, bytes]]
Git = Callable[..., str]


def target(tmp_path: Path, address: object, **place: str) -> GitTarget:
    where = Place(GIT, str(address), **place)  # type: ignore[arg-type]
    return GitTarget(where, tmp_path / "copies", ("Bo Ek", "bo@example.org"), clock=lambda: 1e9, pauses_s=())


def without_ours(files: dict[str, bytes]) -> dict[str, bytes]:
    return {
        path: data for path, data in files.items() if path.rpartition("/")[2] not in (".plainspoken.json", ".nojekyll")
    }


@pytest.mark.parametrize("folder", ["", "docs"])
def test_a_publish_is_one_commit_beside_what_is_not_ours(
    folder: str, tmp_path: Path, bare: Path, git: Git, shown: Shown
) -> None:
    place = target(tmp_path, bare.as_uri(), folder=folder)
    lead = f"{folder}/" if folder else ""
    sent = place.send(FIRST.items(), "site", Watch())
    assert (sent.written, sent.unchanged, sent.removed) == (5, 0, 0)
    files = shown(git, bare)
    assert without_ours(files) == OWN | {lead + path: data for path, data in FIRST.items()}
    assert files[f"{lead}.nojekyll"] == b""
    sent = place.send(SECOND.items(), "site", Watch())
    assert (sent.written, sent.unchanged, sent.removed) == (3, 2, 1)
    assert without_ours(shown(git, bare)) == OWN | {lead + path: data for path, data in SECOND.items()}
    assert git(bare, "log", "--format=%an <%ae> %s", "main").splitlines() == [
        "Ann Lee <ann@example.org> Publish the website (3 written, 1 taken away)",
        "Ann Lee <ann@example.org> Publish the website (5 written)",
        "Ann Lee <ann@example.org> Begin",
    ]
    git(bare, "fsck", "--strict")
    assert place.send(SECOND.items(), "site", Watch()).undo == ""
    assert len(git(bare, "log", "--format=%h", "main").splitlines()) == 3


def test_a_new_branch_and_an_empty_repository(tmp_path: Path, bare: Path, git: Git, shown: Shown) -> None:
    target(tmp_path, bare.as_uri(), branch="gh-pages").send(FIRST.items(), "site", Watch())
    assert without_ours(shown(git, bare, "gh-pages")) == FIRST
    assert shown(git, bare) == OWN
    git(tmp_path, "init", "-q", "--bare", "empty.git")
    target(tmp_path, tmp_path / "empty.git").send(FIRST.items(), "site", Watch())
    assert without_ours(shown(git, tmp_path / "empty.git")) == FIRST


def test_what_others_push_meanwhile_stays(tmp_path: Path, bare: Path, git: Git, shown: Shown) -> None:
    place, other = target(tmp_path, bare.as_uri()), tmp_path / "other"
    place.send(FIRST.items(), "site", Watch())
    git(other, "pull", "-q", "origin", "main")

    def files() -> object:
        yield from SECOND.items()
        (other / "notes.txt").write_text("theirs\n")
        git(other, "add", ".")
        git(other, "commit", "-qm", "Meanwhile")
        git(other, "push", "-q", "origin", "HEAD:main")

    place.send(files(), "site", Watch())  # type: ignore[arg-type]
    assert without_ours(shown(git, bare)) == OWN | SECOND | {"notes.txt": b"theirs\n"}
    assert git(bare, "log", "--merges", "main") == ""


@pytest.mark.parametrize("path", ["index.html", "new", "research/a/index.json/x"])
def test_a_file_of_somebody_else_is_never_written_over(path: str, tmp_path: Path, bare: Path, git: Git) -> None:
    other = tmp_path / "other"
    (other / path).parent.mkdir(parents=True, exist_ok=True)
    (other / path).write_text("theirs\n")
    git(other, "add", ".")
    git(other, "commit", "-qm", "Theirs")
    git(other, "push", "-q", "origin", "HEAD:main")
    before = git(bare, "rev-parse", "main")
    with pytest.raises(ExportFault, match="in the way"):
        target(tmp_path, bare.as_uri()).send(SECOND.items(), "site", Watch())
    assert git(bare, "rev-parse", "main") == before


def test_cancel_leaves_the_branch(tmp_path: Path, bare: Path, git: Git) -> None:
    before, asked = git(bare, "rev-parse", "main"), iter([False, False, False, False, True])
    with pytest.raises(Cancelled):
        target(tmp_path, bare.as_uri()).send(FIRST.items(), "site", Watch(lambda: next(asked, True)))
    assert git(bare, "rev-parse", "main") == before


def test_a_publish_is_taken_back_and_later_work_of_others_stays(
    tmp_path: Path, bare: Path, git: Git, shown: Shown
) -> None:
    place, other = target(tmp_path, bare.as_uri()), tmp_path / "other"
    first = place.send(FIRST.items(), "site", Watch())
    before = shown(git, bare)
    second = place.send(SECOND.items(), "site", Watch())
    git(other, "pull", "-q", "origin", "main")
    (other / "notes.txt").write_text("theirs\n")
    git(other, "add", ".")
    git(other, "commit", "-qm", "Later")
    git(other, "push", "-q", "origin", "HEAD:main")
    place.take_back(second.undo, Watch())
    assert shown(git, bare) == before | {"notes.txt": b"theirs\n"}
    place.take_back(first.undo, Watch())
    assert shown(git, bare) == OWN | {"notes.txt": b"theirs\n"}
    assert place.take_back(first.undo, Watch()).undo == ""  # nothing is left to take back


def test_a_publish_that_was_changed_by_hand_is_not_taken_back(tmp_path: Path, bare: Path, git: Git) -> None:
    place, other = target(tmp_path, bare.as_uri()), tmp_path / "other"
    sent = place.send(FIRST.items(), "site", Watch())
    git(other, "pull", "-q", "origin", "main")
    (other / "index.html").write_text("by hand\n")
    git(other, "commit", "-qam", "By hand")
    git(other, "push", "-q", "origin", "HEAD:main")
    with pytest.raises(ExportFault, match="changed since"):
        place.take_back(sent.undo, Watch())


def test_the_writers_own_clone_follows(tmp_path: Path, bare: Path, git: Git, shown: Shown) -> None:
    git(tmp_path, "clone", "-q", str(bare), "mine")
    mine, other = tmp_path / "mine", tmp_path / "other"
    (other / "notes.txt").write_text("theirs\n")
    git(other, "add", ".")
    git(other, "commit", "-qm", "Meanwhile")
    git(other, "push", "-q", "origin", "HEAD:main")
    (mine / "draft.txt").write_text("in no commit\n")
    sent = target(tmp_path, mine, folder="docs").send(FIRST.items(), "site", Watch())
    expected = OWN | {"notes.txt": b"theirs\n"} | {f"docs/{path}": data for path, data in FIRST.items()}
    assert without_ours(shown(git, bare)) == expected
    assert git(mine, "rev-parse", "HEAD") == git(bare, "rev-parse", "main") == sent.undo
    assert git(mine, "status", "--porcelain") == "?? draft.txt"
    assert (mine / "docs" / "index.html").read_bytes() == b"one"
    target(tmp_path, mine, folder="docs").take_back(sent.undo, Watch())
    assert git(mine, "status", "--porcelain") == "?? draft.txt" and not (mine / "docs" / "index.html").exists()


def test_a_clone_with_work_in_no_commit_is_left_alone(tmp_path: Path, bare: Path, git: Git) -> None:
    git(tmp_path, "clone", "-q", str(bare), "mine")
    mine, before = tmp_path / "mine", git(bare, "rev-parse", "main")
    (mine / "README.md").write_text("half-done\n")
    with pytest.raises(ExportFault, match="in no commit"):
        target(tmp_path, mine).send(FIRST.items(), "site", Watch())
    git(mine, "checkout", "-q", "README.md")
    (mine / "index.html").write_text("half-done\n")
    with pytest.raises(ExportFault, match="in the way"):
        target(tmp_path, mine).send(FIRST.items(), "site", Watch())
    assert (mine / "index.html").read_text() == "half-done\n"
    assert git(bare, "rev-parse", "main") == git(mine, "rev-parse", "HEAD") == before


def test_a_clone_that_went_apart_is_a_sentence(tmp_path: Path, bare: Path, git: Git) -> None:
    git(tmp_path, "clone", "-q", str(bare), "mine")
    mine, other = tmp_path / "mine", tmp_path / "other"
    git(mine, "commit", "-q", "--allow-empty", "-m", "Mine")
    git(other, "commit", "-q", "--allow-empty", "-m", "Theirs")
    git(other, "push", "-q", "origin", "HEAD:main")
    with pytest.raises(ExportFault, match="gone apart"):
        target(tmp_path, mine).send(FIRST.items(), "site", Watch())


def test_what_is_known_without_asking(tmp_path: Path, bare: Path) -> None:
    place = target(tmp_path, bare.as_uri())
    assert not place.manifest().files
    place.send(FIRST.items(), "site", Watch())
    assert place.manifest().slugs("site") == {"a"} and place.read("research/a/index.json") == b"a"
    bare.rename(tmp_path / "away")
    assert place.manifest().slugs("site") == {"a"}
    with pytest.raises(ExportFault, match="no git repository"):
        place.check(Watch())


@pytest.mark.parametrize(
    ("address", "more"),
    [
        ("https://bo:secret@example.org/site.git", {}),
        ("ext::sh -c true", {}),
        ("http://example.org/site.git", {}),
        ("ssh://-oProxyCommand=x/site", {}),
        ("", {}),
        ("file:///x", {"folder": "../up"}),
        ("file:///x", {"folder": ".git/hooks"}),
        ("file:///x", {"branch": "a..b"}),
    ],
)
def test_a_place_that_cannot_be_is_a_sentence(address: str, more: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(ExportFault) as fault:
        target(tmp_path, address, **more).check(Watch())
    assert fault.value.code == "bad-place" and "secret" not in str(fault.value)
