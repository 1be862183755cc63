"""What an open library keeps of each summary's past: versions, states, what was exchanged, and what is let go."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from app.model.listing import Address
from app.model.summary import Category, Summary
from db import categories, exchanged, listings, opening, revisions, thinning
from db.open_file import OpenFile
from db.revisions import Revision, StateChange
from db.rows import content_sha256
from db.standing import Standing, standing


class KeptPast(OpenFile):
    """The history of an open library. `writer` is the name under which versions are kept from now on."""

    writer = ""

    def revisions(self, summary_id: str) -> list[Revision]:
        """The kept versions of a summary, newest first."""
        with opening.faults_as_sentences(self.path):
            return revisions.revisions(self._db, summary_id)

    def revision(self, number: int) -> Summary:
        """The summary as it was in a kept version. Raises LibraryFault when it is gone or damaged."""
        with opening.faults_as_sentences(self.path):
            return revisions.revision(self._db, number)

    def name_revision(self, number: int, name: str) -> None:
        """Give a kept version a name, or take it away with an empty one. It is kept for good from then on."""
        with self._writing():
            revisions.rename(self._db, number, " ".join(name.split())[:100])

    def name_newest(self, summary_id: str, name: str) -> None:
        """Give the newest version of a summary a name."""
        with self._writing():
            revisions.name_newest(self._db, summary_id, " ".join(name.split())[:100])

    def states(self, summary_id: str) -> list[StateChange]:
        """The states a summary was given, newest first."""
        with opening.faults_as_sentences(self.path):
            return revisions.states(self._db, summary_id)

    def addresses(self, *statuses: str) -> list[Address]:
        """The addresses of all summaries, or of those in some states, newest edited first."""
        with opening.faults_as_sentences(self.path):
            return listings.addresses(self._db, *statuses)

    def tidy(self, trash_days: int, now: str = "") -> int:
        """Let go of superfluous autosaves, and of what was in the trash for longer than `trash_days` (0: never).

        Returns how many summaries left the trash for good. Bounded: a large library is tidied over several openings.
        """
        now = now or utc_now()
        with self._writing():
            thinning.thin(self._db, now)
            return thinning.empty_old_trash(self._db, now, trash_days)

    def exchanged(self, summary_id: str) -> list[str]:
        """The hashes of the versions of a summary that went to or came from another library, newest first."""
        with opening.faults_as_sentences(self.path):
            return exchanged.hashes(self._db, summary_id)

    def exchanged_version(self, summary_id: str, sha256: str) -> Summary | None:
        """The summary as it was in an exchanged version; None when this library does not know it."""
        with opening.faults_as_sentences(self.path):
            return exchanged.version(self._db, summary_id, sha256)

    def note_exchanged(self, summary: Summary, now: str = "") -> None:
        """Keep a version that went out or came in, as the common one for the next time."""
        with self._writing():
            exchanged.note(self._db, summary, now or utc_now())

    def forget_exchanged(self, summary: Summary) -> None:
        """Let go of a version as the common one: bringing it in was taken back."""
        with self._writing():
            exchanged.forget(self._db, summary)

    def standing(self, summary_id: str) -> Standing | None:
        """How a summary stands just now; None when it is not in the library."""
        with opening.faults_as_sentences(self.path):
            return standing(self._db, summary_id)

    def drop_unused(self, made: Iterable[Category], ids: Iterable[str]) -> tuple[Category, ...]:
        """Drop those categories that are as they were made and that only these summaries, if any, stand in."""
        with self._writing():
            return categories.drop_unused(self._db, made, ids)

    def stand_again(self, ids: Iterable[str]) -> None:
        """Let summaries stand in the categories that their text names; those that are gone are made again."""
        with self._writing():
            categories.stand_again(self._db, ids)

    def hash_of(self, summary: Summary) -> str:
        """What tells this content from any other, as `exchanged` and the kept versions name it."""
        return content_sha256(summary)


def utc_now() -> str:
    """This moment in ISO 8601 UTC, as summaries keep it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
