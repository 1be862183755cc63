"""What is said when summaries go to another writer and come back: fields, clashes, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from app.model.merge import Clash
from app.model.parts import value_text
from app.translation import _, counted
from app.ui.editor.levels import LEVELS
from app.ui.library.states import STATES
from app.ui.words.sections import SECTION_NAMES

if TYPE_CHECKING:
    from app.work.exchange import Meeting, Outcome

HEADING = _("You both changed this summary")
MINE, MERGE, CANCEL = _("Yours"), _("Merge"), _("Cancel")
KEEP_MINE, KEEP_BOTH = _("Keep mine"), _("Keep both, mine first")
ALL_MINE, ALL_THEIRS = _("Mine everywhere"), _("Theirs everywhere")
NOTHING = _("Nothing")
NOTHING_LOST = _("The text as you have it now is kept as a version first. Cancel leaves everything as it is.")
_FIELDS = {
    "plain_title": _("Title"),
    "paper": _("Citation"),
    "categories": _("Categories"),
    "evidence_level": _("Level of evidence"),
    "evidence_text": _("Evidence Level, in words"),
    "subject": _("Studied in"),
    "stage": _("Stage"),
    "status": _("State"),
    "language": _("Language"),
    "glossary": _("Glossary"),
    "related_research": _("Related research"),
    "contributors": _("People"),
    "corrections": _("Corrections"),
}
_SUBJECTS = {"cells": _("Cells"), "animal": _("Animals"), "human": _("People"), "mixed": _("Animals and people")}


def field_name(field: str) -> str:
    """A field of a summary for people."""
    return _FIELDS.get(field) or SECTION_NAMES.get(field, field)


def field_text(field: str, value: Any) -> str:
    """What a field holds, to be read."""
    if field == "status":
        return STATES[value].word
    if field == "evidence_level":
        return dict(LEVELS).get(value, str(value or ""))
    if field == "subject":
        return _SUBJECTS.get(value, "")
    if field == "stage":
        return "" if value is None else str(value)
    if field == "glossary":
        return "\n".join(": ".join(filter(None, (term.term, term.plain, term.explanation))) for term in value)
    return value_text(value, _("Not specified"))


def theirs(writer: str) -> str:
    """The heading above the other writer's text."""
    return _("{writer}’s").format(writer=writer) if writer else _("Theirs")


def take_theirs(writer: str) -> str:
    """The choice of the other writer's text."""
    return _("Take {writer}’s").format(writer=writer) if writer else _("Take theirs")


def clash_words(title: str, writer: str, meeting: Meeting) -> str:
    """What the dialog is about: which summary, and how much came in without a question."""
    asked = counted(
        "In “{title}” one part reads differently with you and with {writer}.",
        "In “{title}” {n:,} parts read differently with you and with {writer}.",
        len(meeting.clashes),
        title=title,
        writer=writer or _("the other writer"),
    )
    if meeting.merge is None or meeting.merge.base is None:
        return asked + " " + _("There is no version that both of you have had, so every difference is asked.")
    came = len(meeting.merge.taken)
    if not came:
        return asked
    return asked + " " + counted("One other part is taken from them.", "{n:,} other parts are taken from them.", came)


def decided_words(decided: int, of: int) -> str:
    """`1 of 3 decided`."""
    return _("{decided:,} of {of:,} decided").format(decided=decided, of=of)


def choice_name(clash: Clash, choice: str) -> str:
    """A choice as it is heard: `Title: Keep mine`."""
    return f"{choice}, {field_name(clash.field)}"


def clash_sentence(meeting: Meeting) -> str:
    """For the command line: what clashes, and where it can be decided."""
    fields = ", ".join(field_name(clash.field) for clash in meeting.clashes)
    return _(
        "“{title}” was changed here and by the other writer, differently, in: {fields}. Nothing was overwritten. "
        "Bring the file in with the window open: it shows both texts side by side."
    ).format(title=meeting.title, fields=fields)


def sent_words(titles: Sequence[str], path: str) -> str:
    """Where the file for the other writer is."""
    if len(titles) == 1:
        return _("“{title}” is in {path}. Send this file to the other writer.").format(title=titles[0], path=path)
    return counted(
        "{n:,} summary is in {path}. Send this file to the other writer.",
        "{n:,} summaries are in {path}. Send this file to the other writer.",
        len(titles),
        path=path,
    )


def taken_words(outcomes: Sequence[Outcome], writer: str) -> str:
    """What became of what came: for one summary its parts, for several how many of them; nothing is left unsaid."""
    who = writer or _("the other writer")
    said = [_one(outcomes[0], who)] if len(outcomes) == 1 else _many(outcomes, who)
    comments = sum(done.comments for done in outcomes)
    gave_way = sum(done.gave_way for done in outcomes)
    others = sum(done.is_other_paper for done in outcomes)
    if comments:
        said.append(counted("One new comment.", "{n:,} new comments.", comments))
    if gave_way:
        said.append(
            counted(
                "One link to a passage of the paper stays as you have it.",
                "{n:,} links to passages of the paper stay as you have them.",
                gave_way,
            )
        )
    if others:
        said.append(_("Another paper is attached there; yours stays."))
    return " ".join(said)


def _one(done: Outcome, who: str) -> str:
    if done.action == "added":
        return _("“{title}” from {who} is new here.").format(title=done.title, who=who)
    if done.action == "unchanged":
        return _("“{title}”: {who} sent nothing that you have not had. Yours stays.").format(title=done.title, who=who)
    return _("“{title}”: {taken:,} from {who}, {kept:,} kept as you changed them, {decided:,} decided by you.").format(
        title=done.title, who=who, taken=done.taken, kept=done.kept, decided=done.decided
    )


def _many(outcomes: Sequence[Outcome], who: str) -> list[str]:
    count = {
        name: sum(done.action == name for done in outcomes) for name in ("added", "updated", "merged", "unchanged")
    }
    said = [
        _(
            "From {who}: {added:,} new, {updated:,} brought up to date, {merged:,} merged, {unchanged:,} as before."
        ).format(who=who, **count)
    ]
    if count["merged"]:
        totals = {name: sum(getattr(done, name) for done in outcomes) for name in ("taken", "kept", "decided")}
        said.append(
            _("Parts: {taken:,} from them, {kept:,} kept as you changed them, {decided:,} decided by you.").format(
                **totals
            )
        )
    return said
