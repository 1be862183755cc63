"""The whole site: every page of the format is there, everything it points at exists, machines can read it."""

from __future__ import annotations

import itertools
import json
import posixpath
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlsplit

import jsonschema
import pytest
from lxml import etree, html

from app.errors import BadInput, ExportFault
from app.model.site import Site
from app.model.summary import Category, CategoryRef, Summary
from app.publish.export import files_of
from app.publish.lists import ON_A_PAGE
from app.publish.site import html_files, json_files, site_files

PAGES = (
    "index.html", "about/index.html", "contact/index.html", "disclaimer/index.html", "subscribe/index.html",
    "categories/index.html", "research/index.html", "search/index.html", "404.html", "feed.xml", "rss.xml",
    "feed.json", "sitemap.xml", "robots.txt", "summary.schema.json", "theme/style.css",
)  # fmt: skip


def broken_links(files: dict[str, bytes], base_url: str) -> list[str]:
    """Every link, anchor, feed entry and sitemap entry that leads nowhere."""
    broken = []
    for path, href in itertools.chain.from_iterable(hrefs(path, data) for path, data in files.items()):
        address, _, anchor = href.partition("#")
        if base_url and address.startswith(base_url):
            place = address.removeprefix(base_url)
        elif urlsplit(address).scheme or address.startswith("//"):
            continue
        elif address.startswith("/"):
            place = address.removeprefix(urlsplit(base_url).path or "/")
        else:
            place = posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path
        place = f"{place}index.html" if place.endswith("/") or not place else place
        if place not in files or (anchor and f'id="{anchor}"'.encode() not in files[place]):
            broken.append(f"{path}: {href}")
    return broken


def hrefs(path: str, data: bytes) -> Iterable[tuple[str, str]]:
    """Where a file points at."""
    if path.endswith(".html"):
        found = html.document_fromstring(data).xpath("//a/@href | //link/@href")
    elif path.endswith(".xml"):
        root = etree.fromstring(data)
        found = root.xpath("//@href | //*[local-name()='loc' or local-name()='link']/text()[normalize-space()]")
    elif path.endswith("feed.json"):
        found = [row["url"] for row in json.loads(data)["items"]]
    elif path.endswith(".css"):
        found = [part.split('")')[0] for part in data.decode().split('url("')[1:]]
    else:
        found = []
    return [(path, str(href)) for href in found]


def made(summaries: Iterable[Summary], site: Site) -> dict[str, bytes]:
    """The site's files by path; no path comes twice."""
    files = list(site_files(summaries, site))
    assert len({path.lower() for path, _ in files}) == len(files)
    return dict(files)


def many(summary: Summary, count: int) -> list[Summary]:
    """Copies of a summary under slugs and days of their own."""
    return [
        replace(
            summary,
            id=f"0f6d1c8e-5b0a-4d0e-9c54-{number:012d}",
            slug=f"copy-{number}",
            dates=replace(summary.dates, published=f"2026-01-{number % 28 + 1:02d}T10:00:00Z"),
        )
        for number in range(count)
    ]


@pytest.mark.parametrize("base_url", ["", "https://health.example/", "https://health.example/a/b"])
def test_every_page_is_there_and_every_link_leads_somewhere(
    base_url: str, sample: tuple[Summary, ...], full: Summary, site: Site
) -> None:
    renamed = replace(full, slug_history=("an-old-name",))
    more = replace(site, categories=(*site.categories, Category("new", "New", slug_history=("older",))))
    files = made([renamed, *sample[1:], *many(sample[1], ON_A_PAGE)], replace(more, base_url=base_url))
    assert set(PAGES) <= set(files)
    assert {"research/page/2/index.html", "categories/surgery/feed.xml", "categories/new/index.html"} <= set(files)
    base = f"{base_url.rstrip('/')}/" if base_url else ""
    assert broken_links(files, base) == []


def test_the_checker_of_links_finds_a_broken_one(sample: tuple[Summary, ...], site: Site) -> None:
    files = made(sample, site)
    del files["about/index.html"]
    assert broken_links(files, site.base_url)


def test_the_same_library_gives_the_same_bytes_in_any_order(sample: tuple[Summary, ...], site: Site) -> None:
    summaries = [*sample, *many(sample[0], 30)]
    assert made(summaries, site) == made(reversed(summaries), site)


def test_one_changed_summary_touches_only_its_own_files_and_the_lists(sample: tuple[Summary, ...], site: Site) -> None:
    before = made(sample, site)
    changed = replace(sample[0], key_findings=("Another finding.",))
    after = made([changed, *sample[1:]], site)
    touched = {path for path in after if after[path] != before[path]}
    assert touched == {f"research/{sample[0].slug}/index.html", f"research/{sample[0].slug}/index.json"}


def test_json_of_a_summary_fits_the_published_schema(full: Summary, site: Site) -> None:
    files = dict(json_files([full], site))
    schema = json.loads(files["summary.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(files[f"{full.slug}.json"]), schema)


def test_feeds_and_sitemap_survive_characters_that_xml_forbids(full: Summary, site: Site) -> None:
    odd = replace(full, plain_title="A\x00B\x0b\ufffe <&> “é” \U0001f600", simple_explanation="One\x01 & two.")
    files = made([odd], replace(site, name="N\x02<&>"))
    for path, data in files.items():
        if path.endswith(".xml"):
            etree.fromstring(data)
    titles = etree.fromstring(files["feed.xml"]).xpath(
        "//a:entry/a:title/text()", namespaces={"a": "http://www.w3.org/2005/Atom"}
    )
    assert titles == ["AB <&> “é” \U0001f600"]


def test_feeds_hold_the_newest_fifty(sample: tuple[Summary, ...], site: Site) -> None:
    files = made(many(sample[0], 60), site)
    rows = json.loads(files["feed.json"])["items"]
    assert len(rows) == 50
    assert rows[0]["date_published"] == "2026-01-28T10:00:00Z"
    assert rows == sorted(rows, key=lambda row: row["date_published"], reverse=True)


def test_an_old_address_leads_to_the_new_one_but_never_hides_a_page(sample: tuple[Summary, ...], site: Site) -> None:
    first = replace(sample[0], slug_history=("old-name", sample[1].slug, "../../evil"))
    files = made([first, *sample[1:]], site)
    moved = html.document_fromstring(files["research/old-name/index.html"])
    assert moved.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert moved.xpath("//a/@href") == [f"../../research/{first.slug}/index.html"]
    assert b"has moved" not in files[f"research/{sample[1].slug}/index.html"]
    assert files["_redirects"] == f"/health/research/old-name/ /health/research/{first.slug}/ 301\n".encode()


def test_without_moved_pages_there_is_no_list_of_them(sample: tuple[Summary, ...], site: Site) -> None:
    assert "_redirects" not in made(sample, site)


@pytest.mark.parametrize("slug", ["", "..", "../out", "a/b", "a\\b", "con", "a b", ".hidden", "-", "é", "x" * 200])
def test_a_slug_that_could_leave_the_folder_is_refused(slug: str, sample: tuple[Summary, ...], site: Site) -> None:
    for form in ("site", "html", "json"):
        with pytest.raises(ExportFault):
            list(files_of(form, [replace(sample[0], slug=slug)], site))


def test_two_summaries_at_one_address_are_refused(sample: tuple[Summary, ...], site: Site) -> None:
    with pytest.raises(ExportFault, match="Two summaries"):
        made([sample[0], replace(sample[1], slug=sample[0].slug.upper())], site)


def test_a_category_with_an_unsafe_address_gets_no_page(sample: tuple[Summary, ...], site: Site) -> None:
    odd = replace(sample[0], categories=(CategoryRef("../x", "Odd"), *sample[0].categories))
    files = made([odd], site)
    assert not [path for path in files if ".." in path]
    assert broken_links(files, site.base_url) == []


@pytest.mark.parametrize("text", ["example.org", "javascript:alert(1)", "https://", "https://a b/", "https://a/?x=1"])
def test_a_strange_site_address_is_refused(text: str, sample: tuple[Summary, ...], site: Site) -> None:
    with pytest.raises(BadInput):
        made(sample, replace(site, base_url=text))


def test_an_empty_library_still_is_a_site(site: Site) -> None:
    files = made([], replace(site, categories=()))
    assert set(PAGES) <= set(files)
    assert broken_links(files, site.base_url) == []
    assert b"search-hint" not in files["search/index.html"]  # nothing to look through, so no word on how
    assert b"0 summaries" not in files["research/index.html"]


def test_a_home_of_many_categories_shows_them_below(site: Site) -> None:
    def home(count: int) -> bytes:
        return made([], replace(site, categories=tuple(Category(f"c-{n}", f"C {n}") for n in range(count))))[
            "index.html"
        ]

    assert b'class="band many"' not in home(12)
    assert b'class="band many"' in home(13)


def test_a_row_in_another_language_says_so(sample: tuple[Summary, ...], site: Site) -> None:
    arabic = replace(sample[0], language="ar", plain_title="الخلايا", simple_explanation="هذه.")
    files = made([arabic, sample[1]], site)
    rows = html.document_fromstring(files["research/index.html"]).xpath("//ul[@class='entries']/li")
    assert sorted(str(row.xpath("string(h2/@lang)")) for row in rows) == ["", "ar"]
    assert sorted(str(row.xpath("string(p[1]/@lang)")) for row in rows) == ["", "ar"]
    assert b' lang="ar">' in files["search/index.html"]


def test_a_row_of_which_nothing_is_known_has_no_empty_line(site: Site) -> None:
    assert b'class="meta"' not in made([Summary(id="x", slug="x")], site)["research/index.html"]


def test_pages_alone_bring_their_style(sample: tuple[Summary, ...], site: Site) -> None:
    files = dict(html_files(sample, replace(site, base_url="")))
    assert {f"{summary.slug}.html" for summary in sample} <= set(files)
    assert broken_links(files, "") == []


def test_titles_of_pages_are_unique(sample: tuple[Summary, ...], site: Site) -> None:
    files = made([*sample, *many(sample[0], ON_A_PAGE)][:-ON_A_PAGE], site)
    titles = [
        html.document_fromstring(data).findtext(".//title") for path, data in files.items() if path.endswith(".html")
    ]
    assert len(titles) == len(set(titles))
