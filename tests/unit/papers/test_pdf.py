"""PDFs through the door: text in blocks with pages, DOI and title, and one sentence for each way to fail."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from small_pdf import Words, column, pdf

from app import paths
from app.errors import BadInput, Cancelled
from app.model.paper_text import CAPTION, HEADING, LIST, PARAGRAPH, REFERENCE, UNREADABLE, Block, ReadWarning
from app.papers import pdf as door
from app.papers.pdf import SENTENCES, read_pdf

LEFT, RIGHT = 57, 310
TITLE = column(LEFT, 740, "Repeated infusions of cells in rats", "with a slowly failing nerve", size=20, pitch=24)


def blocks_of(*pages: list[Words]) -> list[Block]:
    return list(read_pdf(pdf(*pages)).papers[0].text.blocks)


def two_columns() -> list[Words]:
    left = column(
        LEFT, 600,
        "The rats of this study were kept in pairs and were com-",
        "pared with others of the same age. They had water and",
        "food at all times.",
        "   A second paragraph begins with an indent, and its lines",
        "are long enough to fill the column from edge to edge, so",
        "that nothing ends before the right edge of the text and",
    )  # fmt: skip
    right = column(
        RIGHT, 600,
        "it goes on at the top of the other column without a gap",
        "and ends here.",
        "   A third paragraph is about the weight of the animals,",
        "which stayed the same in the MSC-",
        "1 group until the end.",
    )  # fmt: skip
    return left + right


def test_columns_paragraphs_and_broken_words_are_whole() -> None:
    page = [*TITLE, Words(LEFT, 640, "Methods", 11, "F2"), *two_columns()]

    blocks = blocks_of(page)

    assert [block.kind for block in blocks] == [HEADING, HEADING, PARAGRAPH, PARAGRAPH, PARAGRAPH]
    assert blocks[0].text == "Repeated infusions of cells in rats with a slowly failing nerve"
    assert blocks[2].text.startswith("The rats of this study were kept in pairs and were compared with others")
    assert "of the text and it goes on at the top of the other column" in blocks[3].text
    assert blocks[4].text.endswith("which stayed the same in the MSC-1 group until the end.")
    assert {block.page for block in blocks} == {1}


def test_running_heads_and_page_numbers_go_and_paragraphs_cross_pages() -> None:
    head = "Ukai and others, Journal of Small Things (2021) 14:77"
    first = [
        Words(LEFT, 810, head, 8),
        *column(LEFT, 700, "The first page ends in the middle of the"),
        Words(290, 30, "1"),
    ]
    second = [Words(LEFT, 810, head, 8), *column(LEFT, 700, "sentence that it began."), Words(290, 30, "Page 2 of 2")]

    assert blocks_of(first, second) == [
        Block(PARAGRAPH, "The first page ends in the middle of the sentence that it began.", 1)
    ]


def test_captions_with_numbers_that_count_are_no_running_heads() -> None:
    pages = [
        [
            *column(LEFT, 500, f"Page {name} has a text of its own, and it says so."),
            Words(LEFT, 60, f"Fig. {number} A plot of zone {number}"),
        ]
        for number, name in ((1, "one"), (2, "two"), (3, "three"))
    ]

    assert [block.text for block in blocks_of(*pages) if block.kind == CAPTION] == [
        "Fig. 1 A plot of zone 1", "Fig. 2 A plot of zone 2", "Fig. 3 A plot of zone 3",
    ]  # fmt: skip


def test_a_caption_and_a_table_do_not_cut_a_paragraph() -> None:
    first = column(LEFT, 700, "The paragraph begins before the table and has not come to its end when the")
    caption = [
        Words(LEFT, 600, "Table 1. Animals and weights", 8),
        Words(LEFT, 580, "Control", 8),
        Words(300, 580, "292 ± 8.7 g", 8),
    ]
    rest = column(LEFT, 700, "page does, and only then it stops.")

    blocks = blocks_of([*first, *caption], rest)

    assert [block.kind for block in blocks] == [PARAGRAPH, CAPTION, LIST]
    assert blocks[0].text.endswith("when the page does, and only then it stops.")
    assert blocks[2].text == "Control | 292 ± 8.7 g"


def test_references_stand_apart() -> None:
    page = [
        *column(LEFT, 700, "A text that is long enough to be the running text of this page, twice over."),
        Words(LEFT, 660, "References", 11, "F2"),
        *column(
            LEFT,
            640,
            "1. Smith J. A paper about rats and",
            "   other animals. J Rat. 2001;1:2.",
            "2. Jones K. Another paper. 2002.",
        ),
    ]

    blocks = blocks_of(page)

    assert [block.kind for block in blocks] == [PARAGRAPH, HEADING, REFERENCE, REFERENCE]
    assert blocks[2].text == "1. Smith J. A paper about rats and other animals. J Rat. 2001;1:2."


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (
            [Words(57, 700, "about 10"), Words(97, 700, "5", 6, rise=4), Words(101, 700, " cells were given")],
            "about 10⁵ cells were given",
        ),
        ([Words(57, 700, "p < 0.05"), Words(93.5, 700, "12", 6, rise=4)], "p < 0.05¹²"),
        ([Words(57, 700, "with H"), Words(86, 700, "2", 6, rise=-2), Words(90, 700, "O in it")], "with H2O in it"),
        ([Words(57, 700, "a change of -7.06 in 5 µg, 30 ± 2 %")], "a change of -7.06 in 5 µg, 30 ± 2 %"),
    ],
)  # fmt: skip
def test_numbers_keep_their_signs(words: list[Words], text: str) -> None:
    page = [*words, *column(57, 600, "Some more text so that there is enough of it on this page.")]

    assert blocks_of(page)[0].text == text


def test_a_sign_whose_font_does_not_name_it_is_visible_and_reported() -> None:
    page = [
        *column(57, 700, "The change of the score was"),
        Words(200, 700, "\x01", font="F3"),
        *column(206, 700, "7.06 points."),
    ]

    file = read_pdf(pdf([*column(57, 700, "First page with words of its own.")], page))

    assert f"{UNREADABLE}7.06 points" in file.papers[0].text.whole()
    assert ReadWarning("unreadable-signs", "page 2") in file.warnings


def test_doi_and_title_are_found_and_the_title_is_called_a_guess() -> None:
    page = [
        *TITLE,
        *two_columns(),
        Words(LEFT, 500, "https://doi.org/10.1186/s13041-021-00787-6. Received 2021"),
        Words(LEFT, 480, "10.1000/182"),
    ]

    file = read_pdf(pdf(page, title="Microsoft Word - final2.docx"), "paper.pdf")

    paper = file.papers[0].paper
    assert (paper.doi, paper.title) == (
        "10.1186/s13041-021-00787-6",
        "Repeated infusions of cells in rats with a slowly failing nerve",
    )
    assert (file.kind, len(file.papers), file.warnings) == ("pdf", 1, (ReadWarning("title-guessed"),))


def test_a_title_field_counts_when_the_page_shows_it() -> None:
    page = [*column(LEFT, 700, "On the weight of rats that swim", "They swim well and they live long."), *two_columns()]

    assert (
        read_pdf(pdf(page, title="On the Weight of Rats That Swim")).papers[0].paper.title
        == "On the Weight of Rats That Swim"
    )
    assert read_pdf(pdf(page)).papers[0].paper.title == ""


def refused(content: bytes) -> BadInput:
    with pytest.raises(BadInput) as caught:
        read_pdf(content, "/home/me/paper.pdf")
    assert str(caught.value) == SENTENCES[caught.value.code.removeprefix("pdf-")].format(name="“paper.pdf”")
    return caught.value


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "pdf-empty"),
        (b"\0" * 5000, "pdf-empty"),
        (b"PK\x03\x04 a zip with another name", "pdf-no-pdf"),
        (b"%PDF-1.4\nthe rest is missing", "pdf-corrupt"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "pdf-corrupt"),
        (pdf(two_columns())[:700], "pdf-corrupt"),
        (pdf(two_columns(), locked=True), "pdf-encrypted"),
        (pdf([], [], picture=True), "pdf-picture"),
        (pdf([]), "pdf-blank"),
        (pdf([Words(57, 700, "\x01\x02" * 40, font="F3")]), "pdf-unreadable"),
    ],
)  # fmt: skip
def test_each_way_to_fail_has_its_sentence(content: bytes, code: str) -> None:
    assert refused(content).code == code


def test_the_locked_file_of_the_corpus_is_refused(corpus: Path) -> None:
    assert refused((corpus / "papers" / "pdf_edge" / "encrypted-openpassword.pdf").read_bytes()).code == "pdf-encrypted"


def test_a_blank_page_among_others_does_no_harm() -> None:
    assert blocks_of(two_columns(), [])[-1].page == 1


def test_five_hundred_pages_are_told_one_by_one() -> None:
    pages = [column(LEFT, 700, f"This is the text of the page with the number {number}.") for number in range(1, 501)]
    told: list[tuple[int, int]] = []

    file = read_pdf(pdf(*pages), told=lambda page, of: told.append((page, of)))

    assert told == [(number, 500) for number in range(1, 501)]
    assert [block.page for block in file.papers[0].text.blocks] == list(range(1, 501))


def test_reading_can_be_cancelled() -> None:
    told: list[int] = []
    pages = [column(LEFT, 700, f"This is page {number}.") for number in range(300)]

    with pytest.raises(Cancelled):
        read_pdf(pdf(*pages), told=lambda page, _of: told.append(page), should_stop=lambda: len(told) >= 3)

    assert len(told) == 3


def test_a_reading_process_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "own_command", lambda: [sys.executable, "-c", "import time; time.sleep(600)"])
    monkeypatch.setattr(door, "PATIENCE_S", 0.2)

    assert refused(pdf(two_columns())).code == "pdf-stopped"


def test_a_reading_process_that_dies_is_a_damaged_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "own_command", lambda: [sys.executable, "-c", "import os; os.abort()"])

    assert refused(pdf(two_columns())).code == "pdf-corrupt"


def test_words_beside_a_drawing_of_another_size_stay_in_their_line() -> None:
    page = [
        *column(57, 700, "Widths of type"),
        *column(57, 650, "A text of running size that fills its line and more."),
    ]

    assert [block.text for block in blocks_of(page)][-1] == "A text of running size that fills its line and more."


@pytest.mark.parametrize("name", ["PMC4945999", "PMC5911624", "PMC5992663", "PMC6240187", "PMC6315527", "PMC6417514"])
def test_the_pdfs_of_the_corpus_have_their_doi(corpus: Path, name: str) -> None:
    folder = corpus / "papers" / "pairs"
    file = read_pdf((folder / f"{name}.pdf").read_bytes(), name)

    assert f">{file.papers[0].paper.doi}</article-id>" in (folder / f"{name}.xml").read_text(encoding="utf-8")
    assert [block.text for block in file.papers[0].text.blocks if block.kind == HEADING and "References" in block.text]
