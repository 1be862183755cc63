"""An export from the window: what it would change, then the writing itself, both off the main thread."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from app import paths
from app.errors import Cancelled, ExportFault, PlainspokenError
from app.hosting.places import EARLIER_SERVER, EARLIER_ZIP, target_of
from app.hosting.target import Sent, UnknownHost, Watch
from app.model.listing import Filter
from app.model.place import FOLDER, SERVER, ZIP, Place, Places, PublishedPage
from app.model.stored import StoredSummary
from app.model.summary import Summary
from app.publish.export import parts_of, statuses_for
from app.publish.folder_plan import folder_plan, known_plan
from app.publish.kept import Kept, Part
from app.publish.link_check import BadLink
from app.publish.nowhere import nowhere_links
from app.publish.plan import PublishPlan
from app.publish.since import around_key, pages_of
from app.publish.take_back import can_take_back, forget_earlier, take_back_export
from app.publish.write import write_files
from app.text.glossary import Explanations, explained
from app.translation import _
from app.work.desk import Desk
from app.work.foreseeing import Foreseeing
from app.work.jobs import Jobs, Progress, Token
from app.work.outgoing import Out, Shelf, Unread, counted, shelf_of
from app.work.published_places import PublishedPlaces

if TYPE_CHECKING:
    from app.hosting.secrets import Secrets


class Publishing(QObject):
    """Answers a publish dialog. One export at a time; a newer plan makes an older one worthless."""

    plan_ready = Signal(object)
    """A PublishPlan."""
    progressed = Signal(int, int)
    done = Signal(int, int, int)
    """Files written, unchanged and removed."""
    cancelled = Signal()
    failed = Signal(str)
    sending = Signal(int, int)
    """Files that have travelled to another machine, of how many."""
    checked = Signal()
    """The place can be reached and written."""
    host_shown = Signal(str, str)
    """A server's key, and the sentence about it: the writer has to agree first."""
    password_wanted = Signal(str)
    """Why the place did not let us in."""
    undo_offered = Signal(object)
    """The Place whose last publish can be taken back, or None."""
    taken_back = Signal()
    nowhere_found = Signal(object)
    """The links of writers that lead nowhere in what has just gone out, a tuple of NowhereLink; may be empty."""
    remembered = Signal()
    """What the library remembers of the last publish is new."""

    def __init__(
        self,
        desk: Desk,
        jobs: Jobs,
        parent: QObject | None = None,
        *,
        secrets: Secrets | None = None,
        writer: Callable[[], str] = lambda: "",
    ) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._writer = desk, jobs, writer
        self._secrets = secrets
        self._plan_token = self._token = Token()
        self.foreseeing = Foreseeing(jobs, self)
        self._places = PublishedPlaces(desk, self)
        self._places.remembered.connect(self.remembered)

    @cached_property
    def secrets(self) -> Secrets:
        """The passwords of places. Loaded when it is first asked for: no start waits for the keyring's library."""
        from app.hosting.secrets import Secrets

        return self._secrets or Secrets()

    def places(self, folder: str = "", form: str = "site") -> Places:
        """What the library remembers; `folder` and `form` are for one that remembers nothing yet."""
        known = self._places.known()
        return known if known.places else Places(FOLDER, form, {FOLDER: Place(FOLDER, folder)})

    def plan(self, form: str, place: Place) -> None:
        """Work out what an export of this form would change in the place, without opening a connection."""
        self._plan_token.cancel()
        self.foreseeing.cancel()
        if (shelf := self._shelf()) is None:
            return
        site = shelf.site
        read: list[Summary] = []

        def work(token: Token, _progress: Progress) -> PublishPlan:
            read.extend(explained(summary, shelf.glossary) for summary in shelf.read(token))
            target = target_of(place, _copies()) if place.address else None
            if target is not None:
                return known_plan(target, form, read, site)
            return folder_plan(Path(place.address) if place.address else None, form, read, site)

        def planned(plan: PublishPlan) -> None:
            self._on_plan(token, plan)
            if token is self._plan_token:
                self.foreseeing.look(form, place, read, site)

        token = self._jobs.start(work, done=planned, failed=self._on_plan_failed)
        self._plan_token = token

    def publish(self, form: str, place: Place, password: str = "", keeps_password: bool = False) -> None:
        """Write the export. It ends with one of done, cancelled, failed, host_shown and password_wanted."""
        self.foreseeing.cancel()
        self._plan_token.cancel()  # nobody looks at it any more, and it would slow the fetching down
        if (shelf := self._shelf(*statuses_for(form))) is None:
            return
        stored, updated, site, glossary = shelf
        secret, author = password or self.secrets.password(place), (self._writer(), "")

        def work(token: Token, progress: Progress) -> Out:
            notes: list[BadLink] = []
            pages: dict[str, PublishedPage] = {}

            def wanted() -> Iterator[StoredSummary]:
                for each in counted(stored, progress):
                    if token.is_cancelled():
                        raise Cancelled
                    if form == "site":
                        pages.update(pages_of([each.summary()], updated))
                    yield each

            def parts(kept: Kept | None) -> Iterator[Part]:
                return parts_of(form, wanted(), site, glossary.terms, kept=kept, notes=notes)

            target = target_of(place, _copies(), secret, author)
            if target is None:
                sent = _into_folder(place, parts, form, token)
            else:
                files = (file for part in parts(None) for file in part.files)
                sent = target.send(files, form, Watch(token.is_cancelled, self.sending.emit))
            return Out(sent, nowhere_links(notes, (each.summary() for each in stored)) if notes else (), pages)

        def written(out: Out) -> None:
            if password and keeps_password:
                self.secrets.keep(place, password)
            if place.kind != FOLDER:
                forget_earlier(_earlier())
            if place.kind != SERVER:
                forget_earlier(_copies() / EARLIER_SERVER)
            if place.kind != ZIP:
                with contextlib.suppress(OSError):
                    (_copies() / EARLIER_ZIP).unlink(missing_ok=True)
            self._places.note_published(form, place, out, around_key(site, glossary.terms))
            self.done.emit(out.sent.written, out.sent.unchanged, out.sent.removed)
            self.nowhere_found.emit(out.nowhere)
            self.offer_undo()

        self._token = self._jobs.start(work, done=written, failed=self._on_failed, progress=self.progressed.emit)

    def check(self, place: Place, password: str = "") -> None:
        """See whether the place can be reached and written. It ends as `publish` does, or with checked."""
        secret = password or self.secrets.password(place)

        def work(token: Token, _progress: Progress) -> None:
            target = target_of(place, _copies(), secret)
            if target is not None:
                target.check(Watch(token.is_cancelled))
            elif not os.access(place.address, os.W_OK):
                raise ExportFault(_("{address} is no folder that can be written.").format(address=place.address))

        self._token = self._jobs.start(work, done=lambda _: self.checked.emit(), failed=self._on_failed)

    def offer_undo(self) -> None:
        """Say which place's last publish can be taken back."""
        last = self._places.known().last
        is_kept = last.place.kind != FOLDER or can_take_back(_earlier())
        self.undo_offered.emit(last.place if last.undo and is_kept else None)

    def take_back(self, password: str = "") -> None:
        """Undo the last publish, where `undo_offered` named its place."""
        last = self._places.known().last
        if not last.undo:
            return
        place, author = last.place, (self._writer(), "")
        secret = password or self.secrets.password(place)

        def work(token: Token, _progress: Progress) -> None:
            target = target_of(place, _copies(), secret, author)
            if target is not None:
                target.take_back(last.undo, Watch(token.is_cancelled))
            else:
                take_back_export(Path(place.address), _earlier())

        def done(_nothing: None) -> None:
            self._places.note_taken_back(place)
            self.taken_back.emit()

        self._token = self._jobs.start(work, done=done, failed=self._on_failed)

    def cancel(self) -> None:
        """Stop the export; the place stays as it was."""
        self._token.cancel()

    def _shelf(self, *statuses: str) -> Shelf | None:
        """The library's summaries (those in some states), the open one as it is now; None, and a sentence, on failure.

        They are read by the job: of ten thousand that takes seconds, in which nobody could type.
        """
        if not self._desk.flush():
            self.failed.emit(_("The open summary could not be saved, so nothing was published."))
            return None
        try:
            glossary = Explanations(self._desk.style.glossary)
            return shelf_of(cast(Unread, self._desk.store), statuses, self._desk.site, glossary)
        except PlainspokenError as fault:
            self.failed.emit(str(fault))
            return None

    def _on_plan(self, token: Token, plan: PublishPlan) -> None:
        if token is not self._plan_token:
            return
        if plan.held_back and self._desk.has_library:
            found = Filter(has_findings=True)
            errors = {listing.id: listing.errors for listing in self._desk.store.listings(found)}
            held = tuple(replace(held, errors=errors.get(held.id, 0)) for held in plan.held_back)
            plan = replace(plan, held_back=held)
        self.plan_ready.emit(plan)

    def _on_plan_failed(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):  # a newer plan is on its way
            self._on_failed(error)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        elif isinstance(error, UnknownHost):
            self.host_shown.emit(error.key, str(error))
        elif isinstance(error, PlainspokenError) and error.code == "needs-password":
            self.password_wanted.emit(str(error))
        elif isinstance(error, PlainspokenError):
            self.failed.emit(str(error))
        else:
            self.failed.emit(_("Something in Plainspoken went wrong. The site is as it was."))
            raise error


def _copies() -> Path:
    """Where copies of repositories lie, and what is known of servers."""
    return paths.data_folder() / "places"


def _earlier() -> Path:
    """Where lies what the last publish into a folder replaced."""
    return paths.data_folder() / "earlier"


def _into_folder(place: Place, parts: Callable[[Kept | None], Iterator[Part]], form: str, token: Token) -> Sent:
    report = write_files(
        Path(place.address), parts, form=form, is_cancelled=token.is_cancelled, earlier=_earlier()
    )  # fmt: skip
    undo = FOLDER if report.can_undo else ""
    return Sent(str(report.to), report.written, report.unchanged, report.removed, undo)
