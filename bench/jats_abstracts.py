"""The articles of the corpus as pairs to measure with: each abstract, and the article's text without any abstract."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.model.paper_text import HEADING, PaperText
from app.papers.jats import jats_file
from app.papers.jats_abstract import abstract_blocks
from app.papers.xml_source import everywhere, parsed_xml

FOLDERS = ("plain_language", "pairs", "jats")
NO_ABSTRACT = ("toc", "graphical", "teaser")
SEED = 411_005
"""Chosen anew when the rules were reworked; nothing was tuned on the half for the report since."""
OLDER_SEED = 2026
"""The split by which the weights of `app.evidence.fit` were found, on its half for work."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An abstract (its kind is "" for the scientific one) and the body of the same article.

    `is_unseen` articles were for the report in the older split as well: no rule was ever tuned on them.
    """

    name: str
    kind: str
    abstract: str
    body: PaperText
    is_for_work: bool
    is_unseen: bool = False


def corpus() -> Path | None:
    """The folder of real papers, or None where it is not."""
    folder = Path(os.environ.get("PLAINSPOKEN_CORPUS", "")) / "papers"
    return folder if os.environ.get("PLAINSPOKEN_CORPUS") and folder.is_dir() else None


def pairs(folder: Path) -> Iterator[Pair]:
    """Every abstract of every article with a body. Half of the articles, by a fixed seed, are for work."""
    files = sorted(file for name in FOLDERS for file in (folder / name).glob("*ml"))
    for_work, once = _half(files, SEED), _half(files, OLDER_SEED)
    for file in files:
        root = parsed_xml(file.read_bytes(), file.name)
        abstracts = []
        for element in list(everywhere(root, "abstract")):
            kind = element.get("abstract-type", "")
            if kind not in NO_ABSTRACT and not any(_is_part(up.tag) for up in element.iterancestors()):
                blocks = [block.text for block in abstract_blocks(element) if block.kind != HEADING]
                abstracts.append((kind, "\n\n".join(blocks)))
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
        body = jats_file(root, file.name).papers[0].text
        for kind, abstract in abstracts:
            yield Pair(file.name, kind, abstract, body, file in for_work, file not in for_work | once)


def _half(files: list[Path], seed: int) -> set[Path]:
    return set(random.Random(seed).sample(files, len(files) // 2))


def _is_part(tag: object) -> bool:
    return isinstance(tag, str) and tag.endswith(("sub-article", "response"))
