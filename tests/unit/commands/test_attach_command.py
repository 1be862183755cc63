"""`attach` as the contract has it: a real library, real files, what is filled, what stays, and every refusal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.commands import parser
from app.model.paper import Paper
from app.model.summary import Summary
from db.library import Library
from db.lock import WriterLock

RIS = "TY  - JOUR\nTI  - {title}\nAU  - Ukai, Ryo\nJO  - Brain\nPY  - 2021\nDO  - 10.1000/{doi}\nER  - \n"
TEXT = "Methods\n\nTen mice were given cells.\n\nResults\n\nNine mice got well after 20 days.\n"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "mine.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as made:
        made.save(Summary("a" * 32, paper=Paper(title="Cells for mice", journal="Nerve"), plain_title="Mice"), "save")
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = parser.run([str(word) for word in words])
    said = capsys.readouterr()
    return status, said.out, said.err


def attach(capsys: pytest.CaptureFixture[str], library: Path, path: Path, *more: str) -> Any:
    status, out, err = run(capsys, "attach", "--library", str(library), slug_of(library), str(path), "--json", *more)
    assert (status, err) == (0, "")
    return json.loads(out)


def slug_of(library: Path) -> str:
    with Library.open(library) as opened:
        return next(iter(opened.load_many())).slug


def file(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_empty_fields_are_filled_and_written_ones_stay(
    capsys: pytest.CaptureFixture[str], library: Path, tmp_path: Path
) -> None:
    said = attach(capsys, library, file(tmp_path, "one.ris", RIS.format(title="Cells for mice", doi="mice")))
    assert (said["slug"], said["kind"], said["title"]) == (slug_of(library), "ris", "Cells for mice")
    assert (said["doi"], said["blocks"], said["kept"]) == ("10.1000/mice", 0, ["journal"])
    assert {"authors", "published", "doi"} <= set(said["filled"])
    assert [warning["code"] for warning in said["warnings"]] == ["no-text"]
    with Library.open(library) as opened:
        [summary] = opened.load_many()
        paper = opened.paper_of(summary.id)
    assert (summary.paper.journal, summary.paper.doi, summary.plain_title) == ("Nerve", "10.1000/mice", "Mice")
    assert paper is not None and paper.origin == "one.ris" and not paper.has_file


def test_the_text_stands_beside_the_summary(capsys: pytest.CaptureFixture[str], library: Path, tmp_path: Path) -> None:
    said = attach(capsys, library, file(tmp_path, "paper.txt", TEXT))
    assert (said["kind"], said["blocks"], said["filled"], said["kept"]) == ("text", 4, [], [])
    with Library.open(library) as opened:
        [summary] = opened.load_many()
        paper = opened.paper_of(summary.id)
    assert paper is not None and "Ten mice" in paper.text.whole() and len(paper.sha256) == 64


def test_several_papers_need_a_choice(capsys: pytest.CaptureFixture[str], library: Path, tmp_path: Path) -> None:
    two = file(tmp_path, "two.ris", RIS.format(title="One", doi="1") + RIS.format(title="Two", doi="2"))
    status, out, err = run(capsys, "attach", "--library", str(library), slug_of(library), str(two))
    assert (status, out) == (2, "") and "holds 2 papers" in err and "--record" in err
    assert attach(capsys, library, two, "--record", "2")["doi"] == "10.1000/2"
    status, _out, err = run(capsys, "attach", "--library", str(library), slug_of(library), str(two), "--record", "3")
    assert status == 2 and "no record 3" in err


@pytest.mark.parametrize(
    ("name", "content"), [("gone.pdf", None), ("empty.pdf", b""), ("bad.pdf", b"%PDF-1.7\nno"), ("bad.ris", b"words")]
)
def test_what_is_no_paper_is_refused_with_one_sentence(
    capsys: pytest.CaptureFixture[str], library: Path, tmp_path: Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    status, out, err = run(capsys, "attach", "--library", str(library), slug_of(library), str(path))
    assert (status, out) == (2, "") and name in err and "Traceback" not in err
    with Library.open(library) as opened:
        assert opened.paper_of("a" * 32) is None


def test_an_unknown_slug_and_a_library_that_is_not_there(
    capsys: pytest.CaptureFixture[str], library: Path, tmp_path: Path
) -> None:
    paper = file(tmp_path, "paper.txt", TEXT)
    status, out, err = run(capsys, "attach", "--library", str(library), "no-such-slug", str(paper))
    assert (status, out) == (2, "") and "no-such-slug" in err
    gone = tmp_path / "gone.plainspoken"
    assert run(capsys, "attach", "--library", str(gone), "any", str(paper))[0] == 2
    assert not gone.exists()


def test_a_pdf_is_kept_unless_it_shall_not(capsys: pytest.CaptureFixture[str], library: Path, corpus: Path) -> None:
    pdf = min((corpus / "papers" / "pairs").rglob("*.pdf"), key=lambda path: path.stat().st_size)
    assert attach(capsys, library, pdf, "--no-file")["has_file"] is False
    said = attach(capsys, library, pdf)
    assert said["has_file"] and said["blocks"] > 5
    with Library.open(library) as opened:
        assert opened.paper_file("a" * 32) == pdf.read_bytes()
