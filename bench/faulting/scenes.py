"""What is killed in the middle: saving, autosaving, migrating, importing, exporting, backing up, restoring."""

from __future__ import annotations

import json
import shutil
import signal
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.commands.importing import import_paths
from app.model import codec
from app.publish import journal
from app.publish.manifest import MANIFEST
from app.publish.staging import staging_for
from app.publish.write import write_files
from bench.faulting.backup_scenes import BackingUp, Creating, Restoring
from bench.faulting.kills import Scene, Tell
from bench.faulting.laid_out import check_pages, content, fresh
from db.backup import backups
from db.library import Library
from db.lock import WriterLock
from db.migrations import SCHEMA_VERSION
from db.opening import check_is_library

ROOT = Path(__file__).resolve().parents[2]
OLD_LIBRARY = ROOT / "tests" / "data" / "libraries" / "schema-1.plainspoken"
FRESH_EVERY = 150
"""A library is made anew after so many kills: its history grows by every save, and reading it back takes longer."""


@dataclass
class Saving:
    """Saves of one summary; `kind` is save (every version kept) or autosave (the newest of a sitting)."""

    kind: str
    name: str = ""
    longest_s: float = 0.008
    path: Path = field(default_factory=Path)
    summary_id: str = ""

    def prepare(self, folder: Path, round_: int) -> None:
        if round_ % FRESH_EVERY:
            return
        self.path = fresh(folder, self.name) / "L.plainspoken"
        with WriterLock(self.path) as lock, Library.create(self.path, lock) as library:
            self.summary_id = library.save(library.new_summary()).id

    def work(self, tell: Tell) -> None:
        with WriterLock(self.path) as lock, Library.open(self.path, lock) as library:
            summary = library.load(self.summary_id)
            number = int(summary.simple_explanation or 0)
            while True:
                number += 1
                words = f"word {number} " * 300
                summary = library.save(
                    replace(summary, simple_explanation=str(number), research_summary=words), self.kind
                )
                tell(number)

    def verify(self, acknowledged: list[int]) -> None:
        with Library.open(self.path) as library:
            summary = library.load(self.summary_id)
            found = int(summary.simple_explanation or 0)
            if acknowledged:
                assert found in (acknowledged[-1], acknowledged[-1] + 1), f"{found} after {acknowledged[-1]}"
            assert not found or summary.research_summary == f"word {found} " * 300, "half a text"
            check_pages(library)
            if self.kind == "save":
                kept = {revision.version for revision in library.revisions(self.summary_id)}
                assert all(number + 1 in kept for number in acknowledged), "a version is gone"


@dataclass
class Migrating:
    """A library of the first schema, opened for writing by this program: backup first, then all steps."""

    name: str = "migrating"
    longest_s: float = 0.05
    path: Path = field(default_factory=Path)
    expected: tuple[str, ...] = ()

    def prepare(self, folder: Path, _round: int) -> None:
        self.path = fresh(folder, self.name) / "L.plainspoken"
        shutil.copyfile(OLD_LIBRARY, self.path)
        if not self.expected:
            self.expected = content(self.path)

    def work(self, tell: Tell) -> None:
        with WriterLock(self.path) as lock, Library.open(self.path, lock):
            tell(1)
            while True:
                signal.pause()

    def verify(self, acknowledged: list[int]) -> None:
        assert content(self.path) == self.expected, "the summaries are not what they were"
        with Library.open(self.path) as library:
            check_pages(library)
        version = check_is_library(self.path)
        made = backups(self.path)
        if version == SCHEMA_VERSION:
            assert made, "migrated without a backup"
        assert version == SCHEMA_VERSION or not acknowledged, "acknowledged, but the file is as before"
        assert all(content(file) == self.expected for _, file in made), "a backup is not whole"


@dataclass
class Importing:
    """Folders of three summaries each, brought in one after the other."""

    name: str = "importing"
    longest_s: float = 0.03
    folders: int = 60
    path: Path = field(default_factory=Path)

    def prepare(self, folder: Path, round_: int) -> None:
        self.source = folder / "to import"
        if not self.source.exists():
            self._write_source()
            self._warm(folder)
        if round_ % 10 == 0 or self._count() >= 3 * self.folders - 30:
            self.path = fresh(folder, self.name) / "L.plainspoken"
            with WriterLock(self.path) as lock:
                Library.create(self.path, lock).close()

    def work(self, tell: Tell) -> None:
        with WriterLock(self.path) as lock, Library.open(self.path, lock) as library:
            number = library.counts().all // 3
            while number < self.folders:
                report = import_paths(library, [self.source / str(number)])
                if len(report.imported) != 3:
                    raise AssertionError(report.refused)
                number += 1
                tell(number)
            while True:
                signal.pause()

    def verify(self, acknowledged: list[int]) -> None:
        with Library.open(self.path) as library:
            found = library.counts().all
            check_pages(library)
            assert found % 3 == 0, f"half an import: {found} summaries"
            if acknowledged:
                assert found // 3 in (acknowledged[-1], acknowledged[-1] + 1)
            assert all(summary.simple_explanation for summary in library.load_many())

    def _count(self) -> int:
        with Library.open(self.path) as library:
            return library.counts().all

    def _warm(self, folder: Path) -> None:
        """One import in this process, so that no child has to read the word lists first."""
        path = fresh(folder, "warm") / "L.plainspoken"
        with WriterLock(path) as lock, Library.create(path, lock) as library:
            import_paths(library, [self.source / "0"])

    def _write_source(self) -> None:
        sample = next((ROOT / "resources" / "sample").glob("protein*.json"))
        summary = codec.summary_from_json(sample.read_bytes(), sample.name)
        for number in range(self.folders):
            (self.source / str(number)).mkdir(parents=True)
            for part in range(3):
                name = f"{number}-{part}"
                other = replace(
                    summary, id=f"{name}-id", slug=f"summary-{name}", slug_history=(), plain_title=f"Summary {name}",
                    simple_explanation="One short sentence. And another one.", paper=replace(summary.paper, doi=""),
                )  # fmt: skip
                (self.source / str(number) / f"{part}.json").write_bytes(codec.summary_json(other))


@dataclass
class Exporting:
    """One export after the other over the same folder, in which a file of its owner stands too."""

    name: str = "exporting"
    longest_s: float = 0.012
    target: Path = field(default_factory=Path)

    def prepare(self, folder: Path, round_: int) -> None:
        if round_ % FRESH_EVERY == 0:
            self.target = fresh(folder, self.name) / "site"
            write_files(self.target, self._files(0))
            (self.target / "own.txt").write_text("the owner's own")

    def work(self, tell: Tell) -> None:
        generation = self._generation()
        while True:
            generation += 1
            write_files(self.target, self._files(generation))
            tell(generation)

    def verify(self, acknowledged: list[int]) -> None:
        with staging_for(self.target) as staging:
            journal.recover(self.target, staging)
        found = self._generation()
        if acknowledged:
            assert found in (acknowledged[-1], acknowledged[-1] + 1), f"{found} after {acknowledged[-1]}"
        expected = dict(self._files(found))
        for path, data in expected.items():
            assert (self.target / path).read_bytes() == data, f"{path} is not of export {found}"
        present = {file.relative_to(self.target).as_posix() for file in self.target.rglob("*") if file.is_file()}
        assert present == {*expected, MANIFEST, "own.txt"}, "files too many or too few"
        assert set(json.loads((self.target / MANIFEST).read_bytes())["files"]) == set(expected)
        assert (self.target / "own.txt").read_text() == "the owner's own"

    def _generation(self) -> int:
        return int((self.target / "index.html").read_text().split()[0])

    @staticmethod
    def _files(generation: int) -> list[tuple[str, bytes]]:
        names = ["index.html", "a/index.html", "b/index.html", f"only/{generation % 3}.html", "same.css"]
        return [(name, b"the same" if name == "same.css" else f"{generation} {name} ".encode() * 50) for name in names]


def scenes() -> tuple[Scene, ...]:
    """Every kind of work, those that matter most first."""
    return (
        Saving("save", "saving"),
        Saving("autosave", "autosaving"),
        Migrating(),
        Importing(),
        Exporting(),
        BackingUp(),
        Restoring(),
        Creating(),
    )


def shares(kills: int) -> tuple[int, ...]:
    """How many kills each scene gets: half for the two kinds of saving."""
    return tuple(max(3, round(kills * part)) for part in (0.3, 0.25, 0.1, 0.1, 0.1, 0.05, 0.05, 0.05))
