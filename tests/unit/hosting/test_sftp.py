"""A server as the place of a website: a real one by SFTP on this machine, also slow, cut off, refusing and full."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import paramiko
import pytest
from sftp_server import SftpServer

from app.errors import Cancelled, ExportFault
from app.hosting.sftp import SftpTarget
from app.hosting.sftp_connection import UnknownHost
from app.hosting.target import Watch
from app.model.place import SERVER, Place

FIRST = {
    "index.html": b"one",
    "research/a/index.json": b"a" * 5000,
    "gone/deep/index.html": b"gone",
    "one.txt": b"",
    "two.txt": b"",
}
SECOND = {
    "index.html": b"two",
    "research/a/index.json": b"A" * 5000,
    "new/b/index.html": b"b",
    "one.txt": b"",
    "two.txt": b"",
}
OWN = {"notes.txt": b"theirs", "gone/notes.txt": b"theirs too"}


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def site(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree(folder).items() if path != ".plainspoken.json"}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SftpServer]:
    root = tmp_path / "root"
    (root / "www" / "gone").mkdir(parents=True)
    for path, data in OWN.items():
        (root / "www" / path).write_bytes(data)
    served = SftpServer(root)
    yield served
    served.close()


@pytest.fixture
def target(server: SftpServer, tmp_path: Path) -> SftpTarget:
    place = Place(SERVER, "127.0.0.1", folder="www", user="ann", port=server.port)
    with pytest.raises(UnknownHost) as met:
        SftpTarget(place, tmp_path / "copies", "secret").check(Watch())
    assert server.key.fingerprint in met.value.key and server.key.fingerprint in str(met.value)
    return SftpTarget(replace(place, host_key=met.value.key), tmp_path / "copies", "secret", pauses_s=(0.0, 0.0))


def test_a_site_is_put_beside_what_is_not_ours(server: SftpServer, target: SftpTarget) -> None:
    www = server.root / "www"
    sent = target.send(FIRST.items(), "site", Watch())
    assert (sent.written, sent.unchanged, sent.removed) == (5, 0, 0)
    assert site(www) == OWN | FIRST
    sent = target.send(SECOND.items(), "site", Watch())
    assert (sent.written, sent.unchanged, sent.removed) == (3, 2, 1)
    assert site(www) == OWN | SECOND and not (www / "gone" / "deep").exists()
    received = server.files_received
    assert target.send(SECOND.items(), "site", Watch()).written == 0
    assert server.files_received == received
    assert target.manifest().slugs("site") == {"a"} and target.read("research/a/index.json") == b"A" * 5000


def test_a_server_without_renaming_over_a_file(server: SftpServer, target: SftpTarget) -> None:
    server.has_posix_rename = False
    target.send(FIRST.items(), "site", Watch())
    target.send(SECOND.items(), "site", Watch())
    assert site(server.root / "www") == OWN | SECOND


@pytest.mark.parametrize("cut_after_bytes", [0, 3, 4000, 5020])
def test_a_cut_while_files_travel_goes_on_where_it_stopped(
    cut_after_bytes: int, server: SftpServer, target: SftpTarget
) -> None:
    target.send(FIRST.items(), "site", Watch())
    server.cut_after_bytes = cut_after_bytes
    target.send(SECOND.items(), "site", Watch())
    assert server.cut_after_bytes is None and site(server.root / "www") == OWN | SECOND


def test_a_cut_that_lasts_leaves_the_site_and_the_next_publish_goes_on(server: SftpServer, target: SftpTarget) -> None:
    target.send(FIRST.items(), "site", Watch())
    before, server.cut_after_bytes = site(server.root / "www"), 5100
    with pytest.raises(ExportFault, match="goes on where it stopped"):
        replace(target, pauses_s=()).send({"new.html": b"n" * 5000, **SECOND}.items(), "site", Watch())
    after = site(server.root / "www")
    assert {path: data for path, data in after.items() if not path.startswith(".plainspoken")} == before
    server.bytes_received = 0
    target.send({"new.html": b"n" * 5000, **SECOND}.items(), "site", Watch())
    assert server.bytes_received < 10_000  # the page that had arrived was not sent again
    assert site(server.root / "www") == OWN | SECOND | {"new.html": b"n" * 5000}


@pytest.mark.parametrize("renames", range(9))
def test_a_cut_at_any_rename_is_mended(renames: int, server: SftpServer, target: SftpTarget) -> None:
    target.send(FIRST.items(), "site", Watch())
    server.cut_after_renames = renames
    if renames < 7:
        with pytest.raises(ExportFault, match="goes on where it stopped"):
            replace(target, pauses_s=()).send(SECOND.items(), "site", Watch())
        pages = site(server.root / "www")
        assert all(pages.get(path) in (FIRST.get(path), SECOND.get(path)) for path in FIRST | SECOND)
    target.send(SECOND.items(), "site", Watch())
    assert site(server.root / "www") == OWN | SECOND
    assert target.send(SECOND.items(), "site", Watch()).unchanged == 5


def test_cancel_leaves_the_site(server: SftpServer, target: SftpTarget) -> None:
    target.send(FIRST.items(), "site", Watch())
    before, asked = tree(server.root), iter([False] * 7)
    with pytest.raises(Cancelled):
        target.send(SECOND.items(), "site", Watch(lambda: next(asked, True)))
    assert tree(server.root) == before


def test_no_room_is_a_sentence_and_the_site_stays(server: SftpServer, target: SftpTarget) -> None:
    target.send(FIRST.items(), "site", Watch())
    before, server.room_bytes = site(server.root / "www"), 2
    with pytest.raises(ExportFault, match="no room left"):
        target.send(SECOND.items(), "site", Watch())
    assert {path: data for path, data in site(server.root / "www").items() if "-upload/" not in path} == before


def test_a_place_that_may_not_be_written_is_found_by_the_check(server: SftpServer, target: SftpTarget) -> None:
    target.check(Watch())
    assert site(server.root / "www") == OWN
    server.is_read_only = True
    with pytest.raises(ExportFault, match="may not be written"):
        target.check(Watch())
    with pytest.raises(ExportFault, match="no folder"):
        replace(target, place=replace(target.place, folder="elsewhere")).check(Watch())


@pytest.mark.parametrize("path", ["index.html", "new", "research/a/index.json/x", "new/b/index.html/x"])
def test_a_file_of_somebody_else_is_never_written_over(path: str, server: SftpServer, target: SftpTarget) -> None:
    place = server.root / "www" / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(b"theirs")
    before = tree(server.root)
    with pytest.raises(ExportFault, match="in the way"):
        target.send(SECOND.items(), "site", Watch())
    assert tree(server.root) == before


def test_a_link_that_leads_elsewhere_is_in_the_way(server: SftpServer, target: SftpTarget, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (server.root / "www" / "new").symlink_to(tmp_path / "outside")
    with pytest.raises(ExportFault, match="in the way"):
        target.send(SECOND.items(), "site", Watch())
    assert not tree(tmp_path / "outside")


def test_another_key_than_last_time_is_refused(server: SftpServer, target: SftpTarget) -> None:
    server.key = paramiko.RSAKey.generate(2048)
    with pytest.raises(UnknownHost, match="another key") as met:
        target.send(FIRST.items(), "site", Watch())
    assert met.value.is_changed and site(server.root / "www") == OWN


def test_a_wrong_password_and_nobody_there(server: SftpServer, target: SftpTarget) -> None:
    with pytest.raises(ExportFault) as fault:
        replace(target, password="wrong").check(Watch())
    assert fault.value.code == "needs-password" and "wrong" not in str(fault.value)
    with pytest.raises(ExportFault) as fault:
        replace(target, password="").check(Watch())
    assert fault.value.code == "needs-password"
    server.close()
    with pytest.raises(ExportFault, match="does not come about"):
        target.check(Watch())


def test_a_key_instead_of_a_password(server: SftpServer, target: SftpTarget, tmp_path: Path) -> None:
    server.login_key = paramiko.RSAKey.generate(2048)
    file = tmp_path / "id_rsa"
    server.login_key.write_private_key_file(str(file), password="phrase")
    keyed = replace(target, place=replace(target.place, key_file=str(file)))
    replace(keyed, password="phrase").send(FIRST.items(), "site", Watch())
    assert site(server.root / "www") == OWN | FIRST
    with pytest.raises(ExportFault) as fault:
        replace(keyed, password="").check(Watch())
    assert fault.value.code == "needs-password"


def test_progress_counts_the_files_that_travel(target: SftpTarget) -> None:
    told: list[tuple[int, int]] = []
    target.send(FIRST.items(), "site", Watch(sent=lambda done, of: told.append((done, of))))
    assert told == [(done, 5) for done in range(6)]


def kept(target: SftpTarget, tmp_path: Path) -> SftpTarget:
    return replace(target, earlier=tmp_path / "earlier")


def test_a_publish_is_taken_back(server: SftpServer, target: SftpTarget, tmp_path: Path) -> None:
    target, www = kept(target, tmp_path), server.root / "www"
    first = target.send(FIRST.items(), "site", Watch())
    before = tree(www)
    second = target.send(SECOND.items(), "site", Watch())
    assert second.undo and target.send(SECOND.items(), "site", Watch()).undo == ""
    target.take_back(second.undo, Watch())
    assert tree(www) == before
    assert target.read("research/a/index.json") == b"a" * 5000 and "new/b/index.html" not in target.manifest().files
    with pytest.raises(ExportFault) as fault:
        target.take_back(first.undo, Watch())  # only the last one is kept
    assert fault.value.code == "no-undo" and tree(www) == before


def test_the_first_publish_is_taken_back(server: SftpServer, target: SftpTarget, tmp_path: Path) -> None:
    target = kept(target, tmp_path)
    sent = target.send(FIRST.items(), "site", Watch())
    target.take_back(sent.undo, Watch())
    assert tree(server.root / "www") == OWN and not target.manifest().files


@pytest.mark.parametrize("path", ["index.html", ".plainspoken.json", "new/b/index.html", "gone/deep/index.html"])
def test_what_was_changed_since_is_not_taken_back(
    path: str, server: SftpServer, target: SftpTarget, tmp_path: Path
) -> None:
    target, www = kept(target, tmp_path), server.root / "www"
    target.send(FIRST.items(), "site", Watch())
    sent = target.send(SECOND.items(), "site", Watch())
    (www / path).parent.mkdir(parents=True, exist_ok=True)
    (www / path).write_bytes((www / path).read_bytes() + b"\n" if (www / path).exists() else b"theirs")
    before = tree(www)
    with pytest.raises(ExportFault, match="changed since"):
        target.take_back(sent.undo, Watch())
    assert tree(www) == before


@pytest.mark.parametrize("renames", range(3, 9))
def test_a_publish_that_was_cut_and_went_on_is_taken_back(
    renames: int, server: SftpServer, target: SftpTarget, tmp_path: Path
) -> None:
    target, www = kept(target, tmp_path), server.root / "www"
    target.send(FIRST.items(), "site", Watch())
    before, server.cut_after_renames = tree(www), renames
    if renames < 7:
        with pytest.raises(ExportFault, match="goes on where it stopped"):
            replace(target, pauses_s=()).send(SECOND.items(), "site", Watch())
    sent = target.send(SECOND.items(), "site", Watch())
    assert site(www) == OWN | SECOND
    target.take_back(sent.undo, Watch())
    assert tree(www) == before


@pytest.mark.parametrize("renames", range(8))
def test_a_taking_back_that_is_cut_goes_on(
    renames: int, server: SftpServer, target: SftpTarget, tmp_path: Path
) -> None:
    target, www = kept(target, tmp_path), server.root / "www"
    target.send(FIRST.items(), "site", Watch())
    before = tree(www)
    sent = target.send(SECOND.items(), "site", Watch())
    server.cut_after_renames = renames
    with pytest.raises(ExportFault, match="goes on where it stopped"):
        replace(target, pauses_s=()).take_back(sent.undo, Watch())
    target.take_back(sent.undo, Watch())
    assert tree(www) == before


def test_somebody_elses_cut_publish_cannot_be_taken_back(
    server: SftpServer, target: SftpTarget, tmp_path: Path
) -> None:
    target.send(FIRST.items(), "site", Watch())
    server.cut_after_renames = 5
    with pytest.raises(ExportFault, match="goes on where it stopped"):
        replace(target, pauses_s=()).send(SECOND.items(), "site", Watch())
    sent = kept(target, tmp_path).send(SECOND.items(), "site", Watch())
    assert sent.undo == "" and site(server.root / "www") == OWN | SECOND


def test_cancelled_while_it_is_taken_back(server: SftpServer, target: SftpTarget, tmp_path: Path) -> None:
    target, www = kept(target, tmp_path), server.root / "www"
    target.send(FIRST.items(), "site", Watch())
    sent = target.send(SECOND.items(), "site", Watch())
    before = tree(www)
    with pytest.raises(Cancelled):
        target.take_back(sent.undo, Watch(lambda: True))
    assert tree(www) == before
