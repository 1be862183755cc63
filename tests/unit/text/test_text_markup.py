"""Markdown as safe HTML, and plain text with the way back."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.text import markup
from app.text.markup import html, plain

ALLOWED = {"p", "br", "em", "strong", "a", "ul", "ol", "li", "sub", "sup", "blockquote", "h3", "h4"} | {
    "table", "thead", "tbody", "tr", "th", "td", "abbr", "dl", "dt", "dd",
}  # fmt: skip
PIECES = (
    "**",
    "*",
    "_",
    "[",
    "](https://e.org)",
    "\n\n",
    "\n- ",
    "1. ",
    "a",
    "b c",
    "😀",
    "𝒳",
    "\\",
    "`",
    "<b>",
    "&amp;",
    "x_y",
)


def assert_safe(fragment: str) -> None:
    for element in lxml.html.fragment_fromstring(fragment, create_parent="div").iterdescendants():
        assert element.tag in ALLOWED, fragment
        for name, value in element.attrib.items():
            assert (element.tag, name) in {("a", "href"), ("abbr", "title"), ("ol", "start")}, fragment
            assert name != "href" or value.startswith(("http://", "https://", "mailto:", "#")), fragment


@pytest.mark.parametrize(
    ("markdown", "expected"),
    {
        "One.\n\nTwo.": "<p>One.</p>\n<p>Two.</p>",
        "**Bold** and *slanted*": "<p><strong>Bold</strong> and <em>slanted</em></p>",
        "[a](https://e.org)": '<p><a href="https://e.org">a</a></p>',
        "[a](javascript:alert(1))": "<p>a</p>",
        "[a](/home) [b](//e.org) [c](#top)": '<p>a b <a href="#top">c</a></p>',
        "<script>alert(1)</script>x": "<p>x</p>",
        "# Head": "<h3>Head</h3>",
        "5 < 6 & 7 [1]": "<p>5 &lt; 6 &amp; 7 [1]</p>",
        "- one\n- two": "<ul>\n<li>one</li>\n<li>two</li>\n</ul>",
        "![x](https://e.org/x.png)y": "<p>y</p>",
        "": "",
    }.items(),
)
def test_html(markdown: str, expected: str) -> None:
    assert html(markdown) == expected


def test_no_attack_survives(corpus: Path) -> None:
    for line in (corpus / "xss-vectors.jsonl").read_text(encoding="utf-8").strip().split("\n"):
        vector = json.loads(line)["vector"]
        for markdown in (vector, f"[x]({vector})", f"**{vector}**", f"- {vector}\n\n> {vector}"):
            assert_safe(html(markdown))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            (
                "word", "Two words.", "**bold**", "*em*", "a *b* c", "**a b**c", "a**b**", "*a*b", "**a***b*", "(*a*).",
                "[a link](https://e.org/b-1)", "[a](https://e.org)(c)", "![a](https://e.org)", "[*a*](https://e.org)",
                "[a]", "- item", "1. one", "> quote", "# head", "    code", "---", "| a | b |\n| - | - |\n| 1 | 2 |",
                "end ", "a\n===", "`x`", "\\*", "5 & 6", "“*é*”", "*two\nlines*", "x  \ny", "<b>x",
                "[a]: https://e.org", "- a\n- *two* c", "- [a](https://e.org)\n- b", "- a\nlazy", "- a\n- - b",
            )
        ),
        max_size=6,
    ),
    st.sampled_from(("\n\n", "\n", " ", "")),
)  # fmt: skip
def test_plain_words_take_a_short_way_to_the_same_place(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    whole = markup._converted(text)
    # Blank lines may stand where a mark was dropped; they are nothing on a page.
    assert re.sub(r"\n+", "\n", html(text)) == re.sub(r"\n+", "\n", whole)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*PIECES, "<a href='x'>", "javascript:", "](", ")", "<svg onload=x>"]), max_size=14))
def test_whatever_is_typed_is_safe(pieces: list[str]) -> None:
    assert_safe(html("".join(pieces)))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="ab .,()'\n😀", max_size=40))
def test_the_fast_path_writes_what_the_converter_writes(text: str) -> None:
    if not markup._is_bare(text):
        return
    slow = markup._engine().convert(text)
    assert html(text) == slow.strip()


@pytest.mark.parametrize(
    "piece", ["[", "*", "_a ", "__a ", "[a](b ", "[a](", "<a ", "<", "`", "> ", "- ", "&a", "*a **b "]
)
def test_a_flood_of_marks_loses_no_letter(piece: str) -> None:
    flood = piece * 5000  # a rule that takes the square of it would not end
    assert plain(flood).text.count("a") == flood.count("a")
    assert unescape(html(flood)).count("a") == flood.count("a")


def test_plain_text_and_the_way_back() -> None:
    markdown = (
        "Rats got **four *small* doses** of [MSCs](https://e.org) &amp; 😀 **𝒳y**\nand more.\n\n- one\n2. two  \nthree"
    )
    text = plain(markdown)
    assert text.text == "Rats got four small doses of MSCs & 😀 𝒳y and more.\none\ntwo\nthree"
    for words in ("four", "small", "MSCs", "😀", "𝒳y", "one", "three"):
        start = text.text.index(words)
        at, to = text.span(start, start + len(words))
        assert markdown[at:to] == words
    at, to = text.span(text.text.index("&"), text.text.index("&") + 1)
    assert markdown[at:to] == "&amp;"


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=16))
def test_every_plain_character_points_at_itself(pieces: list[str]) -> None:
    markdown = "".join(pieces)
    text = plain(markdown)
    assert len(text.text) == len(text.offsets) == len(text.ends)
    for place, character in enumerate(text.text):
        start, end = text.offsets[place], text.ends[place]
        assert 0 <= start < end <= len(markdown)
        assert character in (" ", "\n", "&") or markdown[start:end][-1] == character
    assert list(text.offsets) == sorted(text.offsets)
