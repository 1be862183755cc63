"""The sentences for what was done, by its code: for the notices strip."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.translation import _, amid, counted, quoted
from app.ui.library.states import STATES
from app.ui.words.attached import FIELDS, attached_sentence
from app.ui.words.exchange import sent_words, taken_words
from app.ui.words.importing import taken_back_words
from app.ui.words.so_many import so_many

_DONE = {
    "duplicated": _("Copied {what}."),
    "trashed": _("Moved {what} to the trash."),
    "untrashed": _("Put {what} back."),
    "state_set": _("{what} now: {state}."),
    "category_added": _("Added a category to {what}."),
    "category_removed": _("Took a category off {what}."),
    "import_brought_again": _("Brought {what} in again."),
    "trash_emptied": _("Emptied the trash: {count} deleted for good."),
    "trash_aged": _("{what} lay in the trash for more than {days} days and {was} deleted for good."),
    "left_everywhere": _("{text} is left as it is in every summary of this library."),
    "taken_up_everywhere": _("{text} is looked at again in every summary of this library."),
    "site_saved": _("Website settings kept."),
    "version_kept": _("This version is kept for good."),
    "review_copy_made": _("The review copy is in {path}."),
    "copy_written": _("A copy is in {path}."),
    "term_added": _("Glossary: “{term}” added."),
    "term_changed": _("Glossary: “{term}” changed."),
    "term_removed": _("Glossary: “{term}” removed."),
    "glossary_written": _("{count:,} terms of the glossary are in {path}."),
    "targets_set": _("The library’s targets are changed. Grades and marks follow."),
    "paper_removed": _("Paper removed. The summary stays as it is."),
    "related_added": _("Related research: {count} added."),
    "level_chosen": _("Evidence level chosen. It is what the paper looks like: please look."),
    "all_linked": _("Every sentence has its link, or is explanation."),
    "restored": _("The backup is in the library’s place. What was there before is kept beside it."),
    "read_only": _("This library is open in another window, so here it can only be read."),
}


def done_sentence(code: str, facts: Mapping[str, Any]) -> str:
    """What was done, in one short sentence."""
    if code == "paper_attached":
        return attached_sentence(facts)
    if code == "quoted":
        return _("The paper’s words are in {fields}. Say them in your own words.").format(fields=FIELDS[facts["field"]])
    if code == "imported":
        return _imported(facts)
    if code == "import_taken_back":
        return taken_back_words(facts["put_away"], facts["restored"], facts["stayed"])
    if code == "sent":
        return sent_words(facts["titles"], facts["path"])
    if code == "exchanged":
        return taken_words(facts["outcomes"], facts["writer"])
    if code == "glossary_read":
        return _glossary_read(facts)
    count = facts.get("count", 1)
    title = facts.get("title")
    what = so_many(count, "summary")
    if count == 1 and (title or code == "trash_aged"):
        what = quoted(title) if title else what
    status = facts.get("status")
    state = amid(STATES[status].word) if status else ""
    text = " ".join(str(facts.get("text", "")).split())
    about = quoted(f"{text[:39].rstrip()}…") if len(text) > 40 else quoted(text) if text else _("This")
    values = {"path": "", "was": "was" if count == 1 else "were", **facts, "what": what, "state": state}
    values |= {"count": count, "text": about}
    return _DONE[code].format_map(values)


def _imported(facts: Mapping[str, Any]) -> str:
    """“Brought in 2 summaries; 1 was already here.”"""
    added, updated, unchanged = (int(facts.get(action, 0)) for action in ("added", "updated", "unchanged"))
    parts = []
    if added:
        parts.append(_("Brought in {summaries}").format(summaries=_summaries(added)))
    if updated:
        parts.append(_("brought {summaries} up to date").format(summaries=_summaries(updated)))
    if unchanged:
        parts.append(counted("{n:,} summary was already here", "{n:,} summaries were already here", unchanged))
    sentence = "; ".join(parts)
    return f"{sentence[:1].upper()}{sentence[1:]}."


def _glossary_read(facts: Mapping[str, Any]) -> str:
    """“Glossary: 12 terms added, 1 changed, 3 as before; 2 rows left out.”"""
    parts = [counted("{n:,} term added", "{n:,} terms added", facts["added"])]
    parts += [_("{changed:,} changed").format(changed=facts["changed"])] if facts["changed"] else []
    parts += [_("{unchanged:,} as before").format(unchanged=facts["unchanged"])] if facts["unchanged"] else []
    left_out = facts["left_out"]
    tail = counted("; {n:,} row left out", "; {n:,} rows left out", left_out) if left_out else ""
    return _("Glossary: {parts}{tail}.").format(parts=", ".join(parts), tail=tail)


def _summaries(count: int) -> str:
    return so_many(count, "summary")
