"""What the lines of the Checks panel say, how each is known again, and which words of the paper are shown bold."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.model.dismissal import HERE, LIBRARY, Dismissal
from app.model.finding import Finding, PassageSpan, SetAside
from app.model.summary import Summary
from app.ui.checks.differing import bold_spans, marked
from app.ui.checks.lines import HEADING, keys, lines, place_words, quote
from app.ui.words import leaving

TEXT = "We utilise cells. The rats lived longer. They utilise more."
SUMMARY = Summary("1", simple_explanation=TEXT, key_findings=("We utilise cells.",))


def found(section: str, start: int, words: str, code: str = "hard-word", severity: str = "notice") -> Finding:
    return Finding(code, severity, section, start, start + len(words), words)


FIRST, LAST = found("simple_explanation", 3, "utilise"), found("simple_explanation", 46, "utilise")
ITEM = found("key_findings[0]", 3, "utilise", severity="error")


def test_places_are_named_as_people_count() -> None:
    texts = {"simple_explanation": TEXT}
    assert place_words(LAST, texts) == "Sentence 3"
    assert place_words(LAST, texts, has_card=True) == "Simple Explanation, sentence 3"
    assert place_words(ITEM, texts) == "Finding 1"


def test_by_severity_the_gravest_come_first() -> None:
    shown = lines(SUMMARY, (FIRST, LAST, ITEM), by_severity=True)
    assert [line.title for line in shown if line.kind == HEADING] == ["Must be mended", "Notes"]
    assert [line.finding for line in shown if line.finding] == [ITEM, FIRST, LAST]


def test_a_finding_is_known_by_its_words_and_turn_not_by_its_place() -> None:
    moved = tuple(replace(each, start=(each.start or 0) + 9, end=(each.end or 0) + 9) for each in (FIRST, LAST))
    assert keys((FIRST, LAST)) == keys(moved)
    long = found("simple_explanation", 0, "A sentence that somebody is writing on and on just now.", "long-sentence")
    longer = replace(long, text=f"{long.text} And on.")
    assert keys((long,)) == keys((longer,))


@given(st.lists(st.sampled_from((FIRST, LAST, ITEM, replace(FIRST, code="x"), replace(FIRST, text=None)))))
def test_no_two_lines_are_known_by_the_same_key(findings: list[Finding]) -> None:
    assert len(set(keys(findings))) == len(findings)


def test_the_writers_sentence_is_cut_around_the_words() -> None:
    assert quote(LAST, TEXT) == ("They ", "utilise", " more.")
    text = "word " * 60 + "here " + "word " * 60
    before, words, after = quote(found("title", 300, "here"), text)
    assert words == "here" and before.startswith("…") and after.endswith("…") and len(before) + len(after) < 200


def test_set_aside_lines_come_last_with_their_reason() -> None:
    aside = SetAside(FIRST, Dismissal("hard-word", "utilise", HERE, reason="Known", by="ada", date="2026-05-03"))
    shown = lines(SUMMARY, (ITEM,), (aside,))
    assert shown[-2].title == "Dismissed" and shown[-1].below == "Simple Explanation, sentence 1 · “Known”"


def test_who_left_it_when_and_how_far() -> None:
    left = Dismissal("hard-word", "utilise", LIBRARY, by="ada", date="2026-05-03T10:00:00Z")
    assert leaving.left_words(left) == "Left everywhere in this library by ada on 3 May 2026"
    assert leaving.left_words(Dismissal("x", "y", HERE)) == "Left here"
    assert leaving.reason_words(left) == "No reason given"
    assert leaving.count_words(3, 2) == "3 dismissed, 2 with a reason"


def bold(text: str, words: str, **facts: object) -> list[str]:
    finding = Finding("x", "error", "title", 0, len(words), words, facts, passage=PassageSpan(0, len(text), text))
    return [text[start:end] for start, end in bold_spans(finding)]


def test_the_words_that_differ_are_bold() -> None:
    assert bold("Rats had cells weekly, four times.", "four times weekly", theirs="weekly, four times") == [
        "weekly, four times"
    ]
    assert bold("In all 43 studies were read.", "42 studies") == ["43"]
    assert bold("Everything in it is another thing altogether.", "42") == []
    assert bold_spans(FIRST) == ()


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=8))
def test_bold_pieces_put_together_are_the_passage(text: str, words: str, theirs: str) -> None:
    finding = Finding("x", "error", "title", 0, 1, words, {"a": theirs}, passage=PassageSpan(0, len(text), text))
    assert "".join(piece for piece, _is_bold in marked(text, bold_spans(finding))) == text
