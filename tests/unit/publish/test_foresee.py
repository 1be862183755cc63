"""Before anything is published, the same links are named as at the publish itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.model.house_style import Term
from app.model.paper import Paper
from app.model.site import Site
from app.model.summary import Source, Summary
from app.publish.export import files_of
from app.publish.foresee import links_ahead, may_lead_nowhere
from app.publish.link_check import BadLink
from app.publish.site import site_files, site_paths

BASE = "https://example.org/health/"


@pytest.mark.parametrize(
    ("href", "is_bad"),
    [
        ("#nowhere", True), ("#main", False), (f"{BASE}research/gone/", True), (f"{BASE}about/#nowhere", True),
        (f"{BASE}research/{{other}}/", False), (f"{BASE}research/{{other}}/#no-place", True),
        (f"{BASE}research/{{other}}/#simple-explanation", False), (f"{BASE}research/{{other}}/index.json", False),
        (f"{BASE}research/old-name/", False), (f"{BASE}categories/", False), (f"{BASE}feed.xml", False),
        (f"{BASE}robots.txt", False), (f"{BASE}research/page/9/", True), ("https://elsewhere.example/gone", False),
    ],
)  # fmt: skip
def test_what_is_foreseen_is_what_the_publish_tells(
    href: str, is_bad: bool, sample: tuple[Summary, ...], site: Site
) -> None:
    other = replace(sample[1], slug_history=("old-name",))
    words = f"See [this]({href.format(other=other.slug)})."
    summaries = (replace(sample[0], research_summary=words), other, sample[2])
    notes: list[BadLink] = []
    assert list(files_of("site", summaries, site, notes=notes))
    assert links_ahead(summaries, site) == notes
    assert bool(notes) == is_bad


def test_sources_dois_and_the_sites_own_texts(sample: tuple[Summary, ...], site: Site) -> None:
    summary = replace(
        sample[0], sources=(Source("Gone", f"{BASE}gone/"),), paper=Paper(title="A paper", doi="not a doi")
    )
    site = replace(site, about=f"Look [here]({BASE}nowhere/).")
    notes: list[BadLink] = []
    assert list(files_of("site", [summary], site, notes=notes))
    assert {link.kind for link in notes} == {"missing", "doi"} and len(notes) == 3
    assert set(links_ahead([summary], site)) == set(notes)


def test_a_page_that_can_have_no_such_link_is_not_made(sample: tuple[Summary, ...], site: Site) -> None:
    plain = replace(sample[0], paper=replace(sample[0].paper, doi="10.1000/1"))
    assert not may_lead_nowhere(plain, BASE)
    assert links_ahead([plain], site, (Term("rat", "", "See [this](#gone)."),)) == []


def test_files_of_the_owner_beside_the_site(sample: tuple[Summary, ...], site: Site) -> None:
    summary = replace(sample[0], research_summary=f"See [this]({BASE}papers/mine.pdf).")
    assert [link.kind for link in links_ahead([summary], site)] == ["missing"]
    assert links_ahead([summary], site, stands_beside=lambda path: path == "papers/mine.pdf") == []


def test_the_paths_of_a_site(sample: tuple[Summary, ...], site: Site) -> None:
    moved = replace(sample[0], slug_history=("old-name",))
    summaries = (moved, *sample[1:])
    assert set(site_paths(summaries, site)) == {path for path, _data in site_files(summaries, site)}
