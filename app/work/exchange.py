"""Summaries sent to another writer and back: what goes into the file, and how one that came meets the library's own.

Nothing is written before everything is decided, and what a merge changes is kept under a name first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.errors import LibraryFault
from app.model.exchange import ExchangeFile, Sent
from app.model.merge import Clash, Merged, merged, settled
from app.model.summary import CategoryRef, Dates, Summary, title_of
from app.model.vocabulary import PUBLISHED, READY, UNPUBLISHED
from app.translation import _
from app.work.store import Store

ADDED, UPDATED, MERGED, UNCHANGED = "added", "updated", "merged", "unchanged"
Choices = Mapping[str, Mapping[str, str]]
"""By the summary's id and the field: "mine", "theirs" or "both"."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A summary that came, and what it meets: `merge` is None where the library does not have it yet."""

    sent: Sent
    mine: Summary | None
    theirs: Summary
    merge: Merged | None

    @property
    def id(self) -> str:
        """The id that both sides know it by."""
        return self.theirs.id

    @property
    def title(self) -> str:
        """Its name for people."""
        return title_of(self.mine or self.theirs)

    @property
    def clashes(self) -> tuple[Clash, ...]:
        """What somebody has to decide."""
        return self.merge.clashes if self.merge else ()

    @property
    def action(self) -> str:
        """What taking it in does: added, updated (only they changed it), merged (both did), unchanged."""
        if self.merge is None:
            return ADDED
        if self.clashes:
            return MERGED
        if self.merge.summary == self.mine:
            return UNCHANGED
        return MERGED if self.merge.kept else UPDATED


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a summary that came: fields taken from theirs, kept as mine, and decided by the writer.

    `comments` are new ones. `before` is what the library held, None for a new one. `is_other_paper`: another paper is
    attached there than here, and the one here stays. `was_known`: the version had come before.
    """

    id: str
    title: str
    action: str
    sent: Summary
    taken: int = 0
    kept: int = 0
    decided: int = 0
    comments: int = 0
    gave_way: int = 0
    before: Summary | None = None
    is_other_paper: bool = False
    was_known: bool = False


def to_send(store: Store, ids: Iterable[str], writer: str, now: str) -> ExchangeFile:
    """The summaries as they go out, each with the versions that this library has had."""
    sent = []
    for summary_id in ids:
        summary = store.load(summary_id)
        kept = (version.sha256 for version in store.revisions(summary_id))
        versions = dict.fromkeys((store.hash_of(summary), *store.exchanged(summary_id), *kept))
        sent.append(Sent(summary, tuple(versions), store.paper_of(summary_id)))
    return ExchangeFile(writer, now, tuple(sent))


def note_sent(store: Store, file: ExchangeFile) -> None:
    """Keep what went out as what both have had. A library open for reading only finds it in its history."""
    if not store.is_read_only:
        with store.together():
            for sent in file.summaries:
                store.note_exchanged(sent.summary, file.made)


def meet(store: Store, sent: Sent) -> Meeting:
    """What a summary that came meets in the library. Nothing is written."""
    mine = store.load(sent.summary.id) if store.has(sent.summary.id) else None
    theirs = _shelved(store, sent.summary)
    if mine is None:
        return Meeting(sent, None, _as_new(theirs), None)
    base = _common(store, sent)
    base = _shelved(store, base) if base else None
    if _is_public(mine) or _is_public(theirs):  # what stands on whose website is told by that library alone
        theirs = replace(theirs, status=mine.status)
        base = replace(base, status=mine.status) if base else None
    return Meeting(sent, mine, theirs, merged(base, mine, theirs))


def take(store: Store, meetings: Sequence[Meeting], choices: Choices, writer: str, now: str = "") -> list[Outcome]:
    """Take in what came, all or none. Raises KeyError for a clash without a choice, and NotSaved."""
    own = store.writer
    try:
        with store.together():
            return [_taken(store, meeting, choices.get(meeting.id, {}), writer, own, now) for meeting in meetings]
    finally:
        store.writer = own


def take_back(store: Store, outcomes: Iterable[Outcome]) -> None:
    """The library's own text again, as a new version; what was new goes to the trash."""
    with store.together():
        for done in outcomes:
            if not done.was_known and done.action != UNCHANGED:
                store.forget_exchanged(done.sent)
            if done.before is None:
                store.trash([done.id])
            elif done.action != UNCHANGED:
                held = store.load(done.id)
                before = replace(done.before, slug=held.slug, slug_history=held.slug_history, dates=held.dates)
                store.save(before, "save")


def _taken(
    store: Store, meeting: Meeting, choices: Mapping[str, str], writer: str, own: str, now: str
) -> Outcome:  # fmt: skip
    mine, merge, action = meeting.mine, meeting.merge, meeting.action
    known = store.hash_of(meeting.sent.summary) in store.exchanged(meeting.id)
    if mine is None or merge is None:
        store.writer = writer
        store.save(meeting.theirs, "import", now)
    elif action != UNCHANGED:
        whole = settled(merge, choices)
        if not store.revisions(mine.id)[0].name:
            store.name_newest(mine.id, _("Before what {writer} sent").format(writer=writer or _("another writer")))
        store.writer = writer if action == UPDATED else own
        store.save(replace(whole, dates=replace(mine.dates, modified="")), "import", now)
    store.writer = own
    is_other = _attach(store, meeting)
    store.untrash([meeting.id])
    if not (known and action == UNCHANGED):  # an old file that comes again is not the newest they have in common
        store.note_exchanged(meeting.sent.summary, now)
    done = Outcome(meeting.id, meeting.title, action, meeting.sent.summary, before=mine, was_known=known)
    if merge is None or mine is None:
        return replace(done, is_other_paper=is_other)
    new = {comment.id for comment in meeting.theirs.comments} - {comment.id for comment in mine.comments}
    kept = {comment.id for comment in merge.summary.comments}
    return replace(
        done,
        taken=len(merge.taken),
        kept=len(merge.kept),
        decided=len(merge.clashes),
        comments=len(new & kept),
        gave_way=merge.gave_way,
        is_other_paper=is_other,
    )


def _attach(store: Store, meeting: Meeting) -> bool:
    """Attach the paper that came where there is none; whether another one than it stands here."""
    came, here = meeting.sent.paper, store.paper_of(meeting.id)
    if came is None:
        return False
    if here is None:
        store.attach(meeting.id, came)
        return False
    return here.text != came.text


def _common(store: Store, sent: Sent) -> Summary | None:
    """The newest version of this library that the other has had too, by its content; None when there is none."""
    summary_id, theirs = sent.summary.id, set(sent.versions)
    versions = store.revisions(summary_id)  # but for what came in: that may have been taken back
    kept = {version.sha256: version.number for version in versions if version.kind != "import"}
    exchanged = store.exchanged(summary_id)
    for sha256 in dict.fromkeys((*exchanged, *kept)):
        if sha256 not in theirs:
            continue
        try:
            found = store.exchanged_version(summary_id, sha256) if sha256 in exchanged else None
            if found is not None or sha256 in kept:
                return found or store.revision(kept[sha256])
        except LibraryFault:  # one version is damaged: an older one does, and asks more
            continue
    return None


def _as_new(theirs: Summary) -> Summary:
    """A summary that is new here: it is on no website of this library, whatever it is on theirs."""
    dates = Dates(created=theirs.dates.created, modified=theirs.dates.modified, reviewed=theirs.dates.reviewed)
    return replace(theirs, status=READY if _is_public(theirs) else theirs.status, slug_history=(), dates=dates)


def _is_public(summary: Summary) -> bool:
    return summary.status in (PUBLISHED, UNPUBLISHED)


def _shelved(store: Store, summary: Summary) -> Summary:
    """The summary with its categories under the names of this library: another name of one is no change."""
    names = {}
    for category in store.categories():
        for slug in (*category.slug_history, category.slug):
            names[slug.casefold()] = CategoryRef(category.slug, category.name)
    return replace(summary, categories=tuple(names.get(ref.slug.casefold(), ref) for ref in summary.categories))
