"""Faults of our own: written to the log, the open text saved beside it, and told so that it can be copied."""

from __future__ import annotations

import logging
import logging.handlers
import os
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from app.translation import _

LOG = logging.getLogger("plainspoken")
LOG_BYTES = 500_000
Emergency = Callable[[], Path | None]
"""Writes the open text down and says where; None when nothing is open or all of it is saved."""
Tell = Callable[[str, str, str], None]
"""(what happened and where the copy is, a report without words of the writer's, the whole report)."""


def start_log(file: Path) -> None:
    """Write the program's log to `file`, a few small files at most. Without a writable folder there is no log."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(file, maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8")
    except OSError:
        return
    handler.rotator = _put_aside
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    LOG.addHandler(handler)
    LOG.setLevel(logging.INFO)


def _put_aside(log: str, name: str) -> None:
    """Give the full log its second name; where another window has it open (Windows) it just grows on."""
    with suppress(OSError):
        os.replace(log, name)  # noqa: PTH105 - the handler gives names as words


def stop_log() -> None:
    """Close the log files again."""
    for handler in LOG.handlers[:]:
        LOG.removeHandler(handler)
        handler.close()


class Crash:
    """Stands in for sys.excepthook while the window is open."""

    def __init__(self, emergency: Emergency, tell: Tell) -> None:
        self._emergency, self._tell = emergency, tell
        self._before = (sys.excepthook, threading.excepthook)
        self._is_telling = False

    def install(self) -> None:
        """Hear of every uncaught error from now on."""
        sys.excepthook = self.on_error
        threading.excepthook = self._on_thread_error

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before

    def on_error(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log, save the emergency copy, tell; never raises, and an error while telling is only logged."""
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        LOG.error("Uncaught error\n%s", report)
        if self._is_telling:
            return
        self._is_telling = True
        try:
            bare = f"{_machine()}\n\n{_without_words(error)}"
            self._tell(self._sentence(self._save_copy()), bare, f"{_machine()}\n\n{report}")
        except Exception:
            LOG.exception("Could not tell about the error")
        finally:
            self._is_telling = False

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        LOG.error("Uncaught error in a thread", exc_info=args.exc_value)

    def _save_copy(self) -> Path | None:
        try:
            return self._emergency()
        except Exception:
            LOG.exception("No emergency copy")
            return None

    @staticmethod
    def _sentence(copy: Path | None) -> str:
        said = _("Something in Plainspoken went wrong. That is our mistake, not yours. ")
        if copy:
            return _("{said}A copy of the open text is safe in {copy}. You can go on writing.").format(
                said=said, copy=copy
            )
        return _("{said}Your text is saved. You can go on writing.").format(said=said)


def _without_words(error: BaseException) -> str:
    """Where it happened and what kind of error. Its message is left out: it may quote what the writer wrote."""
    parts: list[str] = []
    at: BaseException | None = error
    while at is not None and len(parts) < 10:
        parts.append("".join(traceback.format_tb(at.__traceback__)) + type(at).__name__)
        at = at.__cause__ or at.__context__
    return "\n\nwhich came of\n".join(parts)


def _machine() -> str:
    return _("Plainspoken, Python {python_version}, {platform}").format(
        python_version=platform.python_version(), platform=platform.platform()
    )
