"""Text of PDFs held against the JATS XML of the same papers: five-word runs kept, order, merged paragraphs, hyphens.

Pairs are `NAME.pdf` and `NAME.xml` in a folder (PLAINSPOKEN_CORPUS/papers/pairs unless one is named), or
`NAME/fulltext.pdf` and `NAME/fulltext.xml`.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
from lxml import etree

from app.model.paper_text import Block
from app.papers import hyphens
from app.papers.columns import Typesetting
from app.papers.first_page import doi_of, title_of
from app.papers.lines import Page
from app.papers.page_blocks import blocks_of_pages
from app.papers.pdf import read_pdf
from app.papers.pdf_lines import page_of
from app.papers.signs import LINE_END_HYPHEN, with_plain_signs

RUN = 5
LEAST_WORDS = 15
_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+|[⁰¹²³⁴-⁹]+")
_REFERENCE = re.compile(r"\[[\d⁰¹²³⁴-⁹,;–‒\s-]+\]")
_RAISED_REFERENCE = re.compile(r"(?<=[^\W\d_]{2}|\D[.,)\]”])[⁰¹²³⁴-⁹]+(?:[,–‒-]\s?[⁰¹²³⁴-⁹]+)*")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOT_RUNNING = (
    "table-wrap",
    "fig",
    "disp-formula",
    "supplementary-material",
    "boxed-text",
    "ref-list",
    "fn",
    "table-wrap-foot",
)
AIMS = "98.8 % of runs, 99.9 % in order, 3 % merged, 97.2 % of hyphens"


@dataclass(frozen=True, slots=True)
class Figures:
    """What was found for one paper; pairs are (good, of all). Page times are the processor's, the door's a clock's."""

    name: str
    pages: int
    page_ms: float
    door_ms: float
    runs: tuple[int, int]
    in_order: tuple[int, int]
    merged: tuple[int, int]
    parted: tuple[int, int]
    hyphens: tuple[int, int]
    doi: bool
    title: bool


def main(arguments: Sequence[str] = ()) -> int:
    """Print a row for each pair and their sum."""
    parser = argparse.ArgumentParser(prog="python run.py bench pdf", description=__doc__)
    corpus = os.environ.get("PLAINSPOKEN_CORPUS")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(corpus) / "papers" / "pairs" if corpus else None)
    parser.add_argument("--lost", action="store_true", help="print the five-word runs that are not found")
    options = parser.parse_args(arguments)
    if options.folder is None:
        print("PLAINSPOKEN_CORPUS names no folder with real papers: there is nothing to measure.")
        return 0
    print(f"{'paper':<14}{'pages':>6}{'ms/page':>9}{'all ms':>8}{'runs':>9}{'order':>9}{'merged':>9}{'parted':>9}"
          f"{'hyphens':>15}  DOI title")  # fmt: skip
    found = [figures for pdf, xml in _pairs(options.folder) if (figures := _measured(pdf, xml, options.lost))]
    for figures in found:
        _print(figures)
    if found:
        _print_sum(found)
    return 0


def _pairs(folder: Path) -> Iterator[tuple[Path, Path]]:
    for pdf in sorted(folder.rglob("*.pdf")):
        if (xml := pdf.with_suffix(".xml")).exists():
            yield pdf, xml


def _measured(pdf: Path, xml: Path, is_telling: bool) -> Figures | None:
    content = pdf.read_bytes()
    root = etree.fromstring(xml.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    wanted = [words for paragraph in _paragraphs(root) if len(words := _tokens(paragraph)) >= LEAST_WORDS]
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError:
        return None
    times, pages = [], []
    for number in range(1, len(document) + 1):
        start = time.process_time()
        pages.append(page_of(document, number))
        times.append((time.process_time() - start) * 1000)
    start = time.perf_counter()
    blocks = read_pdf(content).papers[0].text.blocks if any(page.lines for page in pages) else ()
    door_ms = (time.perf_counter() - start) * 1000
    if not wanted or not blocks:
        return None
    assert blocks == blocks_of_pages(pages), "the reading process says something else"
    places = _places(wanted, blocks)
    doi = "".join(root.xpath("//article-meta/article-id[@pub-id-type='doi']/text()")[:1]).casefold()
    title = _letters(" ".join("".join(node.itertext()) for node in root.xpath("//article-meta//article-title")[:1]))
    guess = title_of(document.get_metadata_value("Title"), pages, Typesetting(pages).body)
    return Figures(
        pdf.parent.name if pdf.stem == "fulltext" else pdf.stem,
        len(pages), statistics.median(times), door_ms,
        _runs(wanted, blocks, is_telling), _order(places), _merged(places), _parted(places),
        _hyphens(pages, " ".join("".join(root.itertext()).split())),
        doi_of(pages).casefold() == doi, bool(title) and _letters(guess) == title,
    )  # fmt: skip


def _paragraphs(root: etree._Element) -> Iterator[str]:
    for node in root.xpath("//article-meta/abstract//p | /article/body//p | //pmc-articleset/article/body//p"):
        if not any(above.tag in _NOT_RUNNING for above in node.iterancestors()):
            yield "".join(_texts(node))


def _texts(node: etree._Element) -> Iterator[str]:
    """Words of a paragraph without figures, formulas and raised references: those are no words of its text."""
    yield node.text or ""
    for child in node:
        is_raised_reference = child.tag == "sup" and child.find(".//xref") is not None
        in_raised = child.tag == "xref" and child.find(".//sup") is not None
        if isinstance(child.tag, str) and child.tag not in (*_NOT_RUNNING, "list", "inline-formula"):
            yield from () if is_raised_reference or in_raised else _texts(child)
        yield child.tail or ""


def _tokens(text: str) -> list[str]:
    """Words and numbers, references by number left out: XML and PDF write their ranges and brackets differently."""
    text = _RAISED_REFERENCE.sub("", _REFERENCE.sub(" ", text))
    return _TOKEN.findall(with_plain_signs(text).translate(_RAISED).casefold())


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _grams(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)]


def _runs(wanted: list[list[str]], blocks: Sequence[Block], is_telling: bool) -> tuple[int, int]:
    have = Counter(gram for block in blocks for gram in _grams(_tokens(block.text)))
    want = Counter(gram for words in wanted for gram in _grams(words))
    if is_telling:
        print("\n".join("  lost: " + " ".join(gram) for gram in want - have))
    return (want & have).total(), want.total()


def _places(wanted: list[list[str]], blocks: Sequence[Block]) -> list[Counter[int]]:
    """For each paragraph the blocks in which its runs stand, runs that stand in several blocks left out."""
    homes: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for place, block in enumerate(blocks):
        for gram in _grams(_tokens(block.text)):
            homes[gram].add(place)
    return [
        Counter(place for gram in _grams(words) if len(homes[gram]) == 1 for place in homes[gram]) for words in wanted
    ]


def _order(places: list[Counter[int]]) -> tuple[int, int]:
    tops = [place.most_common(1)[0][0] for place in places if place]
    return sum(one <= other for one, other in pairwise(tops)), max(0, len(tops) - 1)


def _merged(places: list[Counter[int]]) -> tuple[int, int]:
    """Paragraphs whose home is also a neighbour's home."""
    tops = [place.most_common(1)[0][0] for place in places if place]
    return sum(one == other for one, other in pairwise(tops)), max(1, len(tops) - 1)


def _parted(places: list[Counter[int]]) -> tuple[int, int]:
    """Paragraphs with a tenth of their runs outside their home."""
    known = [place for place in places if place]
    return sum(place.most_common(1)[0][1] < 0.9 * place.total() for place in known), max(1, len(known))


def _hyphens(pages: Sequence[Page], truth: str) -> tuple[int, int]:
    """Line ends with a hyphen whose answer the XML knows: the whole word stands there in one form only."""
    lines = [line for page in pages for line in page.lines]
    known = hyphens.Vocabulary(line.text for line in lines)
    truth = f" {truth.casefold()} ".replace("\u2010", "-").replace("\u2011", "-")
    good = of = 0
    for line, following in pairwise(lines):
        if not line.text.endswith((LINE_END_HYPHEN, "-")) or not line.text[-2:-1].isalpha():
            continue
        left, right = re.search(r"[^\W_]+$", line.text[:-1]), re.match(r"[^\W_]+", following.text)
        if left is None or right is None:
            continue
        solid, hyphened = f"{left[0]}{right[0]}".casefold(), f"{left[0]}-{right[0]}".casefold()
        forms = [form for form in (solid, hyphened) if re.search(rf"(?<![^\W_]){re.escape(form)}(?![^\W_])", truth)]
        if len(forms) == 1:
            of += 1
            answer = hyphens.between(line.text[:-1], following.text, known)
            good += (left[0] + answer + right[0]).casefold() == forms[0]
            if os.environ.get("BENCH_PDF_HYPHENS") and (left[0] + answer + right[0]).casefold() != forms[0]:
                print("  hyphen:", left[0] + answer + right[0], "but", forms[0])
    return good, of


def _print(figures: Figures) -> None:
    marks = f"  {'yes' if figures.doi else 'NO':<4}{'yes' if figures.title else 'no'}"
    print(f"{figures.name:<14}{figures.pages:>6}{figures.page_ms:>9.1f}{figures.door_ms:>8.0f}{_share(figures.runs):>9}"
          f"{_share(figures.in_order):>9}{_share(figures.merged):>9}{_share(figures.parted):>9}"
          f"{_share(figures.hyphens):>9}{figures.hyphens[1]:>6}{marks}")  # fmt: skip


def _print_sum(found: list[Figures]) -> None:
    def total(name: str) -> tuple[int, int]:
        return sum(getattr(one, name)[0] for one in found), sum(getattr(one, name)[1] for one in found)

    pages = sum(one.pages for one in found)
    page_ms = statistics.median(one.page_ms for one in found)
    print(f"{'all ' + str(len(found)):<14}{pages:>6}{page_ms:>9.1f}{sum(one.door_ms for one in found):>8.0f}"
          f"{_share(total('runs')):>9}{_share(total('in_order')):>9}{_share(total('merged')):>9}"
          f"{_share(total('parted')):>9}{_share(total('hyphens')):>9}{total('hyphens')[1]:>6}"
          f"  {sum(one.doi for one in found)}   {sum(one.title for one in found)}")  # fmt: skip
    print(f"Measured before, on 161 papers: {AIMS}.")


def _share(part: tuple[int, int]) -> str:
    return f"{100 * part[0] / part[1]:.1f} %" if part[1] else "–"


if __name__ == "__main__":
    import sys

    raise SystemExit(main(sys.argv[1:]))
