"""Files that are no papers: each is refused with one sentence, and nothing else is ever raised."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.errors import BadInput
from app.papers.paper_file import read_paper

DATA = Path(__file__).parents[2] / "data" / "papers"
OWN = {path.name: path.read_bytes() for path in sorted(DATA.iterdir()) if path.suffix != ".md"}
LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><article><front>&b;</front></article>'


BAD = [
    (b"", "a.ris", "“a.ris” is empty"),
    (b" \r\n\n", "", "The text is empty"),
    (LAUGHS, "a.xml", "declares entities of its own (line 1)"),
    (LAUGHS.decode().encode("utf-16"), "a.xml", "declares entities of its own"),
    (b'<!DOCTYPE a [\n<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "a.xml", "entities of its own (line 2)"),
    (OWN["walking-jats.xml"][:2500], "cut.xml", "“cut.xml” is not whole XML (line"),
    (OWN["crossref-retracted.json"][:300], "cut.json", "“cut.json” is not whole JSON (line 3"),
    ("<x>é</x>".encode("latin-1"), "a.xml", "is not whole XML (line 1"),
    (b'<?xml version="1.0" encoding="klingon"?><article/>', "a.xml", "is not whole XML"),
    (b"<!DOCTYPE html><html><body>Not found</body></html>", "a.json", "is a web page"),
    (b"<svg><text>hi</text></svg>", "a.xml", "XML of another kind (svg)"),
    (b"<eFetchResult><ERROR>Invalid id</ERROR></eFetchResult>", "a.xml", "It says: Invalid id"),
    (b"<PubmedArticleSet></PubmedArticleSet>", "a.xml", "PubMed XML without an article"),
    (b'{"errCode": 404, "errMsg": "No such id"}', "a.json", "Europe PMC, not a paper: No such id"),
    (b'{"resultList": {"result": []}}', "a.json", "without a paper"),
    (b'{"simple_explanation": "x"}', "a.json", "is a summary, not a paper"),
    (b"[[[[1]]]]", "a.json", "no reference file"),
    (b"[" * 200_000, "a.json", "too deep"),
    (b"[" + b"9" * 5000 + b"]", "a.json", "a number too long"),
    (b"<i>" * 400, "a.xml", "a web page"),
    (b"<x>" * 400, "a.xml", "not whole XML"),
    (b"some words", "a.ris", "no RIS record"),
    (b"some words", "a.bib", "no BibTeX entry"),
    (b"TY  - JOUR\nSP  - 3\nER  - \n", "a.ris", "no record of it holds a title"),
    (b"@article{a, title = {never closed", "a.bib", "without an entry"),
    (b"PK\x03\x04word/document.xml", "a.docx", "a zip file or an office document"),
    (b"\x89PNG\r\n", "a.ris", "a picture"),
    (b"SQLite format 3\0", "a.txt", "a library or a database"),
    (bytes(range(1, 32)) * 9, "a.txt", "is not text (character 1 is"),
    (b"abc\0def", "a.txt", "is not text (character 4"),
    (b"x" * 50_000_000, "a.txt", "is larger than 30 MB"),
]


@pytest.mark.parametrize(("content", "name", "words"), BAD, ids=[words for *_, words in BAD])
def test_refused_with_a_sentence(content: bytes, name: str, words: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_paper(content, name)
    sentence = str(caught.value)
    assert words in sentence
    assert "\n" not in sentence
    assert len(sentence) < 300


def test_named_signs_of_html_are_known_and_unknown_ones_stay_visible() -> None:
    title = b"<title-group><article-title>Caf&eacute;%s</article-title></title-group>"
    article = b"<article><front><article-meta>" + title + b"</article-meta></front></article>"
    assert read_paper(article % b"", "a").papers[0].paper.title == "Café"
    with_dtd = b'<!DOCTYPE article SYSTEM "http://127.0.0.1:9/x.dtd">' + article % b" &unheard;"
    assert read_paper(with_dtd, "a").papers[0].paper.title == "Café \N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("text", ["[1] Smith J. A title. 2020.", "<5% of 43 patients", "{x} stands for a cell"])
def test_prose_may_begin_like_markup(text: str) -> None:
    assert read_paper(text.encode(), "note.txt").papers[0].text.whole() == text


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a", "a.ris", "a.json", "a.xml", "a.bib", "a.nbib"]))
@example(b"@article{,}", "a")
@example(b"PT J\n   x\nER \n", "a")
@example(b"TY  - JOUR\n  - \nER  - ", "a")
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    try:
        read_paper(content, name)
    except BadInput as fault:
        assert str(fault)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(OWN)), st.integers(0, 2**32))
def test_mutated_files_are_read_or_refused(name: str, seed: int) -> None:
    try:
        read_paper(mutated(OWN[name], random.Random(seed)), name)
    except BadInput as fault:
        assert str(fault)


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The file with some bytes taken, doubled, put in or cut off."""
    pieces = (b"<", b">", b"{", b"}", b'"', b"\\", b"null", b"[[null]]", b"[]", b"{}", b"&x;", b"$", b"<sup>",
              b"ER  - \n", b"\xff", b"99999999999", b'"\\ud800"', b"\n\n", b"\n", b"   ", b"\x02", b"^{")  # fmt: skip
    whole = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 12))):
        start = chance.randrange(len(whole) + 1)
        end = start + chance.randrange(1, 150)
        kind = chance.randrange(5)
        if kind == 0:
            del whole[start:end]
        elif kind == 1:
            whole[start:start] = chance.choice(pieces)
        elif kind == 2:
            whole[start:start] = whole[start:end] * 2
        elif kind == 3 and start > 20:
            del whole[start:]
        else:
            whole[start:end] = bytes(chance.randrange(256) for _ in range(3))
    return bytes(whole)
