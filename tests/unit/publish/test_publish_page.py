"""The research page: what stands on it and in what order, what does not, and that no text of a summary can run."""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from app.model.paper import Author, Paper
from app.model.sections import CARDS, sections
from app.model.site import Site
from app.model.summary import CategoryRef, Contributor, Correction, GlossaryTerm, Implication, Source, Summary
from app.publish.notes import ESCAPE
from app.publish.page import page_html, preview_html
from app.text import markup

VECTORS = (
    "<script>document.title='x'</script>",
    "</script><script>document.title='x'</script>",
    "<img src=x onerror=document.title='x'>",
    "<svg/onload=document.title='x'>",
    "[click](javascript:document.title='x')",
    "[click](JaVa\tScRiPt:document.title='x')",
    "[click](data:text/html,<script>document.title='x'</script>)",
    "<a href=\"&#106;avascript:document.title='x'\">a</a>",
    '"><iframe srcdoc="<script>parent.document.title=1</script>">',
    "<style>*{background:url(javascript:1)}</style>",
    "<math><mi xlink:href=\"javascript:document.title='x'\">m</mi></math>",
    "<p style=\"position:fixed\" onclick=document.title='x'>p</p>",
    "{{ 7 * 7 }}{% raw %}",
    "<!--<img src=--><img src=x onerror=document.title='x'>",
    "\x00<scr\x00ipt>document.title='x'</scr\x00ipt>",
    "\u2028</title><script>1</script>",
    "<form action=https://example.org><input name=a>",
    "<base href=https://example.org/>",
    '<meta http-equiv=refresh content="0;url=https://example.org">',
    "\ud800 a lone surrogate",
)
EXECUTABLE = {"script", "iframe", "object", "embed", "img", "style", "form", "input", "base", "math", "audio", "video"}


def hostile(vector: str) -> Summary:
    """A summary that says the same bad thing everywhere."""
    return Summary(
        id="0f6d1c8e-5b0a-4d0e-9c54-7a4f3f1f2b99",
        slug="hostile",
        plain_title=vector,
        categories=(CategoryRef("a", vector),),
        paper=Paper(vector, (Author(literal=vector),), vector, vector, vector, vector, vector, vector, vector, vector),
        simple_explanation=vector,
        study_duration=vector,
        participants=vector,
        evidence_text=vector,
        key_findings=(vector,),
        research_summary=vector,
        practical_implications=(Implication(vector, vector),),
        study_limitations=(vector,),
        glossary=(GlossaryTerm(vector, vector, vector),),
        related_research=(Paper(vector, url=vector, license=vector),),
        sources=(Source(vector, vector),),
        contributors=(Contributor("writer", vector),),
        corrections=(Correction(vector, vector),),
    )


def dangers(page: str) -> list[str]:
    """What in a page could run, load or lead astray."""
    root = html.document_fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    found = []
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.tag == "script" and element.text == ESCAPE and not element.attrib:
            continue
        if element.tag == "script":
            json.loads(element.text or "")
            if element.get("type") != "application/ld+json":
                found.append("script")
        elif element.tag in EXECUTABLE or (element.tag == "svg" and element.get("class") != "icon"):
            found.append(element.tag)
        elif element.tag == "meta" and element.get("http-equiv", "").lower() not in ("", "content-security-policy"):
            found.append("meta")
        for name, value in element.attrib.items():
            if name.startswith("on") or (name == "style"):
                found.append(f"{element.tag} {name}")
            if name in ("href", "src") and not re.match(
                r"(https?:|mailto:|#|\.\./|index\.json$|(?:citation|related)\.(?:ris|bib)$)", value
            ):
                found.append(f"{name}={value}")
    return found


@pytest.mark.parametrize("vector", VECTORS)
def test_no_text_of_a_summary_can_run(vector: str) -> None:
    site = Site(name=vector, tagline=vector, feedback_target=vector, shows_claims=True)
    page = page_html(hostile(vector), site)
    assert dangers(page) == []
    assert len(html.document_fromstring(page.encode("utf-8", "replace")).xpath("//script[@type]")) == 1


def test_no_known_vector_can_run(corpus: Path, site: Site) -> None:
    lines = (corpus / "xss-vectors.jsonl").read_bytes().splitlines()
    vectors = [json.loads(line)["vector"] for line in lines]
    assert len(vectors) > 50
    for vector in vectors:
        assert dangers(page_html(hostile(vector), site)) == [], vector


def test_the_page_says_everything_once_in_the_order_of_the_format(sample: tuple[Summary, ...], site: Site) -> None:
    for summary in sample:
        text = words_of(page_html(summary, site))
        position = text.index(summary.paper.title, text.index("Research"))
        expected = [summary.paper.doi, *(category.name for category in summary.categories)]
        expected += [markup.plain(part).text for section, part in sections(summary) if section != "title"]
        for part in expected:
            for line in part.split("\n"):
                position = text.index(" ".join(line.split()), position)


def test_headings_are_those_of_the_format_and_skip_no_level(full: Summary, site: Site) -> None:
    root = html.document_fromstring(page_html(full, replace(site, feedback_target="https://example.org/f")))
    headings = [
        (int(h.tag[1]), " ".join(h.text_content().split())) for h in root.xpath("//main//*[self::h1 or self::h2]")
    ]
    assert headings[0] == (1, full.paper.title)
    assert [name for level, name in headings if level == 2 and name != "On this page"] == [
        "Simple Explanation",
        "How far along is this research?",
        "Key Findings",
        "Research Summary",
        "Practical Implications",
        "Study Limitations",
        "Words explained",
        "The original paper",
        "Sources",
        "Related research",
        "Corrections",
        "Your Feedback",
    ]
    levels = [int(h.tag[1]) for h in root.xpath("//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_every_anchor_leads_to_a_place_and_ids_are_unique(full: Summary, site: Site) -> None:
    root = html.document_fromstring(page_html(full, replace(site, shows_claims=True)))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    anchors = [href[1:] for href in root.xpath("//a/@href") if href.startswith("#")]
    assert set(anchors) <= set(ids)
    assert "word-1" in anchors


def test_every_card_of_the_form_is_a_place_on_the_page(full: Summary, site: Site) -> None:
    root = html.document_fromstring(preview_html(full, site))
    assert set(root.xpath("//@data-section")) == set(CARDS)


@pytest.mark.parametrize("value", [None, ""])
def test_a_fact_that_nobody_gave_reads_not_specified(
    value: str | None, sample: tuple[Summary, ...], site: Site
) -> None:
    summary = replace(
        sample[0], study_duration=value, participants=value, evidence_text=value, evidence_level=None, stage=None
    )
    root = html.document_fromstring(page_html(summary, site))
    facts = [" ".join(fact.text_content().split()) for fact in root.xpath("//dl[@class='facts']/div")]
    assert facts == [f"{name} Not specified" for name in ("Study Duration", "Participants", "Evidence Level")]


def test_an_empty_summary_has_a_page_without_empty_sections(site: Site) -> None:
    root = html.document_fromstring(page_html(Summary(id="x", slug="x"), site))
    assert root.xpath("//h1/text()") == ["Untitled"]
    assert not root.xpath("//main//section/h2")
    assert "not medical advice" in root.text_content()


def test_the_plain_title_stands_under_the_papers_own(sample: tuple[Summary, ...], site: Site) -> None:
    root = html.document_fromstring(page_html(sample[0], site))
    assert root.xpath("//h1/text()") == [sample[0].paper.title]
    assert root.xpath("//p[@class='headline']/text()") == [sample[0].plain_title]
    only_plain = replace(sample[0], paper=Paper())
    root = html.document_fromstring(page_html(only_plain, site))
    assert root.xpath("//h1/text()") == [sample[0].plain_title]
    assert not root.xpath("//p[@class='headline']")


def test_a_retracted_paper_is_said_at_the_top(full: Summary, site: Site) -> None:
    text = words_of(page_html(full, site))
    assert text.index("This paper has been retracted.") < text.index("Simple Explanation", text.index("minute read"))


def test_a_stage_is_never_guessed_from_a_trial_or_a_review(sample: tuple[Summary, ...], site: Site) -> None:
    def step(**changes: object) -> str | None:
        page = page_html(replace(sample[0], stage=None, subject=None, **changes), site)  # type: ignore[arg-type]
        match = re.search(r"Step (\d) of 4", page)
        return match[1] if match else None

    assert step(evidence_level="animal") == "1"
    assert step(evidence_level="case-report") == "2"
    assert step(evidence_level="systematic-review") is None
    assert step(evidence_level="randomised-trial") is None


def test_feedback_is_left_out_without_a_target(sample: tuple[Summary, ...], site: Site) -> None:
    assert "Your Feedback" not in page_html(sample[0], site)
    page = page_html(sample[0], replace(site, feedback_target="ann@example.org"))
    hrefs = html.document_fromstring(page).xpath("//section[@class='feedback']//a/@href")
    assert [href.partition("?")[0] for href in hrefs] == ["mailto:ann@example.org"] * 2


def test_the_preview_is_the_page_itself(full: Summary, site: Site) -> None:
    page, preview = page_html(full, site), preview_html(full, site)

    def main(text: str) -> str:
        return re.search(r"<main[^>]*>\n(.*)</main>", text, re.DOTALL)[1].strip()  # type: ignore[index]

    assert main(page) == main(preview)
    assert 'rel="stylesheet"' not in preview
    assert "plainspoken://theme/calm/fonts/" in preview


def test_a_page_alone_links_to_no_other_page(full: Summary, site: Site) -> None:
    root = html.document_fromstring(page_html(full, site, root="", is_alone=True))
    hrefs = [href for href in root.xpath("//a/@href | //link[@rel!='canonical']/@href") if ":" not in href]
    assert all(href.startswith(("#", "theme/")) for href in hrefs)


def test_structured_data_is_about_the_paper_and_claims_nothing_more(full: Summary, site: Site) -> None:
    root = html.document_fromstring(page_html(full, site))
    data = json.loads(root.xpath("//script[@type='application/ld+json']/text()")[0])
    assert data["@type"] == ["MedicalWebPage", "Article"]
    assert data["isBasedOn"]["sameAs"] == f"https://doi.org/{full.paper.doi}"
    assert data["audience"]["audienceType"] == "Patient"
    assert [step["position"] for step in data["breadcrumb"]["itemListElement"]] == [1, 2, 3, 4]
    assert "reviewedBy" not in data
    assert not root.xpath("//meta[starts-with(@name, 'citation_')]")


def words_of(page: str) -> str:
    """The visible words of a page's main part, in one line."""
    main = html.document_fromstring(page).xpath("//main")[0]
    return " ".join(main.text_content().split())


def test_a_doi_stays_one_word_and_a_table_is_reached_by_key(full: Summary, site: Site) -> None:
    paper = replace(full.paper, doi="10.1186/a<b>")
    page = page_html(replace(full, paper=paper, research_summary="| a | b |\n|---|---|\n| c | d |"), site)
    assert ">10.1186/a&lt;b&gt;</a>" in page
    assert '<table tabindex="0">' in page
