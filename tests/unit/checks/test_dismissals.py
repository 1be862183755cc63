"""What is set aside stays so, as far as the writer said, until its text changes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.checks.dismissals import context_of, dismissal_of, scopes_for, with_dismissal, without_dismissal
from app.checks.review import checked
from app.model.dismissal import HERE, LIBRARY, SUMMARY, Dismissal
from app.model.finding import Finding
from app.model.house_style import HouseStyle
from app.model.paper import Paper
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


def made(finding: Finding, summary: Summary, scope: str = HERE, reason: str = "Why not") -> Dismissal:
    return dismissal_of(finding, summary, scope, reason, "ada", "2026-05-03")


def test_what_is_made_of_a_finding_covers_it() -> None:
    for scope in (HERE, SUMMARY, LIBRARY):
        new = made(found(TEXT), TEXT, scope)
        aside = replace(TEXT, dismissals=(new,)) if scope != LIBRARY else TEXT
        style = HouseStyle(dismissals=(new,)) if scope == LIBRARY else PLAIN
        assert hype(aside, style) == ([] if scope != HERE else ["key_findings[1]"])


def test_an_error_needs_a_reason_and_what_has_no_words_is_only_left_where_it_is() -> None:
    empty = Finding("section-missing", "error", "study_limitations[0]")
    assert scopes_for(empty) == (HERE,) and scopes_for(found(TEXT)) == (HERE, SUMMARY, LIBRARY)
    with pytest.raises(ValueError, match="reason"):
        made(empty, TEXT, HERE, " \n")
    with pytest.raises(ValueError, match="scope"):
        made(empty, TEXT, SUMMARY)
    missing = [each for each in checked(TEXT, PLAIN).open if each.code == "section-missing"]
    left = replace(TEXT, dismissals=(made(missing[0], TEXT),))
    assert [each for each in checked(left, PLAIN).open if each.code == "section-missing"] == missing[1:]


def test_a_dismissed_doi_is_looked_at_again_when_it_changes() -> None:
    def malformed(summary: Summary) -> list[Finding]:
        return [each for each in checked(summary, PLAIN).open if each.code == "doi-malformed"]

    wrong = replace(TEXT, paper=Paper(doi="10.x"))
    left = replace(wrong, dismissals=(made(malformed(wrong)[0], wrong),))
    assert malformed(left) == []
    assert len(malformed(replace(left, paper=Paper(doi="11.y")))) == 1


def test_taking_up_again_finds_it_whoever_gave_whatever_reason() -> None:
    first = made(found(TEXT), TEXT)
    assert without_dismissal((first,), replace(first, reason="Other", by="bo", date="")) == ()
    assert with_dismissal((first,), replace(first, reason="Other"))[0].reason == "Other"
    assert without_dismissal((first,), replace(first, scope=SUMMARY)) == (first,)
