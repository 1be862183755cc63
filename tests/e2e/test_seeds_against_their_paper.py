"""The two published pages and the blog page, held against what we know is wrong with them."""

from __future__ import annotations

import json
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.checks.review import checked
from app.commands import parser
from app.model.summary import title_of
from app.ui.window import Window
from db.library import Library

Steps = Generator[Any, None, None]


def command(capsys: pytest.CaptureFixture[str], *words: object) -> Any:
    status = parser.run([str(word) for word in words])
    captured = capsys.readouterr()
    assert status in (0, 1), captured.err
    return json.loads(captured.out)


def findings(capsys: pytest.CaptureFixture[str], library: Path) -> list[dict[str, Any]]:
    (summary,) = command(capsys, "check", "--library", library, "--json")["summaries"]
    return list(summary["findings"])


def test_the_rat_page_with_its_paper(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library, seeds = tmp_path / "L.plainspoken", corpus / "seeds"
    (page,) = command(capsys, "import", "--library", library, "--json", seeds / "page-mol-brain-2021.txt")["imported"]
    command(capsys, "attach", "--library", library, "--json", page["slug"], seeds / "paper-mol-brain-2021.txt")
    found = findings(capsys, library)

    def of(code: str) -> list[tuple[str, str | None]]:
        return [(finding["section"], finding["text"]) for finding in found if finding["code"] == code]

    (rate,) = [finding for finding in found if finding["code"] == "rate-differs"]
    assert (rate["section"], rate["text"]) == ("simple_explanation", "four times weekly")
    assert rate["severity"] == "error" and "weekly" in rate["passage"]["text"]
    short_forms = {text for _section, text in of("short-form-undefined")}
    assert {"BBB", "SOD1G93A"} <= short_forms
    assert any(section.startswith("practical_implications") for section, _text in of("species-missing"))
    assert {section for section, _text in of("not-specified-but-in-paper")} == {"study_duration", "evidence_level"}
    assert of("number-not-in-paper") == []


def test_the_review_page_alone(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    library = tmp_path / "L.plainspoken"
    command(capsys, "import", "--library", library, "--json", corpus / "seeds" / "page-frontiers-2024.txt")
    (parts,) = [finding for finding in findings(capsys, library) if finding["code"] == "parts-do-not-add-up"]
    assert parts["severity"] == "notice"
    assert (parts["facts"]["sum"], parts["facts"]["whole"]) == (37, 43)


def test_the_blog_page_pasted_into_a_new_summary(desktop: Any, corpus: Path, tmp_path: Path) -> None:
    library = tmp_path / "L.plainspoken"
    assert parser.run(["import", "--library", str(library), str(corpus / "seeds" / "page-frontiers-2024.txt")]) == 0

    def paste(window: Window) -> Steps:
        yield lambda: window.page == "library"
        desktop.ctrl(Qt.Key.Key_N)
        yield lambda: window.page == "editor"
        desktop.keys("A blog about cells")
        window.editor.show_section("research_summary")
        yield 200
        QApplication.clipboard().setText((corpus / "seeds" / "blog-summary-msc-ntf.txt").read_text("utf-8"))
        desktop.ctrl(Qt.Key.Key_V)
        yield 400
        assert not window.notices.isHidden(), "what was left out is said"
        desktop.ctrl(Qt.Key.Key_S)
        yield 900

    desktop.run(paste, "--library", str(library))
    with Library.open(library) as opened:
        (summary,) = [one for one in opened.load_many() if title_of(one) == "A blog about cells"]
        alike = [
            {finding.text, str(finding.facts.get("other"))}
            for finding in checked(summary, opened.style()).open
            if finding.code == "short-forms-nearly-alike"
        ]
    assert {"MSC-NTF", "MSC-NTS"} in alike
