"""A zip file as the place of a website."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import Cancelled, ExportFault
from app.hosting.target import Sent, Watch
from app.hosting.zip_file import ZipTarget

FIRST = {"index.html": b"one", "research/a/index.json": b"a", "gone/index.html": b"gone"}
SECOND = {"index.html": b"two", "research/a/index.json": b"a", "new.html": b"b"}


def test_the_same_export_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "one.zip", tmp_path / "deep" / "two.zip"
    assert ZipTarget(one).send(FIRST.items(), "site", Watch()) == Sent(str(one), 3, 0, 0)
    ZipTarget(two).send(FIRST.items(), "site", Watch())
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as packed:
        assert packed.testzip() is None
        assert {name: packed.read(name) for name in FIRST} == FIRST
        assert {member.date_time for member in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_second_export_counts_what_changed_and_leaves_a_file_that_is_the_same(tmp_path: Path) -> None:
    target = ZipTarget(tmp_path / "site.zip")
    target.send(FIRST.items(), "site", Watch())
    os.utime(target.path, (1, 1))
    assert target.send(FIRST.items(), "site", Watch()) == Sent(str(target.path), 0, 3, 0)
    assert target.path.stat().st_mtime == 1
    assert target.send(SECOND.items(), "site", Watch()) == Sent(str(target.path), 2, 1, 1)
    assert target.manifest().slugs("site") == {"a"}
    assert target.read("new.html") == b"b" and target.read("gone/index.html") is None


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x05\x06" + bytes(18)])
def test_a_file_of_somebody_else_is_refused(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "site.zip"
    file.write_bytes(content)
    for act in (lambda: ZipTarget(file).check(Watch()), lambda: ZipTarget(file).send(FIRST.items(), "site", Watch())):
        with pytest.raises(ExportFault, match="did not write it"):
            act()
    assert file.read_bytes() == content


def test_cancel_and_faults_leave_the_old_file(tmp_path: Path) -> None:
    target = ZipTarget(tmp_path / "site.zip")
    target.send(FIRST.items(), "site", Watch())
    before = target.path.read_bytes()
    with pytest.raises(Cancelled):
        target.send(SECOND.items(), "site", Watch(is_cancelled=lambda: True))
    with pytest.raises(ExportFault, match="cannot be a file"):
        target.send({"../x": b""}.items(), "site", Watch())
    assert target.path.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["site.zip"]


def test_other_summaries_are_not_dropped_unasked(tmp_path: Path) -> None:
    file = tmp_path / "site.zip"
    ZipTarget(file).send(FIRST.items(), "site", Watch())
    with pytest.raises(ExportFault, match="other summaries"):
        ZipTarget(file, only={"b"}).send(SECOND.items(), "site", Watch())
    ZipTarget(file, only={"b"}, may_replace=True).send(SECOND.items(), "site", Watch())


@given(st.binary(max_size=200))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_a_sentence(tmp_path: Path, noise: bytes) -> None:
    target = ZipTarget(tmp_path / "site.zip")
    target.path.unlink(missing_ok=True)
    target.send(FIRST.items(), "site", Watch())
    whole = target.path.read_bytes()
    target.path.write_bytes(whole[: len(whole) // 2] + noise + whole[len(whole) // 2 + len(noise) :])
    try:
        target.manifest()
    except ExportFault as fault:
        assert str(target.path) in str(fault)


def test_the_last_export_is_taken_back(tmp_path: Path) -> None:
    target = ZipTarget(tmp_path / "site.zip", earlier=tmp_path / "data" / "earlier.zip")
    first = target.send(FIRST.items(), "site", Watch())
    before = target.path.read_bytes()
    second = target.send(SECOND.items(), "site", Watch())
    assert target.send(SECOND.items(), "site", Watch()).undo == "", "nothing was changed"
    target.take_back(second.undo, Watch())
    assert target.path.read_bytes() == before
    target.path.write_bytes(before + b"x")
    with pytest.raises(ExportFault, match="changed since"):
        target.take_back(first.undo, Watch())
    target.path.write_bytes(before)
    target.take_back(first.undo, Watch())
    assert [file.name for file in tmp_path.iterdir()] == ["data"]
