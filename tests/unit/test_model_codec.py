"""A summary's JSON: what is written is read back, and the schema accepts it."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import BadInput
from app.model.codec import (
    json_bytes,
    json_object,
    json_schema,
    published_json,
    site_from_json,
    site_to_json,
    summary_from_json,
    summary_json,
    summary_to_json,
)
from app.model.dates import PartialDate, parse_date
from app.model.paper import Author, Notice, Paper
from app.model.site import Site
from app.model.summary import CategoryRef, Claim, Contributor, Dates, Implication, Passage, Source, Summary
from app.model.vocabulary import CLAIM_KINDS, EVIDENCE_LEVELS, NOTICE_KINDS, STATUSES, SUBJECTS

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
FACT = TEXT | st.none()
DATES = st.builds(
    lambda year, month, day: PartialDate(year, month, day if month else 0),
    st.integers(1, 9999),
    st.integers(0, 12),
    st.integers(0, 28),
)
PAPERS = st.builds(
    Paper,
    title=TEXT,
    authors=st.lists(st.builds(Author, TEXT, TEXT, TEXT), max_size=3).map(tuple),
    journal=TEXT,
    doi=TEXT,
    published=DATES | st.none(),
    notices=st.lists(st.builds(Notice, st.sampled_from(NOTICE_KINDS), TEXT), max_size=2).map(tuple),
    extra=st.dictionaries(st.just("keyword"), TEXT),
)
SUMMARIES = st.builds(
    Summary,
    id=TEXT,
    slug=TEXT,
    status=st.sampled_from(STATUSES),
    plain_title=TEXT,
    categories=st.lists(st.builds(CategoryRef, TEXT, TEXT), max_size=3).map(tuple),
    paper=PAPERS,
    simple_explanation=TEXT,
    study_duration=FACT,
    participants=FACT,
    evidence_level=st.sampled_from(EVIDENCE_LEVELS) | st.none(),
    evidence_text=FACT,
    subject=st.sampled_from(SUBJECTS) | st.none(),
    stage=st.integers(1, 4) | st.none(),
    key_findings=st.lists(TEXT, max_size=3).map(tuple),
    practical_implications=st.lists(st.builds(Implication, TEXT, TEXT), max_size=3).map(tuple),
    claims=st.lists(
        st.builds(
            Claim,
            TEXT,
            st.integers(0, 99),
            st.integers(0, 99),
            st.sampled_from(CLAIM_KINDS),
            st.builds(Passage, TEXT, TEXT) | st.none(),
        ),
        max_size=2,
    ).map(tuple),
    related_research=st.lists(PAPERS, max_size=2).map(tuple),
    sources=st.lists(st.builds(Source, TEXT, TEXT), max_size=2).map(tuple),
    contributors=st.lists(st.builds(Contributor, TEXT, TEXT), max_size=2).map(tuple),
    dates=st.builds(Dates, TEXT, TEXT),
    extra=st.dictionaries(st.just("x_later"), st.lists(TEXT)),
)


@given(SUMMARIES)
def test_what_is_written_is_read_back(summary: Summary) -> None:
    assert summary_from_json(summary_json(summary), "a file") == summary


@given(SUMMARIES)
def test_the_quick_file_is_the_readable_one(summary: Summary) -> None:
    assert summary_json(summary) == json_bytes(summary_to_json(summary))
    bare = replace(summary, paper=replace(summary.paper, extra={}), related_research=(), extra={})
    assert summary_json(bare) == json_bytes(summary_to_json(bare))


@given(SUMMARIES)
def test_every_summary_fits_the_published_schema(summary: Summary) -> None:
    jsonschema.validate(json.loads(published_json(summary)), json_schema())


def test_every_field_of_a_summary_is_in_the_schema() -> None:
    known = set(json_schema()["properties"])
    assert {field.name for field in fields(Summary)} - {"extra", "checklist"} <= known


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"status": "verified"}, "status"),
        ({"status": "\ud800"}, "half a character"),
        ({"categories": [{"slug": "a", "name": 1, "\ud800": 2}]}, "page.json"),
        ({"key_findings": "one"}, "key_findings"),
        ({"paper": {"author": [{"family": 3}]}}, "author"),
        ({"paper": {"issued": {"date-parts": [[2021, 13]]}}}, "month 13"),
        ({"schema_version": 2}, "newer"),
        ({"schema_version": None}, "not a Plainspoken summary"),
    ],
)
def test_what_does_not_fit_is_named(change: dict, named: str) -> None:
    raw = json.loads(summary_json(Summary(id="1"))) | change
    with pytest.raises(BadInput, match=named) as caught:
        summary_from_json(json.dumps(raw), "page.json")
    assert "page.json" in str(caught.value)


def test_what_is_no_json_is_said() -> None:
    for text in ("", "[1]", "nonsense", b"\xff\xfe", "[" * 100_000):
        with pytest.raises(BadInput, match=r"page\.json"):
            summary_from_json(text, "page.json")


def test_site_settings_keep_what_they_do_not_know() -> None:
    raw = site_to_json(replace(Site(), name="Ours")) | {"later": {"a": 1}}
    assert site_to_json(site_from_json(raw)) == raw


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021", PartialDate(2021)),
        ("2021-04", PartialDate(2021, 4)),
        ("2012///", None),
        ("2021-02-30", None),
        ("April 30, 2021", PartialDate(2021, 4, 30)),
        ("30 Apr 2021", PartialDate(2021, 4, 30)),
        ("September 2019", PartialDate(2019, 9)),
        ("Smarch 2019", None),
        ("", None),
    ],
)
def test_a_date_may_be_a_year_a_month_or_a_day(text: str, date: PartialDate | None) -> None:
    if date is None:
        with pytest.raises(ValueError, match=r".+"):
            parse_date(text)
    else:
        assert parse_date(text) == date
        assert parse_date(date.long()) == date
        assert parse_date(date.iso()) == date


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters()),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.text(), JSON, max_size=4), st.booleans())
def test_an_object_is_read_as_the_standard_library_reads_it(values: dict[str, object], is_ascii: bool) -> None:
    """Half surrogate pairs, numbers of any size and all that only one of two readers takes are read all the same."""
    text = json.dumps(values, ensure_ascii=is_ascii)
    assert repr(json_object(text, "x")) == repr(json.loads(text))
    if is_ascii:
        assert repr(json_object(text.encode(), "x")) == repr(json.loads(text))
