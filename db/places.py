"""Where the library's website was published last, and what then stood there. Addresses only, never a password."""

from __future__ import annotations

import msgspec
from sqlite_utils import Database

from app.model.place import Places
from db.settings import keep, kept

_NAME = "places"


def places(db: Database) -> Places:
    """What is remembered; nothing where it does not fit (a newer program wrote it)."""
    try:
        return msgspec.convert(kept(db, _NAME) or {}, Places)
    except msgspec.ValidationError:
        return Places()


def save_places(db: Database, places: Places) -> None:
    """Remember it."""
    keep(db, _NAME, msgspec.to_builtins(places))
