"""A theme is data: a folder with templates, a style, fonts and a manifest. This is its only reader."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2

from app import paths
from app.errors import ExportFault

DEFAULT = "calm"
SCHEME_ROOT = "plainspoken://theme/"
"""Where the preview finds what stands in a theme's folder: `plainspoken://theme/fonts/…`."""
_NOT_PUBLISHED = {".json", ".html"}


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme's folder, opened. `style` names its style sheet, `preload` the fonts that a page needs at once."""

    folder: Path
    style: str
    preload: tuple[str, ...]
    environment: jinja2.Environment

    def render(self, template: str, values: dict[str, Any]) -> str:
        """The page that a template makes of the values. Raises ExportFault naming file and line of a broken one."""
        try:
            return self.environment.get_template(template).render(values, theme=self)
        except jinja2.TemplateNotFound as error:
            raise ExportFault(f"The theme in {self.folder} has no {error.name}.", code="broken-theme") from error
        except jinja2.TemplateSyntaxError as error:
            where = f"{error.filename or error.name}, line {error.lineno}"
            raise ExportFault(f"The theme is broken in {where}: {error.message}.", code="broken-theme") from error
        except jinja2.UndefinedError as error:
            raise ExportFault(
                f"The theme’s {template} asks for something unknown: {error}.", code="broken-theme"
            ) from error

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file that pages of this theme need, by its path in the site."""
        for file in sorted(self.folder.rglob("*")):
            if file.is_file() and file.suffix not in _NOT_PUBLISHED:
                yield f"theme/{file.relative_to(self.folder).as_posix()}", file.read_bytes()

    def inline_style(self) -> str:
        """The style sheet for a preview: fonts behind its own scheme, and waited for, since they are at hand."""
        return _inline_style(self.folder / self.style)


@functools.cache
def theme(name: str) -> Theme:
    """The theme of this name; the calm one when there is no such theme."""
    folder = paths.resources() / "theme" / name
    if not name.isidentifier() or not (folder / "theme.json").is_file():
        folder = paths.resources() / "theme" / DEFAULT
    return open_theme(folder)


@functools.cache
def _inline_style(file: Path) -> str:
    css = file.read_text(encoding="utf-8").replace('url("', f'url("{SCHEME_ROOT}')
    return css.replace("font-display: optional", "font-display: block")


def open_theme(folder: Path) -> Theme:
    """The theme in a folder. Raises ExportFault when its manifest cannot be read."""
    manifest_file = folder / "theme.json"
    try:
        manifest = json.loads(manifest_file.read_text(encoding="utf-8"))
        style, preload = manifest["style"], tuple(manifest.get("preload", ()))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ExportFault(f"{manifest_file} cannot be read as a theme ({error}).", code="broken-theme") from error
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    return Theme(folder, style, preload, environment)
