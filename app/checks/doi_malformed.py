"""A paper's DOI that cannot be one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.codes import ERROR
from app.model.finding import Finding
from app.model.summary import Summary

_DOI = re.compile(
    r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*)?10\.\d{4,9}(?:\.\d+)*/[^\s\"<>]*[^\s\"<>.,;:]", re.IGNORECASE
)


def doi_malformed(summary: Summary) -> Iterator[Finding]:
    """The paper's DOI and those of related research, by their form alone."""
    for paper in (summary.paper, *summary.related_research):
        if paper.doi.strip() and not _DOI.fullmatch(paper.doi.strip()):
            yield Finding("doi-malformed", ERROR, "title", facts={"doi": paper.doi})
