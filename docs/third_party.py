"""Writes THIRD-PARTY.md, what Plainspoken is built on and ships, with licences: `.venv/bin/python docs/third_party.py`.

Versions are those of `requirements.txt`; licences are what each installed distribution says of itself.
"""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "THIRD-PARTY.md"

NOT_EVERYWHERE = {"colorama": "BSD-3-Clause", "pywin32-ctypes": "BSD-3-Clause"}
"""Licences of distributions that one system alone installs."""

SAME = {
    "MIT License": "MIT",
    "Apache License, Version 2.0": "Apache-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "PSFL": "PSF-2.0",
}
"""Names of licences for which there is a shorter one that everybody uses."""

BESIDE = (
    ("resources/fonts", "Source Sans 3, Source Serif 4 (Adobe)", "OFL-1.1: `OFL-SourceSans.md`, `OFL-SourceSerif.md`"),
    ("resources/theme/calm/fonts", "The same fonts, cut to the letters of a website", "OFL-1.1: `OFL.txt`"),
    ("resources/icons", "Lucide", "ISC: `LICENSE-Lucide`"),
)
"""Fonts and icons: folder, what, licence and the file beside it that holds its text."""

HEAD = """# Third-party notices

Plainspoken itself is under the MIT licence (`LICENSE`). It builds on the work below, unmodified unless it says so.
This page is written by `docs/third_party.py`.
"""

FROZEN = """
## In the self-contained program besides

Python (PSF-2.0) with the libraries it is linked to, among them SQLite (public domain) and OpenSSL (Apache-2.0); Qt with
the Chromium engine (LGPL-3.0-only, and what Qt lists for its parts); PyInstaller's starter (GPL-2.0-or-later,
with an exception for the programs it starts). Qt and PySide6 are separate files in the program's folder: whoever wants
to may put a changed Qt in their place.
"""


def main() -> None:
    """Write the page."""
    FILE.write_text(page(), encoding="utf-8", newline="\n")


def page() -> str:
    """The whole page as Markdown."""
    packages = [(name, version, licence(name)) for name, version in requirements()]
    return "".join(
        (
            HEAD,
            table("Python packages", ("package", "version", "licence"), packages),
            table("Fonts and icons", ("where", "what", "licence"), BESIDE),
            table("Word lists in resources/words", ("file", "what", "origin and licence"), word_lists()),
            FROZEN,
        )
    )


def requirements() -> list[tuple[str, str]]:
    """Name and version of every distribution that a writer's machine gets."""
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    return re.findall(r"^([a-z0-9._-]+)==([^ ;\\]+)", text, re.MULTILINE)


def licence(name: str) -> str:
    """The licence that a distribution names, from the most to the least exact of the three places for it."""
    if name in NOT_EVERYWHERE:
        return NOT_EVERYWHERE[name]
    about = metadata.metadata(name)
    kinds = [kind.rsplit(" :: ", 1)[-1] for kind in about.get_all("Classifier") or [] if kind.startswith("License ::")]
    said = about.get("License-Expression") or about.get("License") or " or ".join(kinds)
    if not said:
        raise SystemExit(f"{name} names no licence: read it, and add it to NOT_EVERYWHERE.")
    return SAME.get(said, said)


def word_lists() -> list[tuple[str, ...]]:
    """The rows of the word lists' own page that are not ours."""
    text = (ROOT / "resources" / "words" / "README.md").read_text(encoding="utf-8")
    rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in text.splitlines() if line[:1] == "|"]
    return [row for row in rows[2:] if not row[2].startswith("ours")]


def table(title: str, head: tuple[str, ...], rows: list[tuple[str, ...]] | tuple[tuple[str, ...], ...]) -> str:
    """A Markdown table under a heading."""
    lines = [head, ("---",) * len(head), *rows]
    return f"\n## {title}\n\n" + "".join(f"| {' | '.join(row)} |\n" for row in lines)


if __name__ == "__main__":
    main()
