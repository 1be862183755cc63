"""Which service or program a JSON file comes from, told by its keys."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.errors import BadInput
from app.model.paper_text import PaperFile
from app.papers.crossref import crossref_file
from app.papers.csl_json import csl_file
from app.papers.datacite import datacite_file
from app.papers.europepmc import europepmc_file
from app.papers.json_source import at, first
from app.papers.source_text import json_of, shown, text_of
from app.translation import _

_CROSSREF = ("is-referenced-by-count", "content-domain", "reference-count")
_DATACITE = ("titles", "creators", "publicationYear", "schemaVersion", "schema-version", "publication-year")
_EUROPE_PMC = ("authorString", "journalInfo", "pubTypeList", "isOpenAccess", "errCode", "resultList", "inEPMC")


def read_json(content: bytes, name: str) -> PaperFile:
    """The papers of a JSON file. Raises BadInput when it breaks or is no reference file."""
    text, warnings = text_of(content, name)
    found = _read(json_of(text, name), name)
    return PaperFile(found.kind, found.papers, (*warnings, *found.warnings))


def _read(value: Any, name: str) -> PaperFile:
    some = first(value)
    if not isinstance(some, Mapping):
        raise BadInput(
            _("{shown} is JSON, but no reference file. Choose CSL-JSON or a service's answer.").format(
                shown=shown(name)
            )
        )
    if "simple_explanation" in some:
        raise BadInput(
            _("{shown} is a summary, not a paper. Bring it in with Import.").format(shown=shown(name)),
            code="is-a-summary",
        )
    if "message-type" in some or "message" in some or _is_crossref(some):
        return crossref_file(value, name)
    holder = at(some, "data", "attributes") or some
    if isinstance(holder, Mapping) and any(key in holder for key in _DATACITE):
        return datacite_file(value, name)
    wrapped = at(some, "full")
    if any(key in some or (isinstance(wrapped, Mapping) and key in wrapped) for key in _EUROPE_PMC):
        return europepmc_file(value, name)
    return csl_file(value, name)


def _is_crossref(value: Mapping[str, Any]) -> bool:
    """A work alone has lists where CSL has texts, and Crossref's own counts."""
    return isinstance(value.get("title"), list) and "DOI" in value and any(key in value for key in _CROSSREF)
