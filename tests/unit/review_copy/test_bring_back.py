"""A review copy goes out and comes back: nothing is lost, nothing comes twice, what others wrote is tied."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.errors import BadInput
from app.model.comment import RESOLVED, Comment, Reply
from app.model.comments import accepted
from app.model.paper import Paper
from app.model.sections import section_text, sections
from app.model.summary import Claim, Implication, Passage, Summary
from app.review_copy.bring_back import BroughtBack, brought_back
from app.review_copy.opened_word import opened_word
from app.review_copy.sheet import mark_of, section_of
from app.review_copy.word_file import word_file
from app.ui.words.review_copy import Wanted, brought_words, review_sheet

NOW = "2026-11-22T10:00:00Z"
SUMMARY = Summary(
    "11111111-2222-3333-4444-555555555555",
    plain_title="Running rats",
    simple_explanation="Rats **ran far** and [saw](https://example.org/x) it.\n\n- one\n- two\n\n1. a\n2. b",
    key_findings=("First finding here.", "Second one."),
    practical_implications=(Implication("Ask", "Ask your team."),),
    paper=Paper(title="Running in rats", doi="10.1234/x", journal="Medicine"),
    claims=(Claim("key_findings[0]", 0, 19, "from-paper", Passage("The first finding.", "Results, 3")),),
    comments=(
        Comment("c1", "How far?", "simple_explanation", 7, 14, "Jonas", NOW),
        Comment("c2", "", "simple_explanation", 21, 24, "Jonas", NOW, "looked at"),
        Comment("c3", "Long.", "key_findings[1]", 0, 0, "Maria", NOW, replies=(Reply("No.", "Jonas", NOW),)),
    ),
)


def sent(summary: Summary = SUMMARY, wanted: Wanted | None = None) -> bytes:
    return word_file(review_sheet(summary, (), wanted or Wanted(), "Maria", NOW))


def with_parts(content: bytes, parts: dict[str, bytes], without: tuple[str, ...] = ()) -> bytes:
    """The file with some parts put in place of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts and not name.startswith(without or ("-",)):
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def edited(content: bytes, *changes: tuple[str, str], without: tuple[str, ...] = ()) -> bytes:
    """The file with words of its main part replaced, each of which must be there."""
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        text = old.read("word/document.xml").decode()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    etree.fromstring(text.encode())
    return with_parts(content, {"word/document.xml": text.encode()}, without)


def back(content: bytes, summary: Summary = SUMMARY) -> BroughtBack:
    return brought_back(summary, opened_word(content, "review.docx"), NOW)


def run(text: str, before: str = "", after: str = "") -> str:
    return (
        f"</w:t></w:r>{before}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>{after}<w:r><w:t xml:space='preserve'>"
    )


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


BOMB = b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>" + b" " * 41_000_000
ENTITIES = b"<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><w>&a;</w>"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no Word file"),
        (b"PK\x03\x04 broken", "no Word file"),
        (b"x" * 30_000_001, "larger than"),
        (with_parts(sent(), {}, ("word/document",)), "no Word file"),
        (with_parts(sent(), {"word/document.xml": BOMB}), "unpacks to more"),
        (with_parts(sent(), {"word/document.xml": ENTITIES}), "not safe"),
        (with_parts(sent(), {"word/document.xml": b"<w:"}), "damaged"),
        (sent()[3000:], "damaged"),
        (edited(sent(), ("_ps_", "other_")), "not a review copy"),
    ],
)
def test_whatever_is_no_review_copy_is_refused_with_a_sentence(content: bytes, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        opened_word(content, "review.docx")


def test_a_copy_of_another_summary_is_refused() -> None:
    with pytest.raises(BadInput, match="another summary"):
        back(sent(), replace(SUMMARY, id="other"))


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


SENT = sent()


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 40_000))
def test_a_damaged_file_is_a_sentence_or_is_read(noise: bytes, at: int) -> None:
    content = SENT
    broken = content[:at] + noise + content[at + len(noise) :]
    try:
        back(broken)
    except BadInput as fault:
        assert str(fault).endswith(".")
