"""The door to the internet against a real server on loopback, in good moods and bad."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from paper_services import PaperServices, Reply

from app.errors import Cancelled, LookupFault
from app.papers.fetch import Answer, Fetcher
from app.papers.retrying import Patience, retry_after, wait_before
from app.papers.services import SERVICES, services
from app.papers.turns import Turns

HASTY = Patience(
    attempts=3, first_wait_s=0.01, most_wait_s=1.5, connect_s=2, read_s=0.5, whole_s=1.5, most_bytes=50_000
)


class Quick(Turns):
    """Turns without the gaps between requests."""

    def _gap_of(self, _service: object) -> float:
        return 0


def ask(
    played: PaperServices, path: str = "/works/1", patience: Patience = HASTY, stop: Callable[[], bool] = lambda: False
) -> Answer:
    known = played.services()
    with Fetcher(known, Quick(), stop, patience) as fetcher:
        return fetcher.get(known.crossref, path)


def fault_of(played: PaperServices, patience: Patience = HASTY) -> LookupFault:
    with pytest.raises(LookupFault) as caught:
        ask(played, patience=patience)
    return caught.value


def test_a_good_answer_comes_whole_and_we_say_who_we_are(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works", Reply(b'{"a": 1}', kind="application/json; charset=utf-8"))
    known = paper_services.services(mail="ada@example.org")
    with Fetcher(known, Turns(), lambda: False, HASTY) as fetcher:
        answer = fetcher.get(known.crossref, "/works/10.1%2Fx", {"mailto": known.mail})
    assert answer == Answer(b'{"a": 1}', "application/json")
    asked = paper_services.asked[0]
    assert asked.path == "/works/10.1/x" and asked.query == {"mailto": "ada@example.org"}
    assert asked.headers["User-Agent"].startswith("Plainspoken/")
    assert "mailto:ada@example.org" in asked.headers["User-Agent"]


def test_without_an_address_none_is_sent(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works", b"{}")
    ask(paper_services)
    sent = paper_services.asked[0]
    assert "mailto" not in str(sent)
    allowed = {"Host", "Accept", "Accept-Encoding", "Connection", "User-Agent"}
    assert {name.title() for name in sent.headers} == allowed


def test_what_is_not_there_is_an_answer(paper_services: PaperServices) -> None:
    answer = ask(paper_services)
    assert not answer.is_found
    assert len(paper_services.asked) == 1


def test_cookies_are_not_kept(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works", Reply(b"{}", headers={"Set-Cookie": "id=1; Path=/"}))
    known = paper_services.services()
    with Fetcher(known, Quick(), lambda: False, HASTY) as fetcher:
        fetcher.get(known.crossref, "/works/1")
        fetcher.get(known.crossref, "/works/2")
    assert all("Cookie" not in asked.headers for asked in paper_services.asked)


def test_too_many_is_waited_out_as_long_as_asked(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works", Reply(status=429, headers={"Retry-After": "1"}), b"{}")
    assert ask(paper_services).content == b"{}"
    first, second = paper_services.asked
    assert second.moment - first.moment >= 1


def test_too_many_for_too_long_is_given_up_with_its_pause(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works", Reply(status=429, headers={"Retry-After": "600"}))
    fault = fault_of(paper_services)
    assert fault.code == "too-many"
    assert str(fault) == "Crossref has been asked too often. It asks for a pause of 10 minutes."
    assert len(paper_services.asked) == 1


def test_too_many_again_and_again_ends(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works", Reply(status=429))
    assert fault_of(paper_services).code == "too-many"
    assert len(paper_services.asked) == 3


def test_a_passing_fault_is_tried_again(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works", Reply(status=500), Reply(status=503), b"{}")
    assert ask(paper_services).content == b"{}"


def test_a_lasting_fault_is_a_sentence(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works", Reply(b"<h1>Oops</h1>", 500, "text/html"))
    fault = fault_of(paper_services)
    assert fault.code == "server"
    assert str(fault) == "Crossref has a fault of its own at the moment (status 500). Try again later."


def test_a_refusal_is_not_tried_again(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works", Reply(status=403))
    assert fault_of(paper_services).code == "refused"
    assert len(paper_services.asked) == 1


def test_an_answer_cut_off_is_tried_again_then_said(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works", Reply(b"x" * 4000, is_cut=True))
    assert fault_of(paper_services).code == "cut-off"
    assert len(paper_services.asked) == 3
    paper_services.say("crossref", "/works", Reply(b"x" * 4000, is_cut=True), b"{}")
    assert ask(paper_services).content == b"{}"


def test_a_packed_answer_is_unpacked_and_its_bound_is_of_what_it_grows_to(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works", Reply(b"a" * 40_000, is_packed=True))
    assert ask(paper_services).content == b"a" * 40_000
    paper_services.say("crossref", "/works", Reply(b"a" * 50_000_000, is_packed=True))
    patient = replace(HASTY, read_s=20, whole_s=30)  # packing this takes a busy machine its time
    assert fault_of(paper_services, patient).code == "too-large"
    paper_services.say("crossref", "/works", Reply(b"a" * 40_000, is_packed=True, is_cut=True))
    assert fault_of(paper_services).code == "cut-off"


def test_a_huge_answer_is_refused(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works", Reply(b"a" * 60_000))
    fault = fault_of(paper_services)
    assert fault.code == "too-large"
    assert "0.05 MB" in str(fault)


def test_a_silent_service_and_a_dripping_one_are_given_up(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works", Reply(b"{}", waits_s=60))
    assert fault_of(paper_services).code == "too-slow"
    paper_services.say("crossref", "/works", Reply(b"x" * 10_000, drips_s=0.1))
    assert fault_of(paper_services).code == "too-slow"


def test_nobody_there_is_offline() -> None:
    gone = PaperServices()
    gone.close()
    fault = fault_of(gone)
    assert fault.code == "offline"
    assert str(fault) == "Crossref cannot be reached. Check the internet connection, then try again."


def test_a_redirect_to_a_known_host_is_followed(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works/1", Reply(status=302, headers={"Location": "/crossref/elsewhere"}))
    paper_services.say("crossref", "/elsewhere", b"{}")
    assert ask(paper_services).content == b"{}"


@pytest.mark.parametrize("place", ["https://example.org/x", "http://api.crossref.org/x", "file:///etc/passwd", "//["])
def test_a_redirect_to_anywhere_else_is_refused(paper_services: PaperServices, place: str) -> None:
    paper_services.say("crossref", "/works/1", Reply(status=302, headers={"Location": place}))
    assert fault_of(paper_services).code == "redirected"


def test_redirects_in_a_circle_end(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works/1", Reply(status=301, headers={"Location": "/crossref/works/1"}))
    assert fault_of(paper_services).code == "redirected"
    assert len(paper_services.asked) == 4


@pytest.mark.parametrize(
    "reply",
    [Reply(b"{}", waits_s=60), Reply(b"x" * 10_000, drips_s=0.05), Reply(status=429, headers={"Retry-After": "1"})],
    ids=["silent", "dripping", "pausing"],
)
def test_a_question_is_given_up_at_once_when_told(paper_services: PaperServices, reply: Reply) -> None:
    paper_services.say("crossref", "/works", reply)
    told = threading.Event()
    moment: list[float] = []

    def stop() -> None:
        moment.append(time.monotonic())
        told.set()

    timer = threading.Timer(0.2, stop)
    timer.start()
    with pytest.raises(Cancelled):
        ask(paper_services, patience=Patience(), stop=told.is_set)
    assert time.monotonic() - moment[0] < 0.3
    timer.join()


def test_requests_keep_their_distance_and_heed_a_lower_limit(paper_services: PaperServices) -> None:
    slower = {"X-Rate-Limit-Limit": "2", "X-Rate-Limit-Interval": "1s"}
    paper_services.say("crossref", "/works", b"{}", Reply(b"{}", headers=slower))
    known = paper_services.services()
    with Fetcher(known, Turns(), lambda: False, HASTY) as fetcher:
        for _ in range(4):
            fetcher.get(known.crossref, "/works/1")
    moments = [asked.moment for asked in paper_services.asked]
    gaps = [later - earlier for earlier, later in itertools.pairwise(moments)]
    assert gaps[0] >= 0.19
    assert gaps[2] >= 0.49


def test_two_threads_never_ask_one_service_at_once(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works", Reply(b"{}", waits_s=0.2))
    turns, known = Quick(), paper_services.services()

    def go() -> None:
        with Fetcher(known, turns, lambda: False, HASTY) as fetcher:
            fetcher.get(known.crossref, "/works/1")

    threads = [threading.Thread(target=go) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    moments = [asked.moment for asked in paper_services.asked]
    assert all(later - earlier >= 0.19 for earlier, later in itertools.pairwise(moments))


def test_pauses_grow_to_a_bound_and_end() -> None:
    patience = Patience()
    waits = [wait_before(503, attempt, None, patience) for attempt in (1, 2, 3)]
    assert waits == [0.6, 1.2, None]
    assert wait_before(503, 1, 5, patience) == 5
    assert wait_before(503, 1, 21, patience) is None
    assert wait_before(400, 1, None, patience) is None
    assert patience.backoff(50) == 20


def test_retry_after_is_seconds_or_a_date() -> None:
    assert retry_after("7", 0) == 7
    assert retry_after("Thu, 01 Jan 1970 00:02:00 GMT", 60) == 60
    assert retry_after("Thu, 01 Jan 1970 00:02:00 GMT", 600) == 0
    assert [retry_after(words, 0) for words in (None, "", "soon", "nan", "inf")] == [None] * 5
    assert retry_after("-3", 0) == 0


def test_only_safe_addresses_are_taken_from_settings() -> None:
    moved = services({"crossref": "http://example.org", "pubmed": "https://mirror.example.org/x/", "datacite": "//["})
    assert moved.crossref == SERVICES.crossref and moved.datacite == SERVICES.datacite
    assert moved.pubmed.address == "https://mirror.example.org/x"


@pytest.mark.parametrize("address", ["socks5://127.0.0.1:9", "gopher://127.0.0.1:9"])
def test_a_proxy_that_cannot_be_used_is_a_sentence(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("ALL_PROXY", address)
    with pytest.raises(LookupFault, match="through a proxy that Plainspoken cannot use"):
        Fetcher(SERVICES, Turns(), lambda: False).__enter__()


def test_crossref_is_asked_more_often_by_those_who_can_be_written_to() -> None:
    assert services({}).crossref.per_second == 5
    assert services({}, "ada@example.org").crossref.per_second == 10
