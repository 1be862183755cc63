"""A file that is no review copy, one of another summary and one that is damaged are refused with a sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sent_copies import SUMMARY, back, edited, sent, with_parts

from app.errors import BadInput
from app.review_copy.opened_word import opened_word

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
