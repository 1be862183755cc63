"""`score` and `check` as the contract has them, through the command line."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app.commands import parser
from app.model.dismissal import Dismissal
from app.model.summary import Summary
from db.library import Library
from db.lock import WriterLock

SAMPLE = Path(__file__).parents[3] / "resources" / "sample"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any, str]:
    status = parser.run(arguments)
    out, err = capsys.readouterr()
    return status, json.loads(out) if "--json" in arguments and out else out, err


def test_score_counts_every_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "\ufeff😀 The rats lived. BBB rose and"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    status, value, err = run(capsys, "score", str(tmp_path / "a.txt"), "--json")
    assert (status, err) == (0, "")
    assert (value["words"], value["sentences"]) == (6, 2)
    assert set(value["scores"]) == {
        "flesch_kincaid_grade",
        "flesch_reading_ease",
        "smog_index",
        "gunning_fog",
        "automated_readability_index",
        "coleman_liau_index",
        "dale_chall",
    }
    assert [text[span["start"] : span["end"]] for span in value["sentence_spans"]][1] == "BBB rose and"
    assert value["range"][0] < value["scores"]["flesch_kincaid_grade"] < value["range"][1]
    (hint,) = [hint for hint in value["hints"] if hint["code"] == "short-form-undefined"]
    assert text[hint["start"] : hint["end"]] == hint["text"] == "BBB" and hint["suggestions"] == []


@pytest.mark.parametrize(("text", "code"), [("", "no-text"), ("مرحبا بالعالم", "not-english")])
def test_score_says_why_there_is_none(
    text: str, code: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    status, value, _err = run(capsys, "score", "--json")
    assert (status, value["scores"], value["range"], value["warnings"]) == (0, None, None, [{"code": code}])


@pytest.mark.parametrize("content", [b"\xff\xfeR\x00", b"abc\xff", None])
def test_score_refuses_what_is_no_text(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.bin"
    if content is not None:
        file.write_bytes(content)
    status, out, err = run(capsys, "score", str(file))
    assert status == 2 and out == "" and err.count("\n") == 1 and "a.bin" in err


def test_score_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("The rats utilised the maze.", encoding="utf-8")
    status, out, _err = run(capsys, "score", str(tmp_path / "a.txt"))
    assert status == 0 and out.startswith("5 words, 1 sentence,") and "Perhaps: used" in out


def test_check_lists_its_codes(capsys: pytest.CaptureFixture[str]) -> None:
    status, value, _err = run(capsys, "check", "--list-codes", "--json")
    assert status == 0
    assert all(set(code) == {"code", "severity", "about"} for code in value["codes"])
    assert {"section-missing", "hard-word", "doi-malformed"} <= {code["code"] for code in value["codes"]}


def test_check_over_a_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = str(tmp_path / "l.plainspoken")
    assert parser.run(["import", "--library", library, str(SAMPLE)]) == 0
    capsys.readouterr()
    status, value, _err = run(capsys, "check", "--library", library, "--json")
    assert status == 0 and len(value["summaries"]) == 3
    for summary in value["summaries"]:
        for finding in summary["findings"]:
            assert {"code", "severity", "section", "start", "end", "text", "facts", "passage"} <= set(finding)
    slug = value["summaries"][0]["slug"]
    assert run(capsys, "check", "--library", library, slug, "--fail-on", "notice")[0] == 1
    assert run(capsys, "check", "--library", library, "no-such-slug")[0] == 2
    assert run(capsys, "check", "--library", str(tmp_path / "none"))[0] == 2


def test_check_tells_what_was_dismissed_by_whom_and_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "l.plainspoken"
    left = Dismissal("hype-word", "breakthrough", "summary", reason="Its authors say so", by="ada", date="2026-05-03")
    lock = WriterLock(path)
    assert lock.acquire()
    with lock, Library.create(path, lock) as library:
        library.save(Summary("1", plain_title="Cells", simple_explanation="A breakthrough.", dismissals=(left,)))
    _status, value, _err = run(capsys, "check", "--library", str(path), "--json")
    [summary] = value["summaries"]
    assert "hype-word" not in {finding["code"] for finding in summary["findings"]}
    told = {
        "code": "hype-word", "severity": "warning", "section": "simple_explanation", "start": 2, "end": 14,
        "text": "breakthrough", "scope": "summary", "reason": "Its authors say so", "by": "ada", "date": "2026-05-03",
    }  # fmt: skip
    assert summary["dismissed"] == [told]
    parser.run(["check", "--library", str(path)])
    assert "1 dismissed with a reason." in capsys.readouterr().out
