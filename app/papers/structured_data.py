"""What a page says about itself for machines (JSON-LD): the paper's authors, pages and licence, the true dates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml.html import HtmlElement

from app.model.paper import Author
from app.model.summary import Summary

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")


def with_structured_data(summary: Summary, root: HtmlElement) -> Summary:
    """The summary with what its page's JSON-LD adds; what is missing or of another shape changes nothing."""
    for page in _objects(root):
        paper = page.get("isBasedOn")
        if isinstance(paper, dict):
            summary = replace(
                summary,
                paper=replace(
                    summary.paper,
                    authors=tuple(_author(raw) for raw in _list(paper.get("author")) if isinstance(raw, dict)),
                    pages=_text(paper, "pagination"),
                    license=_text(paper, "license"),
                ),
                dates=replace(
                    summary.dates, published=_moment(page, "datePublished"), modified=_moment(page, "dateModified")
                ),
            )
    return summary


def _objects(root: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if script.get("type") == "application/ld+json":
            try:
                value = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            if isinstance(value, dict):
                yield value


def _author(raw: dict[str, Any]) -> Author:
    if family := _text(raw, "familyName"):
        return Author(family, _text(raw, "givenName"))
    return Author(literal=_text(raw, "name"))


def _moment(raw: dict[str, Any], key: str) -> str:
    text = _text(raw, key)
    return text if _MOMENT.fullmatch(text) else ""


def _text(raw: dict[str, Any], key: str) -> str:
    value = raw.get(key)
    return value if isinstance(value, str) else ""


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
