"""A summary to and from its published JSON form (schema 1), and the JSON Schema that describes it.

The order of the keys is the order of the format and never changes, so that a version-control diff reads well.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, replace
from functools import cache
from typing import Any, TypeVar

import msgspec

from app.errors import BadInput
from app.model import wire
from app.model.checklist import ChecklistAnswer
from app.model.comment import Comment, Reply
from app.model.dates import PartialDate
from app.model.dismissal import Dismissal
from app.model.paper import Author, Notice, Paper
from app.model.site import Site
from app.model.summary import (
    CategoryRef,
    Claim,
    Contributor,
    Correction,
    Dates,
    GlossaryTerm,
    Implication,
    Passage,
    Source,
    Summary,
)
from app.translation import _

T = TypeVar("T")
SCHEMA_VERSION = 1
SCHEMA_FILE = "summary.schema.json"
_PAPER_TEXTS = {
    "container-title": "journal",
    "container-title-short": "journal_short",
    "DOI": "doi",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "URL": "url",
    "license": "license",
    "abstract": "abstract",
}


_FIELDS = tuple(field.name for field in fields(Summary) if field.name != "extra")


def paper_to_csl(paper: Paper) -> dict[str, Any]:
    """The paper as a CSL-JSON object; texts that are not given are left out, unknown keys come last."""
    csl: dict[str, Any] = {"type": paper.type, "title": paper.title}
    csl["author"] = [_without_empty(author) for author in paper.authors]
    for key, attribute in _PAPER_TEXTS.items():
        if text := getattr(paper, attribute):
            csl[key] = text
    if paper.published:
        date = paper.published
        csl["issued"] = {"date-parts": [[part for part in (date.year, date.month, date.day) if part]]}
    csl["publication_type"] = list(paper.publication_types)
    csl["notices"] = [_without_empty(notice) for notice in paper.notices]
    return csl | dict(paper.extra)


def paper_from_csl(csl: Mapping[str, Any], where: str = "the paper") -> Paper:
    """The Paper in a CSL-JSON object of our own form. Raises BadInput naming the key that does not fit."""
    given = _converted(csl, wire.PaperJson, where)
    known = _keys(wire.PaperJson)
    return Paper(
        title=given.title,
        authors=tuple(Author(a.family, a.given, a.literal) for a in given.author),
        **{attribute: csl.get(key) or "" for key, attribute in _PAPER_TEXTS.items()},
        published=_date(given.issued, where),
        publication_types=tuple(given.publication_type),
        notices=tuple(Notice(n.kind, n.doi, n.date) for n in given.notices),
        type=given.type,
        extra={key: value for key, value in csl.items() if key not in known},
    )


def summary_to_json(summary: Summary) -> dict[str, Any]:
    """The summary as plain JSON values, every key of the format in its order, unknown keys last."""
    return {key: msgspec.to_builtins(value) for key, value in _values(summary).items()} | dict(summary.extra)


def _values(summary: Summary) -> dict[str, Any]:
    """What stands behind each key of the format, some of it values of ours that have the very fields of the format."""
    out: dict[str, Any] = {"$schema": SCHEMA_FILE, "schema_version": SCHEMA_VERSION}
    for name in _FIELDS:
        value = getattr(summary, name)
        if name == "paper":
            out["paper"] = paper_to_csl(value)
        elif name == "related_research":
            out[name] = [paper_to_csl(paper) for paper in value]
        elif name == "claims":
            out[name] = [_claim_to_json(claim) for claim in value]
        elif name in ("dismissals", "comments", "checklist"):
            if value:  # the writer's own notes: most summaries have none, and no published page shows them
                out[name] = value
        else:
            out[name] = value
    return out


def summary_json(summary: Summary) -> bytes:
    """The summary as a UTF-8 JSON file: one field a line, LF, a newline at the end."""
    papers = (summary.paper, *summary.related_research)
    if summary.extra or any(paper.extra for paper in papers):  # with numbers of any kind
        return json_bytes(summary_to_json(summary))
    return _quick_json_bytes(summary)


def published_json(summary: Summary) -> bytes:
    """The summary as the UTF-8 JSON file that is published: without the writers' notes, comments and checklist."""
    if summary.dismissals or summary.comments or summary.checklist:
        summary = replace(summary, dismissals=(), comments=(), checklist=())
    return summary_json(summary)


def json_bytes(value: Any) -> bytes:
    """Plain JSON values as a stable, readable UTF-8 file."""
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    try:
        return text.encode()
    except UnicodeEncodeError:  # a lone half of a pair, which no file can hold
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def _quick_json_bytes(summary: Summary) -> bytes:
    """What `json_bytes` makes, in a tenth of the time, of values of our own: texts, small whole numbers and lists."""
    try:
        return msgspec.json.format(msgspec.json.encode(_values(summary)), indent=2) + b"\n"
    except UnicodeEncodeError:  # half a surrogate pair, from a test or a broken clipboard: told as it always was
        return json_bytes(summary_to_json(summary))


def summary_from_json(source: Mapping[str, Any] | bytes | str, where: str) -> Summary:
    """The Summary in a JSON object or file. `where` names the file for the writer.

    Raises BadInput when it is no JSON, is of a newer schema, or a key holds what the format does not allow.
    """
    raw = json_object(source, where)
    version = raw.get("schema_version")
    if not isinstance(version, int) or "simple_explanation" not in raw:
        raise BadInput(
            _("{where} is not a Plainspoken summary: it has no schema_version or no simple_explanation.").format(
                where=where
            )
        )
    if version > SCHEMA_VERSION:
        raise BadInput(
            _("{where} was written by a newer Plainspoken (schema {version}). Update Plainspoken to read it.").format(
                where=where, version=version
            )
        )
    given = _converted(raw, wire.KeptSummaryJson, where)
    known = _keys(wire.KeptSummaryJson)
    values: dict[str, Any] = {name: getattr(given, name) for name in wire.PLAIN_FIELDS}
    return Summary(
        **values,
        paper=paper_from_csl(raw.get("paper") or {}, where),
        categories=tuple(CategoryRef(c.slug, c.name) for c in given.categories),
        practical_implications=tuple(Implication(c.heading, c.text) for c in given.practical_implications),
        glossary=tuple(GlossaryTerm(t.term, t.plain, t.explanation) for t in given.glossary),
        claims=tuple(_claim(claim) for claim in given.claims),
        related_research=tuple(paper_from_csl(csl, where) for csl in raw.get("related_research") or ()),
        sources=tuple(Source(s.title, s.url) for s in given.sources),
        contributors=tuple(Contributor(c.role, c.name) for c in given.contributors),
        dates=Dates(**msgspec.structs.asdict(given.dates)),
        corrections=tuple(Correction(c.date, c.note) for c in given.corrections),
        dismissals=tuple(Dismissal(**msgspec.structs.asdict(d)) for d in given.dismissals),
        comments=tuple(_comment(comment) for comment in given.comments),
        checklist=tuple(ChecklistAnswer(**msgspec.structs.asdict(one)) for one in given.checklist),
        extra={key: value for key, value in raw.items() if key not in known},
    )


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a summary, made from the model."""
    (schema,), components = msgspec.json.schema_components((wire.SummaryJson,), ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Plain-language summary",
        **components[schema["$ref"].rpartition("/")[2]],
        "$defs": {name: part for name, part in components.items() if name != "SummaryJson"},
    }


def site_to_json(site: Site) -> dict[str, Any]:
    """The site settings as plain JSON values."""
    out: dict[str, Any] = msgspec.to_builtins(replace(site, extra={}))
    del out["extra"]
    return out | dict(site.extra)


def site_from_json(raw: Mapping[str, Any], where: str = "the site settings") -> Site:
    """The Site in plain JSON values; unknown keys are kept. Raises BadInput naming the key that does not fit."""
    names = {field.name for field in fields(Site)} - {"extra"}
    site = _converted({key: value for key, value in raw.items() if key in names}, Site, where)
    return replace(site, extra={key: value for key, value in raw.items() if key not in names})


@cache
def _keys(kind: type[msgspec.Struct]) -> frozenset[str]:
    """The keys that a part of the format knows. Working them out takes longer than reading a summary."""
    return frozenset(field.encode_name for field in msgspec.structs.fields(kind))


def json_object(source: Mapping[str, Any] | bytes | str, where: str) -> Mapping[str, Any]:
    """The object that some JSON is. Raises BadInput when it is none."""
    if isinstance(source, Mapping):
        return source
    try:
        raw = _decoded(source)
    except (ValueError, RecursionError) as error:
        raise BadInput(
            _("{where} is not readable JSON ({splitlines}).").format(where=where, splitlines=str(error).splitlines()[0])
        ) from error
    if not isinstance(raw, dict):
        raise BadInput(
            _("{where} holds a JSON {name} where a summary's object was expected.").format(
                where=where, name=type(raw).__name__
            )
        )
    return raw


def _converted(raw: Any, kind: type[T], where: str) -> T:
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise BadInput(_("{where} does not fit the format: {error}.").format(where=where, error=error)) from error
    except UnicodeEncodeError as error:
        raise BadInput(_("{where} does not fit the format: it holds half a character.").format(where=where)) from error


def _date(issued: wire.Issued | None, where: str) -> PartialDate | None:
    if issued is None or not issued.date_parts or not issued.date_parts[0]:
        return None
    try:
        return PartialDate(*issued.date_parts[0][:3])
    except (TypeError, ValueError) as error:
        raise BadInput(
            _("{where} has an impossible publication date: {error}.").format(where=where, error=error)
        ) from error


def _claim(claim: wire.ClaimJson) -> Claim:
    passage = Passage(claim.passage.text, claim.passage.locator) if claim.passage else None
    return Claim(claim.section, claim.start, claim.end, claim.kind, passage)


def _comment(given: wire.CommentJson) -> Comment:
    replies = tuple(Reply(reply.text, reply.by, reply.at) for reply in given.replies)
    return Comment(**msgspec.structs.asdict(given) | {"replies": replies})


def _claim_to_json(claim: Claim) -> dict[str, Any]:
    return msgspec.to_builtins(claim)  # type: ignore[no-any-return]


def _without_empty(value: Any) -> dict[str, Any]:
    return {key: text for key, text in msgspec.to_builtins(value).items() if text}


def _decoded(source: bytes | str) -> Any:
    """What `json.loads` reads, in a third of the time; it reads what msgspec does not: half a surrogate pair, NaN."""
    try:
        return msgspec.json.decode(source)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return json.loads(source)
