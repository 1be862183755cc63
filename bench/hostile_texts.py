"""Texts that try to run, in every field, in a real Chromium: `run.py bench hostile_texts [MOST]`; 1 when one runs.

For each text an unprotected page as the control, then the whole website and the page alone in which it stands
everywhere. Their own policy is set aside, every element is hovered, focused and clicked. With `--json` one object.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path

from bench.hostile.browser import Leaks, Witness
from bench.hostile.pages import Served, made, sheet, unprotected
from bench.hostile.vectors import vectors_of

_MEMORY = Path("/dev/shm")
_HITS = """return [...document.querySelectorAll('iframe')].reduce(
  (sum, frame) => sum + frame.contentDocument.querySelectorAll('#search li a').length, 0)"""


@dataclass(slots=True)
class Count:
    """How many texts were tried, how many run where nothing is done against them, and what ran in our pages."""

    vectors: int = 0
    run_unprotected: int = 0
    pages: int = 0
    elements: int = 0
    by_hand: int = 0
    search_results: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def is_proof(self) -> bool:
        """Whether texts ran without protection, and something was there to look at: else nothing was proved."""
        return self.run_unprotected > 0 and self.elements > 0 and self.search_results > 0


def main(arguments: list[str]) -> int:
    """Try every text, print the counts, and give 1 when one ran in a page of ours or nothing was proved."""
    parser = argparse.ArgumentParser(prog="run.py bench hostile_texts", description=__doc__)
    parser.add_argument("most", nargs="?", type=int, default=0, help="only so many, spread over all of them")
    parser.add_argument("--by-hand-every", type=int, default=4, help="the real mouse too on every n-th summary")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    vectors = vectors_of(os.environ.get("PLAINSPOKEN_CORPUS"))
    if options.most:
        vectors = vectors[:: max(1, -(-len(vectors) // options.most))]
    count = tried(vectors, options.by_hand_every)
    if options.json:
        print(json.dumps(asdict(count)))
    else:
        _print(count)
    return 1 if count.faults or not count.is_proof else 0


def tried(vectors: list[str], by_hand_every: int) -> Count:
    """Give each text to the control and to our pages."""
    count = Count()
    place = _MEMORY if os.access(_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="hostile-", dir=place) as folder:
        home = Path(folder)
        served, leaks = Served(home), Leaks()
        try:
            witness = Witness(leaks, served.address)
            try:
                _expect_silence(witness, served, home)
                for number, vector in enumerate(vectors):
                    _one(count, witness, served, home, vector, is_by_hand=number % by_hand_every == 0)
                count.elements = witness.elements
            finally:
                witness.quit()
        finally:
            served.close()
            leaks.close()
    return count


def _expect_silence(witness: Witness, served: Served, home: Path) -> None:
    (home / "sheet.html").write_bytes(sheet([]))
    if said := witness.visit(f"{served.address}sheet.html"):
        raise RuntimeError(f"An empty page is not silent, so nothing can be measured: {said}")


def _one(count: Count, witness: Witness, served: Served, home: Path, vector: str, *, is_by_hand: bool) -> None:
    count.vectors += 1
    pages = unprotected(vector)
    for number, page in enumerate(pages):
        (home / f"control-{number}.html").write_bytes(page.encode("utf-8", "replace"))
    (home / "control.html").write_bytes(sheet([f"control-{number}.html" for number in range(len(pages))]))
    touched = witness.elements
    count.run_unprotected += bool(witness.visit(f"{served.address}control.html"))
    witness.elements = touched
    shutil.rmtree(home / "site", ignore_errors=True)
    addresses = made(vector, home / "site")
    (home / "site" / "sheet.html").write_bytes(sheet(addresses))
    found = witness.visit(f"{served.address}site/sheet.html", look=_HITS)
    count.pages += len(addresses)
    count.search_results += witness.looked if isinstance(witness.looked, int) else 0
    if is_by_hand:
        count.by_hand += 1
        found += witness.visit(f"{served.address}site/{addresses[0]}", by_hand=True)
    if found:
        count.faults.append(f"{vector[:80]!r}: {found[0]}")


def _print(count: Count) -> None:
    print(f"{count.vectors} texts; without protection {count.run_unprotected} of them run or call out (the control)")
    print(f"{count.pages:,} pages of ours, {count.elements:,} elements hovered, focused and clicked, "
          f"{count.by_hand} pages with the mouse too, {count.search_results} search results")  # fmt: skip
    print(f"{len(count.faults)} ran or called out in our pages")
    for fault in count.faults[:20]:
        print(f"  {fault}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
