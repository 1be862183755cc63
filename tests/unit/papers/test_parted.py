"""Category names that run together come apart, and taking them apart always ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.papers.page_top import parted


def test_a_bullet_behind_a_line_end_ends() -> None:
    assert parted("\n• Heart\u00a0· Neurology", []) == ["Heart", "Neurology"]


@given(st.text("ab AB·|•\t\n\u00a0\u2028"), st.lists(st.text("abAB ", max_size=4), max_size=3))
def test_it_always_ends(text: str, known: list[str]) -> None:
    assert "".join(parted(text, known)).count("a") == text.count("a")
