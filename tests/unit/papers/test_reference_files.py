"""Each format through the front door, on small files of our own: what is kept, what stays absent, what is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.model.codec import summary_from_json, summary_json
from app.model.dates import PartialDate
from app.model.paper import Author, Notice, Paper
from app.model.paper_text import CAPTION, HEADING, LIST, PARAGRAPH, REFERENCE, UNREADABLE, Block, PaperFile
from app.model.summary import Summary
from app.papers.paper_file import read_paper

DATA = Path(__file__).parents[2] / "data" / "papers"
GROUP = Author(literal="Walking Trial Group")


def read(name: str, shown: str = "") -> PaperFile:
    return read_paper((DATA / name).read_bytes(), shown or name)


def paper(name: str, place: int = 0) -> Paper:
    return read(name).papers[place].paper


def said(found: PaperFile) -> list[tuple[str, str]]:
    return [(warning.code, warning.where) for warning in found.warnings]


@pytest.mark.parametrize(
    ("name", "kind", "count"),
    [
        ("walking.ris", "ris", 2),
        ("walking.bib", "bibtex", 4),
        ("walking.nbib", "nbib", 2),
        ("walking-pubmed.xml", "pubmed-xml", 2),
        ("walking-jats.xml", "jats", 1),
        ("crossref-retracted.json", "crossref", 1),
        ("walking-csl.json", "csl-json", 3),
        ("datacite-rest.json", "datacite", 1),
        ("europepmc-search.json", "europepmc", 2),
    ],
)
@pytest.mark.parametrize("shown", ["", "wrong.pdf", "no ending"])
def test_kind_is_told_by_content_whatever_the_ending(name: str, kind: str, count: int, shown: str) -> None:
    found = read(name, shown)
    assert (found.kind, len(found.papers)) == (kind, count)


def test_ris_keeps_good_records_and_names_the_bad_one() -> None:
    found = read("walking.ris")
    walk, book = (record.paper for record in found.papers)
    assert walk.title == "Walking after spinal injury: a 10⁵ step trial"
    assert walk.authors == (Author("Ahlberg", "Ása"), Author("O'Brien", "Margaret"), GROUP)
    assert (walk.journal, walk.journal_short, walk.volume, walk.issue, walk.pages) == (
        "Journal of Invented Medicine", "J Inv Med", "12", "3", "101-110")  # fmt: skip
    assert (walk.doi, walk.pmid, walk.pmcid) == ("10.5555/Walk.2012.1", "12345678", "PMC7654321")
    assert (walk.published, walk.url) == (PartialDate(2012), "https://example.org/walk")
    assert walk.publication_types == ("Randomized Controlled Trial",)
    assert walk.abstract == "Of 43 people, 21 walked further after 12 weeks."
    assert (book.title, book.authors, book.published) == ("Measuring steps", (Author("Berg"),), PartialDate(1948, 7))
    assert said(found)[:2] == [("record-broken", "record 2"), ("record-unfinished", "record 3")]


def test_bibtex_becomes_unicode_and_names_the_entry_that_never_closes() -> None:
    found = read("walking.bib")
    walk, part, whole, last = (record.paper for record in found.papers)
    assert walk.title == "Walking with 10⁵ steps and CO₂: 50% more"
    assert walk.authors == (Author("Muñoz", "José"), GROUP, Author("van der Berg", "J. H."))
    assert (walk.journal, walk.pages, walk.doi, walk.pmid) == (
        "Journal of Invented Medicine", "101-110", "10.5555/walk_2012", "12345678")  # fmt: skip
    assert walk.published == PartialDate(2012, 2)
    assert (part.journal, part.authors, part.published) == (
        "The whole",
        (Author("Smith", "Adam"),),
        PartialDate(2016, 12),
    )
    assert (whole.title, whole.journal) == ("The whole", "")
    assert last.title == "Costs of $5 and $6"
    assert said(found) == [("record-broken", "line 19"), ("authors-cut-short", "paper 1")]


def test_nbib_joins_wrapped_lines_and_tells_of_a_retraction() -> None:
    found = read("walking.nbib")
    first, second = (record.paper for record in found.papers)
    assert first.title == "A trial of walking that has a title so long that it goes on in a second line"
    assert first.authors == (Author("Ahlberg", "Åsa"), Author("Brown 3rd", "John H"), GROUP)
    assert (first.doi, first.pmid, first.pmcid, first.pages) == (
        "10.5555/walk.1998",
        "12345678",
        "PMC7654321",
        "454-81",
    )
    assert first.published == PartialDate(1998)
    assert first.notices == (Notice("retraction", "10.5555/retraction.1"),)
    assert first.abstract.split("\n\n") == [
        "BACKGROUND: Walking helps.", "METHODS: We asked 43 people.", "RESULTS: 21 walked further."]  # fmt: skip
    assert (second.title, second.authors, second.published) == ("Sitting", (Author("Long", "V"),), PartialDate(2005))
    assert ("line-ignored", "line 22") in said(found)


def test_pubmed_xml_keeps_signs_groups_and_notices() -> None:
    first, second = (record.paper for record in read("walking-pubmed.xml").papers)
    assert first.title == "Ca²⁺ and 10⁻⁵ M in vivo & CO₂"
    assert first.authors == (Author("Artino Jr", "Anthony R"), GROUP)
    assert (first.doi, first.pmid, first.pmcid) == ("10.5555/walk.2012", "12345678", "PMC7654321")
    assert first.published == PartialDate(2012, 9)
    assert first.notices == (Notice("retraction", "10.5555/retraction.9"), Notice("correction"))
    assert first.abstract == "BACKGROUND: Walking helps.\n\nRESULTS: 21 of 43 walked 10⁵ steps."
    assert (second.title, second.published, second.doi, second.pmcid) == ("[Sitting]", PartialDate(1998), "", "")


def test_jats_citation() -> None:
    walk = paper("walking-jats.xml")
    assert walk.title == "Walking 10⁵ steps in Rattus models: A trial"
    assert walk.authors == (Author("Brown Jr", "John H"), GROUP)
    assert walk.published == PartialDate(2018, 3)  # the electronic date, before print, collection and the archive's own
    assert (walk.pmcid, walk.doi, walk.pages) == ("PMC7654321", "10.5555/walk.2018", "981-990")
    assert walk.publication_types == ("research-article", "Clinical Trial")
    assert walk.license == "https://creativecommons.org/licenses/by/4.0/"
    assert walk.notices == (Notice("retraction", "10.5555/retraction.5"),)
    assert walk.abstract == "Background: Walking helps.\n\nResults: 21 of 43 walked."


def test_jats_text_stands_in_its_order() -> None:
    assert read("walking-jats.xml").papers[0].text.blocks == (
        Block(HEADING, "Walking 10⁵ steps in Rattus models: A trial"),
        Block(HEADING, "Abstract"),
        Block(HEADING, "Background"),
        Block(PARAGRAPH, "Walking helps."),
        Block(HEADING, "Results"),
        Block(PARAGRAPH, "21 of 43 walked."),
        Block(HEADING, "In plain words"),
        Block(PARAGRAPH, "People walked."),
        Block(HEADING, "1 Introduction"),
        Block(PARAGRAPH, "Rats of the SOD1G93A line, kept at 37 °C,¹ had −7.06 points."),
        Block(PARAGRAPH, "aside"),
        Block(PARAGRAPH, f"We saw x² and {UNREADABLE} there: as shown."),
        Block(LIST, "one\ntwo"),
        Block(CAPTION, "Figure 1. Steps. Steps by week (n = 6)."),
        Block(HEADING, "Methods"),
        Block(HEADING, "Animals"),
        Block(PARAGRAPH, "There were 12."),
        Block(CAPTION, "Table 1. Groups."),
        Block(LIST, "Group | n\nA | 6"),
        Block(CAPTION, "n: animals"),
        Block(HEADING, "Thanks"),
        Block(PARAGRAPH, "To all."),
        Block(HEADING, "References"),
        Block(REFERENCE, "1. Smith A, Jones B. (2001). Sitting. J Inv Med. 3:1-9"),
        Block(REFERENCE, "Lee C. Standing. J Inv Med 2002;4:5."),
    )


def test_crossref_tells_of_retractions_and_keeps_a_month_a_month() -> None:
    walk = paper("crossref-retracted.json")
    assert walk.title == "Walking fast with 10⁵ steps: A trial"
    assert walk.authors == (Author("Burget", "George E."), Author("T.J.C"), GROUP, Author("Jacks Jr", "Tom"))
    assert (walk.doi, walk.published, walk.url) == ("10.5555/WALK.2020", PartialDate(2020, 2), "")
    assert walk.notices == (
        Notice("retraction", "10.5555/retraction.7", "2021-03-04"), Notice("concern", "10.5555/concern.1"))  # fmt: skip
    assert walk.license == "https://creativecommons.org/licenses/by/4.0/"
    assert walk.abstract == "Results: p<0.05 at 10⁻⁵ M"


def test_crossref_notice_is_said_to_be_one() -> None:
    found = read("crossref-notice.json")
    assert found.papers[0].paper.published is None
    assert found.papers[0].paper.notices == (Notice("retraction", "10.5555/walk.2020"),)
    assert ("is-a-notice", "") in said(found)


def test_a_record_of_the_kind_notice_is_said_to_be_one() -> None:
    record = (
        b"PMID- 1\nTI  - Erratum to a trial.\nPT  - Published Erratum\nEFR - J Inv Med. 2001. doi: 10.5555/walk.1\n"
    )
    found = read_paper(record, "x")
    assert said(found) == [("is-a-notice", "")]
    assert found.papers[0].paper.notices == (Notice("correction", "10.5555/walk.1"),)


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.iterdir() if path.suffix != ".md"))
def test_every_record_goes_through_the_published_json(name: str) -> None:
    for record in read(name).papers:
        summary = Summary("a" * 32, plain_title="x", simple_explanation="y", paper=record.paper)
        assert summary_from_json(summary_json(summary), name).paper == record.paper


def test_csl_json() -> None:
    found = read("walking-csl.json")
    first, second, fourth = (record.paper for record in found.papers)
    assert first.authors == (Author("van der Berg", "J"), GROUP)
    assert (first.title, first.volume, first.doi, first.pmid) == ("Walking fast", "7", "10.5555/walk.2018", "12345678")
    assert [each.published for each in (first, second, fourth)] == [PartialDate(2018, 3), None, PartialDate(2016)]
    assert said(found) == [("record-broken", "record 3")]


def test_datacite() -> None:
    data = paper("datacite-rest.json")
    assert (data.title, data.authors) == ("Steps: a data set", (Author("Fenner", "Martin"), GROUP))
    assert (data.published, data.pages, data.journal) == (PartialDate(2016, 12), "1-4", "Steps for all")
    assert (data.abstract, data.type) == ("All the steps.", "dataset")


def test_europe_pmc_never_takes_the_invented_first_of_a_month() -> None:
    first, second = (record.paper for record in read("europepmc-search.json").papers)
    assert (first.title, first.authors) == ("Walking fast", (Author("Xin", "Yong"), GROUP))
    assert first.published == PartialDate(2019, 3)
    assert first.notices == (Notice("correction", "10.5555/erratum.1"), Notice("retraction"))
    assert first.abstract == "Background: Walking helps.\n\nResults: 21 of 43."
    assert (second.authors, second.published) == (
        (Author("Long", "V"), Author("Marland", "HJ")), PartialDate(2020, 5, 6))  # fmt: skip


def test_europe_pmc_lite_record() -> None:
    lite = b"""{"resultList": {"result": [{"id": "7", "source": "MED", "pmid": "7", "title": "Walking.",
        "pubYear": "2019", "authorString": "Long V, Marland HJ.", "journalTitle": "J Inv Med",
        "issue": "3", "journalVolume": "4",
        "pubType": "journal article; review", "firstPublicationDate": "2019-01-01"}]}}"""
    (record,) = read_paper(lite, "x").papers
    assert record.paper.publication_types == ("journal article", "review")
    assert (record.paper.volume, record.paper.issue, record.paper.published) == ("4", "3", PartialDate(2019))


def test_listing_becomes_related_works_never_one_paper() -> None:
    found = read("listing.txt")
    first, second, third = (record.paper for record in found.papers)
    assert said(found) == [("related-works", ""), ("authors-cut-short", "paper 2")]
    assert (first.title, first.pages, first.issue) == ("Walking after injury: a review", "725-738", "7")
    assert first.abstract.startswith("Walking after an injury of the spinal cord")
    assert (second.title, second.journal, second.volume) == ("", "Journal of Invented Medicine", "1757")
    assert second.authors == (Author("Mago", "Hiro"), Author("Kata-Sasa", "Yuko"))
    assert (third.authors, third.abstract, third.published) == ((Author("Rush", "Yu. N."),), "", PartialDate(2015))


def test_a_web_page_loses_what_it_repeats() -> None:
    page = (
        "Cells were given to 43 people.\n\n" + "Join our list to hear more news.\n\nThanks for your interest!\n\n" * 4
    )
    found = read_paper(page.encode(), "page.txt")
    assert [block.text for block in found.papers[0].text.blocks] == ["Cells were given to 43 people."]
    assert said(found) == [("boilerplate-dropped", "8 paragraphs")]


def test_lost_signs_of_a_copied_text_stay_visible() -> None:
    text = "The mean was \x017.06 points in the group of walk\x02\ners who went on to the end of the trial.\n\n" * 12
    found = read_paper(text.encode(), "copied.txt")
    assert found.papers[0].text.whole().count(f"{UNREADABLE}7.06") == 12
    assert said(found) == [("unreadable-signs", "")]


def test_a_paper_keeps_what_it_repeats() -> None:
    head = "Walking after injury of the spine, a trial in many people"
    pages = "\n\n".join(f"{head}\n\nOn day {day} they walked.\n\nMean\n\n4.5\n\nYes" for day in range(1, 9))
    whole = read_paper(pages.encode(), "paper.txt").papers[0].text.whole()
    assert whole.count("4.5") == 8
    assert whole.count("Yes") == 8
    cells = "\n\n".join(["Yes", "No", "12", "Yes", "Yes", "12", "No", "12"] * 3)
    assert read_paper(cells.encode(), "table.txt").papers[0].text.whole().count("12") == 9


def test_old_encodings_are_read_and_said() -> None:
    found = read_paper("TY  - JOUR\nTI  - Café\nER  - \n".encode("latin-1"), "old.ris")
    assert found.papers[0].paper.title == "Café"
    assert said(found) == [("encoding-guessed", "byte 21")]
    assert read_paper("TY  - JOUR\nTI  - Café\nER  - \n".encode("utf-16"), "x").papers[0].paper.title == "Café"


def test_abstract_is_the_text_of_a_record_without_a_body() -> None:
    found = read("walking.nbib")
    assert [block.kind for block in found.papers[0].text.blocks] == [HEADING, HEADING, PARAGRAPH, PARAGRAPH, PARAGRAPH]
    assert found.papers[1].text.blocks == ()
    assert ("abstract-only", "paper 1") in said(found)
