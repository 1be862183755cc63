"""Copies of texts that the library does not hold: written when a save or the program fails, found at the next start.

Each is the summary's own JSON, which Import takes too. They stand in the data folder, by library.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.errors import PlainspokenError
from app.model import codec
from app.model.summary import Summary
from app.whole_file import replace_file

_STAMP = "%Y-%m-%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class Rescued:
    """A text that was rescued, its file, and when that was written (ISO 8601 UTC; empty when the name does not say)."""

    file: Path
    summary: Summary
    made: str


class Rescue:
    """The rescued texts of every library, below one folder. A sitting writes one file for each summary."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mine: dict[str, Path] = {}

    def keep(self, summary: Summary, library: Path) -> Path:
        """Write a text down, over what this sitting wrote of the same summary. Raises OSError."""
        file = self._mine.get(summary.id)
        if file is None:
            folder = self._folder_of(library)
            folder.mkdir(parents=True, exist_ok=True)
            file = folder / f"{datetime.now(UTC).strftime(_STAMP)} {_short(summary.id)}.json"
        replace_file(file, codec.summary_json(summary))
        self._mine[summary.id] = file
        return file

    def drop(self, summary_id: str) -> None:
        """The library holds the text of this sitting now."""
        if file := self._mine.pop(summary_id, None):
            file.unlink(missing_ok=True)

    def found(self, library: Path) -> list[Rescued]:
        """What earlier sittings rescued of a library, oldest first. A file that cannot be read is left where it is."""
        found = []
        for file in sorted(self._folder_of(library).glob("*.json")):
            if file in self._mine.values():
                continue
            try:
                summary = codec.summary_from_json(file.read_bytes(), file.name)
            except (OSError, PlainspokenError):
                continue
            found.append(Rescued(file, summary, _moment(file)))
        return found

    @staticmethod
    def forget(rescued: Rescued) -> None:
        """The library holds this text now."""
        rescued.file.unlink(missing_ok=True)

    def _folder_of(self, library: Path) -> Path:
        return self._folder / f"{library.stem} {_short(str(library.expanduser().absolute()))}"


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _moment(file: Path) -> str:
    try:
        return datetime.strptime(file.stem.partition(" ")[0], _STAMP).replace(tzinfo=UTC).isoformat()
    except ValueError:
        return ""
