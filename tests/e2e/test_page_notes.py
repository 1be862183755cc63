"""The note beside an explained word in a real browser: pointer, keyboard, list and paper."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.model.house_style import Term
from app.model.site import Site
from app.model.summary import Summary
from app.publish.export import files_of
from app.text.glossary import explained

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="there is no Chromium with its driver here")

EXPLANATION = 'The value in the "middle": half are < it.'
# A browser without a screen says that it has no pointer.
_MOUSE = "primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4"
_NOTE = "return getComputedStyle(document.querySelector('.word'), '::after')"


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Any]:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for argument in ("headless", "no-sandbox", "disable-gpu", f"blink-settings={_MOUSE}", "window-size=1000,800"):
        options.add_argument(f"--{argument}")
    driver = webdriver.Chrome(options=options, service=Service(DRIVER, env=dict(os.environ)))
    text = "One line.\n\nTwo.\n\nThe **medians** were low." + "\n\nMore words." * 40
    summary = explained(
        Summary("1", slug="page", simple_explanation=text), (Term("median", "middle value", EXPLANATION),)
    )
    for path, content in files_of("html", [summary], Site()):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    driver.get((tmp_path / "page.html").as_uri())
    yield driver
    driver.quit()


def note(browser: Any) -> str:
    """What the note says while it is shown, else an empty text."""
    shown, says = browser.execute_script(f"{_NOTE}.display"), browser.execute_script(f"{_NOTE}.content")
    return says if shown == "block" else ""


def test_the_note_stays_while_the_pointer_goes_to_it_and_leaves_with_it(browser: Any) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    word = browser.find_element("css selector", ".term")
    assert word.text == "medians" and note(browser) == ""
    ActionChains(browser).move_to_element(word).perform()
    assert "half are < it" in note(browser)
    for up in (8, 8, 8, 8):
        ActionChains(browser, duration=40).move_by_offset(0, -up).perform()
    assert "half are < it" in note(browser)
    ActionChains(browser).move_by_offset(400, -200).perform()
    assert note(browser) == ""


def test_the_keyboard_shows_it_and_enter_goes_to_the_list_and_back(browser: Any) -> None:
    from selenium.webdriver.common.keys import Keys

    def focused() -> Any:
        return browser.switch_to.active_element

    for _ in range(30):
        if focused().get_attribute("class") == "term":
            break
        focused().send_keys(Keys.TAB)
    assert "middle" in note(browser)
    described = focused().get_attribute("aria-describedby")
    assert browser.find_element("id", described).get_attribute("textContent") == EXPLANATION
    focused().send_keys(Keys.RETURN)
    assert browser.current_url.endswith("#word-1") and note(browser) == ""
    focused().send_keys(Keys.TAB)
    assert focused().get_attribute("aria-label") == "Back to “median” in the text"
    focused().send_keys(Keys.RETURN)
    assert browser.current_url.endswith("#use-1")


def test_escape_shuts_it_by_pointer_and_keyboard_until_the_word_is_met_again(browser: Any) -> None:
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.keys import Keys

    word = browser.find_element("css selector", ".term")
    ActionChains(browser).move_to_element(word).perform()
    assert "half are < it" in note(browser)
    ActionChains(browser).send_keys(Keys.ESCAPE).perform()
    assert note(browser) == ""
    ActionChains(browser).move_by_offset(300, 100).move_to_element(word).perform()
    assert "half are < it" in note(browser)
    ActionChains(browser).move_by_offset(300, 100).perform()
    browser.execute_script("arguments[0].focus({focusVisible: true})", word)
    assert "half are < it" in note(browser)
    word.send_keys(Keys.ESCAPE)
    assert note(browser) == "" and browser.switch_to.active_element == word
    word.send_keys(Keys.TAB)
    browser.execute_script("arguments[0].focus({focusVisible: true})", word)
    assert "half are < it" in note(browser)
    assert not [entry for entry in browser.get_log("browser") if "Content Security" in entry["message"]]


def test_without_scripts_no_note_can_lie_in_the_way(browser: Any) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    browser.refresh()
    assert browser.execute_script("return matchMedia('(scripting: none)').matches")
    browser.execute_script("document.querySelector('.term').focus({focusVisible: true})")
    assert note(browser) == ""


def test_print_has_the_list_and_no_note(browser: Any) -> None:
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    browser.execute_script("document.querySelector('.term').focus({focusVisible: true})")
    assert note(browser) == ""
    assert browser.find_element("css selector", ".words dd").is_displayed()
    assert not browser.find_element("css selector", ".to-text").is_displayed()
