"""What became of files that were to be brought into the library, for the window."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """How many summaries were added, brought up to date, or here already; which files were refused, and why.

    `refused` pairs a file's path with a sentence. `left` files were not looked at, because the writer stopped it or
    the library could not be written.
    """

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: tuple[tuple[str, str], ...] = ()
    left: int = 0

    @property
    def count(self) -> int:
        """How many summaries of the files are in the library now."""
        return self.added + self.updated + self.unchanged

    @property
    def wants_list(self) -> bool:
        """Whether a notice is not enough: something was left, or a file was refused among others."""
        return bool(self.left) or len(self.refused) > 1 or bool(self.refused and self.count)

    @property
    def can_undo(self) -> bool:
        """Whether the library has anything that it did not have before."""
        return bool(self.added or self.updated)
