"""The lines of the Checks panel as values: which there are, their order, their words, and how each is known again."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.model.finding import Finding, SetAside
from app.model.sections import card_of, sections
from app.model.summary import Summary
from app.model.vocabulary import SEVERITIES
from app.text.sentences import sentences
from app.translation import _, quoted
from app.ui import words
from app.ui.words import leaving

Key = tuple[str, ...]
HEADING, FINDING, ASIDE = "heading", "finding", "aside"
_TEXTS = ("simple_explanation", "research_summary")
_GROUPS = {"error": _("Must be mended"), "warning": _("To look at"), "notice": _("Notes")}
_LONGEST = 40
"""A longer stretch is known by its turn, not by its words: it stays the same while somebody writes in it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list. `key` is the same as long as it is the same finding, wherever its words have moved."""

    key: Key
    kind: str
    title: str
    below: str = ""
    count: int = 0
    finding: Finding | None = None
    aside: SetAside | None = None
    markdown: str = ""
    """The text of its section."""

    @property
    def about(self) -> Finding | None:
        """The finding, open or set aside."""
        return self.aside.finding if self.aside else self.finding

    @property
    def quote(self) -> tuple[str, str, str]:
        """The writer's sentence: before the words in question, the words, after them."""
        return quote(self.about, self.markdown) if self.about else ("", "", "")


def keys(findings: Iterable[Finding]) -> list[Key]:
    """What each finding is known by: its kind, its section and its words, and its turn among those that share them."""
    turns: Counter[Key] = Counter()
    made: list[Key] = []
    for finding in findings:
        text = (finding.text or "").casefold()
        key = (finding.code, finding.section, text if len(text) <= _LONGEST else "")
        made.append((*key, str(turns[key])))
        turns[key] += 1
    return made


def lines(
    summary: Summary,
    findings: tuple[Finding, ...],
    aside: tuple[SetAside, ...] = (),
    *,
    severity: str = "",
    by_severity: bool = False,
) -> tuple[Line, ...]:
    """The open findings under headings, those of one severity only where one is asked for, then those set aside."""
    texts = dict(sections(summary))
    shown = [
        (key, finding)
        for key, finding in zip(keys(findings), findings, strict=True)
        if not severity or finding.severity == severity
    ]
    if by_severity:
        shown.sort(key=lambda pair: SEVERITIES.index(pair[1].severity))
    made: list[Line] = []
    for group, members in _grouped(shown, by_severity=by_severity):
        made.append(Line((HEADING, group), HEADING, group, count=len(members)))
        made += [_line(key, finding, texts, has_card=by_severity) for key, finding in members]
    if aside:
        made.append(Line((HEADING, ASIDE), HEADING, _("Dismissed"), count=len(aside)))
        made += _aside_lines(aside, texts)
    return tuple(made)


def place_words(finding: Finding, texts: dict[str, str], *, has_card: bool = False) -> str:
    """“Sentence 3”, “Finding 2”, “Study Duration”: where a finding stands, with its card where that is not said."""
    name = words.section_name(finding.section)
    if finding.section not in _TEXTS:
        return name
    if finding.start is None or (turn := _turn(texts.get(finding.section, ""), finding)) is None:
        return name
    return (
        _("{name}, sentence {turn}").format(name=name, turn=turn)
        if has_card
        else _("Sentence {turn}").format(turn=turn)
    )


def headline(finding: Finding) -> str:
    """What it is, with the words it is about when they are few and not yet named."""
    told = words.explanation(finding).headline
    text = " ".join((finding.text or "").split())
    return f"{told}: {quoted(text)}" if text and len(text) <= _LONGEST and text not in told else told


def quote(finding: Finding, markdown: str, room: int = 90) -> tuple[str, str, str]:
    """The writer's sentence around a finding, cut to `room` letters on either side."""
    if finding.start is None or finding.end is None or markdown[finding.start : finding.end] != finding.text:
        return "", finding.text or "", ""
    spans = [span for span in sentences(markdown) if span[0] < finding.end and span[1] > finding.start]
    first, last = (spans[0][0], spans[-1][1]) if spans else (finding.start, finding.end)
    before, after = markdown[first : finding.start], markdown[finding.end : last]
    if len(before) > room:
        before = "…" + before[-room:].partition(" ")[2]
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + "…"
    return before, finding.text or "", after


def _line(key: Key, finding: Finding, texts: dict[str, str], *, has_card: bool) -> Line:
    below = place_words(finding, texts, has_card=has_card)
    if finding.severity == "error":
        below += _(" · must be mended or dismissed")
    markdown = texts.get(finding.section, "")
    return Line((FINDING, *key), FINDING, headline(finding), below, finding=finding, markdown=markdown)


def _aside_lines(aside: tuple[SetAside, ...], texts: dict[str, str]) -> Iterator[Line]:
    known = keys(each.finding for each in aside)
    for key, each in zip(known, aside, strict=True):
        below = f"{place_words(each.finding, texts, has_card=True)} · {leaving.reason_words(each.by)}"
        markdown = texts.get(each.finding.section, "")
        yield Line((ASIDE, *key), ASIDE, headline(each.finding), below, aside=each, markdown=markdown)


def _grouped(shown: list[tuple[Key, Finding]], *, by_severity: bool) -> Iterator[tuple[str, list[tuple[Key, Finding]]]]:
    groups: dict[str, list[tuple[Key, Finding]]] = {}
    for key, finding in shown:
        card = card_of(finding.section)
        name = _GROUPS[finding.severity] if by_severity else words.SECTION_NAMES.get(card, card)
        groups.setdefault(name, []).append((key, finding))
    yield from groups.items()


def _turn(markdown: str, finding: Finding) -> int | None:
    """The number of the sentence in which a finding begins."""
    ends = _ends(markdown)
    turn = bisect_right(ends, finding.start or 0) + 1
    return turn if turn <= len(ends) else None


@lru_cache(maxsize=64)
def _ends(markdown: str) -> tuple[int, ...]:
    return tuple(end for _start, end in sentences(markdown))
