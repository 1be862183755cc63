"""A few hundred kills, power cuts and broken files, by the command that does ten thousand: `run.py bench faults`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and its like are of POSIX systems")


def counts(kind: str, kills: int) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.faults", str(kills), "--only", kind, "--json"],
        cwd=ROOT, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)[kind]
    assert done.returncode == 0, found
    return found


def test_no_kill_loses_what_was_acknowledged() -> None:
    found = counts("kills", 300)
    assert {count["name"] for count in found} == {
        "saving", "autosaving", "migrating", "importing", "exporting", "backing up", "restoring", "creating",
    }  # fmt: skip
    assert sum(count["kills"] for count in found) >= 300
    for count in found:
        assert count["kills"] > 0 and count["acknowledged"] > 0, f"nothing was proved: {count}"
        assert count["lost"] == 0, count["faults"]


def test_no_power_cut_loses_what_was_acknowledged_and_the_weaker_settings_do() -> None:
    ours, full, off = counts("power", 1500)
    assert ours["cuts"] == 300
    assert ours["acknowledged"] > 0
    assert ours["lost"] == ours["unreadable"] == 0
    assert off["lost"] + off["unreadable"] > 0, "a control that loses nothing proves nothing"
    assert full["steps"] > 0


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0,
    reason="only root can make a small disk; the window's own test fills one",
)
def test_a_full_disk_refuses_and_keeps_what_it_acknowledged() -> None:
    found = counts("disk", 0)
    if not found:
        pytest.skip("this machine lets nobody mount a disk; the window's own test fills one by another way")
    assert found[0]["acknowledged"] > 0 and found[0]["refused"] > 20
    assert found[0]["lost"] == 0 and found[0]["faults"] == []


def test_every_broken_file_is_read_or_refused_with_a_sentence() -> None:
    found = counts("files", 200)
    assert {
        "library", "summary JSON", "published page", "copied text", "pasted HTML", "folder", "zip", "rescued text",
        "glossary CSV", "site settings", "settings, dictionary", "theme's manifest", "theme's template", "manifest",
        "walking.ris", "walking.nbib", "walking.bib", "walking-csl.json", "walking-jats.xml", "walking-pubmed.xml",
        "answer: crossref.json", "answer: europepmc.json", "answer: datacite.json", "answer: pubmed.xml", "PDF",
    } <= {count["name"] for count in found}  # fmt: skip
    for count in found:
        assert count["faults"] == [], count
        assert count["read"] + count["refused"] == count["files"] > 0


def test_a_child_that_ends_by_itself_is_no_proof(tmp_path: Path) -> None:
    program = f"""
from pathlib import Path
from bench.faulting.kills import killed
from bench.faulting.scenes import Saving
class Broken(Saving):
    def work(self, tell): raise OSError("the child died at once")
killed(Broken("save", "saving"), Path({str(tmp_path)!r}), 3)
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "proves nothing" in done.stderr
