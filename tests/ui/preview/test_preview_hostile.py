"""Texts that try to run, local files and other hosts in the real preview, beside a browser view without protection."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView

from app.publish.page import preview_html
from app.ui.preview.engine import register_scheme
from app.ui.preview.panel import PreviewPanel
from bench.hostile.texts import hostile_site, hostile_summary
from bench.hostile.vectors import LEAK, OWN

MARK = "document.title='A-SCRIPT-RAN'"
STIR = """for (const one of document.querySelectorAll('*')) {
  for (const kind of ['mouseover', 'mouseenter', 'pointerenter', 'mousedown', 'focus', 'input', 'submit'])
    one.dispatchEvent(new MouseEvent(kind, {bubbles: true, cancelable: true}));
  if (one.focus) one.focus();
}; document.querySelectorAll('*').length"""
PAGE = """<!doctype html><html><head><title>Before</title></head><body><main>{}</main></body></html>"""


class Counting:
    """A server on this machine that counts what is asked of it."""

    def __init__(self) -> None:
        self.asked = asked = []  # type: list[str]

        class Heard(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_: Any) -> None: ...

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Heard)
        self._server.daemon_threads = True
        self.host = f"127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def aimed(self, vector: str) -> str:
        """The vector with this server as the host it calls, and a mark that it ran."""
        return vector.replace("alert(1)", MARK).replace(f"https://{LEAK}", f"http://{self.host}")


@pytest.fixture
def server() -> Iterator[Counting]:
    counting = Counting()
    yield counting
    counting.close()


@pytest.fixture
def panel(qtbot: Any, tmp_path: Path) -> Iterator[PreviewPanel]:
    panel = PreviewPanel(tmp_path / "theme")
    qtbot.addWidget(panel)
    panel.resize(480, 700)
    panel.show()
    assert panel.load_engine()
    yield panel
    panel.close_engine()


@pytest.fixture
def careless(qtbot: Any) -> Iterator[QWebEngineView]:
    """A view as it comes, allowed what a careless program allows."""
    register_scheme()  # the panel's, which may come after it in this process
    view, profile = QWebEngineView(), QWebEngineProfile()
    page = QWebEnginePage(profile, view)
    for name in ("LocalContentCanAccessRemoteUrls", "LocalContentCanAccessFileUrls", "AllowRunningInsecureContent"):
        page.settings().setAttribute(getattr(QWebEngineSettings.WebAttribute, name), True)
    view.setPage(page)
    qtbot.addWidget(view)
    view.show()
    yield view
    import shiboken6

    shiboken6.delete(page)
    shiboken6.delete(profile)


def asked(qtbot: Any, page: Any, script: str, world: int) -> Any:
    answers: list[Any] = []
    page.runJavaScript(script, world, answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    return answers[0]


def test_nothing_runs_and_nothing_is_asked_for_even_where_the_markup_were_real(
    qtbot: Any, panel: PreviewPanel, server: Counting, _no_qt_messages: list[str]
) -> None:
    with qtbot.waitSignal(panel._engine.is_painted, timeout=20_000):
        panel.show_page(PAGE.format("First"))
    for vector in OWN:
        panel.show_page(PAGE.format(server.aimed(vector)))
        assert asked(qtbot, panel._engine._page, STIR, 1) > 0
    qtbot.wait(200)
    assert asked(qtbot, panel._engine._page, "document.title", 1) == "Before"
    assert server.asked == []
    _no_qt_messages.clear()  # the engine tells what it refused


def test_a_hostile_summary_is_shown_as_text(qtbot: Any, panel: PreviewPanel, server: Counting) -> None:
    for vector in (OWN[0], OWN[12], "<h1 id=forged>x</h1>", "\ud800 a lone surrogate"):
        with qtbot.waitSignal(panel._engine.is_painted, timeout=20_000):
            panel.show_page(preview_html(hostile_summary(server.aimed(vector)), hostile_site(server.aimed(vector))))
        assert asked(qtbot, panel._engine._page, STIR, 1) > 20
        forged = "document.querySelectorAll('main script, main img, main iframe, #forged').length"
        assert asked(qtbot, panel._engine._page, forged, 1) == 0
    assert server.asked == []


def test_the_same_texts_run_in_a_view_without_protection(
    qtbot: Any, careless: QWebEngineView, server: Counting, _no_qt_messages: list[str]
) -> None:
    ran = 0
    for vector in OWN[:12]:
        with qtbot.waitSignal(careless.loadFinished, timeout=20_000):
            careless.setHtml(PAGE.format(server.aimed(vector)), QUrl(f"http://{server.host}/"))
        ran += asked(qtbot, careless.page(), f"{STIR}; document.title", 0) == "A-SCRIPT-RAN"
    with qtbot.waitSignal(careless.loadFinished, timeout=20_000):
        careless.setHtml(
            PAGE.format(server.aimed(f"<img src=https://{LEAK}/pixel.png>")), QUrl(f"http://{server.host}/")
        )
    assert ran >= 4, "the control must be able to fail"
    qtbot.waitUntil(lambda: "/pixel.png" in server.asked, timeout=10_000)
    _no_qt_messages.clear()


def test_local_files_are_out_of_reach(
    qtbot: Any, panel: PreviewPanel, careless: QWebEngineView, tmp_path: Path, _no_qt_messages: list[str]
) -> None:
    picture, style, page = tmp_path / "secret.png", tmp_path / "secret.css", tmp_path / "secret.html"
    image = QImage(7, 5, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    assert image.save(str(picture))
    style.write_text("h1 { color: rgb(9, 9, 9) }")
    page.write_text("<p>a secret</p>")
    place = tmp_path.as_uri()
    body = (
        f'<h1>x</h1><img src="{picture.as_uri()}"><link rel="stylesheet" href="{style.as_uri()}">'
        f'<style>@import url("{style.as_uri()}")</style><iframe src="{page.as_uri()}"></iframe>'
        f'<object data="{page.as_uri()}"></object><a href="{page.as_uri()}">x</a>'
    )
    seen = "[document.querySelector('img').naturalWidth, getComputedStyle(document.querySelector('h1')).color].join()"
    with qtbot.waitSignal(panel._engine.is_painted, timeout=20_000):
        panel.show_page(PAGE.format(body))
    assert asked(qtbot, panel._engine._page, seen, 1) == "0,rgb(0, 0, 0)"
    panel.show_page(PAGE.format(body + "<p>patched in</p>"))
    assert asked(qtbot, panel._engine._page, seen, 1) == "0,rgb(0, 0, 0)"
    assert asked(qtbot, panel._engine._page, "document.querySelector('iframe').contentDocument === null || "
                 "document.querySelector('iframe').contentDocument.body.textContent === ''", 1) is True  # fmt: skip
    with qtbot.waitSignal(careless.loadFinished, timeout=20_000):
        careless.setHtml(PAGE.format(body), QUrl(f"{place}/index.html"))
    assert asked(qtbot, careless.page(), seen, 0) == "7,rgb(9, 9, 9)", "the control reads them"
    _no_qt_messages.clear()
