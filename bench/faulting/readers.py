"""Everything of the program that reads a file, a page or an answer from outside, each with good ones to break."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app import settings
from app.commands.importing import import_paths
from app.commands.incoming import FoundFile, found_files, summary_in
from app.errors import PlainspokenError
from app.model import codec
from app.model.summary import Summary
from app.papers.paper_file import read_paper
from app.papers.rich_paste import markdown_from_html
from app.publish.export import files_of
from app.publish.fixed import fixed_pages
from app.publish.manifest import manifest_from
from app.publish.page import _around
from app.publish.theme import open_theme
from app.rescue import Rescue
from app.text.glossary_csv import glossary_of_csv
from bench.faulting.fuzz import FuzzCount, Read, fuzzed
from bench.faulting.sent import Reader, sent_readers
from db.health import look_over
from db.library import Library
from db.lock import WriterLock

ROOT = Path(__file__).resolve().parents[2]
_DATA = ROOT / "tests" / "data"
_SERVICES = (
    "crossref.json", "crossref-retracted.json", "datacite.json", "europepmc.json", "pubmed.xml", "full-text.xml",
)  # fmt: skip
_SLOW = {"theme's template": 10, "theme's manifest": 4}
"""These make pages of what they read, so they get a share only."""


def all_readers(folder: Path, files: int, pdfs: int = 0) -> list[FuzzCount]:
    """Every reader in turn: the library opener first, then each importer. `pdfs` are few: each needs a process."""
    counts = [
        fuzzed(name, seeds, read, max(10, files // _SLOW.get(name, 1)))
        for name, (seeds, read) in readers(folder).items()
    ]
    if pdfs:
        counts.append(fuzzed("PDF", [_pdf()], lambda data: read_paper(data, "paper.pdf"), pdfs))
    return counts


def readers(folder: Path) -> dict[str, Reader]:
    """Good files and the reader of everything that takes one from outside, by a name for people."""
    samples = [file.read_bytes() for file in _samples()]
    summaries = [codec.summary_from_json(data, "sample") for data in samples]
    pages = _pages(summaries)
    site = (ROOT / "resources" / "sample" / "site.json").read_bytes()
    return {
        "library": ([_good_library(folder).read_bytes()], _library_reader(folder)),
        "summary JSON": (samples, _incoming("summary.json")),
        "published page": (pages, _incoming("page.html")),
        "copied text": ([(_DATA / "page-copied.txt").read_bytes()], _incoming("copied.txt")),
        "pasted HTML": (pages, lambda data: markdown_from_html(data.decode("utf-8", "replace"))),
        "folder": ([*samples, *pages], _folder_reader(folder)),
        "zip": ([_zip(samples, pages)], _zip_reader(folder)),
        "rescued text": (samples, _rescue_reader(folder)),
        "glossary CSV": ([_GLOSSARY], glossary_of_csv),
        "site settings": ([site], lambda data: codec.site_from_json(codec.json_object(data, "site.json"), "site.json")),
        "settings, dictionary": ([_SETTINGS], _settings_reader(folder)),
        "theme's manifest": ([(_calm() / "theme.json").read_bytes()], _theme_reader(folder, "theme.json")),
        "theme's template": ([(_calm() / "templates" / "text.html").read_bytes()],
                             _theme_reader(folder, "templates/text.html")),
        "manifest": ([_MANIFEST], lambda data: manifest_from(data, "manifest.json")),
        **dict(sent_readers(summaries)),
        **dict(_papers()),
    }  # fmt: skip


_GLOSSARY = b"term,plain,explanation\r\nmyocardial infarction,heart attack,A blocked artery\r\n" * 20
_SETTINGS = b"""{"scheme": "dark", "recent_libraries": ["/a"], "text_percent": 110, "spelling_words": ["Lipofectamine"],
"services": {"crossref": "http://127.0.0.1:9"}, "trash_days": 30, "writer": "Ana", "paper_px": 16}"""
_MANIFEST = b'{"version": 1, "files": {"a/index.html": {"sha256": "00", "forms": ["site"]}}}'


def _samples() -> list[Path]:
    return sorted((ROOT / "resources" / "sample").glob("*-20*.json"))


def _calm() -> Path:
    return ROOT / "resources" / "theme" / "calm"


def _pages(summaries: list[Summary]) -> list[bytes]:
    files = files_of("html", summaries, codec.site_from_json({}))
    return [data for name, data in files if name.endswith(".html")]


def _papers() -> Iterator[tuple[str, Reader]]:
    """Papers in every form, and what the registries answer."""
    for file in ("walking.ris", "walking.nbib", "walking.bib", "walking-csl.json", "walking-jats.xml",
                 "walking-pubmed.xml", "listing.txt"):  # fmt: skip
        yield file, ([(_DATA / "papers" / file).read_bytes()], _paper(file))
    for file in _SERVICES:
        yield f"answer: {file}", ([(_DATA / "services" / file).read_bytes()], _paper(file))


def _incoming(name: str) -> Read:
    return lambda data: summary_in(FoundFile(name, data, True), ["Heart"])


def _paper(name: str) -> Read:
    return lambda data: read_paper(data, name)


def _good_library(folder: Path) -> Path:
    path = folder / "good.plainspoken"
    if not path.exists():
        with WriterLock(path) as lock, Library.create(path, lock) as library:
            import_paths(library, _samples())
            for number in range(5):
                words = f"word {number} " * 300
                library.save(replace(library.new_summary(), plain_title=f"Title {number}", research_summary=words))
    return path


def _library_reader(folder: Path) -> Read:
    place = folder / "broken.plainspoken"

    def read(data: bytes) -> None:
        place.write_bytes(data)
        try:
            with Library.open(place) as library:
                _read_everything(library)
        finally:
            if place.read_bytes() != data:
                raise AssertionError("looking at a file changed it")
        look_over(place)

    return read


def _read_everything(library: Library) -> None:
    library.counts(), library.categories(), library.site(), library.style(), library.ungraded("s")
    library.places(), library.looked(), library.numbered()
    for listing in library.listings():
        library.load(listing.id)
        library.load_by_slug(listing.slug)
        library.paper_of(listing.id)
        library.paper_file(listing.id)
        library.states(listing.id)
        for sha256 in library.exchanged(listing.id):
            library.exchanged_version(listing.id, sha256)
        for revision in library.revisions(listing.id):
            library.revision(revision.number)
    for summary in library.load_many():
        library.has_had(summary)
        library.of_paper(summary.paper.doi, summary.paper.title)


def _zip(samples: list[bytes], pages: list[bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for number, data in enumerate([*samples, *pages]):
            archive.writestr(f"folder/{number}.{'json' if number < len(samples) else 'html'}", data)
    return held.getvalue()


def _zip_reader(folder: Path) -> Read:
    place = folder / "broken.zip"

    def read(data: bytes) -> None:
        place.write_bytes(data)
        _take_all(place)

    return read


def _folder_reader(folder: Path) -> Read:
    """Two files of the same content under names of both kinds, with a good one beside, which has to come in."""
    place = folder / "broken folder"
    good = _samples()[0].read_bytes()

    def read(data: bytes) -> None:
        place.mkdir(exist_ok=True)
        for name, content in (("a.json", data), ("b.html", data), ("good.json", good)):
            (place / name).write_bytes(content)
        if _take_all(place, raises=False) < 1:
            raise AssertionError("a bad file kept a good one out")
        _take_all(place)

    return read


def _take_all(place: Path, *, raises: bool = True) -> int:
    """Read every summary below a path; returns how many, and raises the last refusal."""
    refused, taken = None, 0
    for found in found_files([place]):
        try:
            if isinstance(found, FoundFile) and summary_in(found, []) is not None:
                taken += 1
        except PlainspokenError as fault:
            refused = fault
    if refused and raises:
        raise refused
    return taken


def _rescue_reader(folder: Path) -> Read:
    """A broken copy of an earlier sitting is passed over, and still there."""
    rescue, library = Rescue(folder / "rescued"), folder / "good.plainspoken"

    def read(data: bytes) -> None:
        place = rescue._folder_of(library) / "2026-11-22T120000Z broken.json"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
        if not rescue.found(library):
            raise PlainspokenError("The copy was passed over.")

    return read


def _settings_reader(folder: Path) -> Read:
    place = folder / "settings.json"

    def read(data: bytes) -> None:
        place.write_bytes(data)
        kept, replaced = settings.load(place)
        settings.save(kept, place)
        if repr(settings.load(place)) != repr((kept, ())):
            raise AssertionError("what was read does not come back")
        if replaced:
            raise PlainspokenError("Some settings were replaced by their defaults.")

    return read


def _theme_reader(folder: Path, name: str) -> Read:
    """A theme from elsewhere of which one file is broken: opened, and a page made of it."""
    place = folder / f"theme {name.replace('/', ' ')}"
    shutil.copytree(_calm(), place, dirs_exist_ok=True)
    site = codec.site_from_json(json.loads((ROOT / "resources" / "sample" / "site.json").read_bytes()))

    listed = next(iter(fixed_pages(site, "2026")))

    def read(data: bytes) -> None:
        (place / name).write_bytes(data)
        opened = open_theme(place, is_own=True)
        opened.inline_style()
        opened.render(listed.template, _around(listed.frame, site, opened) | dict(listed.values))

    return read


def _pdf() -> bytes:
    """The smallest PDF with a line of text."""
    stream = b"BT /F1 12 Tf 72 720 Td (A randomised trial of walking in 40 adults) Tj ET"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, part) for number, part in enumerate(parts, 1))
    return body + b"trailer << /Root 1 0 R /Size 6 >>\n%%EOF\n"
