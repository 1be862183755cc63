"""Every real reference file: read or refused with a sentence, and what was read by eye in a dozen of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from app.errors import BadInput
from app.model.paper import Author
from app.model.paper_text import PaperFile
from app.papers.citation_diff import differences
from app.papers.paper_file import read_paper

KINDS = {"bibtex": "bibtex", "crossref": "crossref", "csl_json": "csl-json", "datacite": "datacite", "nbib": "nbib",
         "europepmc": "europepmc", "jats": "jats", "plain_language": "jats", "pubmed_xml": "pubmed-xml",
         "ris": "ris"}  # fmt: skip
WITHOUT_A_PAPER = {"uri.bib", "year_and_month_with_date.bib", "empty-csl.json", "datacite_software_missing_comma.json"}
BY_EYE = [
    (
        "bibtex/MedlineImporterTestArticleID.bib",
        "Diagnostic performance of a multiplex PCR assay",
        15,
        "Rhein",
        "2015-12",
        "10.1016/j.diagmicrobio.2015.11.017",
    ),
    ("bibtex/one_simple_entry.bib", "The Chemistry Development Kit (CDK)", 6, "Steinbeck", "2003", "10.1021/ci025584y"),
    (
        "crossref/10.1001_archinte.1931.00140220082005.json",
        "THE CLOSED INTESTINAL LOOP: II. OBSERVATIONS",
        1,
        "Burget",
        "1931-04-01",
        "10.1001/archinte.1931.00140220082005",
    ),
    (
        "crossref/10.1017_s0016672313000207.json",
        "Ethnic differences in CAPN10 SNP-19 in type 2",
        5,
        "Sharma",
        "2013-10",
        "10.1017/s0016672313000207",
    ),
    (
        "crossref/10.1136_jclinpath-2020-206745.json",
        "Construction of a reference material panel for detecting KRAS / NRAS / ",
        15,
        "Xu",
        "2020-08-17",
        "10.1136/jclinpath-2020-206745",
    ),
    ("crossref/10.3403_30211089u.json", "Road vehicles", 0, "", "", "10.3403/30211089u"),
    ("csl_json/crossref-winter-scabs-csl.json", "Formation of the Scab", 1, "Winter", "1962-01", "10.1038/193293a0"),
    ("csl_json/null-date-parts-csl.json", "", 0, "", "", "10.22541/au.149693987.70506124"),
    ("csl_json/excess-date-parts-csl.json", "", 0, "", "2018-10-21", ""),
    ("datacite/datacite.json", "Eating your own Dog Food", 1, "Fenner", "2016-12-20", "10.5438/4k3m-nyvg"),
    (
        "europepmc/PMC8071313.json",
        "Suppression of an Invasive Native Plant",
        4,
        "Möhrle",
        "2021-04-15",
        "10.3390/plants10040775",
    ),
    (
        "pairs/PMC6417514.eupmc.json",
        "Non-needle acupoint stimulation",
        9,
        "Sun",
        "2019-03",
        "10.1097/MD.0000000000014713",
    ),
    (
        "jats/1471-2180-11-174.nxml",
        "Factors influencing lysis time stochasticity in bacteriophage λ",
        2,
        "Dennehy",
        "2011-08-02",
        "10.1186/1471-2180-11-174",
    ),
    (
        "jats/journal.pmed.0020007.xml",
        "Educating the Brain to Avoid Dementia",
        1,
        "Gatz",
        "2005-01-25",
        "10.1371/journal.pmed.0020007",
    ),
    (
        "pairs/PMC4945999.xml",
        "In vitro antifungal activity",
        4,
        "H Gopalkrishna",
        "2016-06-15",
        "10.15171/joddd.2016.015",
    ),
    ("nbib/pubmed_result1.txt", "The Bio* toolkits--a brief overview", 1, "Mangalam", "2002-09", ""),
    ("nbib/pubmed_result3.txt", "Effects of different parameters", 4, "Qiao", "2012-10", "10.1118/1.4748329"),
    ("pubmed_xml/pmid_11636720.xml", "Anaxagoras' theory", 1, "Kember", "1973", "10.1163/156852873x00014"),
    ("pubmed_xml/pmid_31789841.xml", "The Positivism Paradigm", 3, "Park", "2020-05", "10.1097/ACM.0000000000003093"),
    ("pubmed_xml/MedlineImporterTestPubmedBook.xml", "Rheumatoid Arthritis", 2, "", "2009-02", ""),
    (
        "ris/RisImporterTest9.ris",
        "Grid Cells for Conceptual Spaces?",
        2,
        "Kriegeskorte",
        "2016-10-19",
        "10.1016/j.neuron.2016.10.006",
    ),
    (
        "ris/example_wos.ris",
        "Interactions stabilizing the structure",
        4,
        "Parkes-Loach",
        "2004-06-08",
        "10.1021/bi049798f",
    ),
]


def read(path: Path) -> PaperFile:
    return read_paper(path.read_bytes(), path.name)


def test_every_reference_file_is_read_or_refused(corpus: Path) -> None:
    count = 0
    for folder, kind in KINDS.items():
        for path in sorted((corpus / "papers" / folder).iterdir()):
            count += 1
            try:
                found = read(path)
            except BadInput as fault:
                assert path.name in WITHOUT_A_PAPER, fault
                assert path.name in str(fault)
                continue
            assert found.kind == kind, path
            assert found.papers, path
            for record in found.papers:
                words = record.text.whole() + record.paper.title + record.paper.abstract
                assert not re.search(
                    r"</?(?:i|b|p|sup|sub|jats:\w+)>|&(?:amp|lt|gt|nbsp);|[\x00-\x08\x0b-\x1f]", words
                ), path
    assert count >= 90


@pytest.mark.parametrize(("file", "title", "authors", "first", "date", "doi"), BY_EYE, ids=[row[0] for row in BY_EYE])
def test_as_read_by_eye(corpus: Path, file: str, title: str, authors: int, first: str, date: str, doi: str) -> None:
    paper = read(corpus / "papers" / file).papers[0].paper
    assert paper.title.startswith(title) if title else paper.title == ""
    assert len(paper.authors) == authors
    assert [author.family for author in paper.authors[:1]] == ([first] if authors else [])
    assert (paper.published.iso() if paper.published else "") == date
    assert paper.doi == doi


def test_groups_stay_groups(corpus: Path) -> None:
    papers = corpus / "papers"
    kitchen = read(papers / "jats" / "elife-kitchen-sink.xml").papers[0].paper
    assert Author(literal="NISC Comparative Sequencing Program") in kitchen.authors
    lungs = read(papers / "pubmed_xml" / "pubmed7.xml").papers[0].paper
    assert Author(literal="Canadian Respiratory Research Network") in lungs.authors


def test_jats_and_europe_pmc_agree_on_the_same_paper(corpus: Path) -> None:
    """Only what one of them does not say, or says otherwise in the file itself, may differ."""
    count = 0
    for path in sorted((corpus / "papers" / "pairs").glob("*.xml")):
        jats = read(path).papers[0].paper
        record = read(path.with_suffix(".eupmc.json")).papers[0].paper
        assert (jats.doi, jats.pmcid, len(jats.authors)) == (record.doi, record.pmcid, len(record.authors))
        if record.published and jats.published:
            assert jats.published.iso().startswith(record.published.iso())  # the day may stand in one of them only
        allowed = {"license", "publication_types", "abstract", "authors", "published"}
        assert {each.field for each in differences(record, jats) if not each.is_filled} <= allowed
        count += 1
    assert count >= 6


def test_jats_keeps_the_words_of_its_body(corpus: Path) -> None:
    """At least 98.5 % of the longer words of abstract, body and captions stand in the blocks."""
    word = re.compile(r"[^\W\d_]{5,}")
    left_out = "//sub-article|//response|//tex-math|//object-id|//ref-list|//fn-group|//abstract|//label|//sub|//sup"
    for path in sorted((corpus / "papers" / "jats").iterdir()):
        root = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False, load_dtd=False))
        for part in root.xpath(left_out):
            part.clear(keep_tail=True)
        given = [found for body in root.xpath("/article/body") for found in word.findall(" ".join(body.itertext()))]
        kept = set(word.findall(read(path).papers[0].text.whole()))
        assert sum(found in kept for found in given) >= 0.985 * len(given), path


def test_listing_of_the_seeds_is_six_related_works(corpus: Path) -> None:
    found = read(corpus / "seeds" / "related-works-listing.txt")
    papers = [record.paper for record in found.papers]
    assert found.warnings[0].code == "related-works"
    assert [(each.published.year, each.volume, each.pages) for each in papers if each.published] == [
        (2017, "28", "725-738"), (2019, "2019", "1-16"), (2021, "1757", "147296"), (2016, "11", "41-50"),
        (2012, "18", "794-804"), (2015, "159", "576-581"),
    ]  # fmt: skip
    assert [bool(each.title) for each in papers] == [True, False, False, False, False, False]
    assert [bool(each.abstract) for each in papers] == [True, True, False, False, False, False]
    assert [len(each.authors) for each in papers] == [1, 3, 5, 5, 5, 5]


def test_blog_page_of_the_seeds_loses_its_boilerplate(corpus: Path) -> None:
    found = read(corpus / "seeds" / "blog-summary-msc-ntf.txt")
    whole = found.papers[0].text.whole()
    assert "FREE information packet" not in whole
    assert "Subscribe" not in whole
    assert whole.startswith("Amyotrophic lateral sclerosis (ALS), also known")
    assert "a reduction in ALS-FRS-R slope of 25% or more" in whole
