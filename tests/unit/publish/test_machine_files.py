"""What programs read of a site: feeds by a real reader, JSON by its schema, pictures and the menu by a parser."""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import replace

import feedparser
import jsonschema
import pytest
from lxml import html

from app.errors import ExportFault
from app.model.codec import site_from_json, site_to_json
from app.model.paper import Paper
from app.model.site import DEFAULT_MENU, MenuLink, Picture, Site
from app.model.summary import Category, Correction, Source, Summary
from app.publish.catalogue import catalogue
from app.publish.site import site_files, site_paths

PNG = b"\x89PNG\r\n\x1a\n" + b"what a picture holds"
JPEG = b"\xff\xd8\xff\xe0" + b"what a picture holds"


def many(sample: tuple[Summary, ...], count: int) -> list[Summary]:
    return [
        replace(sample[number % 3], id=f"00000000-0000-4000-8000-{number:012d}", slug=f"summary-{number}")
        for number in range(count)
    ]


def page(files: dict[str, bytes], path: str) -> html.HtmlElement:
    return html.document_fromstring(files[path].decode())


def meta(files: dict[str, bytes], path: str, name: str) -> list[str]:
    return [str(value) for value in page(files, path).xpath(f'//meta[@property="{name}"]/@content')]


@pytest.mark.parametrize("base_url", ["", "https://example.org/health/"])
def test_a_feed_reader_reads_every_feed(sample: tuple[Summary, ...], site: Site, base_url: str) -> None:
    files = dict(site_files(sample, replace(site, base_url=base_url)))
    feeds = [path for path in files if path.endswith(("feed.xml", "rss.xml"))]
    assert len(feeds) == 2 + 2 * len(site.categories)
    for path in feeds:
        read = feedparser.parse(files[path])
        assert not read.bozo, (path, read.get("bozo_exception"))
        assert read.version == ("rss20" if path.endswith("rss.xml") else "atom10")
        assert site.name in read.feed.title and read.feed.link is not None
        rows = json.loads(files[path.rpartition("/")[0] + "/feed.json" if "/" in path else "feed.json"])["items"]
        assert [entry.title for entry in read.entries] == [row["title"] for row in rows]
        assert [entry.id for entry in read.entries] == [row["id"] for row in rows]
        assert all(entry.summary and entry.link for entry in read.entries)
        if path == "feed.xml":
            assert len(read.entries) == 3 and all(entry.updated_parsed and entry.tags for entry in read.entries)


def test_the_catalogue_fits_its_schema_and_names_every_summary(sample: tuple[Summary, ...], site: Site) -> None:
    files = dict(site_files(many(sample, 60), site))
    whole, schema = json.loads(files["summaries.json"]), json.loads(files["summaries.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(whole, schema, cls=jsonschema.Draft202012Validator)
    assert whole["$schema"] == "summaries.schema.json" and len(whole["summaries"]) == 60
    for row in whole["summaries"]:
        summary = json.loads(files[row["json"]])
        assert f"{row['url']}index.html" in files
        assert (row["id"], row["slug"], row["doi"]) == (summary["id"], summary["slug"], summary["paper"]["DOI"])
        jsonschema.validate(summary, json.loads(files["summary.schema.json"]), cls=jsonschema.Draft202012Validator)
    for wrong in ({"schema_version": "1"}, {"summaries": [{}]}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(whole | wrong, schema, cls=jsonschema.Draft202012Validator)
    assert json.loads(catalogue([], site))["summaries"] == []


def test_every_page_names_the_catalogue(sample: tuple[Summary, ...], site: Site) -> None:
    files = dict(site_files(sample, site))
    links = page(files, f"research/{sample[0].slug}/index.html").xpath('//link[@type="application/json"]/@href')
    assert links == ["../../summaries.json", "index.json"]


def test_the_search_index_holds_title_slug_sentence_and_categories(sample: tuple[Summary, ...], site: Site) -> None:
    files = dict(site_files(sample, site))
    script = files["search/index.js"].decode()
    rows = json.loads(script.removeprefix("window.plainspokenIndex = ").removesuffix(";\n"))
    assert {row[1] for row in rows} == {summary.slug for summary in sample}
    assert all(row[0] and row[2] and row[3] and row[4] for row in rows)
    policies = {
        path: page(files, path).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        for path in files
        if path.endswith(".html")
    }
    assert "script-src 'self' file:" in policies.pop("search/index.html")
    assert all(
        re.search(r"script-src ('none'|'sha256-[\w+/=]{44}'( 'sha256-[\w+/=]{44}')?);", p) for p in policies.values()
    )
    assert "script-src 'none'" in policies["about/index.html"]


def test_without_a_script_the_search_page_lists_every_title_by_category(
    sample: tuple[Summary, ...], site: Site
) -> None:
    lone = replace(sample[0], id="5" * 32, slug="lone", categories=())
    tree = page(dict(site_files([*sample, lone], site)), "search/index.html")
    headings = tree.xpath("//div[@id='by-category']//h2//text()")
    used = {ref.name for summary in sample for ref in summary.categories}
    assert headings == [*[category.name for category in site.categories if category.name in used], "Without a category"]
    assert len(tree.xpath("//div[@id='by-category']//li")) == sum(len(summary.categories) for summary in sample) + 1


def test_a_large_library_lists_categories_only(sample: tuple[Summary, ...], site: Site) -> None:
    tree = page(dict(site_files(many(sample, 501), site)), "search/index.html")
    assert not tree.xpath("//div[@id='by-category']//li") and "167 summaries" in tree.text_content()


def test_lists_are_paged_at_twenty_five(sample: tuple[Summary, ...], site: Site) -> None:
    files = dict(site_files(many(sample, 60), site))
    counts = [
        len(page(files, f"research/{number}index.html").xpath("//ul[@class='entries']/li"))
        for number in ("", "page/2/", "page/3/")
    ]
    assert counts == [25, 25, 10] and "research/page/4/index.html" not in files
    second = page(files, "research/page/2/index.html")
    assert second.xpath("//nav[@class='pager']/a/@href") == [
        "../../../research/index.html",
        "../../../research/page/3/index.html",
    ]
    assert len(json.loads(files["feed.json"])["items"]) == 50


def test_the_menu_is_the_writers(sample: tuple[Summary, ...], site: Site) -> None:
    menu = (
        MenuLink("Find", "search/"), MenuLink("Us", "about/"), MenuLink("Charity", "https://charity.example/a?b=1&c=2"),
        MenuLink("Bad", "javascript:alert(1)"), MenuLink("Gone", "categories/nowhere/"),
    )  # fmt: skip
    files = dict(site_files(sample, replace(site, menu=menu)))
    links = page(files, "search/index.html").xpath("//ul[@class='menu']//a")
    assert [(link.text, link.get("href"), link.get("aria-current")) for link in links] == [
        ("Find", "../search/index.html", "page"),
        ("Us", "../about/index.html", None),
        ("Charity", "https://charity.example/a?b=1&c=2", None),
    ]
    empty = dict(site_files(sample, replace(site, menu=())))
    assert not page(empty, "index.html").xpath("//header//nav")
    assert [place.name for place in DEFAULT_MENU] == ["About", "Categories", "Latest Research", "Contact"]


def test_pages_show_their_categorys_picture_else_the_sites(sample: tuple[Summary, ...], site: Site) -> None:
    first = sample[0].categories[0].slug
    other = next(summary for summary in sample if summary.categories[0].slug != first)
    pictures = (Picture(PNG, 1200, 630, "Two hands"), Picture(JPEG, 800, 400, category=first))
    files = dict(site_files(sample, replace(site, pictures=pictures)))
    assert files["pictures/site.png"] == PNG and files[f"pictures/categories/{first}.jpg"] == JPEG
    base = "https://example.org/health/pictures/"
    for path, picture in (
        ("index.html", "site.png"),
        (f"research/{sample[0].slug}/index.html", f"categories/{first}.jpg"),
        (f"categories/{first}/index.html", f"categories/{first}.jpg"),
        (f"research/{other.slug}/index.html", "site.png"),
    ):
        assert meta(files, path, "og:image") == [base + picture]
    assert meta(files, "index.html", "og:image:alt") == ["Two hands"]
    assert meta(files, "index.html", "og:image:width") == ["1200"]
    assert not meta(files, "404.html", "og:image")


def test_no_picture_is_named_without_an_address_and_none_invented(sample: tuple[Summary, ...], site: Site) -> None:
    pictures = (Picture(PNG, 1200, 630),)
    without = dict(site_files(sample, replace(site, base_url="", pictures=pictures)))
    assert not meta(without, "index.html", "og:image") and "pictures/site.png" in without
    assert not meta(dict(site_files(sample, site)), "index.html", "og:image")


def test_a_category_that_was_renamed_keeps_its_picture(sample: tuple[Summary, ...], site: Site) -> None:
    renamed = replace(
        site,
        categories=(Category("new-name", "New name", slug_history=("old-name",)),),
        pictures=(Picture(PNG, 10, 10, category="old-name"),),
    )
    files = dict(site_files(sample, renamed))
    assert meta(files, "categories/new-name/index.html", "og:image")[0].endswith("pictures/categories/old-name.png")


def test_a_picture_of_another_kind_is_refused(sample: tuple[Summary, ...], site: Site) -> None:
    with pytest.raises(ExportFault, match="neither PNG nor JPEG"):
        list(site_files(sample, replace(site, pictures=(Picture(b"<svg/>", 1, 1),))))


def test_the_menu_can_name_a_category_also_by_its_old_name(sample: tuple[Summary, ...], site: Site) -> None:
    first, *more = site.categories
    renamed = replace(first, slug="new-name", slug_history=(first.slug,))
    menu = (MenuLink("One", f"categories/{first.slug}/"), MenuLink("Gone", "categories/never/"))
    files = dict(site_files(sample, replace(site, categories=(renamed, *more), menu=menu)))
    links = page(files, "search/index.html").xpath("//ul[@class='menu']//a")
    assert [(link.text_content(), link.get("href")) for link in links] == [("One", "../categories/new-name/index.html")]


def test_menu_and_pictures_are_kept_in_the_settings(site: Site) -> None:
    kept = replace(
        site,
        theme="clear",
        menu=(MenuLink("A", "about/"),),
        pictures=(Picture(zlib.compress(b"x" * 99), 3, 4, "words", "surgery"),),
        extra={"future": 1},
    )
    assert site_from_json(json.loads(json.dumps(site_to_json(kept)))) == kept
    assert site_from_json({"name": "Old"}).menu == DEFAULT_MENU  # settings kept before there were menus


def test_an_entry_in_another_language_says_so_in_the_feeds(sample: tuple[Summary, ...], site: Site) -> None:
    files = dict(site_files([replace(sample[0], language="de"), *sample[1:]], replace(site, language="en")))
    languages = [item.get("language", "") for item in json.loads(files["feed.json"])["items"]]
    assert sorted(languages) == ["", "", "de"]
    entries = feedparser.parse(files["feed.xml"]).entries
    assert sorted(entry.title_detail.language for entry in entries) == ["de", "en", "en"]


def test_fixed_pages_are_described_by_their_first_sentences(sample: tuple[Summary, ...], site: Site) -> None:
    files = dict(site_files(sample, replace(site, about="**We** read. And write.")))
    assert page(files, "about/index.html").xpath('//meta[@name="description"]/@content') == ["We read. And write."]


def test_every_page_has_a_description_of_a_length_that_is_shown(sample: tuple[Summary, ...], site: Site) -> None:
    endless = replace(sample[0], slug="endless", simple_explanation="This goes on " * 200 + "for long.")
    files = dict(site_files([endless, *sample], site))
    for path in (path for path in files if path.endswith(".html") and path != "404.html"):
        (said,) = page(files, path).xpath('//meta[@name="description"]/@content')
        assert 20 <= len(said) <= 301, (path, said)
    (said,) = page(files, "research/endless/index.html").xpath('//meta[@name="description"]/@content')
    assert said.startswith("This goes on This") and re.search(r" (This|goes|on)…$", said)
    assert said in page(files, "research/index.html").xpath("//ul[@class='entries']//p/text()")


def test_what_looks_like_a_tag_is_whole_in_every_feed(sample: tuple[Summary, ...], site: Site) -> None:
    text = "The label said &lt;b&gt; and p &lt; 0.05."
    files = dict(site_files([replace(sample[0], simple_explanation=text)], site))
    (atom,), (rss,) = (feedparser.parse(files[path]).entries for path in ("feed.xml", "rss.xml"))
    assert (
        atom.summary == json.loads(files["feed.json"])["items"][0]["content_text"] == "The label said <b> and p < 0.05."
    )
    assert html.fromstring(f"<p>{rss.summary}</p>").text_content() == atom.summary


def test_a_page_without_a_paper_has_no_files_that_cite_it(sample: tuple[Summary, ...], site: Site) -> None:
    alone = replace(sample[0], slug="alone", paper=Paper(), related_research=(Paper(title=" "), Paper()))
    files = dict(site_files([alone], site))
    assert not [path for path in files if path.endswith((".ris", ".bib"))]
    assert set(files) == set(site_paths([alone], site))


def test_rows_of_a_category_name_the_others_only(sample: tuple[Summary, ...], site: Site) -> None:
    files = dict(site_files(sample, site))
    for path in (path for path in files if re.fullmatch(r"categories/[^/]+/index\.html", path)):
        tree = page(files, path)
        assert tree.findtext(".//h1") not in tree.xpath("//p[@class='meta']/a/text()")
    assert page(files, "research/index.html").xpath("//p[@class='meta']/a/text()")


def test_a_row_that_has_nothing_more_to_say_has_no_empty_line(sample: tuple[Summary, ...], site: Site) -> None:
    bare = replace(sample[0], paper=Paper(), categories=sample[0].categories[:1])
    files = dict(site_files([bare], site))
    assert not page(files, f"categories/{bare.categories[0].slug}/index.html").xpath("//p[@class='meta']")
    assert page(files, "index.html").xpath("//p[@class='meta']/a")


def test_the_search_says_a_language_that_is_not_the_sites(sample: tuple[Summary, ...], site: Site) -> None:
    script = dict(site_files([sample[0], replace(sample[1], language="ar")], site))["search/index.js"].decode()
    rows = json.loads(script.removeprefix("window.plainspokenIndex = ").removesuffix(";\n"))
    assert {row[1]: row[6:] for row in rows} == {sample[0].slug: [], sample[1].slug: ["ar"]}


def test_a_shared_link_to_the_front_page_is_called_by_the_sites_name(sample: tuple[Summary, ...], site: Site) -> None:
    files = dict(site_files(sample, site))
    assert meta(files, "index.html", "og:title") == [site.name]
    assert meta(files, "about/index.html", "og:title") == ["About"]
    assert page(files, "index.html").findtext(".//title") == f"Home – {site.name}"


@pytest.mark.parametrize("text", ["One.\n\n### A\n\nTwo.\n\n#### B", "## A\n\nTwo.", "#### A"])
def test_headings_of_a_fixed_page_leave_no_level_out(sample: tuple[Summary, ...], site: Site, text: str) -> None:
    tree = page(dict(site_files(sample, replace(site, about=text))), "about/index.html")
    levels = [int(heading.tag[1]) for heading in tree.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4]")]
    assert levels[:2] == [1, 2] and max(levels) <= 3


def test_addresses_and_dates_that_are_none_are_no_faults_of_the_page(full: Summary, site: Site) -> None:
    odd = replace(
        full,
        sources=(Source("Odd", 'https://example.org/a"b<c>{d}|e'),),
        corrections=(Correction("some day", "A number was wrong."), Correction("2026-05-02", "Another.")),
    )
    tree = page(dict(site_files([odd], site)), f"research/{full.slug}/index.html")
    assert tree.xpath("//*[@id='sources']//a/@href") == ["https://example.org/a%22b%3Cc%3E%7Bd%7D%7Ce"]
    assert tree.xpath("//*[@id='corrections']//time/@datetime") == ["2026-05-02"]
    assert "some day: A number was wrong." in tree.text_content()
