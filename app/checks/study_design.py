"""What kind of study a summary explains and on whom it was done, as the writer says it or else as its paper looks."""

from __future__ import annotations

import re

from app.evidence.facts import suggestions
from app.evidence.species import NAMES, Species, studied_species
from app.model.paper_text import PARAGRAPH, Block, PaperText
from app.model.summary import Summary

PEOPLE_LEVELS = ("case-report", "pre-post", "observational", "randomised-trial")
PLURALS = {
    "mouse": "mice", "sheep": "sheep", "zebrafish": "zebrafish", "fish": "fish", "fruit fly": "fruit flies",
    "cells": "cells", "deer": "deer", "mosquito": "mosquitoes", "squid": "squid",
}  # fmt: skip
_ANY_ANIMAL = re.compile(r"\b(?:animals?|rodents?|creatures?|livestock)\b", re.IGNORECASE)
_ANY_CELLS = re.compile(
    r"\b(?:cells? (?:in|grown|from|studied)|in (?:the|a) (?:lab|laboratory|dish|test tube)|lab(?:oratory)?"
    r"|dish(?:es)?"
    r"|test tubes?|cultures?|in vitro|cell lines?|micro-?organisms?|microbes?|fungus|fungi|yeasts?|bacteria"
    r"|germs?)\b",
    re.IGNORECASE,
)


def design_of(summary: Summary, paper: PaperText | None) -> str:
    """The evidence level that the writer chose, else the one that the attached paper looks like, else ""."""
    if summary.evidence_level or paper is None:
        return summary.evidence_level or ""
    levels = suggestions(summary.paper, paper).evidence_level
    return levels[0].level if levels else ""


def species_of(summary: Summary, paper: PaperText | None) -> Species | None:
    """The animals or cells that were studied; None for people, for both, and where nothing says it."""
    if summary.subject in ("human", "mixed") or (summary.evidence_level in PEOPLE_LEVELS and not summary.subject):
        return None
    said = summary.subject or (summary.evidence_level if summary.evidence_level in ("animal", "cells") else None)
    text = paper or PaperText((Block(PARAGRAPH, summary.paper.abstract),))
    found = studied_species(summary.paper.title, text)
    if found is not None and (said is None or found.kind == said):
        return None if said is None and summary.evidence_level else found
    return None if said is None else Species(said, (), "")


def is_named(species: Species, text: str) -> bool:
    """Whether a text names the animals or cells, or says that they were animals or cells in a laboratory."""
    if any(NAMES[name].search(text) for name in species.names):
        return True
    if species.kind == "cells":
        return _ANY_CELLS.search(text) is not None
    anyone = not species.names and any(pattern.search(text) for name, pattern in NAMES.items() if name != "cells")
    return anyone or _ANY_ANIMAL.search(text) is not None


def species_words(species: Species) -> str:
    """The animals or cells as a sentence names them: "rats", "mice"; "animals" where only that is known."""
    if not species.names:
        return "animals" if species.kind == "animal" else "cells"
    name = species.names[0]
    return PLURALS.get(name, f"{name}s")
