"""A look at the whole website before it is published: what Publish would write, in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from waiting import wait_until

from app import paths
from app.errors import ExportFault
from app.opening import Opener
from app.work.desk import Desk
from app.work.jobs import Jobs
from app.work.session import Session
from app.work.site_look import SiteLook


@pytest.fixture
def look(qapp: QCoreApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[SiteLook, Desk]]:
    monkeypatch.setenv("PLAINSPOKEN_HOME", str(tmp_path))
    assert qapp
    opener, desk, jobs = Opener(), Desk(Session()), Jobs()
    assert desk.show_library(opener.sample())
    yield SiteLook(desk, jobs), desk
    assert jobs.close()
    desk.close()
    opener.release()


def test_the_whole_website_is_made_beside_the_library(look: tuple[SiteLook, Desk]) -> None:
    site_look, desk = look
    pages: list[Path] = []
    site_look.ready.connect(pages.append)
    site_look.begin()
    wait_until(lambda: pages)
    assert pages == [paths.site_look() / "index.html"]
    assert desk.site.name in pages[0].read_text(encoding="utf-8")
    site_look.begin(replace(desk.site, name="Tried out"))
    wait_until(lambda: len(pages) == 2)
    assert "Tried out" in pages[0].read_text(encoding="utf-8")
    assert desk.site.name != "Tried out"


def test_a_theme_that_is_gone_is_told_and_the_last_look_stays(look: tuple[SiteLook, Desk]) -> None:
    site_look, desk = look
    said: list[str] = []
    site_look.failed.connect(said.append)
    site_look.begin(replace(desk.site, theme="gone"))
    wait_until(lambda: said)
    assert said[0].startswith("There is no theme “gone”")
    assert not (paths.site_look() / "index.html").exists()


def test_a_page_beside_the_settings_shows_the_librarys_summaries(look: tuple[SiteLook, Desk]) -> None:
    site_look, desk = look
    assert "Tried out" in site_look.page("", replace(desk.site, name="Tried out"))
    assert "Simple Explanation" in site_look.page("research/", desk.site)
    with pytest.raises(ExportFault):
        site_look.page("", replace(desk.site, theme="gone"))
