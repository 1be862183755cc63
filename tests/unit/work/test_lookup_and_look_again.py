"""Lookups beside the writing: answers, cancelling, what is kept in the library. A real server plays the services."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from paper_services import PaperServices, Reply
from waiting import wait_until

from app.model.paper import Notice, Paper
from app.opening import Opener
from app.papers.identifiers import DOI, Identifier
from app.work.citation import Citation
from app.work.desk import Desk
from app.work.jobs import Jobs
from app.work.look_again import LastLook, LookAgain, News
from app.work.lookup import Lookup
from app.work.memory import Memory
from app.work.online import Online
from app.work.session import Session

TEA = Identifier(DOI, "10.5555/tea.2024.7")


@pytest.fixture
def online(paper_services: PaperServices, tmp_path: Path) -> Iterator[Online]:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"services": paper_services.addresses}), "utf-8")
    jobs = Jobs()
    yield Online(jobs, Memory(file))
    assert jobs.close()


@pytest.fixture
def desk() -> Iterator[Desk]:
    opener, desk = Opener(), Desk(Session())
    assert desk.show_library(opener.sample())
    yield desk
    desk.close()
    opener.release()


class Heard:
    """What a lookup said, in order."""

    def __init__(self, lookup: Lookup) -> None:
        self.said: list[tuple[str, Any]] = []
        lookup.found.connect(self._on_found)
        lookup.failed.connect(self._on_failed)
        lookup.cancelled.connect(self._on_cancelled)

    def _on_found(self, answer: Any) -> None:
        self.said.append(("found", answer.paper.title))

    def _on_failed(self, sentence: str) -> None:
        self.said.append(("failed", sentence))

    def _on_cancelled(self) -> None:
        self.said.append(("cancelled", ""))


def test_an_answer_comes_and_the_main_thread_stays_free(paper_services: PaperServices, online: Online) -> None:
    paper_services.say_tea()
    lookup = Lookup(online)
    heard = Heard(lookup)
    started = time.monotonic()
    lookup.look_up(TEA)
    assert time.monotonic() - started < 0.1
    wait_until(lambda: heard.said)
    assert heard.said == [("found", "Four cups of Camellia sinensis a day and morning alertness: a randomised trial")]
    assert not lookup.is_running


def test_a_fault_is_said_once(paper_services: PaperServices, online: Online) -> None:
    paper_services.say("europepmc", "/search", b'{"resultList": {"result": []}}')
    lookup = Lookup(online)
    heard = Heard(lookup)
    lookup.look_up(TEA)
    wait_until(lambda: heard.said)
    assert heard.said[0][0] == "failed" and "None of the services knows the DOI" in heard.said[0][1]


def test_cancel_is_at_once_and_closes_the_connection(paper_services: PaperServices, online: Online) -> None:
    paper_services.say("europepmc", "/search", Reply(b"{}", waits_s=60))
    lookup = Lookup(online)
    heard = Heard(lookup)
    lookup.look_up(TEA)
    wait_until(lambda: paper_services.asked)
    started = time.monotonic()
    lookup.cancel()
    assert heard.said == [("cancelled", "")]
    wait_until(lambda: not online.jobs.is_busy)
    assert time.monotonic() - started < 0.3
    assert heard.said == [("cancelled", "")]
    assert len(paper_services.asked) == 1


def test_a_newer_lookup_gives_up_the_one_before(paper_services: PaperServices, online: Online) -> None:
    paper_services.say_tea()
    lookup = Lookup(online)
    heard = Heard(lookup)
    lookup.look_up(Identifier(DOI, "10.5555/other"))
    lookup.look_up(TEA)
    wait_until(lambda: len(heard.said) == 2)
    assert [kind for kind, _ in heard.said] == ["cancelled", "found"]


def test_a_fault_of_our_own_is_said_and_not_hidden(online: Online, monkeypatch: pytest.MonkeyPatch, qtbot: Any) -> None:
    def broken(*_args: object) -> None:
        raise RuntimeError("ours")

    monkeypatch.setattr("app.papers.lookup.look_up", broken)
    lookup = Lookup(online)
    heard = Heard(lookup)
    with qtbot.captureExceptions() as raised:
        lookup.look_up(TEA)
        wait_until(lambda: heard.said)
    assert heard.said == [("failed", "Something in Plainspoken went wrong. Nothing was changed.")]
    assert str(raised[0][1]) == "ours"


# The citation and what is kept


def make(desk: Desk, title: str, doi: str, status: str = "published") -> str:
    summary = replace(desk.store.new_summary(), plain_title=title, paper=Paper(title=title, doi=doi), status=status)
    return desk.store.save(summary, "save").id


def test_filling_is_one_step_and_dated(desk: Desk) -> None:
    session = desk._session
    citation = Citation(desk, session)
    summary_id = make(desk, "Tea", "10.5555/tea.2024.7")
    desk.open_summary(summary_id)
    citation.fill(Paper(title="Tea", volume="12"), is_looked=True)
    assert session.current and session.current.paper.volume == "12"
    assert summary_id in desk.store.looked()
    session.undo()
    assert session.current.paper.volume == ""
    assert session.current.paper.doi == "10.5555/tea.2024.7"


def test_without_an_open_summary_a_new_one_is_made(desk: Desk) -> None:
    citation = Citation(desk, desk._session)
    citation.fill(Paper(title="Tea"), is_looked=False)
    assert desk._session.current and desk._session.current.paper.title == "Tea"


def test_another_summary_of_the_paper_is_known_by_its_doi(desk: Desk) -> None:
    citation = Citation(desk, desk._session)
    first = make(desk, "First", "10.5555/tea.2024.7")
    assert citation.other_with("10.5555/TEA.2024.7") == (first, "First")
    desk.open_summary(first)
    assert citation.other_with("10.5555/tea.2024.7") is None
    assert citation.other_with("") is None


def look_once(look: LookAgain) -> tuple[list[LastLook], list[News]]:
    lasts: list[LastLook] = []
    news: list[News] = []
    look.last_look.connect(lasts.append)
    look.done.connect(news.append)
    look.begin()
    wait_until(lambda: news)
    return lasts, news


def test_looking_again_keeps_the_answers_also_for_the_open_summary(
    paper_services: PaperServices, online: Online, desk: Desk
) -> None:
    for summary in list(desk.store.load_many()):
        desk.store.trash([summary.id])
    paper_services.say_file("crossref", "/works/10.5555/tea.2024.7", "crossref-retracted.json")
    opened, closed = make(desk, "Opened", "10.5555/tea.2024.7"), make(desk, "Closed", "10.5555/TEA.2024.7")
    make(desk, "Draft", "10.5555/draft", "draft")
    make(desk, "No number", "")
    desk.open_summary(opened)
    citation = Citation(desk, desk._session)
    look = LookAgain(online, desk, citation)
    desk.flush = lambda: bool(desk.store.save(desk._session.current)) if desk._session.is_unsaved else True
    lasts, news = look_once(look)
    assert lasts[-1].never == 0 and lasts[-1].of == 2 and lasts[-1].oldest
    assert set(news[0].notices) == {
        (title, kind) for title in ("Opened", "Closed") for kind in ("retraction", "correction")
    }
    assert desk._session.current and desk._session.current.paper.notices[0].kind == "retraction"
    stored = {summary.id: summary.paper.notices for summary in desk.store.load_many([opened, closed])}
    assert stored[opened] == stored[closed] and stored[closed][0] == Notice(
        "retraction", "10.5555/tea.2025.1", "2025-06-01"
    )


def test_an_answer_that_did_not_come_is_not_dated(paper_services: PaperServices, online: Online, desk: Desk) -> None:
    paper_services.say("crossref", "/works", Reply(b"<html></html>", kind="text/html"))
    make(desk, "Tea", "10.5555/tea.2024.7")
    lasts, news = look_once(LookAgain(online, desk, Citation(desk, desk._session)))
    assert news[0].failed and "web page" in news[0].reason
    assert lasts[-1].oldest == "" and lasts[-1].never == lasts[-1].of


def test_a_look_can_be_cancelled_and_keeps_nothing(paper_services: PaperServices, online: Online, desk: Desk) -> None:
    paper_services.say("crossref", "/works", Reply(b"{}", waits_s=60))
    make(desk, "Tea", "10.5555/tea.2024.7")
    look = LookAgain(online, desk, Citation(desk, desk._session))
    said: list[str] = []
    look.cancelled.connect(lambda: said.append("cancelled"))
    look.begin()
    wait_until(lambda: paper_services.asked)
    look.cancel()
    wait_until(lambda: not online.jobs.is_busy)
    assert said == ["cancelled"] and not desk.store.looked()
