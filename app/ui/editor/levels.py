"""The evidence levels in a writer's words, in the order of the list."""

from __future__ import annotations

LEVELS: tuple[tuple[str | None, str], ...] = (
    (None, "Not chosen"),
    ("cells", "Laboratory study (cells)"),
    ("animal", "Animal study"),
    ("case-report", "Case report or series"),
    ("pre-post", "Before-and-after study"),
    ("observational", "Cohort or case-control study"),
    ("randomised-trial", "Randomised trial"),
    ("systematic-review", "Systematic review or meta-analysis"),
    ("guideline", "Guideline"),
    ("narrative-review", "Narrative review"),
)
