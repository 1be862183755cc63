"""A DOI, a PubMed id or a PMC id out of whatever a writer pastes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.papers.identifiers import Identifier, identifier_in

OLD_DOI = "10.1002/(SICI)1097-4679(199902)55:2<187::AID-JCLP6>3.0.CO;2-O"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("https://doi.org/10.1186/s13041-021-00761-6.", "doi", "10.1186/s13041-021-00761-6"),
        ("doi:10.1016/0030-4220(58)90109-9", "doi", "10.1016/0030-4220(58)90109-9"),
        ("(https://doi.org/10.3389/fmed.2024.1361723)", "doi", "10.3389/fmed.2024.1361723"),
        ("https://www.frontiersin.org/articles/10.3389/fmed.2024.1361723/full", "doi", "10.3389/fmed.2024.1361723"),
        ("https://j.org/article?id=10.1371/journal.pone.0012345&type=printable", "doi", "10.1371/journal.pone.0012345"),
        ("https://www.biorxiv.org/content/10.1101/014852v1.full", "doi", "10.1101/014852"),
        ("https://doi.org/10.1002%2Fjor.1100150407", "doi", "10.1002/jor.1100150407"),
        ("https://l.com/content/pdf/10.1186/s13041-021-00761-6.pdf", "doi", "10.1186/s13041-021-00761-6"),
        ("https://n.org/doi/10.1056/NEJMoa2034577#abstract", "doi", "10.1056/NEJMoa2034577"),
        (OLD_DOI, "doi", OLD_DOI),
        ("<a href='x'>10.1016/j.cpr.2005.02.002</a>", "doi", "10.1016/j.cpr.2005.02.002"),
        ("see 10.5555/a_(b), and [10.5555/c]", "doi", "10.5555/a_(b)"),
        ("arXiv:1707.02264v3", "doi", "10.48550/arXiv.1707.02264"),
        ("https://pubmed.ncbi.nlm.nih.gov/26751635/", "pmid", "26751635"),
        ("www.ncbi.nlm.nih.gov/pubmed/29424689", "pmid", "29424689"),
        ("https://europepmc.org/article/MED/26751635", "pmid", "26751635"),
        ("PMID: 26751635", "pmid", "26751635"),
        (" 26751635 ", "pmid", "26751635"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC8071313/pdf/x.pdf", "pmcid", "PMC8071313"),
        ("pmcid: 8071313", "pmcid", "PMC8071313"),
    ],
)
def test_found(text: str, kind: str, value: str) -> None:
    assert identifier_in(text) == Identifier(kind, value)


@pytest.mark.parametrize("text", ["", "hello", "10.5 percent", "123456789", "0", "in 2021, 43 people", "10.1000/"])
def test_not_found(text: str) -> None:
    assert identifier_in(text) is None


@given(st.text(max_size=60))
def test_any_text_is_taken(text: str) -> None:
    found = identifier_in(f"10.1000/{text}")
    assert found is None or (found.value and found.value.split() == [found.value])
