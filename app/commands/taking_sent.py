"""Takes a file that another writer sent into a library: what clashes is told, for it needs a look at both texts."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

from app.commands.taking_in import UNCHANGED, UPDATED, Imported, Refused
from app.errors import BadInput
from app.model.exchange import LARGEST_BYTES, ExchangeFile, Sent, exchange_in, is_exchange
from app.text.markup import plain
from app.text.readability import score
from app.translation import _
from app.ui.words.exchange import clash_sentence
from app.work.exchange import MERGED, Meeting, meet, take
from db.library import Library

_HEAD = 400


def is_sent_file(path: Path) -> bool:
    """Whether a path is a file of sent summaries. What cannot be read is none."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return is_exchange(path.name, file.read(_HEAD))
    except OSError:
        return False


def read_sent(path: Path) -> ExchangeFile:
    """What a file of sent summaries holds. Raises BadInput."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        sentence = _("{path} cannot be read ({reason}).").format(path=path, reason=error.strerror or error)
        raise BadInput(sentence, code="unreadable") from error
    return exchange_in(content, path.name)


def take_sent(
    library: Library, path: Path, *, as_new: bool = False, at: str = ""
) -> tuple[list[Imported], list[Refused]]:
    """Bring in what a file holds but for what clashes. Raises NotSaved when the library cannot be written."""
    try:
        file = read_sent(path)
    except BadInput as fault:
        return [], [Refused(str(path), fault.code, str(fault))]
    sent = [_fresh(library, one) if as_new else one for one in file.summaries]
    meetings = [meet(library, one) for one in sent]
    clear = [meeting for meeting in meetings if not meeting.clashes]
    refused = [_refused(path, meeting) for meeting in meetings if meeting.clashes]
    imported = []
    for done in take(library, clear, {}, file.writer, at):
        saved = library.load(done.id)
        if done.action != UNCHANGED:
            scores = score(plain(saved.simple_explanation).text).scores
            library.set_grade(saved.id, scores.flesch_kincaid_grade if scores else None)
        action = {MERGED: UPDATED}.get(done.action, done.action)
        imported.append(Imported(str(path), saved.id, saved.slug, done.title, action))
    return imported, refused


def _fresh(library: Library, sent: Sent) -> Sent:
    """What is already there comes in beside it, under an id of its own."""
    if not library.has(sent.summary.id):
        return sent
    return replace(sent, summary=replace(sent.summary, id=str(uuid.uuid4())), versions=())


def _refused(path: Path, meeting: Meeting) -> Refused:
    slug = meeting.mine.slug if meeting.mine else ""
    return Refused(str(path), "clash", clash_sentence(meeting), (meeting.theirs.slug or slug, slug))
