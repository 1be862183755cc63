"""Why a summary is not ready, and why it stays out of an export, in words."""

from __future__ import annotations

from app.model.finding import Finding
from app.publish.plan import HeldBack
from app.ui.dialogs.publish_boxes import held_words
from app.ui.editor.outline import not_ready_words

WRONG = Finding("rate-differs", "error", "simple_explanation", 0, 3, "one")
EMPTY = Finding("section-missing", "error", "key_findings[0]")


def test_what_is_missing_is_named() -> None:
    assert not_ready_words(()) == ""
    assert not_ready_words((WRONG, WRONG)) == "2 must be mended or dismissed"
    assert not_ready_words((WRONG, EMPTY)) == "1 must be mended or dismissed; Key Findings is not complete"
    facts = [Finding("section-missing", "error", name) for name in ("study_duration", "participants")]
    assert not_ready_words(facts) == "Study facts is not complete"
    assert not_ready_words((EMPTY, *facts)) == "2 sections are not complete"


def test_a_ready_summary_with_an_open_error_says_so() -> None:
    assert held_words(HeldBack("1", "Cells", "ready")) == "Cells (ready)"
    assert held_words(HeldBack("1", "Cells", "ready", 2)) == "Cells (ready, but 2 must be mended or dismissed)"
