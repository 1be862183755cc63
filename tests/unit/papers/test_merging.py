"""The pure rule that merges what several services say of one paper."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.model.dates import PartialDate
from app.model.paper import Notice, Paper
from app.papers.merging import merged


def test_a_title_in_capitals_gives_way_and_dates_only_grow_more_exact() -> None:
    shouted, calm = Paper(title="TEA", published=PartialDate(2024)), Paper(title="Tea", published=PartialDate(2024, 3))
    assert merged([("crossref", shouted), ("pubmed", calm)]).paper.title == "Tea"
    assert merged([("crossref", shouted), ("pubmed", calm)]).paper.published == PartialDate(2024, 3)
    other = Paper(published=PartialDate(2023, 12, 1))
    assert merged([("crossref", shouted), ("pubmed", other)]).paper.published == PartialDate(2024)


def test_notices_of_all_are_kept_once_the_gravest_first() -> None:
    said = [
        ("pubmed", Paper(notices=(Notice("correction", "10.1/c"), Notice("retraction")))),
        ("crossref", Paper(notices=(Notice("correction", "10.1/C", "2024"), Notice("retraction", "10.1/r")))),
    ]
    assert merged(said).paper.notices == (Notice("retraction", "10.1/r"), Notice("correction", "10.1/C", "2024"))


papers = st.builds(
    Paper,
    title=st.sampled_from(["", "Tea", "TEA"]),
    journal=st.sampled_from(["", "J"]),
    doi=st.sampled_from(["", "10.1/x"]),
    published=st.none() | st.builds(PartialDate, st.integers(2000, 2003), st.integers(0, 12)),
    notices=st.lists(st.builds(Notice, st.sampled_from(["retraction", "correction"]), st.sampled_from(["", "10.1/r"])))
    .map(tuple),
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(["crossref", "pubmed", "europepmc", "datacite"]), papers, min_size=1))
def test_nothing_is_invented_and_no_value_is_lost(said: dict[str, Paper]) -> None:
    found = merged(list(said.items()))
    for name in ("title", "journal", "doi", "published"):
        value = getattr(found.paper, name)
        values = [getattr(paper, name) for paper in said.values() if getattr(paper, name)]
        assert (value in values) if values else not value
        if value:
            assert getattr(said[dict(found.gave)[name]], name) == value
    kinds = {notice.kind for paper in said.values() for notice in paper.notices}
    assert {notice.kind for notice in found.paper.notices} == kinds
