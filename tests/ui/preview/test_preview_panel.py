"""The preview with its real engine: patched in place, deaf to scripts and the network, and useful without it."""

from __future__ import annotations

import http.server
import json
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest

from app.ui.preview.panel import PreviewPanel

PAGE = """<!doctype html><html><head><title>Before</title><link rel="stylesheet" href="plainspoken://theme/own.css">
</head><body><main><h1>Rats</h1>
<section data-section="simple_explanation" style="height:120px">First words</section>
<p><a href="https://example.org/paper">The paper</a> <a href="file:///etc/passwd">A file</a></p>
<script>document.title = 'A script ran'</script><img src="{image}" onerror="document.title = 'A handler ran'">
<div style="height:4000px"></div></main><footer>Foot</footer></body></html>"""


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    (tmp_path / "theme").mkdir()
    (tmp_path / "theme" / "own.css").write_text("h1 { color: rgb(1, 2, 3) }")
    (tmp_path / "secret.css").write_text("h1 { color: rgb(9, 9, 9) }")
    return tmp_path / "theme"


@pytest.fixture
def panel(qtbot: Any, theme: Path) -> Iterator[PreviewPanel]:
    panel = PreviewPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(480, 700)
    panel.show()
    assert panel.load_engine()
    yield panel
    panel.close_engine()


def show(qtbot: Any, panel: PreviewPanel, page: str) -> None:
    with qtbot.waitSignal(panel._engine.is_painted, timeout=20_000):
        panel.show_page(page)


def asked(qtbot: Any, panel: PreviewPanel, script: str) -> Any:
    answers: list[Any] = []
    panel._engine._page.runJavaScript(script, 1, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return answers[0]


def click_on(qtbot: Any, panel: PreviewPanel, selector: str) -> None:
    script = f"(b => JSON.stringify([b.x, b.y]))(document.querySelector('{selector}').getBoundingClientRect())"
    box = json.loads(asked(qtbot, panel, script))
    view = panel._engine.focusProxy()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(int(box[0]) + 6, int(box[1]) + 6))


def test_typing_patches_the_page_and_keeps_its_place(qtbot: Any, panel: PreviewPanel) -> None:
    show(qtbot, panel, PAGE)
    assert asked(qtbot, panel, "getComputedStyle(document.querySelector('h1')).color") == "rgb(1, 2, 3)"
    asked(qtbot, panel, "scrollTo(0, 700); document.body.kept = true")
    panel.show_page(PAGE.replace("First words", "More words"))
    assert asked(qtbot, panel, "document.querySelector('section').textContent") == "More words"
    assert asked(qtbot, panel, "scrollY") == 700
    assert asked(qtbot, panel, "document.body.kept") is True, "The page was loaded anew instead of patched"


def test_another_frame_is_loaded_whole(qtbot: Any, panel: PreviewPanel) -> None:
    show(qtbot, panel, PAGE)
    show(qtbot, panel, PAGE.replace("Foot", "Another foot"))
    assert asked(qtbot, panel, "document.querySelector('footer').textContent") == "Another foot"


def test_scripts_of_the_page_do_not_run(qtbot: Any, panel: PreviewPanel) -> None:
    show(qtbot, panel, PAGE)
    panel.show_page(PAGE.replace("First", "Second"))
    assert asked(qtbot, panel, "document.title") == "Before"


def test_the_page_reaches_no_network(qtbot: Any, panel: PreviewPanel) -> None:
    asked_for: list[str] = []

    class Heard(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked_for.append(self.path)
            self.send_response(200)
            self.end_headers()

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Heard)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        show(qtbot, panel, PAGE.replace("{image}", f"http://127.0.0.1:{server.server_port}/x.png"))
        qtbot.wait(300)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert asked_for == []


def test_only_the_theme_is_served(qtbot: Any, panel: PreviewPanel) -> None:
    show(qtbot, panel, PAGE.replace("theme/own.css", "theme/..%2Fsecret.css"))
    assert asked(qtbot, panel, "getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"


def test_a_click_on_a_section_goes_to_its_field(qtbot: Any, panel: PreviewPanel) -> None:
    show(qtbot, panel, PAGE)
    with qtbot.waitSignal(panel.section_clicked, timeout=10_000) as clicked:
        click_on(qtbot, panel, "section")
    assert clicked.args == ["simple_explanation"]
    assert asked(qtbot, panel, "document.querySelector('h1').textContent") == "Rats", "The page went away"


def test_web_links_open_outside_and_others_nowhere(qtbot: Any, panel: PreviewPanel) -> None:
    show(qtbot, panel, PAGE)
    opened: list[QUrl] = []
    panel.link_clicked.connect(opened.append)
    click_on(qtbot, panel, "a[href^=file]")
    qtbot.wait(100)
    assert opened == []
    click_on(qtbot, panel, "a")
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    assert opened == [QUrl("https://example.org/paper")]


def test_the_section_being_written_is_outlined(qtbot: Any, panel: PreviewPanel) -> None:
    show(qtbot, panel, PAGE)
    panel.show_section("simple_explanation")
    assert asked(qtbot, panel, "document.querySelector('[data-now]').dataset.section") == "simple_explanation"
    panel.show_section("sources")
    assert asked(qtbot, panel, "document.querySelectorAll('[data-now]').length") == 0


def test_desktop_width_is_scaled_to_fit(qtbot: Any, panel: PreviewPanel) -> None:
    show(qtbot, panel, PAGE)
    assert asked(qtbot, panel, "innerWidth") == pytest.approx(390, abs=2)
    panel.choose_desktop()
    qtbot.waitUntil(lambda: asked(qtbot, panel, "innerWidth") == pytest.approx(1280, abs=6), timeout=5_000)


def test_without_the_engine_the_page_opens_outside(qtbot: Any, theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "app.ui.preview.engine", None)
    panel = PreviewPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(480, 700)
    panel.show()
    assert not panel.load_engine()
    panel.show_page(PAGE)
    with qtbot.waitSignal(panel.open_requested):
        QTest.mouseClick(panel._outside, Qt.MouseButton.LeftButton)
    panel.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root is refused by the engine")
def test_root_without_leave_gets_the_page_outside(qtbot: Any, theme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX")
    panel = PreviewPanel(theme)
    qtbot.addWidget(panel)
    assert not panel.load_engine()


def test_a_page_that_is_not_there_yet_is_shown_all_the_same(qtbot: Any, panel: PreviewPanel) -> None:
    show(qtbot, panel, PAGE)
    asked(qtbot, panel, "document.querySelector('main').remove()")  # as a page on its way has none
    show(qtbot, panel, PAGE.replace("First words", "More words"))
    assert asked(qtbot, panel, "document.querySelector('section').textContent") == "More words"
