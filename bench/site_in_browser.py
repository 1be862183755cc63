"""What only a browser can tell of the website: axe-core, reflow, the keyboard, motion, search and print.

Each check takes pages at an address and returns what was looked at and what was found. `site_checks` runs them.
"""

from __future__ import annotations

import base64
import functools
import http.server
import json
import re
import subprocess
import threading
import time
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys

CHECKERS = Path(__file__).resolve().parent.parent / "build" / "checkers"
PACKAGES = {"axe-core": "4.14.1", "vnu-jar": "26.9.27"}
WIDTHS = (1280, 390, 320)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MOST_STOPS = 120
_FOCUS = """const e = document.activeElement, b = e.getBoundingClientRect(), s = getComputedStyle(e);
return {is_body: e === document.body, name: (e.textContent || e.id).trim().slice(0, 40),
  is_seen: b.width > 0 && b.height > 0 && b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth,
  is_marked: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2}"""
_MOVES = """return document.getAnimations().length > 0 ||
getComputedStyle(document.documentElement).scrollBehavior === 'smooth'"""

Found = list[str]


def package(name: str) -> Path:
    """The folder of a checker, fetched with npm when it is not there yet."""
    folder = CHECKERS / f"{name}-{PACKAGES[name]}"
    if not folder.is_dir():
        CHECKERS.mkdir(parents=True, exist_ok=True)
        spec = f"{name}@{PACKAGES[name]}"
        subprocess.run(["npm", "pack", "--silent", spec], cwd=CHECKERS, check=True, stdout=subprocess.DEVNULL)
        folder.mkdir()
        subprocess.run(["tar", "xzf", f"{folder.name}.tgz", "-C", folder], cwd=CHECKERS, check=True)
    return folder / "package"


class served:  # noqa: N801 - used as a word of a `with`
    """The folder on a loopback address while the block runs."""

    def __init__(self, home: Path) -> None:
        handler = functools.partial(_Quiet, directory=str(home))
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}/"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class Chromium(webdriver.Chrome):
    """Headless Chromium without memory, with a width and a colour scheme that can be chosen."""

    def __init__(self) -> None:
        options = webdriver.ChromeOptions()
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        super().__init__(options=options, service=Service("/usr/bin/chromedriver"))

    def look(self, width: int, scheme: str = "light", **features: str) -> None:
        """Choose the width in CSS pixels and what the reader prefers."""
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        self.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        wanted = {"prefers-color-scheme": scheme} | {name.replace("_", "-"): value for name, value in features.items()}
        media = [{"name": name, "value": value} for name, value in wanted.items()]
        self.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": media})

    def problems(self) -> Found:
        """What the console said since it was last asked."""
        return [entry["message"] for entry in self.get_log("browser") if "favicon" not in entry["message"]]


def axe(browser: Chromium, address: str, pages: list[str]) -> tuple[str, Found]:
    """axe-core, WCAG 2.2 AA and best practice, by light and dark at three widths."""
    script = (package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    run = f"axe.run(document, {{runOnly: {json.dumps(TAGS)}}}).then(arguments[0])"
    found = []
    for scheme in ("light", "dark"):
        for width in WIDTHS:
            browser.look(width, scheme)
            for page in pages:
                browser.get(address + page)
                browser.execute_script(script)
                for fault in browser.execute_async_script(run)["violations"]:
                    found.append(f"{page} {scheme} {width}: {fault['id']} {fault['nodes'][0]['html'][:90]}")
    return f"{len(pages)} kinds of page, light and dark, {'/'.join(map(str, WIDTHS))} px", found


def reflow(browser: Chromium, address: str, pages: list[str]) -> tuple[str, Found]:
    """No sideways scrolling at 320 px (400 %) and with letters at 200 %, also with WCAG's wide text spacing."""
    spaced = "* {line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important}"
    changes = {
        "400 % zoom": "",
        "200 % text": "document.documentElement.style.fontSize = '200%'",
        "wide text": f"const s = new CSSStyleSheet(); s.replaceSync('{spaced}'); document.adoptedStyleSheets = [s]",
    }
    found = []
    for name, change in changes.items():
        browser.look(320 if name != "200 % text" else 640)
        for page in pages:
            browser.get(address + page)
            browser.execute_script(change)
            wide = browser.execute_script("return document.documentElement.scrollWidth - innerWidth")
            if wide > 0:
                found.append(f"{page}, {name}: {wide} px too wide")
    return ", ".join(changes), found


def keyboard(browser: Chromium, address: str, pages: list[str]) -> tuple[str, Found]:
    """Tab from the first stop to the last: the skip link first, every stop seen and marked."""
    browser.look(1280, prefers_reduced_motion="reduce")
    found, stops = [], 0
    for page in pages:
        browser.get(address + page)
        names = []
        for _ in range(MOST_STOPS):
            browser.switch_to.active_element.send_keys(Keys.TAB)
            stop = browser.execute_script(_FOCUS)
            if stop["is_body"]:
                break
            names.append(stop["name"])
            if not (stop["is_seen"] and stop["is_marked"]):
                found.append(f"{page}: “{stop['name']}” is {'not marked' if stop['is_seen'] else 'out of sight'}")
        stops += len(names)
        if not names or not names[0].startswith("Skip"):
            found.append(f"{page}: no skip link first")
    return f"{stops} stops", found


def motion(browser: Chromium, address: str, pages: list[str]) -> tuple[str, Found]:
    """Nothing moves for those who ask for that; nothing comes from another host; the console stays silent."""
    browser.look(1280, prefers_reduced_motion="reduce")
    browser.problems()
    found = []
    for page in pages:
        browser.get(address + page)
        if browser.execute_script(_MOVES):
            found.append(f"{page}: something moves")
        names = browser.execute_script("return performance.getEntriesByType('resource').map(e => e.name)")
        found += [f"{page}: {name}" for name in names if not name.startswith(address)]
    return f"{len(pages)} pages", found + browser.problems()


def searching(browser: Chromium, address: str, home: Path) -> tuple[str, Found]:
    """A word is found, on a host and from a disk; a link of the search keeps its words; no script, no field."""
    found = []
    browser.look(390)
    for place in (address, f"{home.as_uri()}/"):
        for ending, typed in (("", "acupoint"), ("#q=acupoint%20breast", "")):
            browser.get("about:blank")
            browser.get(f"{place}search/index.html{ending}")
            if typed:
                browser.find_element("id", "search-words").send_keys(typed)
            time.sleep(0.2)
            hits = browser.execute_script("return document.querySelectorAll('#search li a').length")
            is_hidden = browser.execute_script("return document.getElementById('by-category').hidden")
            if not hits or not is_hidden:
                found.append(f"{place}search/{ending}: {hits} found, list hidden: {is_hidden}")
    browser.execute_script("location.hash = '#q=protein'")
    time.sleep(0.2)
    if browser.execute_script("return document.getElementById('search-words').value") != "protein":
        found.append("a link with other words, followed on the page, asks for nothing")
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.get(f"{address}search/index.html")
    if browser.find_elements("id", "search-words") or not browser.find_elements("css selector", "#by-category li a"):
        found.append("without JavaScript: a dead field, or no list")
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    return "http and file, with and without JavaScript", found


def printed(browser: Chromium, address: str, pages: list[str], pdf: Path) -> tuple[str, Found]:
    """A research page on paper. Three A4 pages is the aim of the calm theme."""
    browser.get(address + pages[-1])
    answer = browser.execute_cdp_cmd(
        "Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": True}
    )
    content = base64.b64decode(answer["data"])
    pdf.write_bytes(content)
    count = len(re.findall(rb"/Type\s*/Page\b", content))
    return f"{count} A4 pages", [] if count <= (3 if "calm" in pdf.name else 9) else [f"{count} pages"]
