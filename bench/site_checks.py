"""Is the website sound? Every kind of page, in every theme, by the checkers that others trust, as one table.

Real Chromium with axe-core (light and dark; desktop, phone and 320 px), the Nu validator, our link checker, a feed
reader, the JSON Schemas. axe-core and the validator are fetched with npm, once, into build/checkers. Exit status 1
when anything is found. `--keep FOLDER` leaves the sites and their pictures there.
"""

from __future__ import annotations

import argparse
import base64
import functools
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
from lxml import etree, html

from app import paths
from app.model.codec import site_from_json, summary_from_json
from app.model.paper import Notice
from app.model.site import Picture, Site
from app.model.summary import Claim, Contributor, Correction, GlossaryTerm, Passage, Source, Summary
from app.publish.export import files_of
from app.publish.link_check import BadLink, LinkCheck
from app.publish.notes import ESCAPE
from app.publish.themes import themes
from app.publish.write import write_files
from bench.site_in_browser import Chromium, Found, axe, keyboard, motion, package, printed, reflow, searching, served

BASE = "https://example.org/health/"
_NEWER_THAN_VALIDATOR = re.compile("“(anchor-(scope|name)|position-(anchor|area|try-fallbacks))”")
"""Properties that it does not know yet; the style asks @supports before it uses them."""
_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def main() -> int:
    """Run every check on every theme that comes with the program."""
    parser = argparse.ArgumentParser(prog="run.py bench site_checks", description=__doc__)
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    keep = parser.parse_args().keep
    with tempfile.TemporaryDirectory() as folder:
        rows = [row for theme in themes() if not theme.is_own for row in checked(theme.name, keep or Path(folder))]
    width = max(len(check) for _, check, _, _ in rows)
    for theme, check, about, found in rows:
        print(f"{theme:<8} {check:<{width}}  {'clean' if not found else f'{len(found)} found':<10} {about}")
        for line in found[:20]:
            print(f"         - {line}")
    return 1 if any(found for *_, found in rows) else 0


def checked(theme: str, folder: Path) -> Iterator[tuple[str, str, str, Found]]:
    """Theme, check, what was looked at and what was found, for one theme."""
    site, summaries = library(theme)
    home = folder / theme / "health"  # so that the rooted links of 404.html lead somewhere
    notes: list[BadLink] = []
    write_files(home, files_of("site", summaries, site, notes=notes))
    files = {file.relative_to(home).as_posix(): file.read_bytes() for file in home.rglob("*") if file.is_file()}
    for name, check in (("links", links), ("feeds", feeds), ("JSON and XML", data), ("markup", markup)):
        yield theme, name, *check(files)
    with served(home.parent) as host, Chromium() as browser:
        address = f"{host}health/"
        yield theme, "Nu validator", *validated(address, files)
        yield theme, "axe", *axe(browser, address, kinds(files))
        yield theme, "reflow", *reflow(browser, address, kinds(files))
        yield theme, "keyboard", *keyboard(browser, address, kinds(files))
        yield theme, "motion and hosts", *motion(browser, address, kinds(files))
        yield theme, "search", *searching(browser, address, home)
        yield theme, "print", *printed(browser, address, kinds(files), folder / f"{theme}-print.pdf")


def library(theme: str) -> tuple[Site, list[Summary]]:
    """The sample library with one summary in which every part of a page is filled, and enough for paged lists."""
    sample = paths.resources() / "sample"
    raw = json.loads((sample / "site.json").read_text(encoding="utf-8"))
    site = replace(
        site_from_json(raw),
        base_url=BASE,
        theme=theme,
        shows_claims=True,
        contact_target="hello@example.org",
        subscribe_target="https://example.org/subscribe",
        feedback_target="hello@example.org",
        pictures=(Picture(_PNG, 1, 1, "One pixel"),),
    )
    three = [summary_from_json(file.read_bytes(), file.name) for file in sorted(sample.glob("*-20*.json"))]
    full = replace(
        three[0],
        id="00000000-0000-4000-8000-00000000000f",
        slug="every-part",
        slug_history=("an-old-address",),
        plain_title="Every part of a page, filled",
        glossary=(GlossaryTerm("surgery", "an operation", "What is done in an *operating* theatre."),),
        related_research=(three[1].paper, three[2].paper),
        sources=(Source("A source", "https://example.org/s?a=1&b=2"), Source("A book")),
        contributors=(Contributor("writer", "Ann Lee"), Contributor("reviewer", "Bo Ek")),
        corrections=(Correction("2026-05-02", "A number was wrong."),),
        claims=(Claim("simple_explanation", 0, 40, "from-paper", Passage("The paper says so", "page 2")),),
        paper=replace(three[0].paper, notices=(Notice("correction", "10.1000/notice"),)),
        dates=replace(three[0].dates, reviewed="2026-06-01T00:00:00Z"),
        stage=3,
    )
    more = [
        replace(three[n % 3], id=f"00000000-0000-4000-8000-{n:012d}", slug=f"copy-{n}", plain_title=f"Copy {n}")
        for n in range(27)
    ]
    return site, [*three, full, *more]


def kinds(files: dict[str, bytes]) -> list[str]:
    """One page of each kind, and each of the real research pages."""
    pages = ["index.html", "categories/index.html", "research/index.html", "research/page/2/index.html", "404.html"]
    pages += [f"{name}/index.html" for name in ("about", "contact", "disclaimer", "subscribe", "search")]
    pages += ["categories/surgery/index.html", "research/every-part/index.html"]
    pages += sorted(p for p in files if re.fullmatch(r"research/(?!copy-|every|page|an-old)[^/]+/index\.html", p))
    return pages


# ------------------------------------------------------------------ files


def links(files: dict[str, bytes]) -> tuple[str, Found]:
    """Every link, anchor, feed and sitemap entry."""
    check = LinkCheck(BASE)
    for path, content in files.items():
        check.see(path, content)
    return f"{len(files)} files", [f"{bad.page}: {bad.href} ({bad.kind})" for bad in check.bad_links()]


def feeds(files: dict[str, bytes]) -> tuple[str, Found]:
    """Every Atom and RSS feed in a feed reader."""
    found = []
    names = [path for path in files if path.endswith(("feed.xml", "rss.xml"))]
    for path in names:
        read = feedparser.parse(files[path])
        if read.bozo or (not read.entries and path in ("feed.xml", "rss.xml")):
            found.append(f"{path}: {read.get('bozo_exception', 'no entries')}")
    return f"{len(names)} feeds", found


def data(files: dict[str, bytes]) -> tuple[str, Found]:
    """Summaries and catalogue against their schemas, JSON Feeds and JSON-LD as JSON, XML as XML."""
    found, count = [], 0
    schemas = {name: json.loads(files[f"{name}.schema.json"]) for name in ("summary", "summaries")}

    def attempt(path: str, work: Callable[[], Any]) -> None:
        nonlocal count
        count += 1
        try:
            work()
        except (ValueError, etree.XMLSyntaxError, jsonschema.ValidationError, AssertionError) as error:
            found.append(f"{path}: {str(error).splitlines()[0]}")

    for path, content in files.items():
        if path.endswith(".xml"):
            attempt(path, functools.partial(etree.fromstring, content))
        elif path.endswith(".json"):
            attempt(path, functools.partial(json.loads, content))
        if re.fullmatch(r"research/[^/]+/index\.json", path):
            attempt(path, functools.partial(jsonschema.validate, json.loads(content), schemas["summary"]))
        elif path.startswith("research/") and b"ld+json" in content:
            attempt(path, functools.partial(_is_linked_data, content))
    attempt("summaries.json", lambda: jsonschema.validate(json.loads(files["summaries.json"]), schemas["summaries"]))
    return f"{count} files", found


def _is_linked_data(page: bytes) -> None:
    for text in html.document_fromstring(page).xpath('//script[@type="application/ld+json"]/text()'):
        value = json.loads(str(text))
        assert value["@context"] == "https://schema.org" and value["breadcrumb"]["itemListElement"], "no breadcrumb"


def markup(files: dict[str, bytes]) -> tuple[str, Found]:
    """One H1, no heading level skipped, a title of its own, a language, no script inside but ours."""
    found: Found = []
    titles: dict[str, str] = {}
    pages = {
        path: text for path, text in files.items() if path.endswith(".html") and b'http-equiv="refresh"' not in text
    }
    for path, text in pages.items():
        tree = html.document_fromstring(text)
        levels = [int(heading.tag[1]) for heading in tree.xpath("//h1|//h2|//h3|//h4")]
        if levels.count(1) != 1 or any(after > before + 1 for before, after in pairwise(levels)):
            found.append(f"{path}: headings {levels}")
        title = tree.findtext(".//title") or ""
        if titles.setdefault(title, path) != path and "copy-" not in path:
            found.append(f"{path}: the title “{title}” is also that of {titles[title]}")
        inside = tree.xpath("//script[not(@src)][not(@type='application/ld+json')]/text()")
        if not tree.get("lang") or any(script != ESCAPE for script in inside):
            found.append(f"{path}: no language, or a script inside")
    return f"{len(pages)} pages", found


def validated(address: str, files: dict[str, bytes]) -> tuple[str, Found]:
    """Every page and style sheet by the Nu validator, as a host hands them out: errors and warnings."""
    jar = next(package("vnu-jar").rglob("vnu.jar"))
    java = ["java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", str(jar)]  # the loopback address
    found: Found = []
    for kind, more in ((".html", []), (".css", ["--css"])):
        places = [address + path for path in files if path.endswith(kind)]
        command = [*java, "--stdout", "--format", "json", "--exit-zero-always", *more, *places]
        answer = subprocess.run(command, capture_output=True, check=True)
        for message in json.loads(answer.stdout)["messages"]:
            if _NEWER_THAN_VALIDATOR.search(message["message"]):
                continue
            where = message.get("url", "").removeprefix(address)
            found.append(f"{where}:{message.get('lastLine', '')} {message['message']}")
    return f"{sum(path.endswith('.html') for path in files)} pages and the style", found


if __name__ == "__main__":
    sys.exit(main())
