"""The small parts of the pages: words marked, addresses checked, themes opened, references and excerpts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markupsafe import Markup

from app.model.dates import PartialDate
from app.model.paper import Author, Paper
from app.model.site import Site
from app.model.summary import GlossaryTerm, Summary
from app.model.vocabulary import EVIDENCE_LEVELS, STAGES
from app.publish import vocabulary
from app.publish.excerpt import first_sentence, reading_minutes
from app.publish.glossary import with_words_marked
from app.publish.links import target_href
from app.publish.references import reference
from app.publish.sitemap import sitemap
from app.publish.xml import Element, document


def marked(html: str, *terms: str) -> str:
    """The HTML with its words marked, links shortened to {…}."""
    (text,), _marked = with_words_marked([Markup(html)], [GlossaryTerm(term, "", "x") for term in terms])
    return re.sub(r'<span class="word" data-note="x"><a class="term"[^>]*>(.*?)</a></span>', r"{\1}", str(text))


@pytest.mark.parametrize(
    ("html", "term", "expected"),
    [
        ("<p>Cells and stem cells.</p>", "stem cell", "<p>Cells and {stem cells}.</p>"),
        ("<p>A trial, a trial.</p>", "Trial", "<p>A {trial}, a trial.</p>"),
        ('<p><a href="https://trial.example/">trial</a> trial</p>', "trial", None),
        ("<h3>trial</h3><p>no</p>", "trial", "<h3>trial</h3><p>no</p>"),
        ("<p>retrial trials-x</p>", "rial", "<p>retrial trials-x</p>"),
        ("<p>R&amp;D is dear</p>", "R&D", "<p>{R&amp;D} is dear</p>"),
        ("<p>it’s a p-value (p)</p>", "(p)", "<p>it’s a p-value {(p)}</p>"),
        ("<p>R&amp;D</p>", "amp", "<p>R&amp;D</p>"),
    ],
)
def test_a_word_is_marked_once_and_never_in_a_link_or_heading(html: str, term: str, expected: str | None) -> None:
    if expected is None:
        expected = html.replace(" trial</p>", " {trial}</p>")
    assert marked(html, term) == expected


def test_overlapping_words_never_nest() -> None:
    assert marked("<p>stem cell</p>", "stem cell", "cell") == "<p>{stem cell}</p>"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("ann@example.org", "mailto:ann@example.org?subject=Hello%20%26%20more"),
        ("mailto:ann@example.org", "mailto:ann@example.org?subject=Hello%20%26%20more"),
        ("https://example.org/form", "https://example.org/form"),
        ("javascript:alert(1)", ""),
        ("ann@example.org?bcc=all@example.org", ""),
        ("nobody", ""),
        ("", ""),
    ],
)
def test_a_target_is_mail_or_web_or_nothing(target: str, expected: str) -> None:
    assert target_href(target, "Hello & more") == expected


def test_answers_join_an_address_that_has_a_query() -> None:
    assert target_href("https://example.org/?f=1", page="a b") == "https://example.org/?f=1&page=a+b"


def test_every_level_and_step_has_its_words() -> None:
    assert set(vocabulary.LEVELS) == set(EVIDENCE_LEVELS)
    assert len(vocabulary.STEPS) == len(vocabulary.STEP_SENTENCES) == len(STAGES)


def test_a_reference_leaves_out_what_nobody_knows() -> None:
    known = reference(
        Paper("A title?", (Author("Lee", "Ann"),), "J", published=PartialDate(2020, 5), volume="2", pages="3")
    )
    assert (known["authors"], known["stop"], known["where"]) == ("Ann Lee. ", "", ", 2020, 2: 3.")
    bare = reference(Paper("A title"))
    assert (bare["authors"], bare["stop"], bare["where"], bare["links"]) == ("", ".", "", [])


def test_the_first_sentence_is_plain_and_skips_what_has_no_words() -> None:
    assert first_sentence("---\n\n**One** [two](https://x.example/)\nthree. Four.") == "One two three."
    assert first_sentence("这项研究。共有二十名。") == "这项研究。"
    assert first_sentence("「はい。」それで。") == "「はい。」"
    assert first_sentence("") == ""


def test_reading_time_is_rounded_up() -> None:
    assert reading_minutes(Summary(id="x")) == 0
    assert reading_minutes(Summary(id="x", simple_explanation="word " * 238)) == 1
    assert reading_minutes(Summary(id="x", simple_explanation="word " * 239)) == 2


def test_the_sitemap_is_what_a_writer_of_xml_writes(site: Site) -> None:
    pages = [("", "2026-01-01T00:00:00Z"), ("research/a/", "<&>\x0b"), ("about/", "")]
    for shown in (site, replace(site, base_url="")):
        urls = Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
        for address, modified in pages:
            url = urls.add("url")
            url.add("loc", shown.base_url + address if shown.base_url else f"{address}index.html")
            if modified:
                url.add("lastmod", modified)
        assert sitemap(pages, shown) == document(urls)
