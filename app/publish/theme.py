"""A theme is data: a folder with templates, a style, fonts and a manifest. This is its only reader."""

from __future__ import annotations

import json
import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2

from app import paths
from app.errors import ExportFault
from app.publish.jinja_quick import QuickEnvironment
from app.publish.manifest import is_safe_path
from app.publish.sandbox import Sandbox
from app.translation import _

DEFAULT = "calm"
"""The theme whose templates stand in for those that another one does not have."""
MANIFEST = "theme.json"
VERSION = 1
SCHEME_ROOT = "plainspoken://theme/"
"""Where the preview finds the folders of the themes: `plainspoken://theme/calm/fonts/…`."""
_PUBLISHED = frozenset(
    (".css", ".js", ".txt", ".woff2", ".woff", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".ico")
)
_ELSEWHERE = re.compile(r"""(?:url\(\s*["']?|@import\s*["'])\s*(?P<address>(?:https?:)?//[^"')\s]*)""", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_LENT = ("icon.svg", "search.js")
"""What the calm theme lends to a theme that has none of its own."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme's folder, opened. `style` names its style sheet, `preload` the fonts that a page needs at once.

    `is_own` says that it came from elsewhere: whatever goes wrong in its templates is its fault, not ours.
    """

    folder: Path
    title: str
    about: str
    style: str
    preload: tuple[str, ...]
    environment: jinja2.Environment
    is_own: bool = False

    def render(self, template: str, values: dict[str, Any]) -> str:
        """The page that a template makes of the values. Raises ExportFault naming file and line of a broken one."""
        if isinstance(self.environment, Sandbox):
            self.environment.begin()
        shown = {"style": self.style, "preload": self.preload}
        try:
            return self.environment.get_template(template).render(values, theme=shown)
        except jinja2.TemplateError as error:
            raise self._fault(template, error) from error
        except Exception as error:
            if not self.is_own:
                raise
            raise self._fault(template, error) from error

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file that pages of this theme need, by its path in the site."""
        found = {file.relative_to(self.folder).as_posix(): file for file in _published(self.folder)}
        for name in _LENT:
            found.setdefault(name, _built_in(DEFAULT) / name)
        for path, file in sorted(found.items()):
            yield f"theme/{path}", file.read_bytes()

    def inline_style(self) -> str:
        """The style sheet for a preview: fonts behind its own scheme, and waited for, since they are at hand."""
        css = (self.folder / self.style).read_text(encoding="utf-8")
        css = css.replace('url("', f'url("{SCHEME_ROOT}{self.folder.name}/').replace("</", "<\\/")
        return css.replace("font-display: optional", "font-display: block")

    def _fault(self, template: str, error: Exception) -> ExportFault:
        if isinstance(error, jinja2.TemplatesNotFound | jinja2.TemplateNotFound):
            return broken(_("The theme in {folder} has no {name}.").format(folder=self.folder, name=error.name))
        if isinstance(error, jinja2.TemplateSyntaxError):
            where = _("{filename}, line {lineno}").format(filename=error.filename or error.name, lineno=error.lineno)
            return broken(_("The theme is broken in {where}: {said}.").format(where=where, said=_said(error)))
        lines = [place for place in traceback.extract_tb(error.__traceback__) if place.filename.endswith(".html")]
        where = (
            _("{filename}, line {lineno}").format(filename=lines[-1].filename, lineno=lines[-1].lineno)
            if lines
            else str(self.folder / "templates" / template)
        )
        if isinstance(error, RecursionError):
            return broken(
                _("The theme is broken in {where}: it includes or calls itself without an end.").format(where=where)
            )
        return broken(_("The theme is broken in {where}: {said}.").format(where=where, said=_said(error)))


def open_theme(folder: Path, *, is_own: bool = False) -> Theme:
    """The theme in a folder. Raises ExportFault when its manifest cannot be read or names a file that is not there.

    An own one runs in the sandbox; it must not lead out of its folder, and every template of it is tried here.
    """
    title, about, style, preload = _manifest(folder / MANIFEST, folder.name)
    if is_own:
        _refuse_ways_out(folder)
        _refuse_other_hosts(folder)
    for name in (style, *preload):
        if not is_safe_path(name) or not _is_there(folder / name):
            raise broken(
                _("{folder} names “{name}”, which is not there.").format(folder=folder / MANIFEST, name=name[:100])
            )
    kind = Sandbox if is_own else QuickEnvironment
    environment = kind(
        loader=jinja2.FileSystemLoader([folder / "templates", _built_in(DEFAULT) / "templates"]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    opened = Theme(folder, title, about, style, preload, environment, is_own)
    if is_own:
        _try_templates(opened)
    return opened


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a name longer than any file's
        return False


def broken(sentence: str) -> ExportFault:
    """A theme that cannot be used. Nothing was written."""
    return ExportFault(sentence, code="broken-theme")


def _built_in(name: str) -> Path:
    return paths.resources() / "theme" / name


def _manifest(file: Path, name: str) -> tuple[str, str, str, tuple[str, ...]]:
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise broken(
            _("{file} is missing, so {parent} cannot be read as a theme.").format(file=file, parent=file.parent)
        ) from error
    except json.JSONDecodeError as error:
        raise broken(
            _("{file} cannot be read as a theme (line {lineno}: {msg}).").format(
                file=file, lineno=error.lineno, msg=error.msg
            )
        ) from error
    except (OSError, ValueError, RecursionError) as error:
        raise broken(_("{file} cannot be read as a theme ({error}).").format(file=file, error=error)) from error
    if not isinstance(raw, dict) or not isinstance(raw.get("style"), str):
        raise broken(_("{file} cannot be read as a theme: it names no style.").format(file=file))
    version, preload = raw.get("version", VERSION), raw.get("preload", [])
    if not isinstance(version, int) or version > VERSION:
        raise broken(
            _("{file} was made for a newer Plainspoken (version {version}). Please update.").format(
                file=file, version=version
            )
        )
    if not isinstance(preload, list) or not all(isinstance(font, str) for font in preload):
        raise broken(_("{file} cannot be read as a theme: “preload” has to be a list of files.").format(file=file))
    return str(raw.get("name") or name), str(raw.get("about") or ""), raw["style"], tuple(preload)


def _published(folder: Path) -> Iterator[Path]:
    """The theme's files that belong on the website: no hidden ones, no templates, no notes."""
    for file in sorted(folder.rglob("*")):
        is_hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.is_file() and file.suffix.lower() in _PUBLISHED and not is_hidden:
            yield file


def _refuse_ways_out(folder: Path) -> None:
    """Raise when a file of the theme is a link to somewhere else, or has a name that no website can have."""
    home = folder.resolve()
    for file in folder.rglob("*"):
        if not file.resolve().is_relative_to(home):
            raise broken(
                _("{file} leads out of the theme’s folder. Put a copy of the file there instead.").format(file=file)
            )
    for file in _published(folder):
        if not is_safe_path(file.relative_to(folder).as_posix()):
            raise broken(
                _("{file} needs a name of letters, digits, dots, - and _ only, to stand on a website.").format(
                    file=file
                )
            )


def _refuse_other_hosts(folder: Path) -> None:
    """Raise when a style asks another host for a style, font or picture: it would be told of every reader."""
    for file in _published(folder):
        if file.suffix.lower() != ".css":
            continue
        text = file.read_bytes().decode("utf-8", "replace")
        text = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
        if found := _ELSEWHERE.search(text):
            raise broken(
                _(
                    "{file}, line {lineno}, asks another host ({address}), who would learn of every reader. "
                    "Put a copy of the file into the theme’s folder instead."
                ).format(file=file, lineno=text.count("\n", 0, found.start()) + 1, address=found["address"][:100])
            )


def _try_templates(opened: Theme) -> None:
    """Raise ExportFault for a template that cannot even be read as one."""
    folder = opened.folder / "templates"
    for file in sorted(folder.rglob("*.html")):
        try:
            opened.environment.get_template(file.relative_to(folder).as_posix())
        except jinja2.TemplateSyntaxError as error:
            raise opened._fault(file.name, error) from error
        except (UnicodeDecodeError, OSError) as error:
            raise broken(_("{file} cannot be read as text ({error}).").format(file=file, error=error)) from error


def _said(error: Exception) -> str:
    """What went wrong, in one line without a stop."""
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__
