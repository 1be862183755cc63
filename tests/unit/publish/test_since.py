"""What differs from the website as it last went out, counted from values."""

from __future__ import annotations

from dataclasses import replace

from app.model.listing import Address
from app.model.place import LastPublish
from app.model.site import Site
from app.model.summary import Summary
from app.publish.since import MOST_READ, Since, around_key, pages_of, reader_key, since_publish


def rows(*summaries: Summary, updated: str = "1") -> list[Address]:
    return [Address(summary.id, summary.slug, updated) for summary in summaries]


def test_new_changed_and_gone_pages_are_counted(sample: tuple[Summary, ...], site: Site) -> None:
    one, two, three = sample
    around = around_key(site, ())
    last = LastPublish(pages=pages_of([one, two], {one.id: "1", two.id: "1"}), around=around)
    loaded: list[str] = []

    def load(ids: list[str]) -> list[Summary]:
        loaded.extend(ids)
        return [changed]

    changed = replace(two, research_summary="Other words.")
    assert since_publish(last, rows(one, two), load, around) == Since() and not loaded
    now = [*rows(one), *rows(two, updated="2"), *rows(three)]
    assert since_publish(last, now, load, around) == Since(new=1, changed=1) and loaded == [two.id]
    assert since_publish(last, rows(one, three), load, around) == Since(new=1, removed=1)
    assert since_publish(last, rows(one, two), load, around_key(replace(site, name="Other"), ())) == Since(
        is_around_changed=True
    )


def test_a_text_that_is_back_as_it_was_is_no_change(sample: tuple[Summary, ...], site: Site) -> None:
    one = sample[0]
    around = around_key(site, ())
    last = LastPublish(pages=pages_of([one], {one.id: "1"}), around=around)
    back = replace(one, dates=replace(one.dates, modified="2027-01-01T00:00:00Z"), claims=())
    assert reader_key(back) == reader_key(one)
    assert since_publish(last, rows(one, updated="2"), lambda _ids: [back], around) == Since()


def test_of_very_many_that_were_saved_only_some_are_read(sample: tuple[Summary, ...], site: Site) -> None:
    many = [replace(sample[0], id=f"id-{number}", slug=f"slug-{number}") for number in range(MOST_READ + 50)]
    last = LastPublish(pages=pages_of(many, {one.id: "1" for one in many}), around=around_key(site, ()))
    loaded: list[str] = []

    def load(ids: list[str]) -> list[Summary]:
        loaded.extend(ids)
        return [one for one in many if one.id in ids]

    since = since_publish(last, rows(*many, updated="2"), load, around_key(site, ()))
    assert since == Since(changed=50) and len(loaded) == MOST_READ
