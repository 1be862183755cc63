"""The two published pages go in, and their exported pages hold every word, in the page's order."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import lxml.html
import pytest

CORPUS = os.environ.get("PLAINSPOKEN_CORPUS")
NEEDS_CORPUS = pytest.mark.skipif(not CORPUS, reason="PLAINSPOKEN_CORPUS does not name the folder of published pages")
PAGES = ("page-mol-brain-2021.txt", "page-frontiers-2024.txt")
OWN_PAGE = Path(__file__).parents[1] / "data" / "page-copied.txt"
HEADINGS = ["Simple Explanation", "Study Duration", "Participants", "Evidence Level", "Key Findings"]
HEADINGS += ["Research Summary", "Practical Implications", "Study Limitations"]


def plainspoken(*words: object) -> subprocess.CompletedProcess[str]:
    """The program without a window, as a script would call it."""
    command = [sys.executable, "-m", "app", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], timeout=120)


def expected_lines(page: Path) -> list[str]:
    """What a reader must find, in order: everything between the heading and the feedback, less list furniture."""
    lines = [line.strip() for line in page.read_text(encoding="utf-8").splitlines()]
    first, last = lines.index("Simple Explanation"), lines.index("Your Feedback")
    return [line for line in lines[first:last] if line and line != "•" and not re.fullmatch(r"•?\s*\d+", line)]


def page_text(path: Path) -> str:
    """The exported page as a reader's clipboard has it: text, white space folded."""
    tree = lxml.html.fromstring(path.read_text(encoding="utf-8"))
    for element in tree.xpath("//script|//style|//svg"):
        element.drop_tree()
    return " ".join(" ".join(tree.itertext()).split())


def import_export(page: Path, folder: Path) -> tuple[dict, str]:
    """Import one page into a new library and export it as HTML; the import's answer and the page's text."""
    library = folder / "library.plainspoken"
    imported = plainspoken("import", "--library", library, "--json", page)
    assert imported.returncode == 0, imported.stderr
    answer = json.loads(imported.stdout)["imported"][0]
    to = folder / "pages"
    exported = plainspoken("export", "--library", library, "--to", to, "--format", "html", "--only", answer["slug"])
    assert exported.returncode == 0, exported.stderr
    return answer, page_text(to / f"{answer['slug']}.html")


def assert_whole(page: Path, text: str) -> None:
    """Every line of the page stands in the text, each after the one before it."""
    position = text.index("Simple Explanation")
    for line in expected_lines(page):
        found = text.find(" ".join(line.split()), position)
        assert found >= 0, f"not there, or not in its order: {line}"
        position = found


@NEEDS_CORPUS
@pytest.mark.parametrize("name", PAGES)
def test_a_published_page_comes_out_whole(name: str, tmp_path: Path) -> None:
    page = Path(CORPUS or "") / "seeds" / name
    answer, text = import_export(page, tmp_path)
    lines = page.read_text(encoding="utf-8").splitlines()
    assert answer["action"] == "added"
    assert answer["title"] in lines
    doi = re.search(r"10\.\d{4,}/[^\s·]+", page.read_text(encoding="utf-8"))
    assert doi and doi[0] in text
    assert "Regenerative Medicine" in text and "Neurology" in text
    assert_whole(page, text)


def test_our_own_copied_page_comes_out_whole(tmp_path: Path) -> None:
    answer, text = import_export(OWN_PAGE, tmp_path)
    assert answer["title"] == "Daily stretching and ankle stiffness after spinal cord injury: a small trial"
    assert_whole(OWN_PAGE, text)
    assert "Rehabilitation" in text and "Spasticity" in text
    assert "April 2020" in text


def test_json_out_in_and_out_again_is_the_same_to_the_byte(tmp_path: Path) -> None:
    sample = Path(__file__).parents[2] / "resources" / "sample"
    first, second = tmp_path / "first.plainspoken", tmp_path / "second.plainspoken"
    assert plainspoken("import", "--library", first, *sorted(sample.glob("*20*.json"))).returncode == 0
    assert plainspoken("import", "--library", first, OWN_PAGE).returncode == 0
    for library, folder in ((first, "a"), (second, "b")):
        slugs = [
            row["slug"] for row in json.loads(plainspoken("list", "--library", first, "--json").stdout)["summaries"]
        ]
        words = ("export", "--library", library, "--to", tmp_path / folder, "--format", "json", "--only", *slugs)
        if library == second:
            assert plainspoken("import", "--library", second, tmp_path / "a").returncode == 0
        done = plainspoken(*words)
        assert done.returncode == 0, done.stderr
    before = {path.name: path.read_bytes() for path in (tmp_path / "a").glob("[!.]*.json")}
    after = {path.name: path.read_bytes() for path in (tmp_path / "b").glob("[!.]*.json")}
    assert len(before) == 5
    assert before == after
