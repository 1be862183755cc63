"""What every page is made with: the program, the theme and the site's settings. When it changes, all is made anew."""

from __future__ import annotations

import sys
from pathlib import Path

from app import paths
from app.model.house_style import Term
from app.model.site import Site
from app.publish.kept import key_of
from app.publish.theme import DEFAULT
from app.publish.themes import theme

_ROOMS = ("app/model", "app/text", "app/publish")


def made_with(site: Site, terms: tuple[Term, ...]) -> str:
    """A short name for everything that all pages share."""
    folders = {theme(site.theme).folder, paths.resources() / "theme" / DEFAULT}
    files = sorted(file for folder in folders for file in folder.rglob("*") if file.is_file())
    return key_of(site, terms, [(str(file), _stand(file)) for file in [*files, *_program()]])


def _program() -> list[Path]:
    """The files that the rules are in: a checkout changes without a new version. A bundle is one file that does not."""
    root = Path(__file__).resolve().parent.parent.parent
    return sorted(file for room in _ROOMS for file in (root / room).glob("*.py")) or [Path(sys.executable)]


def _stand(file: Path) -> tuple[int, int]:
    now = file.stat()
    return now.st_size, now.st_mtime_ns
