"""`check --online` asks the registries and keeps what they say; without it no connection is opened."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from paper_services import PaperServices, Reply

from app import paths
from app.commands import parser
from app.model.paper import Paper
from db.library import Library
from db.lock import WriterLock


@pytest.fixture
def library(tmp_path: Path, paper_services: PaperServices) -> Path:
    path = tmp_path / "mine.plainspoken"
    lock = WriterLock(path)
    assert lock.acquire()
    with Library.create(path, lock) as library:
        for title, doi in (("Tea", "10.5555/tea.2024.7"), ("Milk", "10.5555/milk"), ("No number", "")):
            library.save(replace(library.new_summary(), plain_title=title, paper=Paper(title=title, doi=doi)))
    lock.release()
    file = paths.settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"services": paper_services.addresses, "mail": "ada@example.org"}), "utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, Any, str]:
    status = parser.run(arguments)
    out, err = capsys.readouterr()
    return status, json.loads(out) if "--json" in arguments and out else out, err


def retracted(value: Any) -> list[str]:
    return [
        summary["slug"]
        for summary in value["summaries"]
        if any(finding["code"] == "paper-retracted" for finding in summary["findings"])
    ]


def test_the_answer_is_found_and_kept(
    library: Path, paper_services: PaperServices, capsys: pytest.CaptureFixture[str]
) -> None:
    paper_services.say_file("crossref", "/works/10.5555/tea.2024.7", "crossref-retracted.json")
    status, value, err = run(capsys, "check", "--library", str(library), "--online", "--json")
    assert (status, err) == (1, "")
    assert retracted(value) == ["tea"]
    assert value["online"]["asked"] == 2 and value["online"]["failed"] == []
    assert paper_services.asked[0].query == {"mailto": "ada@example.org"}
    asked = len(paper_services.asked)
    status, value, _ = run(capsys, "check", "--library", str(library), "--json")
    assert retracted(value) == ["tea"] and "online" not in value
    assert len(paper_services.asked) == asked
    with Library.open(library) as opened:
        assert len(opened.looked()) == 2


def test_only_the_named_summaries_are_asked_about(
    library: Path, paper_services: PaperServices, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "check", "--library", str(library), "--online", "milk")
    assert [asked.path for asked in paper_services.asked] == ["/works/10.5555/milk"]


def test_what_is_not_answered_is_said_and_the_checks_still_run(
    library: Path, paper_services: PaperServices, capsys: pytest.CaptureFixture[str]
) -> None:
    page = Reply(b"<html>Please sign in</html>", kind="text/html")
    paper_services.say("crossref", "/works", page)
    arguments = ("check", "--library", str(library), "--online", "--json", "milk", "--fail-on", "error")
    status, value, err = run(capsys, *arguments)
    assert [failure["slug"] for failure in value["online"]["failed"]] == ["milk"]
    assert "Not answered for 1 paper: A web page came in place of the answer of Crossref." in err
    assert value["summaries"] and status in (1, 2)
    with Library.open(library) as opened:
        assert not opened.looked()


def test_a_library_that_is_open_elsewhere_is_not_asked_about(
    library: Path, paper_services: PaperServices, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = WriterLock(library)
    assert lock.acquire()
    status, _, err = run(capsys, "check", "--library", str(library), "--online")
    lock.release()
    assert status == 2 and "open in another Plainspoken" in err
    assert not paper_services.asked
