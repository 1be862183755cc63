"""Pages with names, words and texts of every size in a real browser: nothing is crushed, cut or glued together."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from app.model.site import MenuLink, Site
from app.model.summary import CategoryRef, Implication, Summary
from app.publish.export import files_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="there is no Chromium with its driver here")

WORD = "Pseudopseudohypoparathyroidism" * 4
TABLE = "| Group | People | Mean score | What happened afterwards |\n|---|---|---|---|\n| One | 12 | 3.4 | Nothing |"
LONG = Site(
    name="The Society for Understandable Research of the Northern Countries",
    menu=tuple(MenuLink(f"Place number {number}", "about/") for number in range(8)),
)
Show = Callable[..., None]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for argument in ("headless", "no-sandbox", "disable-gpu"):
        options.add_argument(f"--{argument}")
    driver = webdriver.Chrome(options=options, service=Service(DRIVER, env=dict(os.environ)))
    yield driver
    driver.quit()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Show:
    """Shows the page of a summary at a width in CSS pixels."""

    def shown(summary: Summary, site: Site, width: int) -> None:
        for path, content in files_of("site", [summary], site):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content)
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.get((tmp_path / "research" / summary.slug / "index.html").as_uri())

    return shown


def test_a_long_menu_takes_a_second_row_and_not_the_room_of_the_name(browser: Any, show: Show) -> None:
    for width in (1280, 960):
        show(Summary("1", slug="page", plain_title="A page"), LONG, width)
        brand = browser.find_element("css selector", ".brand").rect
        assert brand["width"] >= 200 and brand["height"] <= 160, (width, brand)


@pytest.mark.parametrize("theme", ["calm", "clear"])
@pytest.mark.parametrize("width", [1280, 320])
def test_no_word_and_no_table_makes_a_page_wider_than_its_window(
    browser: Any, show: Show, theme: str, width: int
) -> None:
    summary = Summary(
        "1",
        slug="page",
        plain_title=WORD,
        categories=(CategoryRef("long", WORD),),
        key_findings=(WORD, TABLE),
        practical_implications=(Implication(WORD, TABLE),),
        study_limitations=(TABLE,),
    )
    show(summary, Site(theme=theme), width)
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("theme", ["calm", "clear"])
@pytest.mark.parametrize("place", [".numbered > li", ".card"])
def test_paragraphs_and_lists_keep_apart_wherever_they_stand(browser: Any, show: Show, theme: str, place: str) -> None:
    text = "One thing.\n\nAnother thing.\n\n- first\n- second"
    cards = (Implication("A heading", text),)
    show(Summary("1", slug="page", key_findings=(text,), practical_implications=cards), Site(theme=theme), 1280)
    boxes = [part.rect for part in browser.find_elements("css selector", f"{place} > :is(p, ul)")]
    assert len(boxes) == 3
    for one, other in pairwise(boxes):
        assert other["y"] - (one["y"] + one["height"]) >= 8


def test_a_page_glides_for_the_pointer_and_jumps_for_the_keyboard(browser: Any, show: Show) -> None:
    show(Summary("1", slug="page", plain_title="A page"), Site(), 1280)
    behaviour = "return getComputedStyle(document.documentElement).scrollBehavior"
    assert browser.execute_script(behaviour) == "smooth"
    browser.find_element("css selector", "body").send_keys("\ue004")  # Tab
    assert browser.execute_script(behaviour) == "auto"


@pytest.mark.parametrize("theme", ["calm", "clear"])
def test_a_button_is_printed_as_ink_with_its_address(browser: Any, show: Show, tmp_path: Path, theme: str) -> None:
    show(Summary("1", slug="page", plain_title="A page"), Site(theme=theme, contact_target="a@example.org"), 1280)
    browser.get((tmp_path / "contact" / "index.html").as_uri())
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    style = (
        "const style = getComputedStyle(document.querySelector('.action a'), arguments[0]); return style[arguments[1]]"
    )
    assert browser.execute_script(style, None, "color") == "rgb(0, 0, 0)"
    assert "a@example.org" in browser.execute_script(style, "::after", "content")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_our_words_in_a_page_from_the_right_stand_on_its_side(browser: Any, show: Show) -> None:
    show(Summary("1", slug="page", language="ar", plain_title="العلاج", participants=None), Site(), 1280)
    for name in (".facts .none", ".fine"):
        aligned = browser.execute_script(
            "return getComputedStyle(document.querySelector(arguments[0])).textAlign", name
        )
        assert aligned == "right", name
    assert browser.find_element("css selector", ".back").get_attribute("dir") == "ltr"  # the arrow points away


def test_an_english_page_of_an_arabic_site_stands_on_its_own_side(browser: Any, show: Show) -> None:
    text = Summary("1", slug="page", plain_title="A page", simple_explanation="Words.", participants=None)
    show(text, Site(language="ar"), 1280)
    for name in (".page-top h1", ".lead h2", ".facts .none", ".fine"):
        part = browser.find_element("css selector", name)
        assert part.value_of_css_property("text-align") == "start", name
