"""What is pasted: structure stays, styling goes; boilerplate goes, links are offered."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.summary import Source
from app.papers.blocks import escaped, escaped_line
from app.papers.pasted import clean, links
from app.papers.rich_paste import markdown_from_html
from app.text.markup import html, plain

WORD = """<html><head><style>p.MsoNormal {margin:0}</style></head><body lang=EN-GB><!--StartFragment-->
<p class=MsoNormal style='color:red'>One <b>bold </b>and<i> it</i>.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>·<span style='font:7.0pt'>&nbsp;&nbsp; </span></span><![endif]>Dot</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>Number</p>
<!--EndFragment--></body></html>"""


@pytest.mark.parametrize(
    ("source", "markdown", "had_styling"),
    [
        ("", "", False),
        ("<p>Plain</p>", "Plain", False),
        (WORD, "One **bold** and *it*.\n\n- Dot\n\n1. Number", True),
        ('<b style="font-weight:normal"><span style="font-weight:700">Bold</span> not</b>', "**Bold** not", True),
        ("<p>a<br>b<br><br>c</p>", "a  \nb\n\nc", False),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n    - b\n- c", False),
        ('<a href="javascript:alert(1)">x</a> <a href="https://e.org">y</a>', "x [y](https://e.org)", False),
        ("<h2>Head</h2><p>Text</p>", "**Head**\n\nText", False),
        ("<p>x<script>alert(1)</script><style>p{}</style></p>", "x", True),
        ("<p>5 * 3, *x*, a_b, 1. z</p><p>1. y</p><p># n</p>", "5 * 3, \\*x\\*, a_b, 1. z\n\n1\\. y\n\n\\# n", False),
        ("<div>a<div>b</div>c</div>", "a\n\nb\n\nc", False),
        ("<p>H<sub>2</sub>O</p>", "H<sub>2</sub>O", False),
        ("<p>a\u00a0b \n c</p>", "a b c", False),
    ],
)
def test_markdown_of_a_paste(source: str, markdown: str, had_styling: bool) -> None:
    assert markdown_from_html(source) == (markdown, had_styling)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_any_paste_is_survived(source: str) -> None:
    markdown_from_html(source)
    markdown_from_html(f"<ul><li>{source}<table><tr><td>{source}")


def test_a_deep_or_long_paste_is_survived() -> None:
    markdown_from_html("<div>" * 5000 + "x")
    assert markdown_from_html("<p>word </p>" * 20_000)[0].count("word") == 20_000


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("ab *_[](){}`#-+1.>&;<!\\|~:"), min_size=1, max_size=24))
def test_plain_words_show_as_they_are(text: str) -> None:
    words = " ".join(text.split())
    shown = html(escaped_line(escaped(words)))
    assert "<strong>" not in shown and "<em>" not in shown and "<a " not in shown and "<li>" not in shown


def test_the_words_of_a_sentence_stay(corpus: Path) -> None:
    text = (corpus / "seeds" / "blog-summary-msc-ntf.txt").read_text(encoding="utf-8")
    kept, dropped, sources = clean(text)
    assert "Request Information Packet" not in kept and "Newsletter" not in kept and "mailing list" not in kept
    assert kept.startswith("Amyotrophic lateral sclerosis") and kept.count("\n\n") == 9
    assert dropped > 20
    assert [source.url for source in sources] == [
        "https://pubmed.ncbi.nlm.nih.gov/26751635/",
        "https://www.mayoclinic.org/diseases-conditions/amyotrophic-lateral-sclerosis/symptoms-causes/syc-20354022",
    ]
    assert sources[0].title.startswith("Safety and Clinical Effects")


def test_repeats_are_dropped_and_counted() -> None:
    long = "word " * 60
    text = f"First.\n\n{long}\n\nSign up\n\nBy mail\n\nSign up\n\nSecond.\n\n{long}"
    kept, dropped, sources = clean(text)
    assert kept.split("\n\n") == ["First.", long.strip("\n"), "Second."]
    assert (dropped, sources) == (4, ())


def test_text_without_repeats_is_left_alone() -> None:
    assert clean("One.\n\nTwo.") == ("One.\n\nTwo.", 0, ())


def test_links_are_offered_once_with_their_words() -> None:
    text = "Source: A study. Retrieved from https://e.org/a(b).\nAgain https://e.org/a(b), and (https://f.org/x)."
    assert links(text) == (Source("A study", "https://e.org/a(b)"), Source("and", "https://f.org/x"))


def test_escaped_words_read_back_plain() -> None:
    for words in ("a*b*c", "5 * 3", "x_1 and _y_", "p < 0.05 & q", "[1] and [a](b)", "C:\\new", "`code`", "&amp;"):
        assert plain(escaped(words)).text == words
