"""The browser engine behind the preview. Imported only after the window is usable: it takes a second to load.

Content has no JavaScript, no network and no memory. Our own scripts run in a world that the page cannot reach.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import shiboken6
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QUrl, Signal
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

SCHEME = b"plainspoken"
PAGE = QUrl("plainspoken://theme/page.html")
OUTSIDE = ("http", "https", "mailto")
_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_TYPES = {".css": b"text/css", ".woff2": b"font/woff2", ".svg": b"image/svg+xml", ".png": b"image/png"}
_SET_UP = """
document.addEventListener('click', event => {
  if (event.target.closest('a')) return;
  const section = event.target.closest('[data-section]');
  if (section) location.href = 'plainspoken://section/' + section.dataset.section;
});
const outline = new CSSStyleSheet();
outline.replaceSync('[data-section]{cursor:pointer} [data-now]{outline:2px solid #08545F;outline-offset:6px;' +
  'border-radius:10px} @media (prefers-color-scheme:dark){[data-now]{outline-color:#7CC8CC}}');
document.adoptedStyleSheets = [outline];
"""
_PATCH = """(html => {
  const main = document.querySelector('main'), x = scrollX, y = scrollY;
  if (!main) return false;
  main.innerHTML = html;
  scrollTo({left: x, top: y, behavior: 'instant'});
  return true;
})(%s)"""
_MARK = """((name, comes) => {
  document.querySelectorAll('[data-now]').forEach(place => place.removeAttribute('data-now'));
  const place = document.querySelector(`[data-section="${name}"]`);
  if (!place) return;
  place.setAttribute('data-now', '');
  const box = place.getBoundingClientRect();
  if (comes && (box.bottom < 60 || box.top > innerHeight - 60))
    scrollTo({top: scrollY + box.top - 40, behavior: 'instant'});
})(%s, %s)"""


def register_scheme() -> None:
    """Make `plainspoken:` known to the engine, before its first profile."""
    if QWebEngineUrlScheme.schemeByName(SCHEME).name():
        return
    scheme = QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    flags = QWebEngineUrlScheme.Flag
    scheme.setFlags(flags.SecureScheme | flags.LocalAccessAllowed | flags.CorsEnabled)
    QWebEngineUrlScheme.registerScheme(scheme)


class _NoNetwork(QWebEngineUrlRequestInterceptor):
    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if info.requestUrl().scheme() not in (SCHEME.decode(), "data"):
            info.block(True)


class _Theme(QWebEngineUrlSchemeHandler):
    """Serves the current page and the files of the themes' folders, nothing else."""

    def __init__(self, folders: Sequence[Path], parent: QWebEngineProfile) -> None:
        super().__init__(parent)
        self._folders = [folder.resolve() for folder in folders]
        self.page = b""

    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        url = job.requestUrl()
        if url == PAGE:
            self._reply(job, b"text/html", self.page)
            return
        for folder in self._folders if url.host() == "theme" else ():
            file = (folder / url.path().lstrip("/")).resolve()
            if file.is_relative_to(folder) and file.is_file():
                self._reply(job, _TYPES.get(file.suffix, b"application/octet-stream"), file.read_bytes())
                return
        job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)

    def _reply(self, job: QWebEngineUrlRequestJob, kind: bytes, content: bytes) -> None:
        buffer = QBuffer(job)  # lives as long as the request
        buffer.setData(QByteArray(content))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(kind, buffer)


class _Page(QWebEnginePage):
    section_clicked = Signal(str)
    link_clicked = Signal(QUrl)

    def acceptNavigationRequest(self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main: bool) -> bool:
        url = QUrl(url)
        if not is_main:
            return False
        if (url.scheme(), url.host(), url.path()) == (PAGE.scheme(), PAGE.host(), PAGE.path()):
            return True  # also with a fragment: “On this page”
        if url.scheme() == SCHEME.decode() and url.host() == "section":
            self.section_clicked.emit(url.path().lstrip("/"))
        elif kind == QWebEnginePage.NavigationType.NavigationTypeLinkClicked and url.scheme() in OUTSIDE:
            self.link_clicked.emit(url)
        return False


class Engine(QWebEngineView):
    """Shows one page and patches it in place."""

    section_clicked = Signal(str)
    link_clicked = Signal(QUrl)
    is_painted = Signal()
    """The first page is there."""

    def __init__(self, folders: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # a dropped file belongs to the window
        register_scheme()
        self._profile = QWebEngineProfile()
        self._no_network = _NoNetwork(self._profile)  # kept: without its Python half it blocks nothing
        self._profile.setUrlRequestInterceptor(self._no_network)
        self._theme = _Theme(folders, self._profile)
        self._profile.installUrlSchemeHandler(SCHEME, self._theme)
        self._page = _Page(self._profile, self)
        self._page.section_clicked.connect(self.section_clicked)
        self._page.link_clicked.connect(self.link_clicked)
        self._page.newWindowRequested.connect(self._on_new_window)
        self._page.loadFinished.connect(self._on_loaded)
        self._allow_little()
        self.setPage(self._page)
        self._frame: tuple[str, str] | None = None
        self._main = self._section = ""
        self._is_loaded = False

    def show_page(self, html: str) -> None:
        """Show a whole page. Only its main part is replaced when the rest stays the same: nothing blinks or scrolls."""
        before, main, after = _split(html)
        if self._is_loaded and self._frame == (before, after):
            if main != self._main:
                self._main = main
                self._theme.page = html.encode("utf-8", "replace")
                self._page.runJavaScript(_PATCH % json.dumps(main), _WORLD, self._on_patched)
                self._mark(False)
            return
        self._frame, self._main, self._is_loaded = (before, after), main, False
        self._theme.page = html.encode("utf-8", "replace")
        self.load(PAGE)

    def show_section(self, card: str) -> None:
        """Outline the section that is being written, and bring it into sight."""
        if card != self._section:
            self._section = card
            self._mark(True)

    def set_backdrop(self, colour: QColor) -> None:
        """The colour before a page has painted, so that a dark window never flashes white."""
        self._page.setBackgroundColor(colour)

    def close_engine(self) -> None:
        """Let the page go before its profile, as the engine wants it."""
        shiboken6.delete(self._page)
        shiboken6.delete(self._profile)

    def _run(self, script: str) -> None:
        self._page.runJavaScript(script, _WORLD)

    def _mark(self, comes: bool) -> None:
        if self._is_loaded:
            self._run(_MARK % (json.dumps(self._section), json.dumps(comes)))

    def _on_loaded(self, is_ok: bool) -> None:
        if not is_ok:
            return
        self._is_loaded = True
        self._run(_SET_UP)
        self._mark(True)
        self.is_painted.emit()

    def _on_patched(self, is_done: object) -> None:
        """A page that is still on its way has nothing to patch: it is asked for once more."""
        if is_done is False:
            self._is_loaded = False
            self.load(PAGE)

    def _on_new_window(self, request: object) -> None:
        url = request.requestedUrl()  # type: ignore[attr-defined]
        if url.scheme() in OUTSIDE:
            self.link_clicked.emit(url)

    def _allow_little(self) -> None:
        attributes = QWebEngineSettings.WebAttribute
        for attribute in (
            attributes.JavascriptEnabled,
            attributes.JavascriptCanOpenWindows,
            attributes.JavascriptCanAccessClipboard,
            attributes.LocalStorageEnabled,
            attributes.LocalContentCanAccessRemoteUrls,
            attributes.LocalContentCanAccessFileUrls,
            attributes.PluginsEnabled,
            attributes.PdfViewerEnabled,
            attributes.FullScreenSupportEnabled,
            attributes.NavigateOnDropEnabled,
            attributes.DnsPrefetchEnabled,
        ):
            self._page.settings().setAttribute(attribute, False)
        self._page.settings().setAttribute(attributes.FocusOnNavigationEnabled, False)


def _split(html: str) -> tuple[str, str, str]:
    """The page before, inside and after its <main>; all of it counts as frame when there is none."""
    start = html.find("<main")
    start = html.find(">", start) + 1 if start >= 0 else -1
    end = html.rfind("</main>")
    if start < 0 or end < start:
        return html, "", ""
    return html[:start], html[start:end], html[end:]
