"""Links between sentences and passages go with the sentences, through edits, undo and redo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model.claims import linked
from app.model.summary import Passage, Summary
from app.work.session import Session

TEXT = "Rats lived longer. They walked better."


@pytest.mark.usefixtures("qapp")
def test_an_edit_moves_a_link_and_undo_moves_it_back() -> None:
    session = Session()
    passage = Passage("Survival was prolonged.")
    session.open(linked(Summary("a", simple_explanation=TEXT), "simple_explanation", 19, 38, passage))
    session.edit("Edit", replace(session.current, simple_explanation="In this study, rats did. " + TEXT[19:]), "x")
    (claim,) = session.current.claims
    assert session.current.simple_explanation[claim.start : claim.end] == "They walked better."
    session.undo()
    assert [(claim.start, claim.end) for claim in session.current.claims] == [(19, 38)]
    session.redo()
    (claim,) = session.current.claims
    assert session.current.simple_explanation[claim.start : claim.end] == "They walked better."
    assert claim.passage == passage
