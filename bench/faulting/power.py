"""The power goes at a random moment: what was synced is on the disk, and of the rest nobody knows.

Real saves of the real library are recorded step by step (`recording`). Then the disk as it may be after a cut is built
again and again: every write that was not synced is kept, dropped or torn at 512 bytes, every file made or deleted
without a sync of its folder is there or not. From each such disk the library is opened and read.

What this proves: that our journal and sync settings ask for enough. Not that a disk does what it is asked.
"""

from __future__ import annotations

import random
import shutil
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.faulting.recording import Recorder, Step
from db.library import Library
from db.lock import WriterLock

_SECTOR = 512


@dataclass(slots=True)
class PowerCount:
    """How many disks were built, how many acknowledged saves were behind them, and what was not as promised."""

    name: str
    cuts: int = 0
    acknowledged: int = 0
    steps: int = 0
    lost: int = 0
    unreadable: int = 0
    seconds: float = 0.0

    @property
    def is_proof(self) -> bool:
        """Whether there was something to lose."""
        return self.cuts > 0 and self.acknowledged > 0


@dataclass(slots=True)
class _File:
    """A file as the disk surely has it, and what was asked since its last sync."""

    surely: bytearray = field(default_factory=bytearray)
    since: list[Step] = field(default_factory=list)

    def synced(self) -> None:
        for step in self.since:
            _carry_out(self.surely, step)
        self.since = []

    def after_cut(self, chance: random.Random) -> bytes:
        """What may be on the disk after the power went."""
        content = bytearray(self.surely)
        mood = chance.random()  # some disks lose all that was not synced, some nothing, most a part
        for step in self.since:
            if mood > 0.85 or (mood > 0.25 and chance.random() < 0.5):
                _carry_out(content, step)
            elif mood > 0.25 and step.kind == "write":
                _tear(content, step, chance)
        return bytes(content)


def cuts(folder: Path, count: int, *, saves: int = 120, synchronous: str = "", seed: int = 7) -> PowerCount:
    """Build `count` disks from the record of `saves` saves. `synchronous` weakens our setting, as a control."""
    began, chance = time.monotonic(), random.Random(seed)
    result = PowerCount(f"power cut, synchronous={synchronous}" if synchronous else "power cut")
    steps, before, path, summary_id = _recorded(folder / "recorded", saves, synchronous)
    result.steps = len(steps)
    disk = _Disk(path, before)
    moments = sorted(chance.randrange(len(steps) + 1) for _ in range(count))
    at = acknowledged = 0
    for moment in moments:
        for step in steps[at:moment]:
            acknowledged = step.at if step.kind == "done" else acknowledged
            disk.take(step)
        at = moment
        result.cuts += 1
        found = _read_back(disk, folder / "after", chance, summary_id)
        if found is None:
            result.unreadable += 1
        elif found not in (acknowledged, acknowledged + 1):
            result.lost += 1
    result.acknowledged = acknowledged
    result.seconds = time.monotonic() - began
    return result


class _Disk:
    """All files of the folder, step by step."""

    def __init__(self, path: Path, content: bytes) -> None:
        self._files: dict[str, _File] = {str(path.resolve()): _File(bytearray(content))}
        self._new: set[str] = set()
        self._ghosts: dict[str, _File] = {}
        self.path = str(path.resolve())

    def take(self, step: Step) -> None:
        """One step more."""
        if step.kind == "create":
            self._files[step.path] = _File()
            self._new.add(step.path)
        elif step.kind in ("write", "truncate"):
            self._files[step.path].since.append(step)
        elif step.kind == "sync":
            self._files[step.path].synced()
        elif step.kind == "delete":
            gone = self._files.pop(step.path, None)
            if gone and step.path not in self._new:
                self._ghosts[step.path] = gone
            self._new.discard(step.path)
        if step.kind == "sync-folder" or (step.kind == "delete" and step.at):
            self._new.clear()
            self._ghosts.clear()

    def after_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Name and content of every file that may be there after the power went."""
        there = {path: file for path, file in self._files.items() if path not in self._new or chance.random() < 0.5}
        for path, ghost in self._ghosts.items():
            if chance.random() < 0.5:
                there[path] = ghost
        return {Path(path).name: file.after_cut(chance) for path, file in there.items()}


def _recorded(folder: Path, saves: int, synchronous: str) -> tuple[list[Step], bytes, Path, str]:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    path = folder / "L.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as library:
        summary = library.save(library.new_summary(), "save")
    before = path.read_bytes()
    recorder = Recorder(folder)
    with recorder.listening(), WriterLock(path) as lock:
        library = Library.open(path, lock)
        try:
            if synchronous:
                library._db.execute(f"PRAGMA synchronous = {synchronous}")
            library.load(summary.id)
            for number in range(1, saves + 1):
                words = f"word {number} " * (50 + 37 * number % 900)
                summary = library.save(
                    replace(summary, simple_explanation=str(number), research_summary=words),
                    "save" if number % 4 == 0 else "autosave",
                )
                recorder.done(number)
        finally:
            library.close()
    steps = [step for step in recorder.steps if " backups/" not in step.path]
    return steps, before, path, summary.id


def _read_back(disk: _Disk, folder: Path, chance: random.Random, summary_id: str) -> int | None:
    """The number in the text that is found; None when the library does not open or is not whole."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in disk.after_cut(chance).items():
        (folder / name).write_bytes(content)
    try:
        with Library.open(folder / Path(disk.path).name) as library:
            summary = library.load(summary_id)
            if library._db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                return None
            number = int(summary.simple_explanation or 0)
            is_whole = not number or summary.research_summary == f"word {number} " * (50 + 37 * number % 900)
            return number if is_whole else None
    except Exception:
        return None


def _carry_out(content: bytearray, step: Step) -> None:
    if step.kind == "truncate":
        del content[step.at :]
        content.extend(bytes(step.at - len(content)))
        return
    end = step.at + len(step.data)
    content.extend(bytes(max(0, end - len(content))))
    content[step.at : end] = step.data


def _tear(content: bytearray, step: Step, chance: random.Random) -> None:
    """Only some of the sectors of a write arrive."""
    at = step.at
    while at < step.at + len(step.data):
        end = min((at // _SECTOR + 1) * _SECTOR, step.at + len(step.data))
        if chance.random() < 0.5:
            _carry_out(content, Step("write", step.path, at, step.data[at - step.at : end - step.at]))
        at = end
