"""What the library remembers of the places a website went to, and of the last publish, so that it can be undone."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Protocol, cast

from PySide6.QtCore import QObject, Signal

from app.errors import PlainspokenError
from app.model.place import LastPublish, Place, Places
from app.work import autosave
from app.work.desk import Desk
from app.work.outgoing import Out

LOG = logging.getLogger("plainspoken")


class PublishedPlaces(QObject):
    """Reads and keeps the places of the library on the desk. Main thread only."""

    remembered = Signal()
    """What is remembered of the last publish is new."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._before_last: LastPublish | None = None

    def known(self) -> Places:
        """What the library remembers; nothing when none is open."""
        return cast(_Remembering, self._desk.store).places() if self._desk.has_library else Places()

    def note_published(self, form: str, place: Place, out: Out, around: str) -> None:
        """Remember the place; and of a website what is on it now, and how to undo it."""
        places = self.known()
        last = places.last
        is_same = last.place == place and not out.sent.written and not out.sent.removed
        undo = out.sent.undo or (last.undo if is_same else "")
        now = replace(last, place=place, undo=undo)
        if form == "site":
            now = replace(now, at=autosave.now(), around=around, pages=out.pages)
        if not is_same:
            self._before_last = last
        self._save(replace(places.with_place(place, form), last=now))

    def note_taken_back(self, place: Place) -> None:
        """The last publish, to this place, was undone: the one before it is the last again."""
        before = self._before_last or LastPublish(place)
        self._before_last = None
        self._save(replace(self.known(), last=replace(before, undo="")))

    def _save(self, places: Places) -> None:
        if self._desk.has_library and not self._desk.store.is_read_only:
            try:
                cast(_Remembering, self._desk.store).save_places(places)
            except PlainspokenError:  # the site is out; that the place is not remembered is no news
                LOG.info("The place of the website was not remembered.")
            self.remembered.emit()


class _Remembering(Protocol):
    """The library, as far as it remembers places."""

    def places(self) -> Places: ...
    def save_places(self, remembered: Places) -> None: ...
