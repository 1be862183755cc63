"""The pieces of a difference give both texts back, and say what changed in whole words."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from app.text.difference import ADDED, REMOVED, SAME, Piece, difference, word_counts

texts = st.text(st.sampled_from("ab c.\n,’5é"), max_size=60) | st.text(max_size=40)


@settings(deadline=None)
@given(texts, texts)
def test_the_pieces_give_both_texts(old: str, new: str) -> None:
    pieces = difference(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != ADDED) == old
    assert "".join(piece.text for piece in pieces if piece.kind != REMOVED) == new
    assert all(piece.text for piece in pieces)
    assert all(one.kind != other.kind for one, other in pairwise(pieces))


@settings(deadline=None)
@given(texts)
def test_nothing_changed_is_one_piece(text: str) -> None:
    assert difference(text, text) == ((Piece(SAME, text),) if text else ())


def test_words_are_exchanged_whole() -> None:
    assert difference("The red fox ran.", "The grey cat ran.") == (
        Piece(SAME, "The "),
        Piece(REMOVED, "red fox"),
        Piece(ADDED, "grey cat"),
        Piece(SAME, " ran."),
    )


def test_words_are_counted() -> None:
    assert word_counts(difference("Rats ran.", "Rats ran far, 0.5 m.")) == (3, 0)
    assert word_counts(difference("Rats and mice ran.", "Rats ran.")) == (0, 2)


def test_long_texts_are_told_by_their_ends() -> None:
    old, new = "Start. " + "a b " * 4000 + "End.", "Start. " + "c d " * 4000 + "End."
    pieces = difference(old, new)
    assert [piece.kind for piece in pieces] == [SAME, REMOVED, ADDED, SAME]
