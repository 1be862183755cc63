"""Authors of a BibTeX field: `and` between names, commas inside them, braces around groups."""

from __future__ import annotations

import re

from app.model.paper import Author
from app.papers.latex import latex_line
from app.papers.names import comma_name, group, written_out

_MOST = 5000


def authors_of(field: str) -> tuple[Author, ...]:
    """The authors of an `author` field; `and others` is no author."""
    names = [name.strip() for name in _split(field) if name.strip()]
    found = (_author(name) for name in names[:_MOST] if name.lower() != "others")
    return tuple(author for author in found if author)


def _split(field: str) -> list[str]:
    """The names between `and`s that stand outside braces."""
    parts: list[str] = []
    current: list[str] = []
    depth = 0
    for word in re.split(r"(\s+)", field):
        if depth <= 0 and word.lower() == "and":
            parts.append("".join(current))
            current = []
            continue
        depth += len(re.findall(r"(?<!\\)\{", word)) - len(re.findall(r"(?<!\\)\}", word))
        current.append(word)
    return [*parts, "".join(current)]


def _author(name: str) -> Author | None:
    if name.startswith("{") and name.endswith("}") and name.count("{") == name.count("}") and "{" not in name[1:-1]:
        return group(latex_line(name))
    return comma_name(latex_line(name)) if "," in name else written_out(latex_line(name))
