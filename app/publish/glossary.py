"""Marks the hard words of a text where they first stand: a link to the explanation, and a note beside it."""

from __future__ import annotations

import html as html_entities
import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from app.model.summary import GlossaryTerm
from app.text.glossary import Lexicon, lexicon
from app.text.markup import plain

_TAG = re.compile(r"<(?:\"[^\"]*\"|[^\">])*>")
_LEFT_ALONE = ("a", "h3", "h4", "abbr")


def word_id(index: int) -> str:
    """The name of the place where the explanation of a word stands."""
    return f"word-{index + 1}"


def use_id(index: int) -> str:
    """The name of the place where a word is marked in the text."""
    return f"use-{index + 1}"


def note_id(index: int) -> str:
    """The name of the explanation itself."""
    return f"note-{index + 1}"


def with_words_marked(texts: Sequence[Markup], glossary: Sequence[GlossaryTerm]) -> tuple[list[Markup], frozenset[int]]:
    """The texts of a page, in reading order, with the first place of each word marked; and which words were.

    Words inside links and headings stay as they are.
    """
    words = lexicon(tuple(word.term for word in glossary))
    marked: set[int] = set()
    done = [Markup(_marked(str(html), words, glossary, marked)) for html in texts]  # only our own marks were added
    return done, frozenset(marked)


def _marked(html: str, words: Lexicon, glossary: Sequence[GlossaryTerm], marked: set[int]) -> str:
    if len(marked) == len(glossary) or not words.may_be_in(html_entities.unescape(html) if "&" in html else html):
        return html
    return "".join(
        _piece_marked(piece, words, glossary, marked) if may_be_marked else piece
        for piece, may_be_marked in _text_and_tags(html)
    )


def _text_and_tags(html: str) -> list[tuple[str, bool]]:
    """The HTML cut into pieces, each with whether a word may be marked in it."""
    pieces: list[tuple[str, bool]] = []
    position = depth = 0
    for tag in _TAG.finditer(html):
        pieces.append((html[position : tag.start()], depth == 0))
        name = tag[0].strip("</>").split(maxsplit=1)[0]
        if name in _LEFT_ALONE:
            depth += -1 if tag[0].startswith("</") else 1
        pieces.append((tag[0], False))
        position = tag.end()
    pieces.append((html[position:], depth == 0))
    return pieces


def _piece_marked(piece: str, words: Lexicon, glossary: Sequence[GlossaryTerm], marked: set[int]) -> str:
    """A piece without tags with the words marked that were not marked yet."""
    text = html_entities.unescape(piece) if "&" in piece else piece
    if not words.may_be_in(text):
        return piece
    done, position = [], 0
    for start, end, index in words.places(text):
        if index not in marked:
            marked.add(index)
            done += [_escaped(text[position:start]), _mark(text[start:end], glossary[index], index)]
            position = end
    return "".join([*done, _escaped(text[position:])]) if done else piece


def _mark(written: str, word: GlossaryTerm, index: int) -> str:
    """The word as a link to its explanation. The note is an attribute that the style shows: no part of the text."""
    note = " ".join(plain(word.explanation or word.plain).text.split())
    return (
        f'<span class="word" data-note="{escape(note)}"><a class="term" id="{use_id(index)}" href="#{word_id(index)}"'
        f' aria-describedby="{note_id(index)}">{_escaped(written)}</a></span>'
    )


def _escaped(text: str) -> str:
    return html_entities.escape(text, quote=False)
