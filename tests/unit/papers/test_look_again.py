"""Asking the registries again about papers that are in a library."""

from __future__ import annotations

import pytest
from paper_services import PaperServices, Reply

from app.errors import Cancelled
from app.model.paper import Notice, Paper
from app.papers.fetch import Fetcher
from app.papers.look_again import LookedAgain, look_again
from app.papers.retrying import Patience
from app.papers.turns import Turns

HASTY = Patience(attempts=1, connect_s=2, read_s=0.5, whole_s=1.5)
TEA = Paper(doi="10.5555/Tea.2024.7", pmid="39000001")
RETRACTED = (
    Notice("retraction", "10.5555/tea.2025.1", "2025-06-01"),
    Notice("correction", "10.5555/tea.2024.99", "2024-09-02"),
)


class Quick(Turns):
    """Turns without the gaps between requests."""

    def _gap_of(self, _service: object) -> float:
        return 0


def ask(played: PaperServices, *papers: Paper) -> LookedAgain:
    with Fetcher(played.services(), Quick(), lambda: False, HASTY) as fetcher:
        return look_again([(str(number), paper) for number, paper in enumerate(papers)], fetcher)


def test_a_retraction_is_found_and_what_was_known_is_kept(paper_services: PaperServices) -> None:
    paper_services.say_tea()
    paper_services.say_file("crossref", "/works/10.5555/tea.2024.7", "crossref-retracted.json")
    concern = Notice("concern", "10.5555/tea.2024.50")
    looked = ask(paper_services, Paper(doi=TEA.doi, pmid=TEA.pmid, notices=(concern,)), Paper(title="No number"))
    assert looked.notices == {"0": (RETRACTED[0], concern, RETRACTED[1])}
    assert looked.whole() == ("0",) and not looked.failed


def test_pubmed_is_asked_about_many_at_once_and_a_doi_only_once(paper_services: PaperServices) -> None:
    paper_services.say_tea()
    ask(paper_services, *[TEA] * 3, *[Paper(pmid=str(number)) for number in range(1, 131)])
    assert [len(asked.query["id"].split(",")) for asked in paper_services.of("pubmed")] == [100, 31]
    assert len(paper_services.of("crossref")) == 1


def test_a_doi_that_crossref_does_not_know_counts_as_answered(paper_services: PaperServices) -> None:
    looked = ask(paper_services, Paper(doi="10.5555/none"))
    assert looked.whole() == ("0",) and looked.notices == {"0": ()}


def test_a_part_that_fails_is_said_and_what_came_is_kept(paper_services: PaperServices) -> None:
    paper_services.say_tea()
    paper_services.say_file("crossref", "/works/10.5555/tea.2024.7", "crossref-retracted.json")
    paper_services.say("pubmed", "/efetch.fcgi", Reply(status=500))
    looked = ask(paper_services, TEA, Paper(doi="10.5555/none"))
    assert looked.notices["0"] == RETRACTED
    assert "PubMed has a fault of its own" in looked.failed["0"]
    assert looked.whole() == ("1",)


def test_a_service_that_only_says_the_same_is_left_alone(paper_services: PaperServices) -> None:
    paper_services.say("crossref", "/works", Reply(b"<html>Sign in</html>", kind="text/html"))
    looked = ask(paper_services, *[Paper(doi=f"10.5555/{number}") for number in range(20)])
    assert len(paper_services.asked) == 1 and len(looked.failed) == 20
    paper_services.asked.clear()
    paper_services.say("crossref", "/works", Reply(status=500))
    looked = ask(paper_services, *[Paper(doi=f"10.5555/{number}") for number in range(20)])
    assert len(paper_services.asked) == 3 and len(looked.failed) == 20


def test_it_can_be_given_up_and_tells_how_far_it_is(paper_services: PaperServices) -> None:
    papers = [(str(number), Paper(doi=f"10.5555/{number}")) for number in range(20)]
    told: list[tuple[int, int]] = []
    services = paper_services.services()
    with Fetcher(services, Quick(), lambda: len(paper_services.asked) >= 5, HASTY) as fetcher, pytest.raises(Cancelled):
        look_again(papers, fetcher, lambda done, of: told.append((done, of)))
    assert told == [(done, 20) for done in range(len(told))] and len(told) <= 6
