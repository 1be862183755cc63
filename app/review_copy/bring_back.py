"""Comments and changes of a review copy tied to the summary as it stands now; nothing comes twice."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher

from app.errors import BadInput
from app.model.claims import names_after
from app.model.codec import summary_from_json
from app.model.comment import OPEN, RESOLVED, Comment, Reply
from app.model.sections import sections
from app.model.summary import Summary
from app.review_copy.returned import Returned, ReturnedComment
from app.review_copy.seen import carried_span, seen
from app.review_copy.sheet import summary_mark
from app.review_copy.suggested import changes
from app.translation import _

_LOOKED_AT = 1000
_LEAST_LIKENESS = 0.6
"""From this share of common letters an item of a list is the same item, written on."""


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """The summary with what is new, and how many there were of each; `known` were there already."""

    summary: Summary
    comments: int = 0
    suggestions: int = 0
    answers: int = 0
    settled: int = 0
    known: int = 0

    @property
    def is_anything(self) -> bool:
        """Whether something is new."""
        return bool(self.comments or self.suggestions or self.answers or self.settled)


def brought_back(summary: Summary, returned: Returned, now: str) -> BroughtBack:
    """The summary with the comments and suggested changes of a review copy of it. `now` is for what has no moment.

    Raises BadInput when the file is a copy of another summary.
    """
    if returned.summary_mark != summary_mark(summary.id):
        raise BadInput(_("This is a review copy of another summary."))
    work = _Work(summary, returned, now)
    work.take_changes()
    work.take_comments()
    return work.done()


class _Work:
    def __init__(self, summary: Summary, returned: Returned, now: str) -> None:
        self._summary, self._returned, self._now = summary, returned, now
        self._base = _base(returned) or summary
        self._before, self._after = dict(sections(self._base)), dict(sections(summary))
        self._names = names_after(self._base, summary)
        self._comments = {one.id: one for one in summary.comments}
        self._counts = {"comments": 0, "suggestions": 0, "answers": 0, "settled": 0, "known": 0}
        self._ids: dict[str, str] = {}
        self._times: dict[tuple[str, ...], int] = {}

    def done(self) -> BroughtBack:
        return BroughtBack(replace(self._summary, comments=tuple(self._comments.values())), **self._counts)

    def take_changes(self) -> None:
        """Tracked changes, and plain ones against what was sent."""
        for name, section in self._returned.sections.items():
            markdown = self._before.get(name)
            if markdown is None:
                continue
            for change in changes(markdown, section):
                words = markdown[change.start : change.end]
                by, at = change.by or self._returned.by, change.at or self._now
                made = Comment(self._id("change", name, words, change.instead, str(change.start)), "", by=by, at=at)
                placed = self._placed(made, name, change.start, change.end, change.instead)
                if _stands(self._after.get(placed.section, ""), placed):
                    self._counts["known"] += 1  # somebody wrote it meanwhile
                else:
                    self._take(placed, "suggestions")

    def take_comments(self) -> None:
        """Comments, and the answers to them."""
        for one in self._returned.comments:
            if not one.parent and (one.text or one.words):
                self._take_comment(one)
        for one in self._returned.comments:
            if one.parent and one.text:
                self._take_answer(one)

    def _take_comment(self, one: ReturnedComment) -> None:
        if ours := self._sent_id(one):
            self._ids[one.number] = ours
            self._counts["known"] += 1
            self._settle(one, ours)
            return
        made = Comment(
            self._id("comment", one.by, one.at, one.text, one.words),
            one.text,
            by=one.by,
            at=_moment(one.at) or self._now,
        )
        markdown = self._before.get(one.section)
        if markdown is None:
            quoted = f"“{one.words.strip()}”: " if one.words.strip() else ""
            made = replace(made, section="title", text=quoted + one.text)
        else:
            start, end = self._span(one, markdown)
            made = self._placed(made, one.section, start, end, None)
        self._ids[one.number] = made.id
        self._take(replace(made, state=RESOLVED) if one.is_done else made, "comments")
        self._settle(one, made.id)

    def _span(self, one: ReturnedComment, markdown: str) -> tuple[int, int]:
        """The stretch of the Markdown that was sent behind the words of a comment."""
        letters = seen(markdown)
        section = self._returned.sections[one.section]
        found = carried_span(section.text, letters.text, one.start, one.end) if one.end > one.start else None
        return letters.span(*found) if found and found[0] < found[1] else (0, 0)

    def _take_answer(self, one: ReturnedComment) -> None:
        target = self._comments.get(self._ids.get(self._root(one), ""))
        if target is None:
            return
        reply = Reply(one.text, one.by, _moment(one.at) or self._now)
        if any((old.text, old.by) == (reply.text, reply.by) for old in target.replies):
            self._counts["known"] += 1
            return
        self._comments[target.id] = replace(target, replies=(*target.replies, reply))
        self._counts["answers"] += 1

    def _root(self, one: ReturnedComment) -> str:
        parents = {each.number: each.parent for each in self._returned.comments}
        number, steps = one.parent, 0
        while parents.get(number) and steps < 50:
            number, steps = parents[number], steps + 1
        return number

    def _settle(self, one: ReturnedComment, comment_id: str) -> None:
        """Word says that a comment which we sent is done."""
        comment = self._comments.get(comment_id)
        if one.is_done and comment is not None and comment.state == OPEN and comment.instead is None:
            self._comments[comment_id] = replace(comment, state=RESOLVED)
            self._counts["settled"] += 1

    def _sent_id(self, one: ReturnedComment) -> str:
        """The comment of ours that came back, which may have been deleted here since: it does not come again."""
        for comment_id, by, text in self._returned.sent:
            if _even(text) == _even(one.text) and (by or "?") == one.by:
                return comment_id
        alike = (c.id for c in self._comments.values() if one.text and (c.by, c.text) == (one.by, one.text))
        return next(alike, "")

    def _placed(self, made: Comment, section: str, start: int, end: int, instead: str | None) -> Comment:
        """A comment on the present text; where its words are gone, on the field, with the words it was about."""
        words = self._before.get(section, "")[start:end]
        here = self._home(section)
        if start < end and here in self._after:
            found = carried_span(self._before[section], self._after[here], start, end)
            if found:
                return replace(made, section=here, start=found[0], end=found[1], instead=instead)
        quoted = f"“{words.strip()}”" if words.strip() else ""
        if instead is not None:
            text = (
                _("Instead of {words}: “{instead}”").format(words=quoted, instead=instead)
                if quoted
                else _("Write here: “{instead}”").format(instead=instead)
            )
        elif quoted:
            text = f"{quoted}: {made.text}"
        else:
            text = made.text
        return replace(made, section=here, start=0, end=0, text=text)

    def _home(self, section: str) -> str:
        """Where a section stands now: an item of a list may have moved, and been written on."""
        here, old = self._names.get(section, section), self._before.get(section, "")
        name, bracket, rest = section.partition("[")
        if not bracket or self._after.get(here) == old:
            return here if here in self._after else name
        part = rest.partition("]")[2]
        items = [one for one in self._after if one.startswith(name + "[") and one.endswith("]" + part)]
        likeness = {
            one: SequenceMatcher(None, old[:_LOOKED_AT], self._after[one][:_LOOKED_AT]).ratio() for one in items
        }
        best = max(items, key=lambda one: likeness[one], default="")
        if best and likeness[best] >= _LEAST_LIKENESS:
            return best
        return here if here in self._after else name

    def _take(self, made: Comment, kind: str) -> None:
        if made.id in self._comments:
            self._counts["known"] += 1
        else:
            self._comments[made.id] = made
            self._counts[kind] += 1

    def _id(self, *parts: str) -> str:
        """The same id for the same thing said about the same summary, however often its file comes in."""
        times = self._times[parts] = self._times.get(parts, 0) + 1
        name = "\n".join((self._summary.id, *map(_even, parts), str(times)))
        return str(uuid.uuid5(uuid.NAMESPACE_OID, name))


def _stands(text: str, placed: Comment) -> bool:
    return placed.instead is not None and text[placed.start : placed.end] == placed.instead


def _base(returned: Returned) -> Summary | None:
    """The summary as it was sent; None when the file lost it or somebody wrote something else there."""
    try:
        return summary_from_json(returned.base, _("The review copy")) if returned.base else None
    except BadInput:
        return None


def _moment(at: str) -> str:
    """A moment of Word as ours; one without a zone is taken as it stands. Empty when it is none."""
    try:
        found = datetime.fromisoformat(at)
    except ValueError:
        return ""
    return found.strftime("%Y-%m-%dT%H:%M:%SZ") if found.year > 1900 else ""


def _even(text: str) -> str:
    return " ".join(text.split())
