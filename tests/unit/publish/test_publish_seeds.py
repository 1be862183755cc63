"""Published pages as people have them: in as copied text, out as our page, and everything is still there, in order."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from app.model.sections import sections
from app.model.site import Site
from app.model.summary import Summary
from app.papers.published_page import parse_copied_text, parse_page_html
from app.publish.page import page_html
from app.text import markup


def assert_whole(summary: Summary, page: str) -> None:
    """The page's text holds title, citation, categories and every section in the order of the format."""
    paper = summary.paper
    assert paper.published is not None
    main = html.document_fromstring(page).xpath("//main//article")[0]
    text = " ".join(main.text_content().split())
    expected = [paper.title, paper.journal or paper.journal_short, paper.doi, paper.published.long()]
    expected += [category.name for category in summary.categories]
    names = {"study_duration": "Study Duration", "participants": "Participants", "evidence_level": "Evidence Level"}
    for section, part in sections(summary):
        if section in names:
            expected += [names[section], markup.plain(part).text or "Not specified"]
        elif section != "title":
            expected += markup.plain(part).text.split("\n")
    position = 0
    for line in expected:
        position = text.find(" ".join(line.split()), position)
        assert position >= 0, line


@pytest.mark.parametrize("name", ["page-mol-brain-2021.txt", "page-frontiers-2024.txt"])
def test_a_published_page_goes_in_and_comes_out_whole(name: str, corpus: Path, site: Site) -> None:
    summary = parse_copied_text((corpus / "seeds" / name).read_text(encoding="utf-8"))
    assert len(summary.categories) == 2
    page = page_html(replace(summary, id="x", slug="a-page"), site)
    assert_whole(summary, page)
    assert_whole(summary, page_html(parse_page_html(page), site))


def test_a_copied_page_of_our_own_comes_out_whole(site: Site) -> None:
    text = (Path(__file__).parents[2] / "data" / "page-copied.txt").read_text(encoding="utf-8")
    summary = parse_copied_text(text)
    assert_whole(summary, page_html(replace(summary, id="x", slug="a-page"), site))
