"""The whole website in a folder of its own, for a look in the browser before anything is published."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app import paths
from app.errors import Cancelled, PlainspokenError
from app.model.site import Site
from app.model.summary import Summary
from app.publish.export import files_of, statuses_for
from app.publish.site_preview import site_page
from app.publish.write import write_files
from app.text.glossary import explained
from app.translation import _
from app.work.desk import Desk
from app.work.jobs import Jobs, Progress, Token

MOST_SHOWN = 12
"""So many summaries stand on the pages beside the settings."""


class SiteLook(QObject):
    """Writes what Publish would write, but into the data folder: a second look writes only what has changed."""

    ready = Signal(Path)
    """The front page of the website."""
    failed = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._jobs = desk, jobs
        self._token = Token()

    def begin(self, site: Site | None = None) -> None:
        """Write the website with the library's settings, or with others that are being tried."""
        if not self._desk.flush():
            self.failed.emit(_("The open summary could not be saved, so the website was not made."))
            return
        try:
            summaries = self._published()
        except PlainspokenError as fault:
            self.failed.emit(str(fault))
            return
        shown, glossary, folder = site or self._desk.site, self._desk.style.glossary, paths.site_look()
        self._token.cancel()

        def work(token: Token, _progress: Progress) -> Path:
            files = files_of("site", (explained(summary, glossary) for summary in summaries), shown)
            write_files(folder, files, is_cancelled=token.is_cancelled)
            return folder / "index.html"

        self._token = self._jobs.start(work, done=self.ready.emit, failed=self._on_failed)

    def page(self, address: str, site: Site) -> str:
        """One page of the website as it would be with these settings. Raises PlainspokenError when it cannot be."""
        wanted = self._desk.store.listings(limit=MOST_SHOWN)
        summaries = self._desk.store.load_many([row.id for row in wanted])
        return site_page(address, [explained(summary, self._desk.style.glossary) for summary in summaries], site)

    def _published(self) -> Sequence[Summary]:
        return [summary for summary in self._desk.store.load_many() if summary.status in statuses_for("site")]

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, PlainspokenError):
            self.failed.emit(_("Something in Plainspoken went wrong, so the website was not made."))
            raise error
        self.failed.emit(str(error))
