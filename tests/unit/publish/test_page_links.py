"""The links that are found without a parser are those that a parser finds."""

from __future__ import annotations

from dataclasses import replace
from html import unescape

import pytest
from lxml import html

from app.model.site import Site
from app.model.summary import Summary
from app.publish.export import files_of
from app.publish.page_links import links_in, places_in

LINKING = ("a", "link", "script", "img", "source")
TEXTS = (
    "plain",
    'Words about href="gone.html" and id="gone".',
    "1 < 2 > 0 href='x' <a id=\"y\" href=",
    "[a](#b) **c**",
)


@pytest.mark.parametrize("theme", ["calm", "clear"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_parser_finds_the_same(full: Summary, site: Site, theme: str, text: str) -> None:
    summary = replace(full, simple_explanation=text, plain_title=text, key_findings=(text,))
    site = replace(site, theme=theme, tagline=text, shows_claims=True)
    for path, data in files_of("site", [summary], site):
        if path.endswith(".html"):
            tree = html.document_fromstring(data.decode())
            hrefs = {element.get(name) for element in tree.iter(*LINKING) for name in ("href", "src")}
            ids = {element.get("id") for element in tree.iter() if isinstance(element.tag, str)}
            assert {unescape(href.decode()) for href in links_in(data)} == hrefs - {None}, path
            assert {place.decode() for place in places_in(data)} == ids - {None}, path


def test_themes_may_write_their_tags_in_many_ways() -> None:
    page = b"""<a
      class="x" href='one'></a><img src=\t"no" alt="" src="two"><svg><use href="#three"/></svg>
      <p data-href="four" data-id="a" id='b'>href="five"<link rel="x"\thref="six"><a title="a=b" href="seven" id="c">"""
    assert links_in(page) == {b"one", b"two", b"six", b"seven"}
    assert places_in(page) == {b"b", b"c"}
