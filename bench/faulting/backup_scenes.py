"""What is killed beside the writing itself: making a library, backing it up, bringing it back."""

from __future__ import annotations

import signal
from dataclasses import dataclass, field, replace
from pathlib import Path

from bench.faulting.kills import Tell
from bench.faulting.laid_out import content, filled, fresh
from db.backup import back_up, backup_folder, backups
from db.library import Library
from db.lock import WriterLock
from db.restore import restore


@dataclass
class Creating:
    """A new library made, and its first summary saved: there is none yet, or a whole one."""

    name: str = "creating"
    longest_s: float = 0.02
    path: Path = field(default_factory=Path)

    def prepare(self, folder: Path, _round: int) -> None:
        self.path = fresh(folder, self.name) / "L.plainspoken"

    def work(self, tell: Tell) -> None:
        with WriterLock(self.path) as lock, Library.create(self.path, lock) as library:
            library.save(replace(library.new_summary(), plain_title="First"), "save")
            tell(1)
            while True:
                signal.pause()

    def verify(self, acknowledged: list[int]) -> None:
        assert self.path.exists() or not acknowledged, "acknowledged, and not there"
        if not self.path.exists():
            with WriterLock(self.path) as lock:
                Library.create(self.path, lock).close()  # what was left behind is not in the way
        assert len(content(self.path)) in ((1,) if acknowledged else (0, 1))


@dataclass
class BackingUp:
    """A save and a backup, again and again."""

    name: str = "backing up"
    longest_s: float = 0.03
    path: Path = field(default_factory=Path)

    def prepare(self, folder: Path, round_: int) -> None:
        if round_ % 50 == 0:
            self.path = filled(fresh(folder, self.name), "1")

    def work(self, tell: Tell) -> None:
        number = 0
        while True:
            number += 1
            back_up(self.path, backup_folder(self.path) / f"2026-11-22T{number % 24:02}0000Z.plainspoken")
            tell(number)

    def verify(self, acknowledged: list[int]) -> None:
        made = backups(self.path)
        assert len(made) >= min(len(acknowledged), 24), "an acknowledged backup is gone"
        for _, file in made[:3]:
            assert content(file) == content(self.path), f"{file.name} is not whole"


@dataclass
class Restoring:
    """A library brought back from its backup, again and again; what stood there is kept beside."""

    name: str = "restoring"
    longest_s: float = 0.03
    path: Path = field(default_factory=Path)

    def prepare(self, folder: Path, _round: int) -> None:
        self.path = filled(fresh(folder, self.name), "now")
        self.now = content(self.path)
        other = filled(self.path.parent / "other", "then")
        self.then = content(other)
        self.source = self.path.parent / "then.plainspoken"
        other.rename(self.source)

    def work(self, tell: Tell) -> None:
        with WriterLock(self.path) as lock:
            restore(self.path, lock, self.source)
            tell(1)
            while True:
                signal.pause()

    def verify(self, acknowledged: list[int]) -> None:
        found = content(self.path)
        assert found == (self.then if acknowledged else found)
        assert found in (self.now, self.then)
        if found == self.then:
            kept = [file for file in self.path.parent.glob("*.damaged-*") if not file.name.endswith("-journal")]
            assert [content(file) for file in kept] == [self.now], "what stood there is not kept"
