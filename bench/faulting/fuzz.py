"""Files that are almost right: bytes of good ones flipped, cut, doubled and mixed, given to all that reads files.

Whatever comes, a reader answers with a value or with a sentence for a person (PlainspokenError). Anything else is a
fault of ours, and so is a library that was changed by being looked at.
"""

from __future__ import annotations

import hashlib
import io
import random
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from app import settings
from app.commands.importing import import_paths
from app.commands.incoming import FoundFile, found_files, summary_in
from app.errors import PlainspokenError
from app.model import codec
from app.papers.paper_file import read_paper
from app.publish.export import files_of
from app.publish.manifest import manifest_from
from app.text.glossary_csv import glossary_of_csv
from db.health import look_over
from db.library import Library
from db.lock import WriterLock

ROOT = Path(__file__).resolve().parents[2]
_TOKENS = (
    b"\0", b"\xff\xfe", b"\xed\xa0\xbd", b"\\ud83d", b"{", b"}", b"[" * 300, b'"', b"<", b">", b"<!--", b"]]>", b"&#0;",
    b"&#x110000;", b"-1", b"9" * 400, b"1e999", b"null", b"NaN", b"TY  - ", b"@article{", b"%PDF-", b"../../", b"\r",
    b"\xef\xbb\xbf", "\u202e\u0000\u2028".encode(), b"A" * 70_000,
)  # fmt: skip
Read = Callable[[bytes], object]


@dataclass(slots=True)
class FuzzCount:
    """How many broken files one reader was given, and how it answered."""

    name: str
    files: int = 0
    read: int = 0
    refused: int = 0
    seconds: float = 0.0
    faults: tuple[str, ...] = ()

    @property
    def is_proof(self) -> bool:
        """Whether both answers were seen: a reader that refuses everything was hardly reached."""
        return self.read > 0 and self.refused > 0


def fuzzed(name: str, seeds: list[bytes], read: Read, files: int, seed: int = 7) -> FuzzCount:
    """Give a reader so many broken files."""
    chance, count, began = random.Random(f"{name} {seed}"), FuzzCount(name), time.monotonic()
    for _ in range(files):
        data = broken(chance.choice(seeds), chance)
        count.files += 1
        try:
            read(data)
            count.read += 1
        except PlainspokenError as fault:
            count.refused += 1
            if not str(fault).strip() or "\n" in str(fault).strip():
                count.faults = (*count.faults, f"no sentence: {fault!r}")[:5]
        except Exception as error:
            digest = hashlib.sha256(data).hexdigest()[:12]
            count.faults = (*count.faults, f"{type(error).__name__}: {str(error)[:150]} ({digest})")[:5]
    count.seconds = time.monotonic() - began
    return count


def broken(data: bytes, chance: random.Random) -> bytes:
    """A copy with one to a few things wrong."""
    content = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 16))):
        at = chance.randrange(len(content) + 1)
        end = min(len(content), at + chance.choice((1, 4, 60, 512, 4096)))
        kind = chance.randrange(8)
        if kind == 0 and content:
            content[at % len(content)] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del content[at:end]
        elif kind == 2:
            content[at:end] = bytes(end - at)
        elif kind == 3:
            content[at:at] = content[at:end]
        elif kind == 4:
            content[at:at] = chance.choice(_TOKENS)
        elif kind == 5:
            content[at:end] = chance.randbytes(end - at)
        elif kind == 6 and chance.random() < 0.3:
            del content[at:]
        elif kind == 7 and content:
            content[at % len(content)] = chance.randrange(256)
    return bytes(content)


def all_readers(folder: Path, files: int, pdfs: int = 0) -> list[FuzzCount]:
    """Every reader in turn: the library opener first, then each importer. `pdfs` are few: each needs a process."""
    counts = [_library(folder, files)]
    for name, (seeds, read) in _importers(folder).items():
        counts.append(fuzzed(name, seeds, read, files))
    if pdfs:
        counts.append(fuzzed("PDF", [_pdf()], lambda data: read_paper(data, "paper.pdf"), pdfs))
    return counts


def _library(folder: Path, files: int) -> FuzzCount:
    good = _good_library(folder)
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

    return fuzzed("library", [good.read_bytes()], read, files)


def _read_everything(library: Library) -> None:
    library.counts(), library.categories(), library.site(), library.style(), library.ungraded("s")
    for listing in library.listings():
        library.load(listing.id)
        library.load_by_slug(listing.slug)
        library.paper_of(listing.id)
        library.paper_file(listing.id)
        for revision in library.revisions(listing.id):
            library.revision(revision.number)
    for summary in library.load_many():
        library.has_had(summary)
        library.of_paper(summary.paper.doi, summary.paper.title)


def _good_library(folder: Path) -> Path:
    path = folder / "good.plainspoken"
    if not path.exists():
        with WriterLock(path) as lock, Library.create(path, lock) as library:
            import_paths(library, sorted((ROOT / "resources" / "sample").glob("*-20*.json")))
            for number in range(5):
                words = f"word {number} " * 300
                library.save(replace(library.new_summary(), plain_title=f"Title {number}", research_summary=words))
    return path


def _importers(folder: Path) -> dict[str, tuple[list[bytes], Read]]:
    """Seeds and reader of everything that takes a file from outside."""
    papers = ROOT / "tests" / "data" / "papers"
    samples = [file.read_bytes() for file in sorted((ROOT / "resources" / "sample").glob("*-20*.json"))]
    summaries = [codec.summary_from_json(data, "sample") for data in samples]
    pages = [data for name, data in files_of("html", summaries, codec.site_from_json({})) if name.endswith(".html")]
    copied = (ROOT / "tests" / "data" / "page-copied.txt").read_bytes()

    def incoming(name: str) -> Read:
        return lambda data: summary_in(FoundFile(name, data, True), ["Heart"])

    def paper(name: str) -> Read:
        return lambda data: read_paper(data, name)

    readers: dict[str, tuple[list[bytes], Read]] = {
        "summary JSON": (samples, incoming("summary.json")),
        "published page": (pages, incoming("page.html")),
        "copied text": ([copied], incoming("copied.txt")),
        "zip": ([_zip(samples, pages)], _zip_reader(folder)),
        "glossary CSV": ([b"term,plain,explanation\r\nmyocardial infarction,heart attack,A blocked artery\r\n" * 20],
                         glossary_of_csv),
        "settings": ([b'{"scheme": "dark", "recent_libraries": ["/a"], "text_size": 2}' * 1], _settings_reader(folder)),
        "manifest": ([b'{"version": 1, "files": {"a/index.html": {"sha256": "00", "forms": ["site"]}}}'],
                     lambda data: manifest_from(data, "manifest.json")),
    }  # fmt: skip
    for file in ("walking.ris", "walking.nbib", "walking.bib", "walking-csl.json", "walking-jats.xml",
                 "walking-pubmed.xml", "listing.txt"):  # fmt: skip
        readers[file] = ([(papers / file).read_bytes()], paper(file))
    return readers


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
        refused = None
        for found in found_files([place]):
            try:
                if isinstance(found, FoundFile):
                    summary_in(found, [])
            except PlainspokenError as fault:
                refused = fault
        if refused:
            raise refused

    return read


def _settings_reader(folder: Path) -> Read:
    place = folder / "settings.json"

    def read(data: bytes) -> None:
        place.write_bytes(data)
        if settings.load(place)[1]:
            raise PlainspokenError("Some settings were replaced by their defaults.")

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
