"""Marks the hard words of a text where they first stand, each a link to its explanation further down the page."""

from __future__ import annotations

import html as html_entities
import re
from collections.abc import Sequence

from markupsafe import Markup

from app.model.summary import GlossaryTerm

_TAG = re.compile(r"<(?:\"[^\"]*\"|[^\">])*>")


def word_id(index: int) -> str:
    """The name of the place where the explanation of a word stands."""
    return f"word-{index + 1}"


def with_words_marked(texts: Sequence[Markup], glossary: Sequence[GlossaryTerm]) -> list[Markup]:
    """The texts of a page with the first place of each word as a link; words inside links and headings stay."""
    cut = [_text_and_tags(str(html)) for html in texts]
    for index, word in enumerate(glossary):
        term = html_entities.escape(word.term.strip(), quote=False)
        any(_is_marked(pieces, term, word_id(index)) for pieces in cut)
    return [Markup("".join(piece for piece, _ in pieces)) for pieces in cut]  # only our own links were added


def _text_and_tags(html: str) -> list[tuple[str, bool]]:
    """The HTML cut into pieces, each with whether a word may be marked in it."""
    pieces: list[tuple[str, bool]] = []
    position = depth = 0
    for tag in _TAG.finditer(html):
        pieces.append((html[position : tag.start()], depth == 0))
        name = tag[0].strip("</>").split(maxsplit=1)[0]
        if name in ("a", "h3", "h4", "abbr"):
            depth += -1 if tag[0].startswith("</") else 1
        pieces.append((tag[0], False))
        position = tag.end()
    pieces.append((html[position:], depth == 0))
    return pieces


def _is_marked(pieces: list[tuple[str, bool]], term: str, place: str) -> bool:
    """Mark the word where it first stands; whether it stands anywhere."""
    wanted = re.compile(rf"(?<!\w){re.escape(term)}(?:s|es)?(?!\w)", re.IGNORECASE)
    for at, (piece, may_be_marked) in enumerate(pieces):
        if may_be_marked and (found := wanted.search(piece)):
            link = f'<a class="term" href="#{place}">{found[0]}</a>'
            pieces[at : at + 1] = [(piece[: found.start()], True), (link, False), (piece[found.end() :], True)]
            return True
    return False
