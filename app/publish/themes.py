"""Which themes there are: those that come with the program, and the writer's own in the data folder."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app import paths
from app.errors import ExportFault
from app.publish.theme import DEFAULT, MANIFEST, Theme, open_theme
from app.translation import _

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Offered:
    """A theme as the settings offer it. `fault` is a sentence when it cannot be used, else empty."""

    name: str
    title: str
    about: str = ""
    is_own: bool = False
    fault: str = ""


def theme_folders() -> tuple[Path, Path]:
    """Where the folders of themes stand; of two with one name, the first counts."""
    return paths.resources() / "theme", paths.own_themes()


def theme(name: str) -> Theme:
    """The theme of this name. Raises ExportFault when there is none, or when it is broken."""
    return _found(name, paths.named_home())  # every page asks, and making paths takes longer than a look at a name


@functools.lru_cache(maxsize=8)
def _found(name: str, _home: str) -> Theme:
    built_in, own = theme_folders()
    if _NAME.fullmatch(name):
        if (built_in / name / MANIFEST).is_file():
            return _ours(built_in / name)
        if (own / name).is_dir():
            return _theirs(own / name)
    known = ", ".join(offered.name for offered in themes())
    raise ExportFault(
        _("There is no theme “{name}”. There are: {known}. Choose one in the website settings.").format(
            name=name, known=known
        ),
        code="no-theme",
    )


def forget_themes() -> None:
    """Read the writer's own themes anew when they are next wanted: somebody may be working on one."""
    _theirs.cache_clear()
    _found.cache_clear()


def themes() -> tuple[Offered, ...]:
    """Every theme there is, the default one first, broken ones with what is wrong with them."""
    found = {folder.name: (folder, is_own) for folder, is_own in reversed(list(_folders()))}
    order = sorted(found, key=lambda name: (found[name][1], name != DEFAULT, name))
    return tuple(_offered(*found[name]) for name in order)


def _folders() -> Iterator[tuple[Path, bool]]:
    for place, is_own in zip(theme_folders(), (False, True), strict=True):
        for folder in sorted(place.iterdir()) if place.is_dir() else ():
            if folder.is_dir() and _NAME.fullmatch(folder.name):
                yield folder, is_own


def _offered(folder: Path, is_own: bool) -> Offered:
    try:
        opened = _theirs(folder) if is_own else _ours(folder)
    except ExportFault as fault:
        return Offered(folder.name, folder.name, "", is_own, str(fault))
    return Offered(folder.name, opened.title, opened.about, is_own)


@functools.cache
def _ours(folder: Path) -> Theme:
    return open_theme(folder)


@functools.cache
def _theirs(folder: Path) -> Theme:
    return open_theme(folder, is_own=True)
