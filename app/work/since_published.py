"""How the library differs from its website as it last went out, told after everything that may change it."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import PlainspokenError
from app.model.listing import Address
from app.model.place import Places
from app.model.vocabulary import PUBLISHED
from app.publish.since import around_key, since_publish
from app.work.desk import Desk

PAUSE_MS = 250
"""Many changes in a row are counted once."""


class SincePublished(QObject):
    """Counts on the main thread, by the library's own rows; only what was saved since the publish is read."""

    told = Signal(object)
    """A Since, or None for a library that has published nothing."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.tell)
        for changed in (desk.counts_changed, desk.site_changed, desk.library_changed):
            changed.connect(self.look_soon)

    def look_soon(self) -> None:
        """Something may have changed."""
        self._pause.start()

    def tell(self) -> None:
        """Count now."""
        if not self._desk.has_library:
            return
        store = self._desk.store
        try:
            remembering = cast(_Remembering, store)
            last = remembering.places().last
            if not last.at:
                self.told.emit(None)
                return
            addresses = remembering.addresses(PUBLISHED)
            around = around_key(self._desk.site, self._desk.style.glossary)
            self.told.emit(since_publish(last, addresses, store.load_many, around))
        except PlainspokenError:  # a library that cannot be read says so elsewhere
            self.told.emit(None)


class _Remembering(Protocol):
    def places(self) -> Places: ...
    def addresses(self, *statuses: str) -> list[Address]: ...
