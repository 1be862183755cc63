"""Which language the window speaks: the environment's, else the setting's, else the system's."""

from __future__ import annotations

import json
import locale
import os
import sys
from pathlib import Path

from app import paths, translation

VARIABLE = "PLAINSPOKEN_LANGUAGE"
SYSTEM = "system"


def begin() -> None:
    """Set the language of this run, before anything that holds words is loaded."""
    translation.use(chosen(paths.settings_file()), paths.translations())


def chosen(settings_file: Path) -> str:
    """The code of the language to speak; what nobody has words for is the system's language."""
    for wanted in (os.environ.get(VARIABLE, ""), _setting(settings_file)):
        if wanted in translation.LANGUAGES + translation.SPECIAL:
            return wanted
    return of_the_system()


def of_the_system() -> str:
    """The system's language where we have it, else English."""
    names = [os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    if not any(names) and not sys.platform.startswith("linux"):
        from PySide6.QtCore import QLocale

        names = [*QLocale.system().uiLanguages(), locale.getlocale()[0] or ""]
    spoken = next((name for name in names if name), "")[:2].lower()
    return spoken if spoken in translation.LANGUAGES else translation.ENGLISH


def _setting(file: Path) -> str:
    """The setting alone, read before anything else of the program is loaded."""
    try:
        raw = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return ""
    wanted = raw.get("language", "") if isinstance(raw, dict) else ""
    return wanted if wanted in translation.LANGUAGES else ""
