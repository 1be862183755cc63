"""The ground every test stands on: its own home, no network, and nothing said, left open or left running unnoticed."""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import pytest
from hypothesis import settings
from paper_services import PaperServices

from app.overrides import outlive_faults

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

outlive_faults()  # as the program itself begins
# Before Qt is imported: without a display it would end the interpreter.
if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    if os.environ.setdefault("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        # The window fits itself to its screen: Qt's own 800 by 800 would make every test one of a small window.
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={Path(__file__).parent / 'data' / 'screen.json'}"
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

# A busy machine is no fault of the text under test: how long things take is measured in bench/, not here.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

LOOPBACK = ("127.0.0.1", "::1", "localhost")
HARMLESS_QT = (
    "This plugin does not support",  # the offscreen platform
    "propagateSizeHints",
    "QStandardPaths: wrong permissions",
    "QStandardPaths: runtime directory",
    "XDG_RUNTIME_DIR",
    "doh set to",
    "Vulkan",
    "QRhi",
    "RHI",
    "GPUInfo",
    "vulkan",
    "GBM",
    "libva",
    "dbus",
    "D-Bus",
    "WebEngineContext",
    "Release of profile requested",
)
"""What Qt says about a machine without a screen, a bus or a graphics card. Nothing of it is about us."""


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home: no test reads or writes the writer's own files."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("PLAINSPOKEN_HOME", str(home / "plainspoken"))
    monkeypatch.setenv("PLAINSPOKEN_LANGUAGE", "en")  # whatever the developer's computer speaks
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    return home


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """The application of every test: the preview's engine wants this said before it is made."""
    from PySide6.QtCore import QCoreApplication, Qt

    from app.ui.application import Application

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    return Application


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application, dressed as a writer meets it."""
    from app.ui.look import fonts

    fonts.load()
    _dress(qapp)
    return qapp


@pytest.fixture(autouse=True)
def _dressed_alike() -> None:
    """No test begins in the colours, the letters or the direction that another one chose."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is not None and (application := widgets.QApplication.instance()) is not None:
        _dress(application)


def _dress(application: QApplication) -> None:
    from PySide6.QtCore import Qt

    from app.ui.look import fonts, style

    worn = (application.styleSheet(), fonts.px(1000), application.layoutDirection())
    if worn == tuple(_clothes):
        return
    application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    style.apply(application, "light", 100)
    _clothes[:] = (application.styleSheet(), fonts.px(1000), application.layoutDirection())


_clothes: list[object] = []


@pytest.fixture
def corpus() -> Path:
    """The folder of real papers and pages, where this machine has it."""
    folder = os.environ.get("PLAINSPOKEN_CORPUS")
    if not folder or not Path(folder).is_dir():
        pytest.skip("PLAINSPOKEN_CORPUS names no folder: the real papers and pages are not on this machine")
    return Path(folder)


@pytest.fixture
def paper_services() -> Iterator[PaperServices]:
    """Crossref, PubMed, Europe PMC and DataCite, played by a real HTTP server on this machine."""
    played = PaperServices()
    yield played
    played.close()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A socket to anywhere but this machine is a fault of the test."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOOPBACK:  # type: ignore[index]
            raise AssertionError(f"A test reached for the network: {address}")
        return real(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", connect)


@pytest.fixture(autouse=True)
def _no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log fails the test, unless the test took it away with `caplog.clear()`."""
    yield
    said = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not said, f"Unexpected log messages: {[record.getMessage() for record in said]}"


@pytest.fixture(autouse=True)
def _nothing_left_running() -> Iterator[None]:
    """A thread that a test started must have ended with it."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        if not isinstance(thread, threading._DummyThread):  # a Qt pool thread that Python has merely met
            thread.join(2)
            assert not thread.is_alive(), f"A thread was left running: {thread.name}"


@pytest.fixture(autouse=True)
def _no_qt_messages() -> Iterator[list[str]]:
    """Qt's warnings fail a test that uses Qt, and so does a window left open."""
    said: list[str] = []
    if "PySide6.QtCore" not in sys.modules:
        yield said
        return
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    def hear(kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and kind != QtMsgType.QtInfoMsg and not any(h in text for h in HARMLESS_QT):
            said.append(text)

    before = qInstallMessageHandler(hear)
    yield said
    qInstallMessageHandler(before)
    _close_windows()
    assert not said, f"Qt said: {said}"


def _close_windows() -> None:
    """Fails when a test leaves a window open; closes it so that the next test starts clean."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    left = [widget for widget in widgets.QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    core = sys.modules["PySide6.QtCore"]
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)  # what has ended does nothing later
    assert not left, f"Windows left open: {left}"


_status: list[int] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """After a failure, tell the order of the tests: `--randomly-seed` repeats it."""
    if terminalreporter.stats.get("failed") or terminalreporter.stats.get("error"):
        terminalreporter.write_line(f"The order was --randomly-seed={config.getoption('randomly_seed', 'none')}")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests of the other share, when `run.py test` runs two side by side."""
    number, shares = (int(part) for part in os.environ.get("PLAINSPOKEN_TEST_SHARE", "1/1").split("/"))
    others = [item for item in items if crc32(item.nodeid.encode()) % shares != number - 1]
    config.hook.pytest_deselected(items=others)
    left_out = set(others)
    items[:] = [item for item in items if item not in left_out]


def pytest_sessionfinish(exitstatus: int) -> None:
    """Remember how the tests ended."""
    _status.append(int(exitstatus))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Leave without taking the browser engine apart.

    WORKAROUND: the tests keep the engine alive between programs, because it cannot start twice in a process, and at the
    interpreter's end Python drops its objects in an order that crashes it. The program itself closes the engine before
    its application ends. Can go when the engine can be restarted.
    """
    if _status and "PySide6.QtWebEngineCore" in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_status[-1])
