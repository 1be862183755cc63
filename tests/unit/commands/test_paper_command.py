"""`paper` as the contract has it: one JSON object, offsets that point at their words, one sentence for bad input."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from app.commands import parser

DATA = Path(__file__).parents[2] / "data" / "papers"
FIELDS = {"title", "authors", "journal", "volume", "issue", "pages", "doi", "pmid", "pmcid", "url", "published",
          "publication_types", "abstract", "notices", "text", "suggestions"}  # fmt: skip
SUGGESTIONS = {"participants", "study_duration", "evidence_level", "key_findings", "study_limitations"}


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = parser.run(["paper", *words])
    said = capsys.readouterr()
    return status, said.out, said.err


def as_json(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    status, out, err = run(capsys, *words, "--json")
    assert (status, err) == (0, "")
    value: dict[str, Any] = json.loads(out)
    return value


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.iterdir() if path.suffix != ".md"))
def test_shape_is_that_of_the_contract(capsys: pytest.CaptureFixture[str], name: str) -> None:
    value = as_json(capsys, str(DATA / name))
    assert set(value) == {"kind", "papers", "warnings"}
    assert all(set(warning) == {"code", "where"} for warning in value["warnings"])
    for paper in value["papers"]:
        assert set(paper) >= FIELDS
        assert "" not in [paper[field] for field in FIELDS if field != "text"]
        assert all(set(author) == {"family", "given", "literal"} for author in paper["authors"])
        assert paper["published"] is None or set(paper["published"]) == {"year", "month", "day"}
        assert all(set(notice) >= {"kind", "doi"} for notice in paper["notices"])
        assert all(set(block) == {"kind", "text", "page"} for block in paper["text"])
        assert set(paper["suggestions"]) == SUGGESTIONS


def test_offsets_point_at_their_words(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "paper.txt"
    file.write_text(
        "A trial of 𝛼-walking in people\n\nAbstract\n\nTwenty-four patients were enrolled (n = 24) and followed for 12"
        " weeks.\n\nThese results suggest that walking helps.\n\nA limitation of this study is its small size.\n",
        encoding="utf-8",
    )
    (paper,) = as_json(capsys, str(file))["papers"]
    whole = "\n\n".join(block["text"] for block in paper["text"])
    offered = [each for found in paper["suggestions"].values() for each in found]
    assert {"participants", "study_limitations"} <= {name for name, found in paper["suggestions"].items() if found}
    for each in offered:
        if each["start"] is not None:
            assert whole[each["start"] : each["end"]] == each.get("text", each.get("trigger"))


def test_what_is_not_in_the_file_is_null(capsys: pytest.CaptureFixture[str]) -> None:
    second = as_json(capsys, str(DATA / "walking.nbib"))["papers"][1]
    assert second["published"] == {"year": 2005, "month": None, "day": None}
    assert [second[field] for field in ("journal", "doi", "pages", "abstract", "url")] == [None] * 5
    assert (second["notices"], second["text"]) == ([], [])
    assert second["authors"] == [{"family": "Long", "given": "V", "literal": None}]


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((DATA / "walking.ris").read_bytes())))
    assert as_json(capsys, "-")["kind"] == "ris"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert run(capsys) == (2, "", "The text is empty. Choose a file that holds a paper or references.\n")


def test_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, str(DATA / "crossref-retracted.json"))
    lines = out.splitlines()
    assert status == 0
    assert lines[2] == "Walking fast with 10⁵ steps: A trial"
    assert "   RETRACTED: 10.5555/retraction.7" in lines
    assert "   Journal of Invented Medicine, 3:1-9, February 2020" in lines
    assert lines[-1] == "Only the abstract is here, not the whole paper."
    status, out, _ = run(capsys, str(DATA / "listing.txt"))
    assert out.splitlines()[0] == "Plain text: 3 papers"
    assert "3. (no title given)" in out


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "cannot be read (No such file"), (b"", "is empty"), (b"<html></html>", "is a web page")],
)
def test_bad_input_is_one_sentence_and_2(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes | None, words: str
) -> None:
    file = tmp_path / "x.json"
    if content is not None:
        file.write_bytes(content)
    for more in ([], ["--json"]):
        status, out, err = run(capsys, str(file), *more)
        assert (status, out) == (2, "")
        assert words in err
        assert err.count("\n") == 1
    status, _, err = run(capsys, str(tmp_path))
    assert (status, err.count("\n")) == (2, 1)
