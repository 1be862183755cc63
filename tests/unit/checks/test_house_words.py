"""What a library's glossary and targets do to the findings."""

from __future__ import annotations

from typing import Any

import pytest

from app.checks.review import findings
from app.model.finding import Finding
from app.model.house_style import HouseStyle, Term
from app.model.site import Targets
from app.model.summary import GlossaryTerm, Summary
from app.ui import words


def found(text: str, *terms: Term, code: str = "hard-word", own: tuple[str, ...] = (), **style: Any) -> list[Finding]:
    summary = Summary("1", simple_explanation=text, glossary=tuple(GlossaryTerm(word, "", "x") for word in own))
    every = findings(summary, HouseStyle(glossary=terms, **style))
    return [finding for finding in every if finding.code == code]


def test_a_word_that_every_list_knows_is_flagged_when_the_glossary_has_plain_words() -> None:
    assert not found("The houses stood.")
    (finding,) = found("The **houses** stood.", Term("house", "home; roof over the head"))
    assert (finding.text, finding.suggestions) == ("houses", ("homes", "roof over the head"))
    assert finding.facts["kind"] == "glossary"
    assert "glossary" in words.explanation(finding).headline


def test_house_words_come_first_and_the_lists_after_them() -> None:
    (finding,) = found("They utilised it.", Term("utilised", "put to use"))
    assert finding.suggestions == ("put to use", "used")


def test_a_phrase_of_the_glossary_takes_the_place_of_the_words_in_it() -> None:
    (finding,) = found("Acupoint-stimulation helps.", Term("acupoint stimulation", "pressing on points of the skin"))
    assert finding.suggestions == ("Pressing on points of the skin",)


@pytest.mark.parametrize("term", [Term("idiopathic", do_not_flag=True), Term("idiopathic", "", "Nobody knows why.")])
def test_a_word_left_alone_or_explained_is_not_flagged(term: Term) -> None:
    assert found("An idiopathic pain.")
    assert not found("An idiopathic pain.", term)


@pytest.mark.parametrize("text", ["A nociceptor.", "Nociceptors are.", "nociceptor-based"])
def test_do_not_flag_holds_for_the_plural_too(text: str) -> None:
    assert found(text)
    assert not found(text, Term("nociceptor", "pain sensor", do_not_flag=True))


def test_plain_words_are_suggested_even_where_the_word_is_explained() -> None:
    (finding,) = found("An idiopathic pain.", Term("idiopathic", "of unknown cause", "Nobody knows why."))
    assert finding.suggestions == ("of unknown cause",)


def test_the_summary_s_own_entry_wins() -> None:
    assert not found("An idiopathic pain.", Term("Idiopathic", "of unknown cause"), own=("idiopathic",))


@pytest.mark.parametrize("term", [Term("MSC", do_not_flag=True), Term("MSCs", do_not_flag=True), Term("MSC", "", "x")])
def test_a_short_form_of_the_glossary_needs_no_words(term: Term) -> None:
    assert found("Two MSCs came.", code="short-form-undefined")
    assert not found("Two MSCs came.", term, code="short-form-undefined")


def test_where_targets_allow_no_short_forms_a_spelled_out_one_is_told_too() -> None:
    text = "Motor neurone disease (MND) is rare. MND is grave."
    assert not found(text, code="short-form-undefined")
    (finding,) = found(text, code="short-form-undefined", targets=Targets(allows_short_forms=False))
    assert (finding.text, finding.severity) == ("MND", "notice")
    assert "short form" in words.explanation(finding).headline
    kept = Term("MND", do_not_flag=True)
    assert not found(text, kept, code="short-form-undefined", targets=Targets(allows_short_forms=False))


def test_places_are_those_of_the_markdown() -> None:
    text = "A **median** and [medians](https://example.org)."
    for finding in found(text, Term("median", "middle value")):
        assert text[finding.start : finding.end] == finding.text
