"""Digits that count nothing: names (MSC-4, COVID-19), citations, figure numbers, identifiers, addresses."""

from __future__ import annotations

import re

from app.text.words import ADDRESS

_AFTER_LABEL = r"\s?[A-Z]?\d+(?:\.\d+)*[A-Za-z]{0,2}(?:\s?(?:,|–|-|and|to|&)\s?[A-Z]?\d+(?:\.\d+)*[A-Za-z]?)*"
_LABEL = (
    r"(?:fig(?:ure)?s?|tab(?:le)?s?|additional files?|supplement(?:ary|al)(?: \w+){0,2}|eqn?s?|equations?|refs?"
    r"|references?|sections?|chapters?|appendix|box|panels?|movies?|videos?|datasets?|protocols?|boxes"
    r"|files?|version|ver|exons?|chromosomes?|clones?|lanes?|iso|grant|icd|pages?|vol(?:ume)?|types?|text s"
    r"|aims?|item|no|nos|approval|registration|accession|number|cat|catalog(?:ue)?|supplement)"
)
_MASKED = re.compile(
    rf"{ADDRESS}"
    rf"|\b(?i:{_LABEL})\b(?:\.\s?|\s|\s?#|:\s)\(?{_AFTER_LABEL}"
    r"|[\[(]\s?\d{1,3}(?:\s?[,–‑-]\s?\d{1,3})*\s?\]"  # [4-7]
    r"|\((?=\d{1,3}\s?[,–-]\s?\d{1,3}(?:\s?[,–-]\s?\d{1,3})+\))[\d\s,–-]+\)"  # (4, 7, 12): citations
    r"|\b[A-Za-z][A-Za-z0-9]{0,40}(?:[-‑–/.][A-Za-z0-9]{1,40}){0,12}[-‑–/.]?\d+(?:[-‑–/.]?[A-Za-z0-9]+)*"  # names
    r"|\b\d+(?:[′'][,-]\s?)?-?(?:HT|FU|OH|DOPA|UTR|mer)\w*"
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b(?=\s?(?:am|pm|a\.m|p\.m|h\b))"
    r"|\b[12]\d{3}s\b"  # the 1990s
    r"|\b\d{1,3}(?:st|nd|rd|th)\b"
    r"|(?<=[a-z)])(?:\d{1,3}[,–-])+\d{1,3}(?=[\s.,;])",  # superscripts set flat: cells4,5
)
_COUNTED_NAMES = re.compile(
    r"(?i)(?:days?|weeks?|months?|years?|hours?|ages?|aged|mid|early|late|pre|post|n|phase|stage|grade|of|in|over|under"
    r"|sub|super|non|at|the|to|from|and|or|by|p)(?:[-‑–/.]\d|\d)"
)
_GLUED = re.compile(r"(?i)(?:n|p)\d")


def masked(text: str) -> str:
    """The text with everything that is no number blotted out, at the same length."""
    return _MASKED.sub(_blot, text)


def _blot(match: re.Match[str]) -> str:
    words = match[0]
    name = _COUNTED_NAMES.match(words)
    if name and not _GLUED.match(words) and name.end() > 1:
        return words
    if re.fullmatch(r"[A-Za-z]+/\d+|[A-Za-z]{3,}[–]\d+", words):
        return words
    return "\N{MIDDLE DOT}" * len(words) if len(words) else words
