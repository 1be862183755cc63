"""A review copy goes out and comes back: nothing is lost, nothing comes twice, what others wrote is tied."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from sent_copies import NOW, SUMMARY, back, edited, run, sent, with_parts

from app.model.comment import RESOLVED, Comment
from app.model.comments import accepted
from app.model.sections import section_text, sections
from app.model.summary import Summary
from app.review_copy.opened_word import opened_word
from app.review_copy.sheet import mark_of, section_of
from app.ui.words.review_copy import Wanted, brought_words


def test_every_section_is_whole_valid_xml_and_comes_back_as_it_went() -> None:
    content = sent()
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        names = opened.namelist()
        assert len(names) == len(set(names))
        for name in names:
            if name.endswith((".xml", ".rels")):
                etree.fromstring(opened.read(name))
    returned = opened_word(content, "review.docx")
    assert list(returned.sections) == [name for name, _text in sections(SUMMARY)]
    assert returned.sections["simple_explanation"].text == "Rats ran far and saw it.\none\ntwo\na\nb"
    brought = back(content)
    assert not brought.is_anything and brought.summary == SUMMARY and brought.known == 3


def test_open_comments_stand_on_their_words() -> None:
    found = {one.text: one.words for one in opened_word(sent(), "review.docx").comments}
    assert found["How far?"] == "ran far" and found["Suggested: “looked at”"] == "saw"
    assert any(text.startswith("Long.\nJonas") and text.endswith("No.") for text in found)


def test_a_comment_with_odd_signs_is_known_again() -> None:
    odd = Comment("c9", "One\ttwo\r\nthree\x01 <b>&amp;", "simple_explanation", 0, 4, "J\x02o", NOW)
    one = replace(SUMMARY, comments=(odd,))
    assert back(sent(one), one).summary == one


def test_a_sign_that_no_word_file_can_hold_is_no_change() -> None:
    odd = replace(SUMMARY, simple_explanation="Rats\x01 ran\x0b far.", comments=())
    assert back(sent(odd), odd).summary == odd


def test_a_copy_that_libreoffice_saved_comes_back_as_it_went() -> None:
    """LibreOffice 7.4 opened what `sent()` writes and saved it again, untouched."""
    file = Path(__file__).parents[2] / "data" / "review" / "saved-by-libreoffice.docx"
    brought = back(file.read_bytes())
    assert not brought.is_anything and brought.summary == SUMMARY and brought.known == 3


def test_what_is_chosen_goes_in_and_nothing_else() -> None:
    with zipfile.ZipFile(io.BytesIO(sent(wanted=Wanted(False, False, True)))) as opened:
        text = opened.read("word/document.xml").decode()
        assert "The first finding." in text and "10.1234/x" in text
        assert "What the checks found" not in text and "commentRangeStart" not in text
        assert b"plainspoken" not in opened.read("docProps/core.xml").lower()


def test_tracked_changes_are_suggestions_with_who_and_when() -> None:
    tracked = (
        "<w:ins w:id='9' w:author='Ann' w:date='2026-11-21T08:00:00Z'>"
        "<w:r><w:t xml:space='preserve'>big </w:t></w:r></w:ins>"
    )
    gone = (
        "</w:t></w:r><w:del w:id='10' w:author='Bo' w:date='2026-11-21T09:00:00Z'><w:r><w:delText>Second</w:delText>"
        "</w:r></w:del><w:ins w:id='11' w:author='Bo' w:date='2026-11-21T09:00:00Z'><w:r><w:t>Other</w:t></w:r></w:ins>"
        "<w:r><w:t xml:space='preserve'> one."
    )
    content = edited(
        sent(),
        (">First finding here.", f" xml:space='preserve'>First </w:t></w:r>{tracked}<w:r><w:t>finding here."),
        (">Second one.", f">{gone}"),
    )
    brought = back(content)
    new = brought.summary.comments[3:]
    assert brought.suggestions == 2 and [(one.by, one.at) for one in new] == [
        ("Ann", "2026-11-21T08:00:00Z"),
        ("Bo", "2026-11-21T09:00:00Z"),
    ]
    assert [section_text(accepted(brought.summary, one.id), one.section) for one in new] == [
        "First big finding here.",
        "Other one.",
    ]


def test_plain_edits_are_suggestions_and_keep_bold_words_bold() -> None:
    brought = back(edited(sent(), ("ran far<", "ran near<"), (">one<", ">one thing<")))
    whole = brought.summary
    for one in whole.comments[3:]:
        whole = accepted(whole, one.id)
    assert brought.suggestions == 2
    assert whole.simple_explanation.startswith(
        "Rats **ran near** and [saw](https://example.org/x) it.\n\n- one thing\n"
    )


def test_a_new_paragraph_and_a_new_item_are_suggestions() -> None:
    item = "<w:p><w:pPr><w:pStyle w:val='ListBullet'/></w:pPr><w:r><w:t>one and a half</w:t></w:r></w:p>"
    content = sent()
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        text = opened.read("word/document.xml").decode()
    at = text.index("</w:p>", text.index(">one<")) + 6
    brought = back(with_parts(content, {"word/document.xml": (text[:at] + item + text[at:]).encode()}))
    (new,) = brought.summary.comments[3:]
    assert "- one\n- one and a half\n- two" in accepted(brought.summary, new.id).simple_explanation


def test_a_paragraph_that_is_parted_is_a_suggestion_and_empty_ones_are_none() -> None:
    parting, empty = "</w:t></w:r></w:p><w:p><w:r><w:t>", "</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>"
    one = replace(SUMMARY, simple_explanation="Rats ran. Mice slept.\n\nAll day.", comments=())
    brought = back(edited(sent(one), (">Rats ran. Mice slept.", f">Rats ran.{parting}Mice slept.")), one)
    (new,) = brought.summary.comments
    assert accepted(brought.summary, new.id).simple_explanation == "Rats ran.\n\nMice slept.\n\nAll day."
    assert not back(edited(sent(one), (">All day.", f">{empty}All day.{empty}")), one).is_anything


def test_a_second_time_brings_nothing_even_after_a_decision() -> None:
    content = edited(sent(), ("ran far<", "ran near<"))
    brought = back(content)
    again = back(content, brought.summary)
    assert not again.is_anything and again.summary == brought.summary
    taken = accepted(brought.summary, brought.summary.comments[-1].id)
    assert not back(content, taken).is_anything


def test_the_span_is_found_in_the_text_that_went_on() -> None:
    content = edited(sent(), (">First finding here.", f">First {run('finding')} there."))
    grown = replace(SUMMARY, key_findings=("A new one.", "Now: First finding here.", "Second one."), comments=())
    (new,) = [one for one in back(content, grown).summary.comments if one.instead is not None]
    assert new.section == "key_findings[1]"
    assert section_text(accepted(replace(grown, comments=(new,)), new.id), new.section) == "Now: First finding there."


def test_words_that_are_gone_are_quoted_on_the_field() -> None:
    content = edited(sent(), (">First finding here.", ">First finding there."))
    other = replace(SUMMARY, key_findings=("Something else entirely now.", "Second one."), claims=())
    brought = back(content, other)
    new = brought.summary.comments[-1]
    assert (new.section, new.start, new.end, new.instead) == ("key_findings[0]", 0, 0, None)
    assert "here" in new.text and "there" in new.text and brought.suggestions == 1


COMMENTS = """<?xml version="1.0"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">
<w:comment w:id="70" w:author="Ann" w:date="2026-11-21T08:00:00">
<w:p w14:paraId="00000001"><w:r><w:t>Which?</w:t></w:r></w:p>
</w:comment><w:comment w:id="71" w:author="Bo">
<w:p w14:paraId="00000002"><w:r><w:t>The first.</w:t></w:r></w:p></w:comment>
</w:comments>"""
EXTENDED = """<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">
<w15:commentEx w15:paraId="00000001" w15:done="1"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001"/>
</w15:commentsEx>"""


def test_comments_of_word_and_libreoffice_with_answers_and_without_our_own_part() -> None:
    # LibreOffice writes runs without properties, point anchors for answers, and may drop parts that it does not know.
    marks = ("<w:commentRangeStart w:id='70'/><w:commentRangeStart w:id='71'/>", "<w:commentRangeEnd w:id='70'/>")
    plain = replace(SUMMARY, comments=(), claims=())
    content = edited(
        sent(plain), (">First finding here.", f">First {run('finding', *marks)} here."), without=("customXml",)
    )
    content = with_parts(
        content, {"word/comments.xml": COMMENTS.encode(), "word/commentsExtended.xml": EXTENDED.encode()}
    )
    brought = back(content, plain)
    (new,) = brought.summary.comments
    assert (new.section, new.start, new.end) == ("key_findings[0]", 6, 13)
    assert (new.text, new.by, new.at, new.state) == ("Which?", "Ann", "2026-11-21T08:00:00Z", RESOLVED)
    assert [(reply.text, reply.by) for reply in new.replies] == [("The first.", "Bo")]
    assert (brought.comments, brought.answers) == (1, 1) and not back(content, brought.summary).is_anything
    assert brought_words(brought, "a.docx") == "From a.docx: 1 comment, 1 answer."


def test_a_deleted_section_mark_leaves_its_section_alone() -> None:
    brought = back(edited(sent(), (mark_of("research_summary"), "gone")))
    assert "research_summary" not in {one.section for one in brought.summary.comments}


@pytest.mark.parametrize("name", [name for name, _text in sections(SUMMARY)])
def test_a_mark_fits_word_and_names_its_section(name: str) -> None:
    assert len(mark_of(name)) <= 40 and section_of(mark_of(name)) == name


WORDS = st.lists(st.sampled_from(["rats", "**bold**", "*thin*", "ran", "1.5 %", "a_b", "<b>", "é𝄞", "[x](https://a.org)"]), min_size=1)  # fmt: skip  # noqa: E501
TEXTS = st.lists(WORDS.map(" ".join), min_size=1, max_size=4).map("\n\n".join)


@settings(max_examples=25, deadline=None)
@given(TEXTS, st.lists(st.sampled_from(["new", "rats", "words", "1.5 %"]), min_size=1, max_size=6).map(" ".join))
def test_any_text_comes_back_unchanged_and_any_change_can_be_accepted(text: str, words: str) -> None:
    one = Summary(SUMMARY.id, simple_explanation=text, plain_title="T")
    content = sent(one)
    assert not back(content, one).is_anything
    brought = back(sent(replace(one, simple_explanation=words)), one)
    for comment in brought.summary.comments:
        if comment.instead is not None:
            accepted(brought.summary, comment.id)


def test_columns_are_as_wide_as_their_texts_ask_for_and_fill_the_page() -> None:
    document = docx.Document(io.BytesIO(sent()))
    page = document.sections[0]
    room = page.page_width - page.left_margin - page.right_margin
    sources = document.tables[0]
    kind, source = (column.width for column in sources.columns)
    assert kind < source / 2 and room * 0.99 < kind + source <= room
    assert [cell.width for cell in sources.rows[1].cells] == [kind, source]
