"""One file, whole or not at all: what stood there stays when the disk refuses, and nothing is left beside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import BadInput
from app.whole_file import replace_file, write_whole

ROOT = Path(__file__).resolve().parents[2]
FULL = """
import resource, signal, sys
from pathlib import Path
from app.errors import BadInput
from app.whole_file import write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1024, resource.RLIM_INFINITY))
try:
    write_whole(Path(sys.argv[1]), b"after " * 1000)
except BadInput as fault:
    sys.exit(str(fault))
"""


def beside(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


def test_a_file_is_made_and_made_anew(tmp_path: Path) -> None:
    path = tmp_path / ("an é and a long name " * 12)[:240]
    for content in (b"", b"before", b"after"):
        write_whole(path, content)
        assert path.read_bytes() == content
    assert beside(path) == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on a file's size is of POSIX systems")
@pytest.mark.parametrize("was", [b"before", None])
def test_a_disk_that_is_full_leaves_what_was_there(tmp_path: Path, was: bytes | None) -> None:
    path = tmp_path / "copy.json"
    if was is not None:
        path.write_bytes(was)
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == f"The file was not written to {path}: File too large. Choose another place.\n"
    assert beside(path) == ([] if was is None else ["copy.json"])
    assert was is None or path.read_bytes() == was


@pytest.mark.parametrize("name", ["folder", "none/copy.json"])
def test_what_cannot_be_written_over_is_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(BadInput) as caught:
        write_whole(tmp_path / name, b"x")
    said = str(caught.value)
    assert str(tmp_path / name) in said and "Errno" not in said and said.endswith("Choose another place.")
    with pytest.raises(OSError):
        replace_file(tmp_path / name, b"x")
    assert [one.name for one in tmp_path.rglob("*")] == ["folder"]


@pytest.mark.skipif(sys.platform == "win32", reason="links and rights of POSIX systems")
def test_a_link_goes_on_leading_there_and_rights_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "synced" / "copy.json", tmp_path / "copy.json"
    real.parent.mkdir()
    real.write_bytes(b"before")
    real.chmod(0o600)
    link.symlink_to(real)
    write_whole(link, b"after")
    assert link.is_symlink() and real.read_bytes() == b"after"
    assert real.stat().st_mode & 0o777 == 0o600
