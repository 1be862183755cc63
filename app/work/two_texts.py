"""Two texts of one summary, of which neither may silently win: one was rescued or is open, one is in the library."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.model.summary import Summary, title_of
from app.text.changes import PartChange, changes
from app.work.store import Store
from app.work.versions import UNSPECIFIED


@dataclass(frozen=True, slots=True)
class TwoTexts:
    """`mine` is what the writer wrote here (at `mine_at`); `theirs` is what the library holds, None when it holds none.

    `why` is `closed` (the program ended before it was saved), `replaced` or `elsewhere` (another program wrote).
    """

    why: str
    mine: Summary
    theirs: Summary | None
    mine_at: str = ""

    @property
    def title(self) -> str:
        """The summary's name for people."""
        return title_of(self.mine)

    @property
    def changes(self) -> tuple[PartChange, ...]:
        """Part by part, from the library's text to the writer's."""
        return changes(self.theirs or Summary(id=self.mine.id), self.mine, UNSPECIFIED)


def is_same(one: Summary, other: Summary) -> bool:
    """Whether two texts are the same to a reader: addresses and dates, which the library gives, do not count."""
    return not changes(one, other, UNSPECIFIED) and one.status == other.status


def keep_both(store: Store, texts: TwoTexts, *, takes_mine: bool) -> None:
    """Make one the library's text and keep the other as a version in its history. Raises LibraryFault."""
    theirs = texts.theirs
    with store.together():
        if theirs is None:
            store.save(texts.mine, "save")
            return
        held = store.load(texts.mine.id)
        mine = replace(texts.mine, slug=held.slug, slug_history=held.slug_history, dates=held.dates)
        store.save(held, "save")
        saved = store.save(mine, "save")
        if not takes_mine:
            store.save(replace(held, dates=saved.dates), "save")
