"""The open library on the desk: what a writer asks of it, and what changed. One summary at most is open in the Session.

A fault of the world becomes the signal `failed` with its sentence; what was done becomes `did` with a code and facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.errors import LibraryFault
from app.model.house_style import HouseStyle
from app.model.listing import Filter
from app.model.paper import Paper
from app.model.paper_text import AttachedPaper, PaperText
from app.model.site import Site
from app.model.summary import Summary
from app.papers.identifiers import identifier_in
from app.publish.export import files_of
from app.text.glossary import explained
from app.translation import _
from app.work import rules
from app.work.review import Grade, Reviewed, grade_of
from app.work.session import Session
from app.work.store import OpenLibrary, Store
from app.work.telling import tells


class Desk(QObject):
    """Holds the open library, or none. Main thread only."""

    library_changed = Signal(object)
    """An OpenLibrary."""
    listings_changed = Signal(object)
    counts_changed = Signal(object)
    categories_changed = Signal(object)
    site_changed = Signal(object)
    """The Site, when its settings were kept."""
    paper_changed = Signal(object)
    """The AttachedPaper of the open summary, or None: when a summary was opened, and when its paper changes."""
    entered = Signal(object)
    """A summary was opened in the Session."""
    left = Signal()
    """The writer is back at the library."""
    did = Signal(str, object)
    """A code and the facts of what was done; `can_undo` in the facts says that `take_back` works."""
    offered = Signal(str)
    """The code of what `take_back` would take back; empty for nothing."""
    offered_here = Signal(str)
    """The code of what `undo` takes back although it was done before the open summary was opened; empty for nothing."""
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._store: Store | None = None
        self._filter = Filter()
        self._take_back: Callable[[], None] | None = None
        self._offered = self._about = ""
        self._made: Summary | None = None
        session.history_changed.connect(self._offer_here)
        self._unsaved_review: Reviewed | None = None
        self.flush: Callable[[], bool] = lambda: True
        """Saves the open summary; False keeps it open. Set to the autosave's."""
        self.writer: Callable[[], str] = lambda: ""
        """The name under which versions are kept. Set to the settings'."""
        self.site, self.style = Site(), HouseStyle()
        self.paper: AttachedPaper | None = None
        """The paper of the open summary."""

    # The library

    @property
    def store(self) -> Store:
        """The open library. Raises LibraryFault when there is none."""
        if self._store is None:
            raise LibraryFault(_("No library is open. Open one, or make a new one."), code="missing")
        return self._store

    @property
    def has_library(self) -> bool:
        """Whether a library is open."""
        return self._store is not None

    def show_library(self, store: Store, backed_up: str = "") -> bool:
        """Put another library on the desk; the old one is closed. False when the open summary could not be saved."""
        if not self.close():
            store.close()
            return False
        store.writer = self.writer()
        self._store = store
        self._filter = Filter()
        self._offer("")
        self.site, self.style = store.site(), store.style()
        self.library_changed.emit(OpenLibrary(store.path, store.path.stem, store.is_read_only, backed_up))
        self.refresh()
        return True

    def close(self) -> bool:
        """Save and close what is open. False when the open summary could not be saved: then nothing was closed."""
        if not self.flush():
            return False
        self._session.close()
        if self._store is not None:
            self._store.close()
            self._store = None
        return True

    def change_store(self, store: Store) -> None:
        """The same library, opened again: its file was replaced. The open summary stays open as it is."""
        if self._store is not None:
            self._store.close()
        self._store = store
        self._offer("")
        self.site, self.style = store.site(), store.style()
        self.refresh()

    @tells
    def refresh(self) -> None:
        """Say again what the table, its counts and the categories are."""
        self.listings_changed.emit(self.store.listings(self._filter))
        self.counts_changed.emit(self.store.counts())
        self.categories_changed.emit(self.store.categories())

    @tells
    def show_filter(self, wanted: Filter) -> None:
        """List what this filter asks for from now on."""
        self._filter = wanted
        self.listings_changed.emit(self.store.listings(wanted))

    # The open summary

    def save(self, summary: Summary, kind: str, now: str) -> Summary:
        """Save for the autosave. Raises PlainspokenError when it did not work."""
        return self.store.save(summary, kind, now)

    @tells
    def open_summary(self, summary_id: str) -> None:
        """Open a summary. The one that is open stays open until the new one is loaded."""
        if not self.flush():
            return
        summary = self.store.load(summary_id)
        self._enter(summary)

    def reopen_summary(self, summary_id: str) -> None:
        """Open the summary of last time; one that is gone since then is no fault."""
        if any(True for _ in self.store.load_many([summary_id])):
            self.open_summary(summary_id)

    @tells
    def new_summary(self, paper: Paper | None = None) -> None:
        """Open a new summary, with what is known of its paper. It enters the library with its first key."""
        if not self.flush():
            return
        if self.store.is_read_only:
            raise LibraryFault(_("This library is open for reading only, so nothing new can be written here."))
        summary = self.store.new_summary()
        self._enter(summary)
        if paper is not None:
            self._session.edit(_("Start from a paper"), replace(summary, paper=paper))

    def start_empty(self) -> None:
        """Open a new, empty summary: for actions, which say whether they are checked."""
        self.new_summary()

    def start_summary(self, words: str) -> None:
        """Open a new summary of a paper that is named by its DOI, another number of it, a link or its title."""
        found = identifier_in(words)
        is_link = words.strip().lower().startswith(("http://", "https://"))
        named = {found.kind: found.value} if found else {"url" if is_link else "title": words.strip()}
        self.new_summary(replace(Paper(), **named))  # type: ignore[arg-type]

    def leave(self) -> None:
        """Back to the library, when the open summary is saved."""
        if self.flush():
            self._session.close()
            self.left.emit()
            self.refresh()

    # The website and the page

    @tells
    def save_site(self, site: Site) -> None:
        """Keep the website's settings; can be taken back."""
        before = self.site
        self._put_site(site)
        self.tell_done("site_saved", {}, undo=lambda: self._put_site(before))

    def _put_site(self, site: Site) -> None:
        self.store.save_site(site)
        self.site = self.store.site()
        self.site_changed.emit(self.site)

    def reviewed(self, summary: Summary) -> Reviewed:
        """Everything the panels show about a summary, by this library's site and style. Any thread."""
        return rules.reviewed(summary, self.site, self.style, self.paper.text if self.paper else None)

    def page_files(self, summary: Summary) -> Iterator[tuple[str, bytes]]:
        """The files of the summary's page, to be looked at in a browser. Raises ExportFault."""
        return files_of("html", [explained(summary, self.style.glossary)], self.site)

    def grade(self, summary: Summary, paper: PaperText | None) -> Grade:
        """The grade of a summary for the table, by this library's style. Any thread."""
        return rules.grade(summary, self.style, paper)

    @tells
    def note_review(self, review: Reviewed) -> None:
        """Keep the grade and the numbers of findings of a saved summary for the table."""
        if self._store is None or self._store.is_read_only or self._session.is_unsaved:
            self._unsaved_review = review
            return
        grade = grade_of(review.reading.score, review.findings)
        self._store.set_grade(review.summary.id, grade.grade, grade.scorer, grade.counts)

    def note_saved(self, summary: Summary) -> None:
        """A save happened: what was reviewed before it can be kept now."""
        review, self._unsaved_review = self._unsaved_review, None
        if review is not None and review.summary.id == summary.id:
            self.note_review(review)

    def show_paper(self, paper: AttachedPaper | None) -> None:
        """Another paper, or none, stands beside the open summary now."""
        self.paper = paper
        self.paper_changed.emit(paper)

    # What was done, and can be taken back

    def tell_fault(self, sentence: str) -> None:
        """Say what went wrong."""
        self.failed.emit(sentence)

    def tell_done(self, code: str, facts: Mapping[str, Any], undo: Callable[[], None] | None = None) -> None:
        """Say what another part did; `take_back` undoes it."""
        self._offer(code, undo)
        self.did.emit(code, dict(facts) | {"can_undo": undo is not None})

    def offer_undo(
        self, code: str, undo: Callable[[], None], facts: Mapping[str, Any], *, about: str = ""
    ) -> None:  # fmt: skip
        """Say what was done to the library; `take_back` calls `undo` once.

        `about` is the one summary that it was done to: opened next, `undo` takes it back there too.
        """
        self._offer(code, undo, about)
        self.refresh()
        self.did.emit(code, {**facts, "can_undo": True})

    @tells
    def take_back(self) -> None:
        """Undo the last thing that was done, once."""
        undo = self._take_back
        self._offer("")
        if undo is not None:
            undo()
            self.refresh()

    def undo(self) -> None:
        """The one undo of the program: the last step in the open summary, else the last thing done to the library.

        What was done to the open summary itself (a merge) goes back while nothing was written in it since.
        """
        if self._session.current is not None and not self._is_as_made:
            self._session.undo()
        else:
            self.take_back()

    @property
    def _is_as_made(self) -> bool:
        """Whether the open summary is what the last thing done made of it."""
        return self._made is not None and self._session.current == self._made and self._session.is_untouched

    def _offer(self, code: str, undo: Callable[[], None] | None = None, about: str = "") -> None:
        self._take_back, self._about, self._made = undo, about, None
        self._offered = code if undo else ""
        self.offered.emit(self._offered)
        self._offer_here()

    def _offer_here(self) -> None:
        self.offered_here.emit(self._offered if self._is_as_made else "")

    def _enter(self, summary: Summary) -> None:
        self.paper = self.store.paper_of(summary.id)
        self._session.open(summary, is_read_only=self.store.is_read_only)
        if self._take_back is not None and self._made is None and self._about == summary.id:
            self._made = summary
        self._offer_here()
        self.paper_changed.emit(self.paper)
        self.entered.emit(summary)
