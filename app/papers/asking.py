"""One question to one service each, and its answer as records: not known is None, anything else wrong a LookupFault."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from app.errors import BadInput, LookupFault
from app.model.paper import Paper
from app.model.paper_text import PaperFile, PaperRecord
from app.papers import fetch_faults
from app.papers.crossref import read_crossref
from app.papers.datacite import read_datacite
from app.papers.europepmc import read_europepmc
from app.papers.fetch import Answer, Fetcher
from app.papers.identifiers import DOI, PMCID, Identifier
from app.papers.jats import read_jats
from app.papers.pubmed_xml import read_pubmed_xml
from app.papers.services import Service
from app.translation import _

MOST_IDS = 100
"""So many PubMed ids go into one question."""
_EMPTY_SET = re.compile(rb"<PubmedArticleSet>\s*</PubmedArticleSet>|<PubmedArticleSet\s*/>")
_JSON, _XML = "application/json", "text/xml, application/xml"
Reader = Callable[[bytes, str], PaperFile]


@dataclass(frozen=True, slots=True)
class FullText:
    """The open text of a paper as it came: what was read out of it, its bytes, and the address it came from."""

    file: PaperFile
    content: bytes
    origin: str


def crossref(fetcher: Fetcher, doi: str) -> Paper | None:
    """What Crossref has under a DOI."""
    service = fetcher.services.crossref
    mail = fetcher.services.mail
    query = {"mailto": mail} if mail else {}
    answer = fetcher.get(service, f"/works/{quote(doi, safe='')}", query, _JSON)
    if not answer.is_found:
        return None
    _json(service, answer)
    return _same(service, _first(service, answer, read_crossref), Identifier(DOI, doi))


def datacite(fetcher: Fetcher, doi: str) -> Paper | None:
    """What DataCite has under a DOI."""
    service = fetcher.services.datacite
    answer = fetcher.get(service, f"/dois/{quote(doi, safe='')}", None, "application/vnd.api+json, application/json")
    if not answer.is_found:
        return None
    _json(service, answer)
    return _same(service, _first(service, answer, read_datacite), Identifier(DOI, doi))


def europepmc(fetcher: Fetcher, wanted: Identifier) -> Paper | None:
    """What Europe PMC has under an identifier; it knows the other identifiers of the paper too."""
    service = fetcher.services.europepmc
    query = {"query": _europepmc_query(wanted), "resultType": "core", "format": "json", "pageSize": "5"}
    answer = fetcher.get(service, "/search", query, _JSON)
    if not answer.is_found:
        return None
    found = _json(service, answer)
    if "errCode" in found:
        raise fetch_faults.service_error(service, str(found.get("errMsg") or f"error {found['errCode']}"))
    results = found.get("resultList")
    if not isinstance(results, dict):
        raise fetch_faults.not_data(service, answer.kind)
    if not results.get("result"):
        return None
    papers = [record.paper for record in _read(service, answer, read_europepmc).papers]
    return next((paper for paper in papers if getattr(paper, wanted.kind) and _is_same(paper, wanted)), None)


def pubmed(fetcher: Fetcher, pmids: Iterable[str]) -> dict[str, Paper]:
    """What PubMed has under each of these ids (at most MOST_IDS); ids it does not know are left out."""
    service, mail = fetcher.services.pubmed, fetcher.services.mail
    query = {"db": "pubmed", "id": ",".join(pmids), "retmode": "xml", "tool": "plainspoken"}
    answer = fetcher.get(service, "/efetch.fcgi", query | ({"email": mail} if mail else {}), _XML)
    if not answer.is_found:
        return {}
    _xml(service, answer)
    if _EMPTY_SET.search(answer.content):
        return {}
    return {record.paper.pmid: record.paper for record in _read(service, answer, read_pubmed_xml).papers}


def full_text(fetcher: Fetcher, paper: Paper) -> FullText | None:
    """The open text of a paper at Europe PMC. None where it is not open: the service says that with a 404."""
    service = fetcher.services.europepmc
    path = f"/{quote(paper.pmcid, safe='')}/fullTextXML"
    answer = fetcher.get(service, path, None, _XML)
    if not answer.is_found or not answer.content.strip():
        return None
    _xml(service, answer)
    file = _read(service, answer, read_jats)
    for record in file.papers:
        if paper.doi and record.paper.doi:
            _same(service, record.paper, Identifier(DOI, paper.doi))
    has_text = any(record.text.blocks for record in file.papers)
    return FullText(file, answer.content, service.address + path) if has_text else None


def _europepmc_query(wanted: Identifier) -> str:
    if wanted.kind == DOI:
        value = wanted.value.replace("\\", " ").replace('"', " ")
        return f'DOI:"{value}"'
    return f"PMCID:{wanted.value}" if wanted.kind == PMCID else f"EXT_ID:{wanted.value} AND SRC:MED"


def _json(service: Service, answer: Answer) -> dict[str, Any]:
    """The object in an answer that shall be JSON."""
    try:
        value = json.loads(answer.content)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        is_page = answer.content.lstrip()[:1] == b"<"
        raise fetch_faults.not_data(service, "text/html" if is_page else answer.kind)
    return value


def _xml(service: Service, answer: Answer) -> None:
    head = answer.content[:2000].lstrip().lower()
    if not head.startswith(b"<") or b"<html" in head or head.startswith(b"<!doctype html"):
        kind = "text/html" if b"<html" in head or head.startswith(b"<!doctype html") else answer.kind
        raise _told(service, answer) or fetch_faults.not_data(service, kind)
    if b"<error" in head:
        words = answer.content[:2000].decode("utf-8", "replace")
        message = words[words.lower().index("<error") :].partition(">")[2].partition("<")[0]
        raise fetch_faults.service_error(service, message)


def _told(service: Service, answer: Answer) -> LookupFault | None:
    """A JSON answer with `error` where XML was asked for, as PubMed gives it."""
    try:
        value = json.loads(answer.content)
    except (ValueError, RecursionError):
        return None
    said = value.get("error") if isinstance(value, dict) else None
    return fetch_faults.service_error(service, str(said)) if said else None


def _read(service: Service, answer: Answer, reader: Reader) -> PaperFile:
    try:
        return reader(answer.content, service.title)
    except BadInput as error:
        raise fetch_faults.not_data(service, answer.kind) from error


def _first(service: Service, answer: Answer, reader: Reader) -> Paper:
    records: tuple[PaperRecord, ...] = _read(service, answer, reader).papers
    if not records:
        raise fetch_faults.not_data(service, answer.kind)
    return records[0].paper


def _same(service: Service, paper: Paper, wanted: Identifier) -> Paper:
    if not _is_same(paper, wanted):
        raise LookupFault(
            _("{title} answered with another paper ({doi}), which was not used.").format(
                title=service.title, doi=paper.doi or paper.title[:60]
            ),
            code="wrong-paper",
        )
    return paper


def _is_same(paper: Paper, wanted: Identifier) -> bool:
    """Whether a record's own number is the one asked for, or it has none of that kind."""
    own = str(getattr(paper, wanted.kind))
    return not own or own.casefold() == wanted.value.casefold()
