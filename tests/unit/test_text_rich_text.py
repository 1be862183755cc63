"""Light Markdown as blocks and back: nothing changes by being shown, and typed signs stay what they are."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.markup import html
from app.text.rich_blocks import blocks
from app.text.rich_markdown import write
from app.text.rich_text import BULLET, LITERAL, NUMBER, PARAGRAPH, Block, Run

SIGNS = st.text(st.sampled_from("ab *_-+#>1.)[]()`\\<&;!|~é😀"), min_size=1, max_size=20)
TYPED = SIGNS.map(lambda text: " ".join(text.split())).filter(bool)


@given(st.lists(st.tuples(st.sampled_from([PARAGRAPH, BULLET, NUMBER]), TYPED), min_size=1, max_size=4))
def test_typed_signs_stay_what_they_are(typed: list[tuple[str, str]]) -> None:
    content = tuple(Block(kind, (Run(text),)) for kind, text in typed)
    back = blocks(write(content).markdown)
    assert [(block.kind, block.text) for block in back] == typed
    assert not any(run.is_bold or run.is_italic or run.href or run.is_raw for block in back for run in block.runs)


@given(TYPED)
def test_the_page_shows_the_typed_signs(text: str) -> None:
    page = html(write((Block(PARAGRAPH, (Run(text),)),)).markdown)
    assert unescape(re.sub(r"<[^>]+>", "", page)).strip() == text


@pytest.mark.parametrize(
    "markdown",
    [
        "",
        "One.\n\nTwo.",
        "Hello **bold** and *italic* and a [link](https://example.org/a_(b)).",
        "**a *b* c** and ***all***",
        "**a*b***",
        "- one\n- two **more**\n\nAfter.\n\n1. first\n2. second",
        "5 * 3 = 15, a_b and \\*stars\\*",
        "Two lines\nin one paragraph.",
        "# A heading\n\n| a | b |\n|---|---|\n\n> quoted",
        "A `code` and <sub>2</sub>.",
        "1\\. not a list",
    ],
)
def test_showing_changes_nothing(markdown: str) -> None:
    assert write(blocks(markdown)).markdown == markdown


def test_what_is_not_known_is_literal() -> None:
    assert [block.kind for block in blocks("# Head\n\n- a\n  - b\n\ntext")] == [LITERAL, LITERAL, PARAGRAPH]


def test_every_seen_letter_has_its_place_in_the_markdown() -> None:
    markdown = "A **bold 😀 word**.\n\n- one \\*\n- two"
    written = write(blocks(markdown))
    seen = "\n".join(block.text for block in blocks(markdown))
    assert seen == "A bold 😀 word.\none *\ntwo"
    for position, letter in enumerate(seen):
        if letter != "\n":
            assert markdown[written.written(position)] == letter
            assert written.seen(written.written(position)) == position
    assert written.written(len(seen)) == len(markdown)
    start = markdown.index("word")
    assert seen[written.seen(start) : written.seen(start + 4)] == "word"


def test_emphasis_does_not_swallow_white_space() -> None:
    content = (Block(PARAGRAPH, (Run("one "), Run(" two ", is_bold=True), Run("three"))),)
    assert write(content).markdown == "one  **two** three"


STYLED = st.lists(
    st.builds(
        Run,
        st.sampled_from(["one", " two", "three ", " four ", "a*b", "(x)", "end."]),
        st.booleans(),
        st.booleans(),
        st.sampled_from(["", "", "https://example.org/a"]),
    ),
    min_size=1,
    max_size=5,
)


@given(STYLED)
def test_no_style_ever_costs_or_adds_a_letter(runs: list[Run]) -> None:
    markdown = write((Block(PARAGRAPH, tuple(runs)),)).markdown
    typed = "".join(run.text for run in runs).split()
    assert " ".join(block.text for block in blocks(markdown)).split() == typed
    assert unescape(re.sub(r"<[^>]+>", "", html(markdown))).split() == typed


@pytest.mark.parametrize("typed", ["---", "- - -", "* * *", "* a", "***", "==="])
def test_a_line_of_signs_is_not_lost_as_a_rule(typed: str) -> None:
    markdown = write((Block(PARAGRAPH, (Run(typed),)),)).markdown
    assert [block.kind for block in blocks(markdown)] == [PARAGRAPH]
    assert unescape(re.sub(r"<[^>]+>", "", html(markdown))).strip() == typed


@pytest.mark.parametrize("signs", ["*a ", "**a ", "_a ", "[", "<"])
def test_a_long_text_of_nothing_but_signs_is_read(signs: str) -> None:
    text = signs * (100_000 // len(signs))  # a rule that takes the square of it would not end
    assert blocks(text)[0].text.strip() == text.strip()
