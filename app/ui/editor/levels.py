"""The evidence levels in a writer's words, in the order of the list."""

from __future__ import annotations

from app.translation import _

LEVELS: tuple[tuple[str | None, str], ...] = (
    (None, _("Not chosen")),
    ("cells", _("Laboratory study (cells)")),
    ("animal", _("Animal study")),
    ("case-report", _("Case report or series")),
    ("pre-post", _("Before-and-after study")),
    ("observational", _("Cohort or case-control study")),
    ("randomised-trial", _("Randomised trial")),
    ("systematic-review", _("Systematic review or meta-analysis")),
    ("guideline", _("Guideline")),
    ("narrative-review", _("Narrative review")),
)
