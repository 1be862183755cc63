"""Statistics given as such: p-values, spreads, ratios, and percents of a tiny group."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def statistics_as_such(prose: Prose, _targets: Targets) -> Iterator[Finding]:
    """Each statistic; "significant" is a notice, for it has an everyday sense too."""
    for kind, severity, pattern in _PATTERNS:
        for match in pattern.finditer(prose.text):
            yield prose.finding("statistics-as-such", *match.span(), {"kind": kind}, severity=severity)
    for match in _PERCENT.finditer(prose.text):
        group = _GROUP.search(prose.text, *prose.sentence_at(match.start()))
        size = int(group["n"] or group["of"]) if group else 0
        if 0 < size < TINY_GROUP:
            facts = {"kind": "percent-of-few", "group": size}
            yield prose.finding("statistics-as-such", *match.span(), facts, severity=NOTICE)
