"""The plain words that the pages use for evidence levels, for how far research has come and for a paper's notices."""

from __future__ import annotations

from app.model.summary import Summary

LEVELS = {
    "cells": "A study of cells in a lab, not of people",
    "animal": "A study in animals, not in people",
    "case-report": "A report on one patient, or on a few",
    "pre-post": "People were tested before and after, with no other group to compare them with",
    "observational": "The researchers watched what happened, and chose no treatment for anybody",
    "randomised-trial": "A randomised trial: chance decided who got which treatment",
    "systematic-review": "A systematic review: many studies, gathered and judged by a set plan",
    "guideline": "A guideline: advice for care teams that experts agreed on",
    "narrative-review": "A review: experts tell what earlier studies found",
}
"""Each evidence level as readers meet it: what was done, never a lone adjective."""

STEPS = (
    "Lab and animal studies",
    "Early trials in people",
    "Larger trials in people",
    "Strong, repeated evidence",
)

STEP_SENTENCES = (
    "It has been tested in a lab or in animals. Nobody knows yet if it works in people.",
    "These are small, first studies in people. They mostly look at whether it is safe.",
    "It has been tested in larger groups of people. More studies are needed to be sure.",
    "Several good studies in people agree.",
)

NOTICES = {
    "retraction": (
        "This paper has been retracted.",
        "Its journal has taken it back. Please do not rely on what it says.",
    ),
    "concern": ("The journal has doubts about this paper.", "It has published a warning and may still change it."),
    "correction": ("This paper has been corrected.", "Its journal has published a correction."),
}
"""What stands at the top of a page whose paper has such a notice; the gravest comes first."""

_STAGE_OF_LEVEL = {"cells": 1, "animal": 1, "case-report": 2, "pre-post": 2}


def stage_of(summary: Summary) -> int | None:
    """How far along the research is, 1 to 4: what the writer chose, else what the evidence level alone can tell.

    A trial or a review may stand at any of three steps, so these get none until the writer has chosen one.
    """
    if summary.stage:
        return summary.stage
    if summary.subject in ("cells", "animal"):
        return 1
    return _STAGE_OF_LEVEL.get(summary.evidence_level or "")
