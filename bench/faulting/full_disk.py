"""A disk that is really full: a small file system in memory, made and taken away by root on Linux only."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from app.errors import PlainspokenError
from app.publish.write import write_files
from db.library import Library
from db.lock import WriterLock

_SIZE = 2_000_000


@dataclass(slots=True)
class FullDisk:
    """Saves acknowledged until the disk was full, how often it was refused with a sentence, and what was lost."""

    acknowledged: int = 0
    refused: int = 0
    lost: int = 0
    faults: tuple[str, ...] = ()

    @property
    def is_proof(self) -> bool:
        """Whether something was saved and something refused."""
        return self.acknowledged > 0 and self.refused > 0


def filled_up(folder: Path) -> FullDisk | None:
    """Save, back up and export until nothing fits, then make room and save on; None where no disk can be made."""
    place = folder / "small disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={_SIZE}", "none", str(place)]
    if sys.platform != "linux" or os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        return None
    try:
        return _fill(place)
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _fill(place: Path) -> FullDisk:
    result, path = FullDisk(), place / "L.plainspoken"
    with WriterLock(path) as lock:
        with Library.create(path, lock) as library:
            summary = library.save(library.new_summary(), "save")
            while result.refused < 20:
                number = result.acknowledged + 1
                try:
                    summary = library.save(
                        replace(summary, simple_explanation=f"{number} {os.urandom(9000).hex()}"), "save"
                    )
                    result.acknowledged = number
                except PlainspokenError as fault:
                    _note(result, fault, "the disk is full")
            for work in (library.back_up, lambda: write_files(place / "site", [("index.html", b"x" * _SIZE)])):
                try:
                    work()
                    result.faults = (*result.faults, "this was not refused on a full disk")
                except PlainspokenError as fault:
                    _note(result, fault)
        subprocess.run(["mount", "-o", f"remount,size={2 * _SIZE}", str(place)], check=True)
        with Library.open(path, lock) as library:
            found = library.load(summary.id).simple_explanation.partition(" ")[0]
            result.lost = result.acknowledged - int(found)
            library.save(replace(library.load(summary.id), simple_explanation="There is room again."), "save")
    return result


def _note(result: FullDisk, fault: PlainspokenError, words: str = "") -> None:
    result.refused += 1
    if words not in str(fault) or "Errno" in str(fault):
        result.faults = (*result.faults, str(fault))[:5]
