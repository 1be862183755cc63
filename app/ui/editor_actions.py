"""What the editor's menu items do to the open summary and its page: states, the paper's page, keys for fields."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QKeyCombination, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence

from app.errors import PlainspokenError
from app.model import codec
from app.model.finding import Finding
from app.model.summary import Summary
from app.model.vocabulary import STATUSES, needs_ready
from app.translation import _, amid
from app.ui.actions import Actions
from app.ui.editor.outline import not_ready_words
from app.ui.library.states import STATES
from app.whole_file import write_whole
from app.work.session import Session


class EditorActions(QObject):
    """Slots for actions that need the open summary."""

    did = Signal(str, object)
    failed = Signal(str)
    refused = Signal(str)
    """What was asked cannot be yet, and why."""

    def __init__(
        self,
        actions: Actions,
        session: Session,
        press_key: Callable[[int, Qt.KeyboardModifier], None],
        page_files: Callable[[Summary], Iterable[tuple[str, bytes]]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions, self._session, self._press_key = actions, session, press_key
        self._page_files = page_files
        self._errors: tuple[Finding, ...] = ()
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        for action in actions:
            if action.property("field_key"):
                action.triggered.connect(self._on_field_key)
        for status in STATUSES:
            actions[f"state_{status}"].triggered.connect(self._on_state)

    def show_summary(self, summary: Summary) -> None:
        """Grey what the open summary cannot do."""
        for status in STATUSES:
            self._actions[f"state_{status}"].setEnabled(summary.status != status)
        self._actions["open_paper"].setEnabled(bool(_paper_url(summary)))

    def show_open(self, findings: tuple[Finding, ...]) -> None:
        """The findings that are open: with an error among them a summary is not ready."""
        self._errors = tuple(finding for finding in findings if finding.severity == "error")

    def open_paper(self) -> None:
        """Open the paper's page in the browser."""
        if self._session.current and (url := _paper_url(self._session.current)):
            QDesktopServices.openUrl(QUrl(url))

    def open_link(self, url: QUrl) -> None:
        """Open a link of the preview outside."""
        QDesktopServices.openUrl(url)

    def open_page(self) -> None:
        """Open the page in the browser, as a copy that goes away with the program."""
        summary = self._session.current
        if summary is None:
            return
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="plainspoken-", ignore_cleanup_errors=True)
        summary = replace(summary, slug=summary.slug or "page")
        folder = Path(self._folder.name)
        try:
            for path, content in self._page_files(summary):
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(content)
        except (OSError, PlainspokenError) as fault:
            self.failed.emit(_("The page could not be opened in the browser: {fault}.").format(fault=fault))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder / f"{summary.slug}.html")))

    def save_copy(self, path: str) -> None:
        """Write the open summary to a file of its own."""
        if self._session.current is None:
            return
        try:
            write_whole(Path(path), codec.summary_json(self._session.current))
        except PlainspokenError as fault:
            self.failed.emit(str(fault))
            return
        self.did.emit("copy_written", {"path": path})

    def close(self) -> None:
        """Remove the page that was opened outside."""
        if self._folder is not None:
            self._folder.cleanup()

    def _on_state(self) -> None:
        status = self.sender().objectName().removeprefix("state_")
        if needs_ready(status) and self._errors:
            self.refused.emit(
                _("Not ready yet: {not_ready_words}. F8 goes to the next one.").format(
                    not_ready_words=not_ready_words(self._errors)
                )
            )
        elif summary := self._session.current:
            self._session.edit(
                _("Mark as {word}").format(word=amid(STATES[status].word)), replace(summary, status=status)
            )

    def _on_field_key(self) -> None:
        sequence = QKeySequence.fromString(self.sender().property("field_key"))
        keys: QKeyCombination = sequence[0]  # type: ignore[index]
        self._press_key(keys.key(), keys.keyboardModifiers())


def _paper_url(summary: Summary) -> str:
    paper = summary.paper
    url = f"https://doi.org/{paper.doi}" if paper.doi else paper.url
    return url if url.startswith(("https://", "http://")) else ""
