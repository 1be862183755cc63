"""Two writers with a library each send a summary to and fro: nobody's words are lost, and nothing is asked twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.model.comment import Comment, Reply
from app.model.exchange import ExchangeFile, exchange_bytes, exchange_in
from app.model.merge import BOTH, MINE, THEIRS
from app.model.paper_text import AttachedPaper, Block, PaperText
from app.model.summary import Category, CategoryRef, Claim, Passage, Summary
from app.work.exchange import ADDED, MERGED, UNCHANGED, UPDATED, Outcome, meet, note_sent, take, take_back, to_send
from db.library import Library
from db.lock import WriterLock


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Library, Library]]:
    """Anna's library and Ben's."""
    with ExitStack() as stack:
        libraries = []
        for name in ("Anna", "Ben"):
            path = tmp_path / f"{name}.plainspoken"
            lock = stack.enter_context(WriterLock(path))
            library = stack.enter_context(Library.create(path, lock))
            library.writer = name
            libraries.append(library)
        yield libraries[0], libraries[1]


def send(library: Library, *ids: str) -> bytes:
    file = to_send(library, ids, library.writer, "2026-11-22T10:00:00Z")
    content = exchange_bytes(file)
    note_sent(library, file)
    return content


def bring(library: Library, content: bytes, choices: dict[str, str] | None = None) -> list[Outcome]:
    file = exchange_in(content, "sent.plainspoken-summary")
    meetings = [meet(library, sent) for sent in file.summaries]
    return take(library, meetings, {meeting.id: choices or {} for meeting in meetings}, file.writer)


def made(library: Library, **values: Any) -> Summary:
    texts = {"plain_title": "Rats", "simple_explanation": "Rats ran.", "research_summary": "Ten rats ran."}
    return library.save(replace(library.new_summary(), **{**texts, **values}), "save")


def change(library: Library, summary_id: str, **values: Any) -> Summary:
    return library.save(replace(library.load(summary_id), **values), "save")


def test_the_whole_round(two: tuple[Library, Library]) -> None:
    anna, ben = two
    summary_id = made(anna, status="published").id
    (first,) = bring(ben, send(anna, summary_id))
    assert first.action == ADDED
    there = ben.load(summary_id)
    assert there.simple_explanation == "Rats ran." and there.status == "ready", "it is on no website of Ben's"
    assert ben.revisions(summary_id)[0].writer == "Anna" and ben.revisions(summary_id)[0].kind == "import"

    change(ben, summary_id, simple_explanation="Rats ran far.", key_findings=("They ran.",))
    change(anna, summary_id, simple_explanation="Rats ran fast.", research_summary="Twelve rats ran.")
    back = send(ben, summary_id)
    (meeting,) = [meet(anna, sent) for sent in exchange_in(back, "f").summaries]
    assert [clash.field for clash in meeting.clashes] == ["simple_explanation"]
    with pytest.raises(KeyError):
        take(anna, [meeting], {}, "Ben")
    assert anna.load(summary_id).simple_explanation == "Rats ran fast.", "without a choice nothing is written"
    (second,) = bring(anna, back, {"simple_explanation": BOTH})
    assert (second.action, second.taken, second.kept, second.decided) == (MERGED, 1, 1, 1)
    whole = anna.load(summary_id)
    assert whole.simple_explanation == "Rats ran fast.\n\nRats ran far." and whole.status == "published"
    assert (whole.key_findings, whole.research_summary) == (("They ran.",), "Twelve rats ran.")
    newest, before = anna.revisions(summary_id)[:2]
    assert newest.kind == "import" and before.name == "Before what Ben sent"
    assert anna.revision(before.number).simple_explanation == "Rats ran fast."

    (third,) = bring(ben, send(anna, summary_id))
    assert (third.action, third.decided, third.kept) == (UPDATED, 0, 0)
    assert ben.load(summary_id).simple_explanation == whole.simple_explanation
    assert ben.revisions(summary_id)[0].writer == "Anna"
    again = bring(ben, send(anna, summary_id))
    assert again[0].action == UNCHANGED
    assert bring(anna, send(ben, summary_id))[0].action == UNCHANGED, "no false alarm on the way back"


def test_the_same_file_twice_and_an_old_one_bring_nothing(two: tuple[Library, Library]) -> None:
    anna, ben = two
    summary_id = made(anna).id
    old = send(anna, summary_id)
    bring(ben, old)
    count = len(ben.revisions(summary_id))
    assert bring(ben, old)[0].action == UNCHANGED and len(ben.revisions(summary_id)) == count
    change(anna, summary_id, plain_title="Rats that run")
    bring(ben, send(anna, summary_id))
    assert bring(ben, old)[0].action == UNCHANGED, "what both have had long ago brings no old words back"
    assert ben.load(summary_id).plain_title == "Rats that run"


def test_without_a_common_version_everything_is_asked(two: tuple[Library, Library]) -> None:
    anna, ben = two
    summary = made(anna)
    ben.save(replace(summary, plain_title="Mice", participants="Ten mice"), "save")
    (meeting,) = [meet(ben, sent) for sent in exchange_in(send(anna, summary.id), "f").summaries]
    assert {clash.field for clash in meeting.clashes} == {"plain_title", "participants"}
    bring(ben, send(anna, summary.id), {"plain_title": THEIRS, "participants": MINE})
    assert (ben.load(summary.id).plain_title, ben.load(summary.id).participants) == ("Rats", "Ten mice")


def test_a_copied_library_has_its_history_in_common(two: tuple[Library, Library], tmp_path: Path) -> None:
    anna, _ben = two
    summary_id = made(anna).id
    path = tmp_path / "Copy.plainspoken"
    anna.copy_of_open(path)
    with WriterLock(path) as lock, Library.open(path, lock) as copy:
        change(copy, summary_id, plain_title="Rats, again")
        change(anna, summary_id, participants="Ten rats")
        (done,) = bring(anna, send(copy, summary_id))
    assert (done.action, done.decided) == (MERGED, 0)
    assert (anna.load(summary_id).plain_title, anna.load(summary_id).participants) == ("Rats, again", "Ten rats")


def test_taking_back_is_one_step_and_the_file_may_come_again(two: tuple[Library, Library]) -> None:
    anna, ben = two
    known, new = made(anna).id, made(anna, plain_title="Mice").id
    bring(ben, send(anna, known))
    change(anna, known, plain_title="Rats that run")
    content = send(anna, known, new)
    outcomes = bring(ben, content)
    assert [done.action for done in outcomes] == [UPDATED, ADDED]
    take_back(ben, outcomes)
    assert ben.load(known).plain_title == "Rats" and [row.id for row in ben.listings()] == [known]
    assert [done.action for done in bring(ben, content)] == [UPDATED, UNCHANGED]
    assert ben.load(known).plain_title == "Rats that run" and len(ben.listings()) == 2


def test_comments_links_and_papers_come_along(two: tuple[Library, Library]) -> None:
    anna, ben = two
    comment = Comment("c", "Is it ten?", "simple_explanation", 5, 9, by="Anna")
    summary_id = made(anna, comments=(comment,), simple_explanation="Rats ran. They ran far.").id
    anna.attach(
        summary_id, AttachedPaper("pdf", PaperText((Block("paragraph", "Ten rats.", 1),)), "rats.pdf", "a" * 64)
    )
    bring(ben, send(anna, summary_id))
    paper = ben.paper_of(summary_id)
    assert paper is not None and paper.text.blocks[0].text == "Ten rats." and not paper.has_file
    claim = Claim("simple_explanation", 0, 9, "from-paper", Passage("Ten rats.", "p. 1"))
    theirs = (replace(comment, replies=(Reply("Yes.", "Ben"),)), Comment("d", "Far?", "simple_explanation", 10, 23))
    change(ben, summary_id, comments=theirs, claims=(claim,))
    change(anna, summary_id, simple_explanation="At last: Rats ran. They ran far.", comments=anna_comment(comment, 9))
    (done,) = bring(anna, send(ben, summary_id))
    whole = anna.load(summary_id)
    assert (done.action, done.comments, done.decided) == (MERGED, 1, 0)
    assert [(one.id, one.start, len(one.replies)) for one in whole.comments] == [("c", 14, 1), ("d", 19, 0)]
    (link,) = whole.claims
    assert whole.simple_explanation[link.start : link.end] == "Rats ran."


def anna_comment(comment: Comment, by: int) -> tuple[Comment, ...]:
    return (replace(comment, start=comment.start + by, end=comment.end + by),)


def test_another_paper_stays_and_is_told(two: tuple[Library, Library]) -> None:
    anna, ben = two
    summary_id = made(anna).id
    bring(ben, send(anna, summary_id))
    anna.attach(summary_id, AttachedPaper("pdf", PaperText((Block("paragraph", "One.", 1),))))
    ben.attach(summary_id, AttachedPaper("pdf", PaperText((Block("paragraph", "Two.", 1),))))
    (done,) = bring(ben, send(anna, summary_id))
    paper = ben.paper_of(summary_id)
    assert done.is_other_paper and paper is not None and paper.text.blocks[0].text == "Two."


def test_another_name_of_a_category_is_no_change(two: tuple[Library, Library]) -> None:
    anna, ben = two
    anna.save_category(Category("brain", "Brain"))
    ben.save_category(Category("brain", "Brain and nerves"))
    summary_id = made(anna, categories=(CategoryRef("brain", "Brain"),)).id
    bring(ben, send(anna, summary_id))
    assert bring(anna, send(ben, summary_id))[0].action == UNCHANGED
    assert anna.categories()[0].name == "Brain"


def test_one_in_the_trash_comes_back(two: tuple[Library, Library]) -> None:
    anna, ben = two
    summary_id = made(anna).id
    content = send(anna, summary_id)
    bring(ben, content)
    ben.trash([summary_id])
    bring(ben, content)
    assert [row.id for row in ben.listings()] == [summary_id]


def test_a_library_open_for_reading_sends_too(two: tuple[Library, Library], tmp_path: Path) -> None:
    anna, ben = two
    summary_id = made(anna).id
    with Library.open(tmp_path / "Anna.plainspoken") as reading:
        reading.writer = "Anna"
        bring(ben, send(reading, summary_id))
    change(ben, summary_id, plain_title="Rats that run")
    change(anna, summary_id, participants="Ten")
    assert bring(anna, send(ben, summary_id))[0].decided == 0, "the common version is found in the history"


words = st.sampled_from(["", "Rats ran.", "Mice ran far.", "\u2028odd\x00", "Zürich 5 µg", "a\n\nb"])
steps = st.lists(
    st.tuples(
        st.sampled_from(["anna", "ben", "send"]),
        st.sampled_from(["plain_title", "simple_explanation", "participants", "key_findings"]),
        words,
    ),
    max_size=8,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps, st.sampled_from([MINE, THEIRS]))
def test_after_any_round_both_have_the_same_and_no_new_word_is_lost(
    tmp_path_factory: pytest.TempPathFactory, walk: list[tuple[str, str, str]], choice: str
) -> None:
    folder = tmp_path_factory.mktemp("walk")
    with ExitStack() as stack:
        libraries = {}
        for name in ("anna", "ben"):
            path = folder / f"{name}.plainspoken"
            libraries[name] = stack.enter_context(Library.create(path, stack.enter_context(WriterLock(path))))
            libraries[name].writer = name
            stack.enter_context(libraries[name].together())  # one durable write instead of hundreds
        anna, ben = libraries["anna"], libraries["ben"]
        summary_id = made(anna).id
        bring(ben, send(anna, summary_id))
        for who, field, text in [*walk, ("send", "", "")]:
            if who != "send":
                value: Any = tuple(part for part in text.split() if part) if field == "key_findings" else text
                change(libraries[who], summary_id, **{field: value})
                continue
            file = exchange_in(send(ben, summary_id), "f")
            (meeting,) = [meet(anna, sent) for sent in file.summaries]
            mine, theirs = anna.load(summary_id), ben.load(summary_id)
            take(anna, [meeting], {summary_id: {clash.field: choice for clash in meeting.clashes}}, "ben")
            whole = anna.load(summary_id)
            asked = {clash.field for clash in meeting.clashes}
            base = meeting.merge.base if meeting.merge else None
            assert base is not None, "there is a common version from the first exchange on"
            for name in ("plain_title", "simple_explanation", "participants"):
                for side in (mine, theirs):
                    if getattr(side, name) != getattr(base, name):
                        assert name in asked or getattr(whole, name) == getattr(side, name)
            (done,) = bring(ben, send(anna, summary_id))
            assert done.action in (UPDATED, UNCHANGED)
            for name in ("plain_title", "simple_explanation", "participants", "key_findings"):
                assert getattr(ben.load(summary_id), name) == getattr(whole, name)
            assert bring(anna, send(ben, summary_id))[0].action == UNCHANGED


def test_a_file_says_who_made_it_and_when() -> None:
    file = ExchangeFile("Anna\nB", "2026-11-22T10:00:00Z", ())
    from app.errors import BadInput

    with pytest.raises(BadInput):
        exchange_in(exchange_bytes(file), "f")
