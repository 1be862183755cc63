"""Every link of the sample site leads somewhere, and one that does not is told of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from app.errors import ExportFault
from app.model.paper import Paper
from app.model.site import Site
from app.model.summary import Summary
from app.publish.export import files_of
from app.publish.export import parts_of as parts_of_export
from app.publish.kept import Part
from app.publish.link_check import BadLink, LinkCheck, with_links_checked

BASE = "https://example.org/health/"


def parts_of(files: Iterable[tuple[str, bytes]]) -> list[Part]:
    return [Part(path, "", ((path, content),)) for path, content in files]


def many(sample: tuple[Summary, ...], count: int) -> list[Summary]:
    return [
        replace(sample[number % 3], id=f"{number:032x}", slug=f"summary-{number}", slug_history=(f"old-{number}",))
        for number in range(count)
    ]


@pytest.mark.parametrize("base_url", ["", BASE])
@pytest.mark.parametrize("theme", ["calm", "clear"])
def test_every_link_of_a_site_leads_somewhere(
    sample: tuple[Summary, ...], full: Summary, site: Site, base_url: str, theme: str
) -> None:
    site = replace(site, base_url=base_url, theme=theme, shows_claims=True)
    summaries = [replace(full, slug="full-one", id="f" * 32), *many(sample, 60)]
    notes: list[BadLink] = []
    assert dict(files_of("site", summaries, site, notes=notes))
    assert [note.href for note in notes] == ["https://doi.org/10.1000/a%20b"]  # planted in the full summary


PAGES = {
    "page.html": '<p id="a">x</p><a href="other.html">o</a>',
    "other.html": "<p id='b'>x</p>",
    "deep/in/index.html": '<a href="../../page.html#a">p</a>',
}


@pytest.mark.parametrize(
    ("path", "text", "kind"),
    [
        ("new.html", '<a href="gone.html">x</a>', "missing"),
        ("new.html", "<a class='x' href='gone.html'>x</a>", "missing"),
        ("new.html", '<a href="deep/">x</a>', "missing"),
        ("new.html", '<a href="page.html#nowhere">x</a>', "anchor"),
        ("new.html", '<a href="#main">x</a>', "anchor"),
        ("404.html", '<a href="/health/gone/">x</a>', "missing"),
        ("new.html", '<script src="gone.js" defer></script>', "missing"),
        ("new.html", '<meta http-equiv="refresh" content="0; url=../gone/index.html">', "missing"),
        ("sitemap.xml", f"<url><loc>{BASE}gone/</loc></url>", "missing"),
        ("feed.xml", '<link rel="alternate" type="text/html" href="gone/index.html" />', "missing"),
        ("a/rss.xml", "<link>../gone/index.html</link>", "missing"),
        ("feed.json", '{"url": "gone/index.html"}', "missing"),
    ],
)
def test_a_link_of_ours_that_leads_nowhere_stops_the_export(path: str, text: str, kind: str) -> None:
    files = [(name, page.encode()) for name, page in PAGES.items()] + [(path, text.encode())]
    check = LinkCheck(BASE)
    for name, data in files:
        check.see(name, data)
    assert [(link.page, link.kind, link.is_ours) for link in check.bad_links()] == [(path, kind, True)]
    with pytest.raises(ExportFault, match="leads nowhere"):
        list(with_links_checked(parts_of(files), BASE))


@pytest.mark.parametrize(
    "text",
    [
        '<a href="deep/in/">x</a>', '<a href="./page.html?x=1#a">x</a>', '<a href="https://other.example/gone">x</a>',
        '<a href="mailto:a@example.org">x</a>', '<a href="#">x</a>', f'<a href="{BASE}deep/in/">x</a>',
        '<p>Words about href="gone.html"</p>', '<a href="https://doi.org/10.1000/a%20b">x</a>',
        '<a href="//other.example/">x</a>', '<a href="/health/page.html">x</a>',
    ],
)  # fmt: skip
def test_links_that_lead_somewhere_or_elsewhere_pass(text: str) -> None:
    files = [(name, page.encode()) for name, page in PAGES.items()] + [("new.html", text.encode())]
    notes: list[BadLink] = []
    assert [part.files[0] for part in with_links_checked(parts_of(files), BASE, notes)] == files
    assert [link.kind for link in notes] == (["doi"] if "%20" in text else [])


def test_a_writers_bad_links_are_told_and_stop_nothing(sample: tuple[Summary, ...], site: Site) -> None:
    summary = replace(
        sample[0],
        research_summary="See [this](#nowhere) and [that](#corrections).",
        corrections=(),
        paper=Paper(title="A paper", doi="not a doi"),
    )
    notes: list[BadLink] = []
    assert dict(files_of("site", [summary], site, notes=notes))
    assert {(link.kind, link.href, link.is_ours) for link in notes} == {
        ("anchor", "#nowhere", False),
        ("anchor", "#corrections", False),
        ("doi", "https://doi.org/not%20a%20doi", False),
    }


@pytest.mark.parametrize(
    ("href", "kind"), [("research/gone/", "missing"), ("about/#nowhere", "anchor"), ("research/{slug}/", "")]
)
def test_a_link_to_the_own_site_by_its_whole_address_is_the_writers(
    href: str, kind: str, sample: tuple[Summary, ...], site: Site
) -> None:
    summary = replace(sample[0], research_summary=f"See [this]({BASE}{href.format(slug=sample[1].slug)}).")
    notes: list[BadLink] = []
    files = dict(files_of("site", [summary, sample[1]], replace(site, base_url=BASE), notes=notes))
    page = f"research/{summary.slug}/index.html"
    assert page in files
    assert notes == ([BadLink(page, BASE + href, kind, False)] if kind else [])


def test_each_page_with_the_same_bad_link_is_named(sample: tuple[Summary, ...], site: Site) -> None:
    summaries = [replace(summary, research_summary=f"See [this]({BASE}gone/).") for summary in sample]
    notes: list[BadLink] = []
    assert dict(files_of("site", summaries, replace(site, base_url=BASE), notes=notes))
    assert {note.page for note in notes} == {f"research/{summary.slug}/index.html" for summary in sample}


def test_a_form_on_the_own_host_is_no_file_of_the_site(sample: tuple[Summary, ...], site: Site) -> None:
    site = replace(site, base_url=BASE, feedback_target=f"{BASE}send?to=us", subscribe_target=f"{BASE}join")
    summary = replace(sample[0], research_summary=f"See [this]({BASE}joinery).")
    notes: list[BadLink] = []
    parts = list(parts_of_export("site", [summary, *sample[1:]], site, notes=notes))
    assert [note.href for note in notes] == [f"{BASE}joinery"]
    again = [part.name for part in parts if part.name.startswith("research/") and not part.key]
    assert again == [f"research/{summary.slug}/"]  # the others are kept next time
