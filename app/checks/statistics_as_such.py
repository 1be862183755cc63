"""Statistics given as such: p-values, spreads, ratios, and percents of a tiny group."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from app.checks.codes import NOTICE, WARNING
from app.checks.prose import Prose
from app.model.finding import Finding
from app.model.site import Targets

TINY_GROUP = 20
_P_VALUE = r"\b[pP]\s?(?:-\s?values?\b(?:\s+(?:of|was|were|is)\b)?)?\s?[<>=≤≥]\s?0?[.·,]\d+|\bp[- ]values?\b"
_SPREAD = (
    r"(?<![\d.])\d+(?:\.\d+)?\s?(?:%\s?)?(?:±|\+/[-−–])\s?\d+(?:\.\d+)?|\b(?:SEM|s\.e\.m\.|SD)\b"
    r"|\bstandard (?:error|deviation)s?\b|\binterquartile range\b|\bIQR\b"
)
_INTERVAL = r"\b(?:\d{2}\s?%\s)?(?:confidence|credible) intervals?\b|\b\d{2}\s?%\s?CI\b"
_RATIO = (
    r"\b(?:odds|hazard|risk|rate) ratios?\b|\brelative risks?\b|\b(?:HR|OR|RR)\s?[=:,]?\s?\d\.\d+"
    r"|\bstandardi[sz]ed mean differences?\b|\bSMD\b"
)
_TEST = (
    r"\b(?:t-tests?|ANOVA|chi-squared?|Mann[-–]Whitney|Kaplan[-–]Meier|log-rank"
    r"|regression (?:analys[ie]s|models?))"
)
_SIGNIFICANT = r"\b(?:statistical(?:ly)?\s+)?(?:non-?)?significan(?:t|tly|ce)\b"
_PATTERNS = (
    ("p-value", WARNING, re.compile(_P_VALUE)),
    ("spread", WARNING, re.compile(_SPREAD)),
    ("interval", WARNING, re.compile(_INTERVAL)),
    ("ratio", WARNING, re.compile(_RATIO)),
    ("test", WARNING, re.compile(_TEST)),
    ("significant", NOTICE, re.compile(_SIGNIFICANT)),
)
_PERCENT = re.compile(r"\b\d+(?:\.\d+)?\s?(?:%|per ?cent\b)(?!\s?(?:CI|confidence|credible))")
_GROUP = re.compile(
    r"\bn\s?=\s?(?P<n>\d+)|\b(?:of|in|only|among)\s+(?:the\s+)?(?P<of>\d+)\s+"
    r"(?:patients|people|participants|women|men|children|adults|rats|mice|animals|volunteers|babies|pigs|dogs|monkeys)\b"
)


_BRACKETS = re.compile(r"\([^()\n]{3,300}\)|\[[^\[\]\n]{3,300}\]")


def statistics_as_such(prose: Prose, _targets: Targets) -> Iterator[Finding]:
    """Each statistic, of several in one bracket the first; "significant" is a notice: it has an everyday sense too."""
    brackets = [match.span() for match in _BRACKETS.finditer(prose.text)]
    told: set[tuple[int, int]] = set()
    every = ((match, kind, severity) for kind, severity, pattern in _PATTERNS for match in pattern.finditer(prose.text))
    for match, kind, severity in sorted(every, key=lambda one: one[0].start()):
        around = _around(match.start(), brackets)
        if around is None or around not in told:
            facts = {"kind": kind} if around is None else {"kind": kind, "is_in_brackets": True}
            yield prose.finding("statistics-as-such", *match.span(), facts, severity=severity)
        if around is not None and severity == WARNING:
            told.add(around)
    groups: dict[int, int] = {}
    for match in _PERCENT.finditer(prose.text):
        start, end = prose.sentence_at(match.start())
        if start not in groups:
            group = _GROUP.search(prose.text, start, end)
            groups[start] = int((group["n"] or group["of"])[:9]) if group else 0
        if 0 < groups[start] < TINY_GROUP:
            facts = {"kind": "percent-of-few", "group": groups[start]}
            yield prose.finding("statistics-as-such", *match.span(), facts, severity=NOTICE)


def in_research_summary(finding: Finding) -> Finding:
    """The same in the Research Summary, which may keep statistics where they are explained.

    In brackets they follow a sentence that says what they mean, so they are only a thought there.
    """
    is_kept = finding.code == "statistics-as-such" and finding.facts.get("is_in_brackets")
    return replace(finding, severity=NOTICE) if is_kept else finding


def _around(place: int, brackets: list[tuple[int, int]]) -> tuple[int, int] | None:
    """The bracket in which a place stands; they are in order and none stands in another."""
    at = bisect_right(brackets, (place, 10**9)) - 1
    return brackets[at] if at >= 0 and place < brackets[at][1] else None
