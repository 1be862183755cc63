"""What a paste brings into the writing field, and what it leaves out."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from rich_page import Page, paste, type_

from app.ui.fields.paste import LONGEST_PASTE


def test_a_page_is_pasted_with_its_structure_and_without_its_styling(page: Page) -> None:
    paste(
        page,
        "x",
        "<p style='color:red;font-size:40px'>One <b>two</b> <i>three</i>.</p><ul><li>a</li><li>b</li></ul>"
        "<p>See <a href='https://example.org/'>here</a>.</p>",
    )
    assert page.field.text() == "One **two** *three*.\n\n- a\n- b\n\nSee [here](https://example.org/)."
    assert page.notices == ["Pasted without the styling of the page it came from."]
    assert page.field.edit.textCursor().charFormat().font().pixelSize() < 30


def test_a_script_is_never_pasted(page: Page) -> None:
    paste(page, "x", "<p>One</p><script>alert(1)</script><a href='javascript:alert(1)'>two</a>")
    assert "alert" not in page.field.text() and "two" in page.field.text()


def test_pasting_inside_a_word_keeps_both_sides(page: Page) -> None:
    page.field.show_text("abcd")
    page.field.place_caret(2)
    paste(page, "x", "<b>X</b>")
    assert page.field.text() == "ab**X**cd"


def test_signs_that_nobody_sees_are_dropped(page: Page) -> None:
    paste(page, "a\x00b\u200bc\x07 d\r\ne")
    assert page.field.text() == "abc d\n\ne"


def test_a_megabyte_is_cut_and_said_and_the_field_lives(page: Page) -> None:
    paste(page, "word " * 200_000)
    type_(page, "x")
    assert len(page.field.text()) <= LONGEST_PASTE + 1
    assert len(page.notices) == 1 and "letters were pasted" in page.notices[0]


def test_a_page_without_words_beside_it_is_cut_too(page: Page) -> None:
    source = QMimeData()
    source.setHtml("<p>One <b>two</b></p>" + "".join(f"<p><b>rat {one}</b> ran</p>" for one in range(40_000)))
    page.field.edit.insertFromMimeData(source)
    text = page.field.text()
    assert text.startswith("One two\n\nrat 0 ran\n\nrat 1 ran\n\n") and len(text) < 2 * LONGEST_PASTE
    assert len(page.notices) == 1 and "50,000 letters" in page.notices[0]


def test_a_paste_is_one_edit(page: Page) -> None:
    type_(page, "x")
    paste(page, "one\n\ntwo\n\nthree")
    assert page.edits[1:] == ["xone\n\ntwo\n\nthree"]
