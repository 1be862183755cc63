"""The kept versions of the open summary: told, named, compared with each other or with now, brought back.

Bringing back is a step of the open summary like any other: undo takes it back, and the next save is a new version.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.errors import PlainspokenError
from app.model.parts import with_part
from app.model.summary import Summary
from app.text.changes import PartChange, changes
from app.translation import _
from app.work.desk import Desk
from app.work.session import Session

NOW = 0
"""Stands for what the writer sees now, where the number of a version is asked for."""
UNSPECIFIED = _("Not specified")


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions by number (NOW for the open text) and what is different in the newer one."""

    older: int
    newer: int
    parts: tuple[PartChange, ...]


class Versions(QObject):
    """Main thread only. Versions are read when somebody looks at them, and each is described once."""

    told = Signal(object, object)
    """The kept versions, newest first, and the states it was given, newest first."""
    compared = Signal(object)
    """A Comparison."""
    kept = Signal(str, object)
    """A code and facts: a version was kept or named."""
    failed = Signal(str)

    def __init__(
        self, session: Session, desk: Desk, keep: Callable[[str], bool], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._desk, self._keep = session, desk, keep
        self._versions: Sequence[Any] = ()
        self._described: dict[tuple[int, int], tuple[PartChange, ...]] = {}

    def tell(self, summary: Summary) -> None:
        """Say which versions of a summary are kept: after it was opened or saved."""
        try:
            self._versions = self._desk.store.revisions(summary.id)
            self.told.emit(self._versions, self._desk.store.states(summary.id))
        except PlainspokenError as fault:
            self.failed.emit(str(fault))

    def changes_of(self, number: int) -> tuple[PartChange, ...] | None:
        """What a version changed in the one kept before it; None for the first one, or one that cannot be read."""
        numbers = [version.number for version in self._versions]
        if number not in numbers or number == numbers[-1]:
            return None
        pair = (numbers[numbers.index(number) + 1], number)
        if pair not in self._described:
            try:
                older, newer = (self._desk.store.revision(one) for one in pair)
            except PlainspokenError:
                return None
            self._described[pair] = changes(older, newer, UNSPECIFIED)
        return self._described[pair]

    def compare(self, older: int, newer: int = NOW) -> None:
        """Say what is different between two versions."""
        try:
            old, new = self._read(older), self._read(newer)
        except PlainspokenError as fault:
            self.failed.emit(str(fault))
            return
        if old is not None and new is not None:
            self.compared.emit(Comparison(older, newer, changes(old, new, UNSPECIFIED)))

    def bring_back(self, number: int) -> None:
        """Make a kept version the open text again. State and comments stay as they are."""
        kept, current = self._kept(number), self._session.current
        if kept is not None and current is not None:
            stays = {name: getattr(current, name) for name in ("id", "status", "comments")}
            self._session.edit(_("Bring back an older version"), replace(kept, **stays))

    def bring_back_part(self, number: int, part: str) -> None:
        """Make one part of a kept version the open text again."""
        kept, current = self._kept(number), self._session.current
        if kept is not None and current is not None:
            self._session.edit(_("Bring back an older section"), with_part(current, kept, part))

    def rename(self, number: int, name: str) -> None:
        """Give a version a name, or take it away with an empty one."""
        if self._session.current is None:
            return
        try:
            self._desk.store.name_revision(number, name)
        except PlainspokenError as fault:
            self.failed.emit(str(fault))
            return
        self.tell(self._session.current)

    def keep_as(self, name: str) -> None:
        """Save now, and keep this version for good under a name, which may be empty."""
        summary = self._session.current
        if summary is None or not self._keep("save"):
            return
        try:
            self._desk.store.name_newest(summary.id, name)
        except PlainspokenError as fault:
            self.failed.emit(str(fault))
            return
        self.tell(summary)
        self.kept.emit("version_kept", {})

    def _read(self, number: int) -> Summary | None:
        return self._session.current if number == NOW else self._desk.store.revision(number)

    def _kept(self, number: int) -> Summary | None:
        if self._session.is_read_only:
            self.failed.emit(_("This library is open for reading only, so nothing can be brought back here."))
            return None
        try:
            return self._desk.store.revision(number)
        except PlainspokenError as fault:
            self.failed.emit(str(fault))
            return None
