"""What a writer types in the search field as a full-text query that cannot fail, whatever is typed."""

from __future__ import annotations

import re

_PIECE = re.compile(r'"([^"]+)"|([^\s"]+)')
_LONGEST_TEXT = 200


def match_query(text: str) -> str:
    """The FTS5 query for what was typed; empty when there is no letter or digit in it.

    Every word must stand in the summary, words in double quotation marks beside each other; the last word may be
    the beginning of one, as it is while it is being typed. `covid-19` finds “COVID-19”.
    """
    # Lone surrogates cannot be stored and NUL ends a query, so neither is ever found.
    text = text[:_LONGEST_TEXT].replace("\0", " ").encode("utf-8", "ignore").decode()
    text = text.replace("“", '"').replace("”", '"')
    phrases = [(quoted or word, bool(quoted)) for quoted, word in _PIECE.findall(text)]
    terms = [(phrase, is_quoted) for phrase, is_quoted in phrases if any(letter.isalnum() for letter in phrase)]
    if not terms:
        return ""
    query = " AND ".join(f'"{phrase}"' for phrase, _ in terms)
    return query if terms[-1][1] else query + " *"
