"""What is set aside stays so, as far as the writer said, until its text changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.checks.dismissals import context_of
from app.checks.review import checked
from app.model.dismissal import HERE, LIBRARY, SUMMARY, Dismissal
from app.model.finding import Finding
from app.model.house_style import HouseStyle
from app.model.sections import section_text
from app.model.summary import Summary

PLAIN = HouseStyle()
TEXT = Summary("1", key_findings=("This breakthrough helps rats.", "Another breakthrough came."))


def hype(summary: Summary, style: HouseStyle = PLAIN) -> list[str]:
    return [finding.section for finding in checked(summary, style).open if finding.code == "hype-word"]


def found(summary: Summary) -> Finding:
    return next(finding for finding in checked(summary, HouseStyle()).open if finding.code == "hype-word")


@pytest.fixture
def here() -> Dismissal:
    finding = found(TEXT)
    context = context_of(finding, section_text(TEXT, finding.section))
    return Dismissal("hype-word", "breakthrough", HERE, finding.section, context, "The paper says so.")


def test_here_means_this_sentence_of_this_card(here: Dismissal) -> None:
    assert hype(TEXT) == ["key_findings[0]", "key_findings[1]"]
    aside = replace(TEXT, dismissals=(here,))
    assert hype(aside) == ["key_findings[1]"]
    assert checked(aside, HouseStyle()).set_aside[0].by.reason == "The paper says so."


def test_it_follows_an_item_that_moves_and_returns_when_the_sentence_changes(here: Dismissal) -> None:
    moved = replace(TEXT, key_findings=TEXT.key_findings[::-1], dismissals=(here,))
    assert hype(moved) == ["key_findings[0]"]
    rewritten = replace(TEXT, key_findings=("This breakthrough helps people.",), dismissals=(here,))
    assert hype(rewritten) == ["key_findings[0]"]


def test_summary_and_library_reach_further() -> None:
    everywhere = Dismissal("hype-word", "Breakthrough", SUMMARY)
    assert hype(replace(TEXT, dismissals=(everywhere,))) == []
    assert hype(TEXT, HouseStyle(dismissals=(replace(everywhere, scope=LIBRARY),))) == []
    assert hype(TEXT, HouseStyle(dismissals=(Dismissal("hard-word", "breakthrough", LIBRARY),))) != []
