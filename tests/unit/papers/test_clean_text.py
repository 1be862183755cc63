"""Extracted text becomes blocks with its words whole, and no sign that carries meaning is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.model.paper_text import BETWEEN, CAPTION, HEADING, LIST, PARAGRAPH, REFERENCE, UNREADABLE, Block, ReadWarning
from app.papers.clean_text import blocks_of_text, unreadable
from app.papers.signs import with_plain_signs

MENDED = [
    "protecting",
    "deterioration",
    "neurodegenerative",
    "paralysis",
    "symptom",
    "therapeutic",
    "including",
    "scoring",
    "previously",
    "themselves",
    "compared",
    "evaluated",
    "endpoint",
    "significantly",
    "maintained",
    "prolonged",
    "infusion",
    "neuroprotection",
    "behavioral",
    "operative",
    "improvement",
]


def kinds_and_starts(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks_of_text(text)]


def test_the_paper_of_the_seeds_has_its_fourteen_blocks(corpus: Path) -> None:
    blocks = blocks_of_text((corpus / "seeds" / "paper-mol-brain-2021.txt").read_text(encoding="utf-8"))

    starts = (
        "Repeated infusion of|Abstract|Amyotrophic|Amyotrophic|When the Basso|Fig. 1 a|The median|In terms|In Fig. 1d"
        "|We also compared|Collectively|The therapeutic mechanisms|Future studies|Prolonged"
    )
    assert len(blocks) == 14
    assert all(block.text.startswith(start) for block, start in zip(blocks, starts.split("|"), strict=True))
    assert [block.kind for block in blocks] == [HEADING, HEADING, *[PARAGRAPH] * 3, CAPTION, *[PARAGRAPH] * 8]


def test_every_broken_word_of_that_paper_is_whole(corpus: Path) -> None:
    raw = (corpus / "seeds" / "paper-mol-brain-2021.txt").read_text(encoding="utf-8")
    whole = " ".join(block.text for block in blocks_of_text(raw))

    assert sum(line.rstrip().endswith(("-", "\u2011")) for line in raw.splitlines()) == 23
    assert [word for word in MENDED if word not in whole] == []
    broken = ("protect-", "deteriora-", "neu-", "symp-", "scor-", "evalu-", "infu-", "behav-", "oper-", "neuropro-")
    assert [part for part in broken if part in whole] == []
    assert "blood-spinal cord" in whole and "MSC-1 group" in whole and "post-hoc" in whole


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("The rats were com-\npared with others.", "The rats were compared with others."),
        ("in the MSC-\n1 group", "in the MSC-1 group"),
        ("of IL-\n6 and others", "of IL-6 and others"),
        ("a long-\nterm change", "a long-term change"),
        ("an age-\nrelated change", "an age-related change"),
        ("both pre-\nand post-operative care", "both pre- and post-operative care"),
        ("the Mann–\nWhitney test", "the Mann–Whitney test"),
        ("(n = 6/\ngroup)", "(n = 6/group)"),
        ("a meta\ufffeanalysis of pub\ufffelished studies", "a meta-analysis of published studies"),
        ("it was deteriora\u2011\ntion again", "it was deterioration again"),
        ("a soft deteri\u00ad\noration", "a soft deterioration"),
        ("between 5-\n10 days", "between 5-10 days"),
        ("the test - \nor another", "the test - or another"),
        (
            "a tumour-\ninfiltrating cell; tumour-infiltrating cells",
            "a tumour-infiltrating cell; tumour-infiltrating cells",
        ),
    ],
)
def test_a_hyphen_at_a_lines_end_goes_or_stays(lines: str, whole: str) -> None:
    assert [block.text for block in blocks_of_text(lines)] == [whole]


@pytest.mark.parametrize(
    "kept", ["10⁵ cells", "5 μg", "5 µg", "kg/m²", "−7.06", "½ tablet", "3 × 10⁻³", "Å and Ω", "№ 5"]
)
def test_what_a_normal_form_would_change_stays(kept: str) -> None:
    assert blocks_of_text(kept) == (Block(PARAGRAPH, kept),)


def test_unreadable_signs_stay_visible_and_are_reported() -> None:
    blocks = blocks_of_text("a change of \x017.06 and \ue0a05, \x02 3.1 too")

    assert blocks[0].text == f"a change of {UNREADABLE}7.06 and {UNREADABLE}5, {UNREADABLE} 3.1 too"
    assert unreadable(blocks) == (ReadWarning("unreadable-signs"),)
    assert unreadable([Block(PARAGRAPH, UNREADABLE, 3), Block(PARAGRAPH, UNREADABLE, 3)]) == (
        ReadWarning("unreadable-signs", "page 3"),
    )


def test_ligatures_and_spaces_come_from_the_table() -> None:
    assert blocks_of_text("eﬃcacy\u00a0of 5\u2009mg ﬁrst")[0].text == "efficacy of 5 mg first"


def test_a_paragraph_goes_on_over_a_pages_end() -> None:
    text = "The rats of this group were treated with\nseven doses of the \n\ndrug and lived on.\n\nThe others did not."

    assert [kind_and_text[1] for kind_and_text in kinds_and_starts(text)] == [
        "The rats of this group were treated with seven doses of the drug and lived on.",
        "The others did not.",
    ]


def test_lists_and_references_stand_apart() -> None:
    text = (
        "Methods\nWe looked at two things, and then we wrote down\nwhat they were:\n• weight\n• length of the tail\n"
        "References\n1. Smith J. A paper about rats and other\nanimals. J Rat. 2001;1:2.\n2. Jones K. Another. 2002.\n"
    )

    assert [kind for kind, _ in kinds_and_starts(text)] == [
        HEADING,
        PARAGRAPH,
        LIST,
        LIST,
        HEADING,
        REFERENCE,
        REFERENCE,
    ]


def test_pasted_paragraphs_of_one_line_each_stay_apart() -> None:
    long = "This is a sentence of a paragraph that somebody copied from a web page. " * 5
    text = f"Results\n{long.strip()}\n{long.strip()}\n"

    assert [kind for kind, _ in kinds_and_starts(text)] == [HEADING, PARAGRAPH, PARAGRAPH]


def test_nothing_gives_nothing() -> None:
    assert blocks_of_text("") == blocks_of_text(" \n\n\t") == ()


def telling(text: str) -> str:
    """What must not be lost: every sign but spaces and hyphens."""
    return "".join(text.replace("-", "").replace("\ufffe", "").split())


anything = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("ab1 2.-\n\n\n  −±<µ⁵%,;•[]()/–ﬁ\x01\x02\ufffe\u00ad\u2011\ue000"),
    )
)


@settings(deadline=None)
@given(anything)
@example("1-\n2\nFig. 1 A\n\nReferences\n1. A")
@example("a\ufffe\n\nb-\n-5")
def test_no_digit_letter_or_sign_is_lost(text: str) -> None:
    after = "".join(block.text for block in blocks_of_text(text))

    assert telling(after) == telling(with_plain_signs(text))


@settings(deadline=None)
@given(anything)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = blocks_of_text(text)

    assert blocks_of_text(BETWEEN.join(block.text for block in once)) == once


@settings(deadline=None)
@given(st.text(st.sampled_from("0123456789-−±.<>=%⁵² \n"), max_size=60))
def test_numbers_keep_their_minus(text: str) -> None:
    after = " ".join(block.text for block in blocks_of_text(text))

    assert "".join(after.split()) == "".join(text.split())
