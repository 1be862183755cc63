"""Each part of a page says which language it is in, and runs in its direction."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from app.model.site import Site
from app.model.summary import Summary
from app.publish.page import page_html
from app.publish.tongues import runs_from_the_right, tongues


def test_an_english_page_says_it_once() -> None:
    assert set(tongues("en", "en").values()) == {""}
    assert set(tongues("en-GB", "en-GB").values()) == {""}


@pytest.mark.parametrize(
    ("language", "site_language", "direction", "site_direction"),
    [("ar", "en", ' dir="rtl"', ""), ("en", "he-IL", ' dir="ltr"', ' dir="rtl"'), ("fa", "ar", "", ' dir="rtl"')],
)
def test_what_is_written_from_the_right_runs_from_there(
    language: str, site_language: str, direction: str, site_direction: str
) -> None:
    found = tongues(language, site_language)
    assert (found["direction"], found["site_direction"]) == (direction, site_direction)
    assert found["ours"].endswith(' dir="ltr"')


def test_a_strange_language_stays_inside_its_attribute() -> None:
    assert tongues("en", '"><script>')["its"] == ' lang="&#34;&gt;&lt;script&gt;"'
    assert not runs_from_the_right("arn")  # Mapudungun


def test_an_arabic_summary_on_an_english_site(sample: tuple[Summary, ...], site: Site) -> None:
    page = html.document_fromstring(page_html(replace(sample[0], language="ar"), replace(site, language="en")))
    article = page.find(".//article")
    assert article is not None and (article.get("lang"), article.get("dir")) == ("ar", "rtl")
    assert {part.get("lang") for part in page.xpath("//header[@class='site-header'] | //body/footer")} == {"en"}
    ours = article.xpath(".//h2[not(ancestor-or-self::*[@lang='en'])]")
    assert [heading.text_content() for heading in ours] == []
    doi = article.find(".//p[@class='citation']//a")
    assert doi is not None and doi.get("dir") == "ltr"  # else its halves stand the wrong way round
