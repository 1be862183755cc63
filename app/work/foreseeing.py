"""Which links of writers would lead nowhere if the website went out now: found beside the window, after the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.errors import Cancelled, PlainspokenError
from app.model.place import FOLDER, Place
from app.model.site import Site
from app.model.summary import Summary
from app.publish.export import statuses_for
from app.publish.folder_plan import manifest_in
from app.publish.foresee import links_ahead
from app.publish.kept import Kept
from app.publish.nowhere import NowhereLink, nowhere_links
from app.work.jobs import Jobs, Progress, Token


class Foreseeing(QObject):
    """One look at a time; a newer one, or the publish itself, makes an older one worthless."""

    found = Signal(object)
    """A tuple of NowhereLink; may be empty."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._token = jobs, Token()

    def look(self, form: str, place: Place, summaries: Sequence[Summary], site: Site) -> None:
        """Look at the links of what would go out. Only the whole website has links of its own."""
        self.cancel()
        if form != "site":
            self.found.emit(())
            return
        wanted = [summary for summary in summaries if summary.status in statuses_for(form)]

        def work(token: Token, _progress: Progress) -> tuple[NowhereLink, ...]:
            stands = _beside(place)
            return nowhere_links(links_ahead(wanted, site, (), stands, token.is_cancelled), wanted)

        token = self._jobs.start(work, done=lambda found: self._on_found(token, found), failed=self._on_failed)
        self._token = token

    def cancel(self) -> None:
        """Nobody wants to know any more."""
        self._token.cancel()

    def _on_found(self, token: Token, found: tuple[NowhereLink, ...]) -> None:
        if token is self._token and not token.is_cancelled():
            self.found.emit(found)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, (Cancelled, PlainspokenError)):  # what is wrong with the place, the publish says
            raise error


def _beside(place: Place) -> Callable[[str], bool]:
    """Knows the files of the owner in a folder; of another place nothing is known."""
    if place.kind != FOLDER or not place.address:
        return lambda _path: False
    folder = Path(place.address)
    return Kept(folder, manifest_in(folder)).stands_beside
