"""The readable text of a paper in blocks, what a file about papers gives, and the paper attached to a summary."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.paper import Paper

HEADING, PARAGRAPH, CAPTION, LIST, REFERENCE = "heading", "paragraph", "caption", "list", "reference"
BLOCK_KINDS = (HEADING, PARAGRAPH, CAPTION, LIST, REFERENCE)
UNREADABLE = "\N{REPLACEMENT CHARACTER}"
"""Stands for every sign of a file that could not be read. A number beside one can never count as found."""
BETWEEN = "\n\n"
"""What stands between two blocks in the paper's whole text."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, caption, list or reference with its plain text and, where known, its page from 1."""

    kind: str
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class PaperText:
    """A paper's text in reading order. Offsets into it count code points of `whole()`."""

    blocks: tuple[Block, ...] = ()

    def whole(self) -> str:
        """Every block, joined by an empty line."""
        return BETWEEN.join(block.text for block in self.blocks)

    def starts(self) -> tuple[int, ...]:
        """Where each block begins in `whole()`."""
        places, place = [], 0
        for block in self.blocks:
            places.append(place)
            place += len(block.text) + len(BETWEEN)
        return tuple(places)


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """One paper as a file or a service gives it: its citation and whatever text came with it."""

    paper: Paper
    text: PaperText = PaperText()


@dataclass(frozen=True, slots=True)
class ReadWarning:
    """Something a reader of the file should know: a code and where in the file (`page 3`, `record 2`)."""

    code: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class PaperFile:
    """Everything read out of one file. `kind` is pdf, ris, bibtex, nbib, csl-json, jats, pubmed-xml, crossref,
    datacite, europepmc or text; several records are several papers, for the writer to choose from."""

    kind: str
    papers: tuple[PaperRecord, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class AttachedPaper:
    """The paper that stands beside a summary: what was read, where it came from, and perhaps the file itself.

    `origin` is a file's name or an address; `sha256` is of the file's bytes; `added` is ISO 8601 UTC.
    """

    kind: str
    text: PaperText
    origin: str = ""
    sha256: str = ""
    added: str = ""
    has_file: bool = False
    warnings: tuple[ReadWarning, ...] = ()
