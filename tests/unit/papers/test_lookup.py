"""A lookup against a real server that plays the four services."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from paper_services import PaperServices, Reply

from app.errors import Cancelled, LookupFault
from app.model.dates import PartialDate
from app.model.paper import Author, Notice
from app.papers.fetch import Fetcher
from app.papers.identifiers import DOI, PMCID, PMID, Identifier
from app.papers.lookup import FAILED, FOUND, FULL_TEXT, NOT_ASKED, STEPS, UNKNOWN, LookupAnswer, look_up
from app.papers.retrying import Patience
from app.papers.turns import Turns

TEA = Identifier(DOI, "10.5555/tea.2024.7")
HASTY = Patience(attempts=2, first_wait_s=0.01, most_wait_s=0.1, connect_s=2, read_s=0.5, whole_s=1.5)
HTML = Reply(b"<!DOCTYPE html><html><body>Please sign in</body></html>", kind="text/html")


class Quick(Turns):
    """Turns without the gaps between requests."""

    def _gap_of(self, _service: object) -> float:
        return 0


def ask(played: PaperServices, identifier: Identifier = TEA, mail: str = "") -> LookupAnswer:
    with Fetcher(played.services(mail), Quick(), lambda: False, HASTY) as fetcher:
        return look_up(identifier, fetcher)


def fault_of(played: PaperServices, identifier: Identifier = TEA) -> LookupFault:
    with pytest.raises(LookupFault) as caught:
        ask(played, identifier)
    return caught.value


def outcomes(answer: LookupAnswer) -> Mapping[str, str]:
    return {part.step: part.outcome for part in answer.parts}


@pytest.mark.parametrize("identifier", [TEA, Identifier(PMID, "39000001"), Identifier(PMCID, "PMC10000001")])
def test_by_any_of_its_numbers_a_paper_is_the_same(paper_services: PaperServices, identifier: Identifier) -> None:
    paper_services.say_tea()
    answer = ask(paper_services, identifier)
    paper = answer.paper
    assert paper.title == "Four cups of Camellia sinensis a day and morning alertness: a randomised trial"
    assert paper.authors == (
        Author("Lovell", "Ada"), Author("Åkerman", "Bo"), Author(literal="The Morning Group")
    )  # fmt: skip
    assert (paper.doi.lower(), paper.pmid, paper.pmcid) == ("10.5555/tea.2024.7", "39000001", "PMC10000001")
    assert (paper.volume, paper.issue, paper.pages) == ("12", "3", "101-109")
    assert paper.published == PartialDate(2024, 3, 9)
    assert paper.publication_types == ("Journal Article", "Randomized Controlled Trial")
    assert paper.extra == {"keyword": "Humans, Tea"}
    assert paper.journal == "Journal of Invented Drinks"
    assert answer.full_text and "We enrolled 43 adults for 28 days." in answer.full_text.file.papers[0].text.whole()
    gave = dict(answer.gave)
    assert (gave["title"], gave["published"], gave["publication_types"]) == ("crossref", "europepmc", "pubmed")
    assert outcomes(answer)["datacite"] == NOT_ASKED
    assert outcomes(answer)[FULL_TEXT] == FOUND


def test_only_the_number_is_sent_and_pubmed_is_told_who_asks(paper_services: PaperServices) -> None:
    paper_services.say_tea()
    ask(paper_services, mail="ada@example.org")
    assert paper_services.of("pubmed")[0].query == {
        "db": "pubmed", "id": "39000001", "retmode": "xml", "tool": "plainspoken", "email": "ada@example.org"
    }  # fmt: skip
    assert paper_services.of("crossref")[0].query == {"mailto": "ada@example.org"}
    assert paper_services.of("europepmc")[0].query["query"] == 'DOI:"10.5555/tea.2024.7"'


def test_every_step_is_told(paper_services: PaperServices) -> None:
    paper_services.say_tea()
    told: list[tuple[int, int]] = []
    with Fetcher(paper_services.services(), Quick(), lambda: False, HASTY) as fetcher:
        look_up(TEA, fetcher, lambda done, of: told.append((done, of)))
    assert told[0] == (0, len(STEPS)) and told[-1] == (len(STEPS), len(STEPS))
    assert told == sorted(told)


def test_datacite_is_asked_when_crossref_does_not_know_it(paper_services: PaperServices) -> None:
    paper_services.say_file("datacite", "/dois/10.5555/zenodo.77", "datacite.json")
    paper_services.say("europepmc", "/search", b'{"hitCount": 0, "resultList": {"result": []}}')
    answer = ask(paper_services, Identifier(DOI, "10.5555/zenodo.77"))
    assert answer.paper.title == "Tea diaries of 43 people" and answer.paper.type == "dataset"
    assert outcomes(answer) == {
        "europepmc": UNKNOWN, "pubmed": NOT_ASKED, "crossref": UNKNOWN, "datacite": FOUND, FULL_TEXT: NOT_ASKED
    }  # fmt: skip


def test_a_retraction_is_told(paper_services: PaperServices) -> None:
    paper_services.say_tea()
    paper_services.say_file("crossref", "/works/10.5555/tea.2024.7", "crossref-retracted.json")
    assert ask(paper_services).paper.notices == (
        Notice("retraction", "10.5555/tea.2025.1", "2025-06-01"),
        Notice("correction", "10.5555/tea.2024.99", "2024-09-02"),
    )


@pytest.mark.parametrize(
    ("reply", "code", "words"),
    [
        (Reply(status=500), "server", "fault of its own"),
        (Reply(status=429), "too-many", "asked too often"),
        (HTML, "not-data", "A web page came in place of the answer of Crossref"),
        (Reply(b'{"message": {"DOI": ', kind="application/json"), "not-data", "cannot be read"),
        (Reply(b"[]"), "not-data", "cannot be read"),
        (Reply(b'{"status": "failed", "message": "down"}'), "not-data", "cannot be read"),
        (Reply(b'{"message": {"DOI": "10.5555/other", "title": ["Other"]}}'), "wrong-paper", "another paper"),
        (Reply(b"x" * 1000, is_cut=True), "cut-off", "cut off"),
        (Reply(b"{}", waits_s=9), "too-slow", "too long"),
    ],
)
def test_a_part_that_fails_is_said_and_loses_no_other(
    paper_services: PaperServices, reply: Reply, code: str, words: str
) -> None:
    paper_services.say_tea()
    paper_services.say("crossref", "/works/10.5555/tea.2024.7", reply)
    answer = ask(paper_services)
    part = next(part for part in answer.parts if part.step == "crossref")
    assert (part.outcome, part.code) == (FAILED, code)
    assert words in part.sentence
    assert answer.paper.title.startswith("Four cups of Camellia sinensis")
    assert answer.full_text is not None


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(b'{"version": "6.9", "errCode": 404, "errMsg": "Invalid query"}'), "service-error"),
        (HTML, "not-data"),
        (Reply(b'{"hitCount": 1}'), "not-data"),
        (Reply(b'{"resultList": {"result": [7]}}'), "not-data"),
    ],
)
def test_without_europe_pmc_crossref_still_answers(paper_services: PaperServices, reply: Reply, code: str) -> None:
    paper_services.say_tea()
    paper_services.say("europepmc", "/search", reply)
    answer = ask(paper_services)
    assert (answer.parts[0].outcome, answer.parts[0].code) == (FAILED, code)
    assert answer.paper.doi and answer.paper.authors
    assert answer.full_text is None


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply(b"<eFetchResult><ERROR>Database is down</ERROR></eFetchResult>", kind="text/xml"), "service-error"),
        (Reply(b'{"error": "API rate limit exceeded", "count": "11"}'), "service-error"),
        (HTML, "not-data"),
        (Reply(b"<PubmedArticleSet><Pubmed", kind="text/xml"), "not-data"),
        (Reply(b"", kind="text/xml"), "not-data"),
    ],
)
def test_an_error_inside_a_good_answer_of_pubmed_is_heard(
    paper_services: PaperServices, reply: Reply, code: str
) -> None:
    paper_services.say_tea()
    paper_services.say("pubmed", "/efetch.fcgi", reply)
    part = ask(paper_services).parts[1]
    assert (part.outcome, part.code) == (FAILED, code)


def test_an_empty_set_of_pubmed_is_not_known(paper_services: PaperServices) -> None:
    paper_services.say_tea()
    paper_services.say("pubmed", "/efetch.fcgi", Reply(b"<PubmedArticleSet></PubmedArticleSet>", kind="text/xml"))
    assert ask(paper_services).parts[1].outcome == UNKNOWN


def test_text_that_is_not_open_is_no_fault(paper_services: PaperServices) -> None:
    paper_services.say_tea()
    paper_services.say("europepmc", "/PMC10000001/fullTextXML", Reply(b"", 404, "application/xml"))
    answer = ask(paper_services)
    assert answer.parts[-1].outcome == UNKNOWN and answer.full_text is None


def test_a_full_text_of_another_paper_is_not_taken(paper_services: PaperServices) -> None:
    paper_services.say_tea()
    other = b'<article><front><article-meta><article-id pub-id-type="doi">10.5555/x</article-id><title-group>'
    other += b"<article-title>X</article-title></title-group></article-meta></front><body><p>Y.</p></body></article>"
    paper_services.say("europepmc", "/PMC10000001/fullTextXML", Reply(other, kind="text/xml"))
    answer = ask(paper_services)
    assert answer.full_text is None and answer.parts[-1].code == "wrong-paper"


def test_nobody_knows_it(paper_services: PaperServices) -> None:
    paper_services.say("europepmc", "/search", b'{"hitCount": 0, "resultList": {"result": []}}')
    fault = fault_of(paper_services)
    assert fault.code == "not-found"
    assert str(fault) == (
        "None of the services knows the DOI 10.5555/tea.2024.7. Check it against the first page of the paper."
    )


def test_offline_is_one_sentence() -> None:
    gone = PaperServices()
    gone.close()
    fault = fault_of(gone)
    assert fault.code == "offline"
    assert str(fault) == "None of the services can be reached. Check the internet connection, then try again."


def test_when_all_fail_each_says_why(paper_services: PaperServices) -> None:
    paper_services.say("europepmc", "/search", HTML)
    paper_services.say("crossref", "/works", Reply(status=500))
    words = str(fault_of(paper_services))
    assert "A web page came" in words and "Crossref has a fault of its own" in words


def test_a_lookup_is_given_up_when_told(paper_services: PaperServices) -> None:
    paper_services.say_tea()
    with Fetcher(paper_services.services(), Quick(), lambda: bool(paper_services.asked), HASTY) as fetcher, \
            pytest.raises(Cancelled):  # fmt: skip
        look_up(TEA, fetcher)
    assert len(paper_services.asked) == 1


def test_a_doi_with_odd_signs_arrives_whole(paper_services: PaperServices) -> None:
    paper_services.say("europepmc", "/search", b'{"resultList": {"result": []}}')
    doi = "10.1002/(SICI)1097-0142(1997)79:2<187::AID#?&%>3.0.CO;2-O"
    with pytest.raises(LookupFault):
        ask(paper_services, Identifier(DOI, doi))
    assert [asked.path for asked in paper_services.of("crossref")] == [f"/works/{doi}"]
    assert [asked.path for asked in paper_services.of("datacite")] == [f"/dois/{doi}"]


# Real records, replayed


def test_real_crossref_answers_are_read_through_the_door(corpus: Path, paper_services: PaperServices) -> None:
    paper_services.say("europepmc", "/search", b'{"resultList": {"result": []}}')
    files = sorted((corpus / "papers" / "crossref").glob("*.json"))
    assert files
    for file in files:
        content = file.read_bytes()
        doi = json.loads(content)["message"]["DOI"]
        paper_services.say("crossref", f"/works/{doi}", content)
        answer = ask(paper_services, Identifier(DOI, doi))
        assert answer.paper.doi.lower() == doi.lower(), file.name
        assert outcomes(answer)["crossref"] == FOUND, file.name


def test_real_europe_pmc_records_and_texts_are_read_through_the_door(
    corpus: Path, paper_services: PaperServices
) -> None:
    files = sorted((corpus / "papers" / "pairs").glob("*.eupmc.json"))[:12]
    assert files
    for file in files:
        record = json.loads(file.read_bytes())
        found = {"resultList": {"result": [record]}}
        pmcid = file.name.partition(".")[0]
        paper_services.say("europepmc", "/search", json.dumps(found).encode())
        text = Reply(file.with_name(f"{pmcid}.xml").read_bytes(), kind="application/xml")
        paper_services.say("europepmc", f"/{pmcid}/fullTextXML", text)
        answer = ask(paper_services, Identifier(PMCID, pmcid))
        assert answer.paper.pmcid == pmcid and answer.paper.title, file.name
        assert answer.full_text is not None, [part for part in answer.parts if part.sentence]
