"""`.plainspoken.json`: which files of a folder an export wrote. Only those are ever replaced or removed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from app.errors import ExportFault
from app.translation import _

MANIFEST = ".plainspoken.json"
VERSION = 1
_PAGES = {
    "site": re.compile(r"research/([^/]+)/index\.json"),
    "html": re.compile(r"([^/]+)\.html"),
    "json": re.compile(r"([^/.]+)\.json"),
}
_SAFE_PATH = re.compile(r"(?:(?!\.+/)[A-Za-z0-9._-]+/)*(?!\.+\Z)[A-Za-z0-9._-]+")


@dataclass(frozen=True, slots=True)
class Written:
    """A file that we wrote: the SHA-256 of its bytes, and the forms of export that want it."""

    sha256: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of a folder that are ours, by path."""

    files: Mapping[str, Written] = field(default_factory=dict)

    def slugs(self, form: str) -> set[str]:
        """The summaries that an earlier export of this form wrote here."""
        found = (_PAGES[form].fullmatch(path) for path, file in self.files.items() if form in file.forms)
        return {match[1] for match in found if match}

    def paths(self, form: str) -> set[str]:
        """The files of this form."""
        return {path for path, file in self.files.items() if form in file.forms}

    def after(self, form: str, hashes: Mapping[str, str]) -> Manifest:
        """The manifest once the files of one form are exactly those given; files of other forms stay."""
        files = dict(self.files)
        for path in files.keys() - hashes.keys():
            others = tuple(name for name in files[path].forms if name != form)
            if others:
                files[path] = Written(files[path].sha256, others)
            else:
                del files[path]
        for path, sha256 in hashes.items():
            old = files.get(path)
            if old is None:
                files[path] = Written(sha256, (form,))
            elif old.sha256 != sha256 or form not in old.forms:
                files[path] = Written(sha256, tuple(sorted({*old.forms, form})))
        return Manifest(dict(sorted(files.items())))

    def to_bytes(self) -> bytes:
        """The manifest as a file: the same files give the same bytes."""
        return msgspec.json.format(msgspec.json.encode(_File(VERSION, self.files)), indent=2) + b"\n"


class _Head(msgspec.Struct):
    version: int


class _File(_Head):
    files: Mapping[str, Written]


def manifest_from(data: bytes, where: str) -> Manifest:
    """The manifest in a file's bytes. Raises ExportFault when it is not one of ours."""
    try:
        if msgspec.json.decode(data, type=_Head).version > VERSION:
            raise ExportFault(
                _("{where} was written by a newer Plainspoken. Please update.").format(where=where),
                code="newer-manifest",
            )
        files = msgspec.json.decode(data, type=_File).files
        if not all(map(_SAFE_PATH.fullmatch, files)):
            raise ValueError("a path leads out of the folder")
    except (ValueError, RecursionError, msgspec.MsgspecError) as error:
        raise ExportFault(
            _(
                "{where} cannot be read, so nobody can tell which files here are ours. Choose another "
                "folder, or move that file away."
            ).format(where=where),
            code="bad-manifest",
        ) from error
    return Manifest(files)


def digest(data: bytes) -> str:
    """The SHA-256 of a file's bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def is_safe_path(path: str) -> bool:
    """Whether a path stays inside the folder on every system."""
    return _SAFE_PATH.fullmatch(path) is not None
