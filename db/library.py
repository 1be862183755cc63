"""The library: summaries by id, their table, categories, site and history, all in one file.

A Library belongs to the thread that opened it. Every write is one transaction: it happens whole or not at all.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from app.errors import ChangedElsewhere, LibraryFault
from app.model.dismissal import Dismissal
from app.model.house_style import HouseStyle, Term
from app.model.listing import Counts, Filter, Listing
from app.model.paper import Notice
from app.model.paper_text import AttachedPaper
from app.model.place import Places
from app.model.site import Site, Targets
from app.model.stored import StoredSummary
from app.model.summary import Category, Dates, Summary
from app.translation import _
from db import backup, categories, listings, looked, many, opening, papers, places, revisions, settings, shelf
from db.kept import KeptPast, utc_now
from db.rows import content_sha256
from db.stored import stored_summaries


class Library(KeptPast):
    """The summaries, categories, site and history of an open file. Made by `Library.create` or `Library.open`."""

    # One summary

    def new_summary(self, now: str = "") -> Summary:
        """A fresh summary with its own id. It enters the library at its first save."""
        return Summary(id=str(uuid.uuid4()), dates=Dates(created=now or utc_now()))

    def save(self, summary: Summary, kind: str = "autosave", now: str = "") -> Summary:
        """Save a summary and return it as it now stands: with its slug, its dates and the library's category names.

        `kind` is autosave, save, published or import (which keeps the dates). Raises ChangedElsewhere when the
        library holds a version that was not read here, and NotSaved when the disk or the library refuses.
        """
        with self._writing():
            stored = shelf.stored(self._db, summary.id)
            if stored and self._seen.get(summary.id) != stored.mark:
                raise ChangedElsewhere(
                    _("This summary was changed elsewhere since you opened it. Nothing was overwritten.")
                )
            saved = shelf.put(
                self._db,
                summary,
                stored,
                kind=kind,
                session=self._session,
                now=now or utc_now(),
                writer=self.writer,
            )
        self._seen[summary.id] = saved.mark
        return saved.summary

    def load(self, summary_id: str) -> Summary:
        """The summary with this id. Raises LibraryFault when there is none."""
        with opening.faults_as_sentences(self.path):
            found = shelf.stored(self._db, summary_id)
        if found is None:
            raise LibraryFault(_("This summary is not in the library."), code="missing")
        self._seen[summary_id] = found.mark
        return found.summary

    def load_by_slug(self, slug: str) -> Summary:
        """The summary at this address, now or formerly. Raises LibraryFault when there is none."""
        with opening.faults_as_sentences(self.path):
            summary_id = listings.id_at(self._db, slug)
        if summary_id is None:
            raise LibraryFault(
                _("There is no summary “{slug}” in {path}.").format(slug=slug, path=self.path), code="missing"
            )
        return self.load(summary_id)

    def load_many(self, ids: Iterable[str] | None = None) -> Iterator[Summary]:
        """Summaries one by one, for reading only: those asked for, else all outside the trash, newest edited first."""
        with opening.faults_as_sentences(self.path):
            for summary_id in listings.ids(self._db) if ids is None else ids:
                if found := shelf.stored(self._db, summary_id):
                    yield found.summary

    def stored(self, ids: Iterable[str]) -> Iterator[StoredSummary]:
        """Summaries one by one as they are stored, for who has to read only some of them."""
        with opening.faults_as_sentences(self.path):
            yield from stored_summaries(self._db, ids)

    def of_paper(self, doi: str, title: str = "") -> tuple[str, ...]:
        """The ids of the summaries (not in the trash) of a paper, oldest first: by its DOI, else by its title."""
        with opening.faults_as_sentences(self.path):
            return listings.ids_of_paper(self._db, doi, title)

    def has(self, summary_id: str) -> bool:
        """Whether a summary with this id is in the library, be it in the trash."""
        with opening.faults_as_sentences(self.path):
            return self._db.execute("SELECT 1 FROM summaries WHERE id = ?", (summary_id,)).fetchone() is not None

    def duplicate(self, summary_id: str, now: str = "") -> Summary:
        """A draft copy with its own id and address, saved."""
        now = now or utc_now()
        found = self.load(summary_id)
        with self.together():
            saved = self.save(many.copy_of(found, now), "save", now)
            if paper := self.paper_of(summary_id):
                self.attach(saved.id, paper, self.paper_file(summary_id))
        return saved

    # Many summaries

    def trash(self, ids: Iterable[str], now: str = "") -> None:
        """Put summaries into the trash, out of every list and export."""
        self._set_trashed(ids, True, now)

    def untrash(self, ids: Iterable[str]) -> None:
        """Take summaries back out of the trash."""
        self._set_trashed(ids, False)

    def empty_trash(self) -> int:
        """Remove what is in the trash, with its history, for good; returns how many."""
        with self._writing():
            return many.empty_trash(self._db)

    def set_status(self, ids: Iterable[str], status: str, now: str = "") -> None:
        """Give summaries a state. The first time it is *published* sets their date of publication."""
        self._change(ids, many.with_status(status), many.kind_of(status), now)

    def add_category(self, ids: Iterable[str], slug: str, now: str = "") -> None:
        """Put summaries into a category, as their last one."""
        self._change(ids, many.added_to(self.categories(), slug), "save", now)

    def remove_category(self, ids: Iterable[str], slug: str, now: str = "") -> None:
        """Take summaries out of a category."""
        self._change(ids, many.removed_from(slug), "save", now)

    def set_grade(
        self, summary_id: str, grade: float | None, scorer: str = "", counts: tuple[int, int, int] = (0, 0, 0)
    ) -> None:
        """Keep a summary's reading grade and its numbers of errors, warnings and notices, for the table."""
        with self._writing():
            listings.set_grade(self._db, summary_id, grade, scorer, counts)

    def ungraded(self, scorer: str) -> tuple[str, ...]:
        """The ids of summaries whose grade is missing, out of date or of another scorer."""
        with opening.faults_as_sentences(self.path):
            return listings.ungraded(self._db, scorer)

    # The table

    def listings(self, wanted: Filter | None = None, limit: int | None = None, offset: int = 0) -> list[Listing]:
        """The rows of the table that a filter asks for; newest edited first by default."""
        with opening.faults_as_sentences(self.path):
            return listings.listings(self._db, wanted or Filter(), limit, offset)

    def counts(self) -> Counts:
        """How many summaries there are, by state and category, and how many in the trash."""
        with opening.faults_as_sentences(self.path):
            return listings.counts(self._db)

    # Categories

    def categories(self) -> tuple[Category, ...]:
        """Every category in the writer's order."""
        with opening.faults_as_sentences(self.path):
            return categories.categories(self._db)

    def save_category(self, category: Category, old_slug: str | None = None) -> Category:
        """Add a category, or change the one at `old_slug`. Raises BadInput when its name is missing or taken."""
        with self._writing():
            return categories.save_category(self._db, category, old_slug)

    def merge_categories(self, from_slug: str, into_slug: str) -> None:
        """Move every summary of one category into another; the old address redirects."""
        with self._writing():
            categories.merge_categories(self._db, from_slug, into_slug)

    def delete_category(self, slug: str) -> None:
        """Drop a category; its summaries stay."""
        with self._writing():
            categories.delete_category(self._db, slug)

    def order_categories(self, slugs: Iterable[str]) -> None:
        """Put the categories in this order."""
        with self._writing():
            categories.order_categories(self._db, slugs)

    # Settings

    def site(self) -> Site:
        """The site settings, with the categories."""
        with opening.faults_as_sentences(self.path):
            return settings.site(self._db)

    def save_site(self, site: Site) -> None:
        """Keep the site settings."""
        with self._writing():
            settings.save_site(self._db, site)

    def places(self) -> Places:
        """Where the website was published last."""
        with opening.faults_as_sentences(self.path):
            return places.places(self._db)

    def save_places(self, remembered: Places) -> None:
        """Remember where the website is published."""
        with self._writing():
            places.save_places(self._db, remembered)

    def style(self) -> HouseStyle:
        """What the library asks of its texts: targets, glossary, findings set aside for good."""
        with opening.faults_as_sentences(self.path):
            return settings.style(self._db)

    def save_targets(self, targets: Targets) -> None:
        """Keep the targets. Every grade of the table is out of date from now on."""
        with self._writing():
            settings.save_targets(self._db, targets)

    def save_glossary(self, terms: Iterable[Term]) -> None:
        """Keep the glossary, all of it. Every grade of the table is out of date from now on."""
        with self._writing():
            settings.save_glossary(self._db, terms)

    def save_dismissals(self, dismissals: Iterable[Dismissal]) -> None:
        """Keep the dismissals that hold for every summary. Every grade of the table is out of date from now on."""
        with self._writing():
            settings.save_dismissals(self._db, dismissals)

    # Papers

    def paper_of(self, summary_id: str) -> AttachedPaper | None:
        """The paper attached to a summary, without its file. None when there is none."""
        with opening.faults_as_sentences(self.path):
            return papers.paper_of(self._db, summary_id)

    def paper_file(self, summary_id: str) -> bytes | None:
        """The bytes of the attached paper's file, where it was kept."""
        with opening.faults_as_sentences(self.path):
            return papers.paper_file(self._db, summary_id)

    def attach(self, summary_id: str, paper: AttachedPaper, file: bytes | None = None) -> None:
        """Attach a paper to a summary in place of any before. Raises LibraryFault when the summary is not saved yet."""
        with self._writing():
            papers.attach(self._db, summary_id, paper, file)

    def detach(self, summary_id: str) -> None:
        """Take the paper off a summary; nothing happens when it has none."""
        with self._writing():
            papers.detach(self._db, summary_id)

    def looked(self) -> Mapping[str, str]:
        """When the registries last answered about each summary's paper: ISO 8601 UTC by the summary's id."""
        with opening.faults_as_sentences(self.path):
            return looked.looked(self._db)

    def numbered(self) -> tuple[tuple[str, str], ...]:
        """Id and state of every summary outside the trash whose paper has a DOI or a PubMed id."""
        with opening.faults_as_sentences(self.path):
            return looked.numbered(self._db)

    def note_looked(self, notices: Mapping[str, tuple[Notice, ...]], ids: Iterable[str], now: str = "") -> None:
        """Keep what the registries said: the notices by the summary's id, and of which papers all was answered now."""
        with self._writing():
            news = looked.news(self._db, notices)
            self._change(news, lambda summary: looked.with_notices(summary, notices), "save", now)
            looked.note_looked(self._db, ids, now or utc_now())

    # History and safety

    def has_had(self, summary: Summary) -> bool:
        """Whether the library has, or has ever had, exactly this content under this id."""
        sha256 = content_sha256(summary)
        with opening.faults_as_sentences(self.path):
            if revisions.has_had(self._db, summary.id, sha256):
                return True
            found = shelf.stored(self._db, summary.id)
        if found is None:
            return False
        without_notes = replace(found.summary, dismissals=(), comments=(), checklist=())  # as it is published
        return sha256 in (content_sha256(found.summary), content_sha256(without_notes))

    def back_up(self, to: Path | None = None) -> Path:
        """Make a checked copy, beside the library unless told where, and return its path."""
        return backup.back_up(self.path, to)

    def _set_trashed(self, ids: Iterable[str], is_trashed: bool, now: str = "") -> None:
        with self._writing():
            many.set_trashed(self._db, ids, is_trashed, now or utc_now())

    def _change(self, ids: Iterable[str], change: shelf.Change, kind: str, now: str) -> None:
        # What another part of the program has open is now out of date: it must load again before it can save.
        with self._writing():
            now = now or utc_now()
            many.change(self._db, ids, change, kind=kind, session=self._session, now=now, writer=self.writer)
