"""The desktop program: makes the application and its parts, lets them run, and puts everything away again."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app import paths, translation
from app.crash import Crash, start_log, stop_log
from app.parts import Parts, build
from app.translation import _
from app.ui.application import Application, application
from app.ui.dialogs.settings_table import TABLE
from app.ui.entering import EnterPresses
from app.ui.look import fonts
from app.ui.look.focus_ring import FocusRing, RingsInDialogs
from app.wiring import connect


def run(arguments: Sequence[str] = ()) -> int:
    """Open the window on what the arguments name (a library, files to import) and return the exit status."""
    named = _parsed(arguments)
    if not has_screen():
        print(_("There is no screen here for a window. The commands work without one: see --help."), file=sys.stderr)
        return 2
    app = _application()
    start_log(paths.log_file())
    parts = build()
    crash = Crash(parts.rescuing.write_down, parts.rescuing.show_crash)
    crash.install()
    try:
        connect(parts)
        if isinstance(app, Application):
            app.files_opened.connect(parts.start.take_files)
        _show(parts)
        parts.start.begin(named.library, named.files)
        _tell_bad_settings(parts)
        return app.exec()
    finally:
        if isinstance(app, Application):
            app.files_opened.disconnect()  # a window that is closed would take files still, and keep them locked
        _put_away(parts)
        crash.remove()
        stop_log()


def has_screen() -> bool:
    """Whether there is anything to open a window on. Qt would abort the process where there is nothing."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=paths.program_name(), description=_("Plainspoken, the editor."))
    parser.add_argument("--library", metavar="FILE", type=Path, help=_("the library to open"))
    parser.add_argument("files", nargs="*", metavar="FILE", type=Path, help=_("a library to open, or files to import"))
    return parser.parse_args(list(arguments))


def _application() -> QApplication:
    app = application(sys.argv[:1])
    app.setQuitOnLastWindowClosed(True)
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "plainspoken.svg")))
    app.setStyle("Fusion")
    if translation.is_right_to_left():
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    words = QTranslator(app)  # Qt's own: the buttons of its dialogs, the names of the keys
    if words.load(f"qtbase_{translation.language()}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
    fonts.load()
    return app


def _show(parts: Parts) -> None:
    settings, window = parts.memory.settings, parts.window
    parts.appearance.show_settings(settings)
    window.editor.form.spelling.show_settings(settings)
    parts.tour.show_settings(settings)
    window.restore_layout(settings.geometry, settings.splitter)
    window.side.show_tab(settings.side_tab)
    if not settings.has_side_panel:
        window.editor_page.hide_side()
    parts.preview.show_width(settings.preview_width)
    window.may_close = lambda: _may_close(parts)
    FocusRing(window)
    RingsInDialogs(window)
    EnterPresses(window)
    window.show()


def _tell_bad_settings(parts: Parts) -> None:
    """Say which settings in the file were of no use; an unknown language is the system's then."""
    if bad := parts.memory.bad_keys:
        titles = {setting.name: setting.title for setting in TABLE}
        names = ", ".join(titles.get(key, key) for key in bad)
        said = _("What the settings file says cannot be used for: {names}. The default holds.")
        parts.window.show_fault(said.format(names=names))


def _may_close(parts: Parts) -> bool:
    """Everything is saved first; when that fails the window stays, unless the writer wants it closed."""
    if not parts.autosave.flush() and not parts.window.ask_to_close(parts.session.save_state.reason):
        return False
    geometry, splitter = parts.window.layout_state()
    parts.memory.set(geometry=geometry, splitter=splitter, has_side_panel=parts.window.editor_page.wants_side)
    return True


def _put_away(parts: Parts) -> None:
    parts.jobs.close()
    parts.looking_up.close()
    parts.preview.close_engine()
    parts.editor_actions.close()
    parts.desk.close()
    parts.opener.release()
    parts.window.may_close = lambda: True
    parts.window.close()
    parts.window.deleteLater()
