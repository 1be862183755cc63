"""The front door for papers: tells by its content what a file is, and has the right reader read it."""

from __future__ import annotations

import re
from pathlib import PurePath

from app.errors import BadInput
from app.model.paper_text import PaperFile
from app.papers.bibtex import read_bibtex
from app.papers.jats import jats_file
from app.papers.json_kinds import read_json
from app.papers.nbib import read_nbib
from app.papers.pdf import read_pdf
from app.papers.plain_text import read_plain_text
from app.papers.pubmed_xml import pubmed_file
from app.papers.ris import read_ris, read_web_of_science
from app.papers.source_text import MOST_BYTES, shown, text_of
from app.papers.xml_source import everywhere, local, parsed_xml
from app.papers.xml_text import line_of
from app.translation import _

_HEAD = 60_000
_NBIB = re.compile(r"^(?:PMID|PMC) ?- ?(?:PMC)?\d", re.MULTILINE)
_NBIB_FIELD = re.compile(r"^(?:TI|FAU|AU|DP|AB|JT|TA|OWN|PT|SO|STAT|IS|AID)\s{0,2}- ", re.MULTILINE)
_RIS = re.compile(r"^\s{0,2}TY {0,2}- {0,2}\w", re.MULTILINE)
_WEB_OF_SCIENCE = re.compile(r"^PT [A-Z]\s*$", re.MULTILINE)
_BIBTEX = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]\s{0,99}(?:[^\s,{}()=\"]*\s{0,99},|[A-Za-z]+\s{0,99}=)", re.M)
_WEB_PAGE = re.compile(
    rb"\A[^<]{0,9}(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*"
    rb"(?:<!doctype\s+html|<(?:html|head|title|meta|body|div|p|span|table|h1|script|a|b|i|br)[\s>/])",
    re.DOTALL,
)
_OTHER_KINDS = (
    (b"PK\x03\x04", "a zip file or an office document. Unpack it, or save it as PDF or text"),
    (b"\xd0\xcf\x11\xe0", "an old office document. Save it as PDF or text"),
    (b"\x1f\x8b", "a compressed file. Unpack it first"),
    (b"\x89PNG", "a picture. Use a PDF with text, or paste the text of the paper"),
    (b"\xff\xd8\xff", "a picture. Use a PDF with text, or paste the text of the paper"),
    (b"GIF8", "a picture. Use a PDF with text, or paste the text of the paper"),
    (b"{\\rtf", "a document in RTF. Save it as PDF or text"),
    (b"%!PS", "PostScript. Save it as PDF"),
    (b"SQLite format 3", "a library or a database, not a paper. Open it as a library"),
)
_MEANT = {
    ".ris": "no RIS record: no line begins with “TY  -”",
    ".bib": "no BibTeX entry: nothing begins with “@”",
    ".nbib": "no record of PubMed: no line begins with “PMID-”",
    ".json": "no JSON: it does not begin with { or [",
    ".xml": "no XML: it does not begin with <",
    ".nxml": "no XML: it does not begin with <",
}


def read_paper(content: bytes, name: str) -> PaperFile:
    """Everything the file says about papers, whatever its ending. `name` is shown in sentences.

    Raises BadInput with one sentence (what, where, what to do) for a file that is empty, broken, too large or no
    paper at all.
    """
    if not content.strip(b"\0 \t\r\n\f\v"):
        raise BadInput(_("{shown} is empty. Choose a file that holds a paper or references.").format(shown=shown(name)))
    if b"%PDF-" in content[:1024]:
        return read_pdf(content, name)
    for start, kind in _OTHER_KINDS:
        if content.startswith(start):
            raise BadInput(_("{shown} is {kind}.").format(shown=shown(name), kind=kind))
    if len(content) > MOST_BYTES:
        raise BadInput(
            _("{shown} is larger than {most_bytes} MB. Bring in a part of it.").format(
                shown=shown(name), most_bytes=MOST_BYTES // 1000000
            )
        )
    ending = PurePath(name).suffix.lower()
    try:
        if re.match(rb"<[?!A-Za-z]", _beginning(content)):
            return _read_markup(content, name)
        return _read_text(content, name, ending)
    except RecursionError as error:
        raise BadInput(
            _("{shown} is nested deeper than any paper. It was not read.").format(shown=shown(name))
        ) from error


def _beginning(content: bytes) -> bytes:
    """The first signs behind a byte-order mark and empty lines."""
    head = content[:400].replace(b"\0", b"")
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.lstrip()


def _read_markup(content: bytes, name: str) -> PaperFile:
    head = content[:3000].replace(b"\0", b"").lower()
    if _WEB_PAGE.search(head):
        raise BadInput(
            _("{shown} is a web page, not a paper or a reference file. Paste its text, or its DOI.").format(
                shown=shown(name)
            )
        )
    root = parsed_xml(content, name)
    if next(everywhere(root, "MedlineCitation", "BookDocument"), None) is not None or local(root).startswith("Pubmed"):
        return pubmed_file(root, name)
    if any(local(part) == "front" for article in everywhere(root, "article") for part in article):
        return jats_file(root, name)
    said = line_of(root)
    told = f" It says: {said}" if 0 < len(said) < 120 else ""
    raise BadInput(
        _("{shown} is XML of another kind ({local}), not JATS or PubMed's.{told}").format(
            shown=shown(name), local=local(root), told=told
        )
    )


def _read_text(content: bytes, name: str, ending: str) -> PaperFile:
    if _beginning(content).startswith((b"{", b"[")) and (ending == ".json" or not _is_prose(content, name)):
        return read_json(content, name)
    try:
        head = text_of(content, name)[0][:_HEAD]
    except BadInput:
        if ending == ".pdf":
            return read_pdf(content, name)
        raise
    if _RIS.search(head):
        return read_ris(content, name)
    if _NBIB.search(head) and _NBIB_FIELD.search(head):
        return read_nbib(content, name)
    if _WEB_OF_SCIENCE.search(head):
        return read_web_of_science(content, name)
    if _BIBTEX.search(head):
        return read_bibtex(content, name)
    if ending == ".pdf":
        return read_pdf(content, name)
    if ending in _MEANT:
        raise BadInput(
            _("{shown} holds {meant}. Export it again, or paste the text.").format(
                shown=shown(name), meant=_MEANT[ending]
            )
        )
    return read_plain_text(content, name)


def _is_prose(content: bytes, name: str) -> bool:
    """A text may begin with a bracket (`[1] …`, `[Translated title]`); JSON goes on with a quote or a bracket."""
    return not re.match(r"[\[{]\s*[\"\[{}\]]", text_of(content, name)[0].lstrip("\ufeff \n\t"))
