"""At most one line under a word, and the worst of those that meet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.ui.fields.marks import BRACKET, DASHES, DOTS, DOUBLE, LINE, WASH, WAVE, Mark, one_under_a_word

ORDER = (DOUBLE, WAVE, DASHES, DOTS, LINE)
MARKS = st.lists(
    st.builds(
        lambda shape, start, length: Mark(shape, start, start + length),
        st.sampled_from((*ORDER, BRACKET, WASH)),
        st.integers(0, 40),
        st.integers(1, 12),
    )
)


@given(MARKS)
def test_lines_never_meet_and_a_worse_one_is_never_left_out_for_a_milder(marks: list[Mark]) -> None:
    taken = one_under_a_word(marks)
    assert [mark for mark in taken if mark.shape not in ORDER] == [mark for mark in marks if mark.shape not in ORDER]
    lines = [mark for mark in taken if mark.shape in ORDER]
    for place, mark in enumerate(lines):
        assert all(other.end <= mark.start or mark.end <= other.start for other in lines[place + 1 :])
    for mark in marks:
        if mark.shape in ORDER and mark not in lines:
            met = [other for other in lines if other.start < mark.end and mark.start < other.end]
            assert min(ORDER.index(other.shape) for other in met) <= ORDER.index(mark.shape)
