"""The sample library as the material of these tests, and a summary in which every part of the page is filled."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app import paths
from app.model.codec import site_from_json, summary_from_json
from app.model.paper import Author, Notice, Paper
from app.model.site import Site
from app.model.summary import Claim, Contributor, Correction, GlossaryTerm, Passage, Source, Summary


@pytest.fixture(scope="session")
def sample() -> tuple[Summary, ...]:
    """The summaries that come with the program."""
    files = sorted((paths.resources() / "sample").glob("*-20*.json"))
    assert len(files) == 3
    return tuple(summary_from_json(file.read_bytes(), file.name) for file in files)


@pytest.fixture(scope="session")
def site() -> Site:
    """The sample library's site, with an address."""
    raw = json.loads((paths.resources() / "sample" / "site.json").read_text(encoding="utf-8"))
    return replace(site_from_json(raw), base_url="https://example.org/health/")


@pytest.fixture
def full(sample: tuple[Summary, ...]) -> Summary:
    """A summary with every optional part."""
    return replace(
        sample[0],
        glossary=(GlossaryTerm("wristband", "", "A band worn *around* the wrist."),),
        related_research=(Paper(title="A related trial", authors=(Author(literal="The Group"),), doi="10.1000/a b"),),
        sources=(Source("A source", "https://example.org/s?a=1&b=2"), Source("No address", "javascript:alert(1)")),
        contributors=(Contributor("writer", "Ann Lee"), Contributor("reviewer", "Bo Ek")),
        corrections=(Correction("2026-05-02", "A number was wrong."),),
        claims=(Claim("simple_explanation", 0, 10, "from-paper", Passage("The paper says so", "page 2")),),
        paper=replace(sample[0].paper, notices=(Notice("correction"), Notice("retraction", "10.1000/gone"))),
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


@pytest.fixture(name="tree", scope="session")
def _tree() -> object:
    return tree
