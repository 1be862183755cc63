"""Where a library's website is published: addresses only. Passwords live in the system's keyring, never here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

FOLDER, ZIP, GIT, SERVER = "folder", "zip", "git", "server"
KINDS = (FOLDER, ZIP, GIT, SERVER)
SSH_PORT = 22


@dataclass(frozen=True, slots=True)
class Place:
    """One place of one kind.

    `address`: the folder, the zip file, the git remote or the writer's own clone, or the server's name.
    `branch` is git's (empty: the remote's own). `folder` lies inside the repository or on the server.
    `user`, `port`, `key_file` and `host_key` (its kind and SHA-256) are for servers; git over https uses `user` too.
    """

    kind: str = FOLDER
    address: str = ""
    branch: str = ""
    folder: str = ""
    user: str = ""
    port: int = SSH_PORT
    key_file: str = ""
    host_key: str = ""


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """A summary as it last went out: when the library says it was changed, and the SHA-256 of its JSON."""

    slug: str
    updated: str
    sha256: str


@dataclass(frozen=True, slots=True)
class LastPublish:
    """What the last publish put where. `undo` is the place's own word for it; empty: it cannot be undone."""

    place: Place = Place()
    at: str = ""
    undo: str = ""
    around: str = ""
    """The SHA-256 of site settings and glossary, which every page may show."""
    pages: Mapping[str, PublishedPage] = field(default_factory=dict, hash=False)
    """By the summary's id."""


@dataclass(frozen=True, slots=True)
class Places:
    """What a library remembers of publishing: the last kind and form, a place of every kind, and the last publish."""

    kind: str = FOLDER
    form: str = "site"
    places: Mapping[str, Place] = field(default_factory=dict, hash=False)
    last: LastPublish = LastPublish()

    def place(self, kind: str) -> Place:
        """The remembered place of a kind, or an empty one."""
        return self.places.get(kind, Place(kind))

    def with_place(self, place: Place, form: str = "") -> Places:
        """The same with this place as the one of its kind and the one chosen last."""
        return Places(place.kind, form or self.form, {**self.places, place.kind: place}, self.last)
