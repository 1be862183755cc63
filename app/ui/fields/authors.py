"""Authors as a line of text and back: `Ryo Ukai; The Trial Group`."""

from __future__ import annotations

from app.model.paper import Author


def authors_text(authors: tuple[Author, ...]) -> str:
    """The authors as one line."""
    return "; ".join(author.full() for author in authors)


def authors_of(text: str, known: tuple[Author, ...]) -> tuple[Author, ...]:
    """The authors named in a line; those known already keep their parts (“van der Berg”, a group)."""
    by_name = {author.full(): author for author in known}
    found = []
    for name in (part.strip() for part in text.split(";")):
        given, _, family = name.rpartition(" ")
        if name in by_name:
            found.append(by_name[name])
        elif name:
            found.append(Author(family=family, given=given) if given else Author(literal=name))
    return tuple(found)
