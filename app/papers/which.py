"""Whether a file is a paper or a reference file, or one of the summaries that an import brings in."""

from __future__ import annotations

import json
from pathlib import PurePath

from app.errors import BadInput
from app.papers.published_page import parse_copied_text

PAPERS = (".pdf", ".ris", ".bib", ".bibtex", ".nbib", ".xml", ".nxml", ".ciw", ".enw")
TEXTS = (".txt", ".text", ".md")
LEAST_WORDS = 100
"""A shorter text is no paper; the import says what it can do with it."""
ASKED = (".json", *TEXTS)
"""Endings that do not tell: what the file holds does."""


def is_paper_file(name: str, content: bytes) -> bool:
    """Whether a file is to be read as a paper: by its ending, and where that does not tell, by what it holds."""
    ending = PurePath(name).suffix.lower()
    if ending in PAPERS or b"%PDF-" in content[:1024]:
        return True
    if ending == ".json":
        return not _is_summary(content)
    if ending in TEXTS:
        return len(content.split()) >= LEAST_WORDS and not _is_page(content, name)
    return False


def _is_summary(content: bytes) -> bool:
    try:
        raw = json.loads(content)
    except (ValueError, RecursionError):
        return False
    first = raw[0] if isinstance(raw, list) and raw else raw
    return isinstance(first, dict) and ("schema_version" in first or "simple_explanation" in first)


def _is_page(content: bytes, name: str) -> bool:
    try:
        parse_copied_text(content.decode("utf-8", "replace"), (), name)
    except BadInput:
        return False
    return True
