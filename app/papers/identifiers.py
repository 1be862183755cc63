"""The number by which a paper can be found, out of any pasted text or link: a DOI, a PubMed id or a PMC id."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

DOI, PMID, PMCID = "doi", "pmid", "pmcid"
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\x00-\x1f\"“”«»|\\^`{}\ufffd]+")
_IN_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_PMCID = re.compile(r"\bPMC\s?:?\s?(?:PMC)?(\d{3,9})\b|\bPMCID\s?:?\s?(?:PMC)?(\d{3,9})\b", re.IGNORECASE)
_PMID = re.compile(
    r"\b(?:PMID|PubMed(?:\s?ID)?)\s?[:#]?\s?(\d{1,8})\b|(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/(?:m/)?pubmed"
    r"|europepmc\.org/(?:article|abstract)/med)/(?:\?term=)?(\d{1,8})\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:/(?:full|fulltext|abstract|abs|summary|pdf|epdf|pdfdirect|html|meta|references|tables|figures|full/html)"
    r"|\.full(?:-text)?(?:\.pdf)?|\.pdf|\.html?|\.abstract|(?<=\d)v\d+)$",
    re.IGNORECASE,
)
_ARXIV = re.compile(r"(?:arxiv\.org/(?:abs|pdf)/|\barXiv:\s?)(\d{4}\.\d{4,5})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Identifier:
    """A kind (`doi`, `pmid`, `pmcid`) and its bare value: `10.1186/…`, `26751635`, `PMC8071313`."""

    kind: str
    value: str


def identifier_in(text: str) -> Identifier | None:
    """The first DOI in the text, else a PMC id, else a PubMed id; up to eight bare digits are a PubMed id."""
    text = text.strip()
    if doi := doi_in(text):
        return Identifier(DOI, doi)
    if match := _PMCID.search(text):
        return Identifier(PMCID, f"PMC{match[1] or match[2]}")
    if match := _PMID.search(text):
        return Identifier(PMID, match[1] or match[2])
    if match := _ARXIV.search(text):
        return Identifier(DOI, f"10.48550/arXiv.{match[1]}")
    return Identifier(PMID, text) if re.fullmatch(r"[1-9]\d{0,7}", text) else None


def doi_in(text: str) -> str:
    """The first DOI in a text or a link, bare and without what a sentence or an address adds; "" without one."""
    link = next((link for link in _IN_LINK.findall(text) if "10." in link), "")
    found = _DOI.search(text) or _DOI.search(unquote(text))
    if not found:
        return ""
    doi, is_in_link = found[0], bool(link) and found[0] in link
    if "%" in doi:
        doi = unquote(doi).split()[0]
    if is_in_link:
        doi = re.split(r"[?#&]", doi)[0]
    doi = _balanced(_without_markup(doi))
    while is_in_link and (shorter := _TAIL.sub("", doi)) != doi:
        doi = shorter.rstrip("/")
    return doi if re.fullmatch(r"10\.[\d.]+/.+", doi) else ""


def pmcid(text: str) -> str:
    """`PMC8071313` for `PMC8071313`, `8071313` or a link; "" without one."""
    text = str(text).strip()
    if re.fullmatch(r"\d{3,9}", text):
        return f"PMC{text}"
    match = _PMCID.search(text)
    return f"PMC{match[1] or match[2]}" if match else ""


def pmid(text: str) -> str:
    """The digits of a PubMed id; "" where there are none."""
    text = str(text).strip()
    if re.fullmatch(r"[1-9]\d{0,7}", text):
        return text
    match = _PMID.search(text)
    return (match[1] or match[2]) if match else ""


def _without_markup(doi: str) -> str:
    # Old DOIs hold <…> (10.1002/(SICI)…2<187::AID…>3.0.CO;2-O); a tag or an angle bracket around one does not belong.
    if "<" in doi and not re.search(r"<\d+:", doi):
        doi = doi.split("<")[0]
    return doi.split(">")[0] if ">" in doi and "<" not in doi else doi


def _balanced(doi: str) -> str:
    before = ""
    while doi != before:
        before, doi = doi, doi.rstrip(".,;:'’*")
        for opening, closing in ("()", "[]"):
            if doi.endswith(closing) and doi.count(opening) < doi.count(closing):
                doi = doi[:-1]
    return doi
