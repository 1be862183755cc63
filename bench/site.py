"""The website by us and by other generators, in one run: the same summaries, the same page, every field in Markdown.

We write more than they do: JSON, RIS and BibTeX beside each page, lists, feeds, sitemap, search index and catalogue, a
check of every link, and a journal that keeps the folder whole. All of that counts against us, and so does opening the
library. Then one summary changes and everything is built again, by each as its makers meant it.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from html import unescape
from pathlib import Path

from bench.sites import content
from bench.sites.generators import ROOT, Generator, generators, installed
from bench.sites.records import records
from bench.sites.running import Run, run
from db.library import Library
from db.lock import WriterLock

EDIT = "This sentence is new."


def main(arguments: Sequence[str] = ()) -> int:
    """Print, for each number of pages, what each program needs; 1 when a page's words differ from ours."""
    parser = argparse.ArgumentParser(prog="python run.py bench site", description=__doc__)
    parser.add_argument("pages", nargs="*", type=int, default=[1_000, 10_000], help="how many summaries")
    parser.add_argument("--only", nargs="*", metavar="NAME", help="just these other generators")
    parser.add_argument("--in", dest="folder", type=Path, help="a folder for the sites (a temporary one)")
    options = parser.parse_args(arguments)
    if fault := installed():
        print(fault)
    others = [other for other in generators() if options.only is None or other.name in options.only]
    is_same = True
    for count in options.pages:
        with tempfile.TemporaryDirectory(prefix="plainspoken-bench-", dir=options.folder) as folder:
            is_same &= _compared(count, Path(folder), others)
    return 0 if is_same else 1


def _compared(count: int, folder: Path, others: list[Generator]) -> bool:
    print(
        f"{count:>7,} pages {'pages/s':>10}{'seconds':>9}{'processor':>11}{'MB':>6}   one changed: seconds", flush=True
    )
    ours = folder / "ours"
    ours.mkdir()
    whole, again = _our_runs(count, ours)
    _told("Plainspoken", count, whole, again)
    slugs = [content.summary(number).slug for number in (1, count // 2, count - 1)]
    is_same = True
    for other in others:
        place = folder / other.name
        other.lay_out(place, records(content.summaries(count), content.site()))
        full = run(other.command, place)
        texts = {slug: _words(place / other.page.format(slug)) for slug in slugs} if not full.fault else {}
        slug, body, page = next(records(iter([content.summary(0, EDIT)]), content.site()))
        other.lay_out(place, iter([(slug, body, page)]))
        _told(other.name, count, full, run(other.command, place))
        for slug, words in texts.items():
            if words != _words(ours / "out" / "research" / slug / "index.html"):
                is_same = False
                print(f"    Its page {slug} reads differently: {_difference(ours, slug, words)}")
        shutil.rmtree(place)
    return is_same


def _our_runs(count: int, folder: Path) -> tuple[Run, Run]:
    """The whole site out of a library file, then again after one summary was edited in it."""
    file = folder / "library.plainspoken"
    lock = WriterLock(file)
    lock.acquire()
    with Library.create(file, lock) as library:
        library.save_site(content.site())
        for category in content.site().categories:
            library.save_category(category)
        with library.together():
            for summary in content.summaries(count):
                library.save(summary, "import")
    command = [sys.executable, "-m", "app", "export", "--library", str(file), "--to", str(folder / "out")]
    environment = {"PLAINSPOKEN_HOME": str(folder / "home")}
    whole = run(command, ROOT, environment)
    with Library.open(file, lock) as library:
        first = content.summary(0, EDIT)
        library.load(first.id)
        library.save(first, "save")
    lock.release()
    return whole, run(command, ROOT, environment)


def _told(name: str, count: int, whole: Run, again: Run) -> None:
    if whole.fault:
        print(f"{name:<13} did not work: {whole.fault}", flush=True)
        return
    print(
        f"{name:<13}{count / whole.seconds:>11,.0f}{whole.seconds:>9.2f}{whole.processor:>11.2f}{whole.memory:>6.0f}"
        f"{again.seconds:>15.2f}  ({again.processor:.2f} processor, {again.memory:.0f} MB)",
        flush=True,
    )


def _words(page: Path) -> str:
    """What a reader reads in the body of a page, without spaces: where they stand between tags is nobody's text."""
    text = page.read_text(encoding="utf-8")
    body = re.sub(r"(?s)<(script|style)\b.*?</\1>", " ", text[text.index("<body") :])
    return "".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def _difference(ours: Path, slug: str, words: str) -> str:
    mine = _words(ours / "out" / "research" / slug / "index.html")
    at = next((at for at, pair in enumerate(zip(mine, words, strict=False)) if pair[0] != pair[1]), 0)
    return f"“{mine[at : at + 40]}” became “{words[at : at + 40]}”"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
