"""What an import finds under the paths it is given: files, folders and zip archives, each file with its summary."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from app.errors import BadInput
from app.model.codec import summary_from_json
from app.model.house_style import Term
from app.model.summary import Summary
from app.papers.published_page import parse_copied_text, parse_page_html
from app.text.glossary import own_words
from app.text.markup import plain
from app.text.readability import score
from app.translation import _

_LARGEST_BYTES = 50_000_000
_MOST_IN_ZIP = 100_000
_LARGEST_IN_ALL_BYTES = 1_000_000_000
"""What the files of one zip archive may unpack to: ten thousand published pages are a tenth of it."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){2,}")
_PAGES = (".html", ".htm", ".xhtml")
_TEXTS = (".txt", ".text", ".md")
_MAYBE_SUMMARIES = (".json", *_PAGES, *_TEXTS)


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file with its bytes. `is_named`: the writer named this very file, so that it may not be passed over."""

    path: str
    data: bytes
    is_named: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """A path that cannot be used: a kebab-case code and a sentence."""

    path: str
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ReadIn:
    """A summary that was read out of a file, with the grade of its text (None when the text is too short for one)."""

    path: str
    summary: Summary
    grade: float | None


def read_in(found: FoundFile | Refusal, categories: Iterable[str], glossary: Iterable[Term]) -> ReadIn | Refusal | None:
    """What a file brings: its summary, why not, or None when it may be passed over. Knows no library: any thread."""
    if isinstance(found, Refusal):
        return found
    try:
        summary = summary_in(found, categories)
    except BadInput as fault:
        return Refusal(found.path, fault.code, str(fault))
    if summary is None:
        return None
    summary = own_words(summary, tuple(glossary))  # what the library explained on the way out
    scores = score(plain(summary.simple_explanation).text).scores
    return ReadIn(found.path, summary, scores.flesch_kincaid_grade if scores else None)


def count_files(paths: Iterable[Path]) -> int:
    """How many files there are to read under the paths; a path that cannot be used counts as one."""
    count = 0
    for path in paths:
        try:
            if path.is_dir():
                count += len(_in_this_folder(path))
            elif zipfile.is_zipfile(path):
                with zipfile.ZipFile(path) as archive:
                    count += len(_in_this_zip(archive))
            else:
                count += 1
        except (OSError, zipfile.BadZipFile, ValueError):
            count += 1
    return count


def found_files(paths: Iterable[Path]) -> Iterator[FoundFile | Refusal]:
    """Every file under the paths that may hold a summary, in a stable order; what cannot be read as a Refusal."""
    for path in paths:
        try:
            if path.is_dir():
                yield from _in_folder(path)
            elif zipfile.is_zipfile(path):
                yield from _in_zip(path)
            else:
                yield FoundFile(str(path), _bytes(path), True)
        except FileNotFoundError:
            yield Refusal(str(path), "missing", _("{path} is not there. Check the name.").format(path=path))
        except (OSError, zipfile.BadZipFile, ValueError) as error:
            yield _unreadable(str(path), error)


def summary_in(file: FoundFile, known_categories: Iterable[str]) -> Summary | None:
    """The summary in a file; None when there is none and the file may be passed over. Raises BadInput."""
    name = PurePosixPath(file.path.replace("\\", "/")).name
    try:
        if name.lower().endswith(".json") or _looks_like_json(file.data):
            return _from_json(file, name)
        text = _text(file.data, name)
        if name.lower().endswith(_PAGES) or text.lstrip()[:200].lower().startswith(("<!doctype html", "<html")):
            summary = parse_page_html(text, known_categories, name)
            return replace(summary, slug=_slug_in(file.path))
        return parse_copied_text(text, known_categories, name)
    except BadInput as fault:
        if fault.code == "not-a-page" and not file.is_named:
            return None
        raise


def _slug_in(path: str) -> str:
    """The address that an exported page has in its name or its folder's; empty when it reads like no address."""
    page = PurePosixPath(path.replace("\\", "/"))
    name = page.parent.name if page.stem == "index" else page.stem
    return name if _SLUG.fullmatch(name) else ""


def _from_json(file: FoundFile, name: str) -> Summary | None:
    try:
        raw = json.loads(file.data)
    except (ValueError, RecursionError) as error:
        reason = str(error).splitlines()[0]
        raise BadInput(
            _("{name} is not readable JSON ({reason}). Export it again.").format(name=name, reason=reason),
            code="not-json",
        ) from error
    is_summary = isinstance(raw, dict) and "schema_version" in raw and "simple_explanation" in raw
    if not is_summary and not file.is_named:
        return None
    if not is_summary:
        raise BadInput(_("{name} is not a summary that Plainspoken wrote.").format(name=name), code="not-a-summary")
    return summary_from_json(raw, name)


def _in_folder(folder: Path) -> Iterator[FoundFile | Refusal]:
    for file in _in_this_folder(folder):
        try:
            yield FoundFile(str(file), _bytes(file), False)
        except (OSError, ValueError) as error:
            yield _unreadable(str(file), error)


def _in_this_folder(folder: Path) -> list[Path]:
    files = [file for file in sorted(folder.rglob("*")) if file.is_file() and not file.is_symlink()]
    names = {file.relative_to(folder).as_posix() for file in files}
    return [file for file in files if _may_hold_summary(file.relative_to(folder).as_posix(), names)]


def _in_this_zip(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    members = [member for member in archive.infolist() if not member.is_dir()][:_MOST_IN_ZIP]
    names = {member.filename for member in members}
    ordered = sorted(members, key=lambda member: member.filename)
    return [member for member in ordered if _may_hold_summary(member.filename, names)]


def _in_zip(path: Path) -> Iterator[FoundFile | Refusal]:
    with zipfile.ZipFile(path) as archive:
        members = _in_this_zip(archive)
        if sum(member.file_size for member in members) > _LARGEST_IN_ALL_BYTES:  # reading goes no further than it says
            yield Refusal(str(path), "too-large", _too_large(path))
            return
        for member in members:
            where = f"{path}/{member.filename}"
            if member.file_size > _LARGEST_BYTES or _is_unsafe(member.filename):
                sentence = _("{where} was left out: its name or its size is not safe.").format(where=where)
                yield Refusal(where, "unsafe", sentence)
                continue
            try:
                yield FoundFile(where, archive.read(member), False)
            except (RuntimeError, NotImplementedError, zipfile.BadZipFile, OSError, EOFError, ValueError) as error:
                yield _unreadable(where, error)


def _too_large(path: Path) -> str:
    return _(
        "{path} was not read: its files unpack to more than 1 GB in all. Unpack it yourself and bring in the folder."
    ).format(path=path)


def _unreadable(path: str, error: Exception) -> Refusal:
    reason = getattr(error, "strerror", None) or error
    return Refusal(path, "unreadable", _("{path} cannot be read ({reason}).").format(path=path, reason=reason))


def _may_hold_summary(name: str, names: set[str]) -> bool:
    """Whether a file in a folder is worth a look. A page beside its own JSON is the same summary twice."""
    path = PurePosixPath(name)
    is_hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in path.parts)
    has_json = path.suffix.lower() in _PAGES and str(path.with_suffix(".json")) in names
    return path.suffix.lower() in _MAYBE_SUMMARIES and not is_hidden and not has_json


def _is_unsafe(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0]


def _bytes(path: Path) -> bytes:
    if path.stat().st_size > _LARGEST_BYTES:
        raise ValueError(_("it is larger than 50 MB"))
    return path.read_bytes()


def _looks_like_json(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def _text(data: bytes, name: str) -> str:
    """The text of a file: UTF-8 or UTF-16, else the Windows encoding. Raises BadInput for what is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data[:4096]:
        raise BadInput(
            _(
                "{name} is not text. A paper is attached to its summary instead (open the summary and drop it there)."
            ).format(name=name),
            code="not-text",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
