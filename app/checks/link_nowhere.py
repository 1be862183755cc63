"""Links inside the page that lead to no place on it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.codes import WARNING
from app.model.finding import Finding
from app.model.sections import sections
from app.model.summary import Summary

_LINK = re.compile(r"(?<!\\)\[(?P<words>[^\[\]\n]*)\]\(\s*(?P<href>(?:[^()\s]|\([^()\s]*\))*)\s*\)")
_PLACES = {"#", "#top", "#main", "#simple-explanation", "#key-findings", "#research-summary", "#study-limitations"} | {
    "#practical-implications",
    "#the-original-paper",
}
_ELSEWHERE = re.compile(r"(?:https?://[^\s/?#\\@]|mailto:[^\s@?]+@)", re.IGNORECASE)


def link_nowhere(summary: Summary) -> Iterator[Finding]:
    """Each link whose address is neither on the web, nor mail, nor a section of the page.

    A page has no pages beside it that a text could name, so `about/` in a text leads nowhere too.
    """
    for section, text in sections(summary):
        for link in _LINK.finditer(text) if "](" in text else ():
            href = link["href"]
            if href not in _PLACES and not _ELSEWHERE.match(href):
                yield Finding("link-nowhere", WARNING, section, link.start(), link.end(), link[0], {"href": href})
