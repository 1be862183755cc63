"""A published page comes back whole: every section in its field, nothing of the page around it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import BadInput
from app.model.dates import PartialDate
from app.model.paper import Author, Paper
from app.model.sections import sections
from app.model.site import Site
from app.model.summary import CategoryRef, Dates, GlossaryTerm, Implication, Source, Summary
from app.papers.page_top import parted
from app.papers.published_page import parse_copied_text, parse_page_html
from app.publish.page import page_html

COPIED = (Path(__file__).parents[2] / "data" / "page-copied.txt").read_text(encoding="utf-8")


def test_copied_text_arrives_whole_and_in_its_fields() -> None:
    summary = parse_copied_text(COPIED)
    assert summary.paper == Paper(
        title="Daily stretching and ankle stiffness after spinal cord injury: a small trial",
        journal="J Example Rehabil",
        doi="10.5555/example.2020.17",
        published=PartialDate(2020, 4),
    )
    assert [category.name for category in summary.categories] == ["Rehabilitation", "Spasticity"]
    assert summary.simple_explanation.startswith("Stiff ankles are common")
    assert summary.simple_explanation.count("\n\n") == 1
    assert (summary.study_duration, summary.participants) == ("15 weeks", None)
    assert summary.evidence_text == "A small randomised trial"
    assert summary.key_findings == (
        "The stretched ankle moved 2.5 degrees more, on average.",
        "Four of the ten people saw no change.",
    )
    assert summary.practical_implications == (
        Implication("Small gains", "A gain of 2.5 degrees may be too small to notice."),
        Implication("Ask first", "A physiotherapist can say if stretching is safe for you."),
    )
    assert len(summary.study_limitations) == 2
    everything = " ".join(text for _, text in sections(summary))
    assert not re.search("Quick Links|Feedback|helpful|Subscribe|rights reserved|Back to", everything)


@pytest.mark.parametrize(
    "changed",
    [
        COPIED.replace("\n", "\r\n"),
        "\ufeff" + COPIED,
        COPIED.replace("https://doi.org/", ""),
        COPIED.replace("  • 1\n    ", "  1. ").replace("  • 2\n    ", "  2. "),
        COPIED.replace("  • 1\n    ", "").replace("  • 2\n    ", "\n"),
        COPIED.replace("\nRehabilitationSpasticity\n", "\nRehabilitation\nSpasticity\n"),
        "\n".join(line.strip() for line in COPIED.split("\n")),
        COPIED.replace("  • 1\n    ", "1\n").replace("  • 2\n    ", "2\n"),
        COPIED.replace("somebody who did not", "somebody\nwho did not"),
    ],
    ids=["crlf", "mark", "bare-doi", "numbers", "no-marks", "chips-in-lines", "trimmed", "bare-numbers", "wrapped"],
)
def test_other_ways_a_browser_copies_it(changed: str) -> None:
    assert parse_copied_text(changed) == parse_copied_text(COPIED)


@pytest.mark.parametrize("name", ["page-mol-brain-2021.txt", "page-frontiers-2024.txt"])
def test_the_two_published_pages_arrive_whole(corpus: Path, name: str) -> None:
    text = (corpus / "seeds" / name).read_text(encoding="utf-8")
    summary = parse_copied_text(text)
    assert [category.name for category in summary.categories] == ["Regenerative Medicine", "Neurology"]
    assert len(summary.key_findings) == len(summary.practical_implications) == len(summary.study_limitations) == 3
    assert all(card.heading and card.text for card in summary.practical_implications)
    body = text[text.index("Simple Explanation") : text.index("Your Feedback")]
    wanted = [line.strip() for line in body.splitlines() if len(line.split()) > 4]
    found = [text for _, text in sections(summary)]
    assert [line for line in wanted if line not in found] == []
    assert summary.paper.title in text.splitlines()
    assert summary.paper.doi.startswith("10.")
    assert summary.paper.published and summary.paper.published.day


def test_a_page_of_another_kind_is_refused_with_a_way_on(corpus: Path) -> None:
    for name in ("blog-summary-msc-ntf.txt", "paper-mol-brain-2021.txt", "related-works-listing.txt"):
        with pytest.raises(BadInput, match="paste") as fault:
            parse_copied_text((corpus / "seeds" / name).read_text(encoding="utf-8"), where=name)
        assert fault.value.code == "not-a-page"


@pytest.mark.parametrize("text", ["", "\0", "Simple Explanation", "Key Findings\n\nx", "<html></html>", "a" * 100_000])
def test_what_is_no_page_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse_copied_text(text)
    with pytest.raises(BadInput):
        parse_page_html(text)


@pytest.mark.parametrize(
    ("text", "known", "names"),
    [
        ("Regenerative MedicineNeurology", (), ["Regenerative Medicine", "Neurology"]),
        ("McArdle DiseaseNeurology", ("McArdle Disease",), ["McArdle Disease", "Neurology"]),
        ("Pain (chronic)Sleep", (), ["Pain (chronic)", "Sleep"]),
        ("Brain ImagingBrain", ("Brain", "Brain Imaging"), ["Brain Imaging", "Brain"]),
        ("Pain · Sleep", (), ["Pain", "Sleep"]),
        ("Neurology", ("Neuro",), ["Neurology"]),
        ("", (), []),
    ],
)
def test_categories_that_run_together_are_parted(text: str, known: tuple[str, ...], names: list[str]) -> None:
    assert parted(text, known) == names


FULL = Summary(
    id="0b0e3f0e-6a8f-4f7e-9a77-3d1f5f1c0001",
    slug="a-b-c-2020",
    status="published",
    plain_title="Stretching, in short",
    categories=(CategoryRef("rehabilitation", "Rehabilitation"), CategoryRef("pain", "Pain")),
    paper=Paper(
        title="Stretching & <stiffness>: a trial",
        authors=(Author("Ukai", "Ryo"), Author(literal="The Ankle Group")),
        journal="J Example",
        doi="10.5555/x(1)2",
        published=PartialDate(2020, 4, 30),
    ),
    simple_explanation="One **bold** word, *one* not.\n\n- a [link](https://example.org/a)\n- b\n\n1. x\n2. y\n\n5.",
    study_duration="Six weeks\n\nand a day",
    participants=None,
    evidence_level="randomised-trial",
    evidence_text="A *small* trial.",
    key_findings=("One **strong** finding.", "Second.\n\nWith a paragraph."),
    research_summary="Short & < sweet.",
    practical_implications=(Implication("Study Limitations", "Text."), Implication("Ask", "First.\n\nThen.")),
    study_limitations=("Few people.",),
    glossary=(GlossaryTerm("MSC", "stem cell", "A cell."),),
    sources=(Source("The paper", "https://example.org/p"),),
    dates=Dates("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z"),
)


def test_our_own_page_comes_back_whole() -> None:
    found = parse_page_html(page_html(FULL, Site(name="Shelf")))
    known = replace(
        found,
        id=FULL.id,
        slug=FULL.slug,
        status=FULL.status,
        categories=tuple(CategoryRef(ref.name.lower(), ref.name) for ref in found.categories),
        dates=replace(found.dates, created=FULL.dates.created),
    )
    assert known == FULL


def test_another_sites_page_in_the_same_layout() -> None:
    page = """<html><body><header><nav><ul><li>About</li></ul></nav></header>
    <nav><ol><li>Home</li><li>Research</li><li>Pain</li><li>Title of it</li></ol></nav>
    <div><h1>Title of it</h1><p>J Ex, 2021 · DOI: <a href="https://doi.org/10.1/x">https://doi.org/10.1234/x</a>
    · Published: May 2, 2021</p><div><span>Pain</span><span>Sleep</span></div>
    <h2>Simple Explanation</h2><p>Words <script>x()</script>here.</p>
    <div><h3>Study Duration</h3><p>Not specified</p><h3>Participants</h3><p>Six rats</p>
    <h3>Evidence Level</h3><p>Animal study</p></div>
    <h2>Key Findings</h2><ul><li><span>1</span><p>First.</p></li><li><span>2</span><p>Second.</p></li></ul>
    <h2>Practical Implications</h2><div><h3>Card</h3><p>Text.</p></div>
    <h2>Your Feedback</h2><button>Yes</button></div><footer>All rights reserved.</footer></body></html>"""
    found = parse_page_html(page)
    assert found.paper == Paper("Title of it", journal="J Ex", doi="10.1234/x", published=PartialDate(2021, 5, 2))
    assert [ref.name for ref in found.categories] == ["Pain", "Sleep"]
    assert found.simple_explanation == "Words here."
    assert (found.study_duration, found.participants, found.evidence_text) == (None, "Six rats", "Animal study")
    assert found.key_findings == ("First.", "Second.")
    assert found.practical_implications == (Implication("Card", "Text."),)
