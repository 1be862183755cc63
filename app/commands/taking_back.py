"""Takes an import back as one step, and brings it in again. What somebody worked on since is left as it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.commands.taking_in import Change
from app.model.summary import Category
from db.library import Library


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What was undone: `put_away` are in the trash, `restored` say what they said before the import.

    `stayed` counts those that were changed since; `dropped` are the categories that nothing stands in any more.
    `again` undoes the undoing: the same changes with what they made.
    """

    put_away: tuple[str, ...]
    restored: tuple[str, ...]
    stayed: int
    dropped: tuple[Category, ...]
    again: tuple[Change, ...]


def take_back(library: Library, changes: Iterable[Change], made: Iterable[Category]) -> TakenBack:
    """Undo an import, all or nothing. `made` are the categories it brought. Raises NotSaved.

    A summary that is new goes to the trash, one that came out of it goes back, one that was brought up to date gets
    its words again as a new version. One that has another version, a paper or a named version by now stays.
    """
    put_away, restored, stayed, again = [], [], 0, []
    with library.together():
        for change in _whole(changes):
            stands = library.standing(change.id)
            if stands is None:
                continue  # deleted for good meanwhile
            is_new = change.before is None
            if stands.version != change.version or (is_new and stands.has_more):
                stayed += 1
                continue
            if change.before is not None and (held := library.load(change.id)) != change.before:
                library.save(change.before, "import")
                restored.append(change.id)
                version = getattr(library.standing(change.id), "version", 0)
                again.append(Change(change.id, held, False, version))
            if (is_new or change.was_trashed) and not stands.is_trashed:
                put_away.append(change.id)
        library.trash(put_away)
        shown = {picture.category for picture in library.site().pictures}
        gone = library.drop_unused((each for each in made if each.slug not in shown), put_away)
    return TakenBack(tuple(put_away), tuple(restored), stayed, gone, tuple(again))


def bring_again(library: Library, taken: TakenBack) -> None:
    """Undo `take_back`: out of the trash, into their categories, with the words that the import brought."""
    with library.together():
        library.untrash(taken.put_away)
        library.stand_again(taken.put_away)
        for change in taken.again:
            stands = library.standing(change.id)
            if change.before is not None and stands and stands.version == change.version:
                library.load(change.id)
                library.save(change.before, "import")


def _whole(changes: Iterable[Change]) -> Iterable[Change]:
    """One change for each summary: a folder may hold the same one twice."""
    whole: dict[str, Change] = {}
    for change in changes:
        first = whole.get(change.id)
        whole[change.id] = replace(first, version=change.version) if first else change
    return whole.values()
