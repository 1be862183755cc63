"""The fixed words of the format: states, evidence levels, subjects, stages, kinds of claim."""

from __future__ import annotations

DRAFT, IN_REVIEW, READY, PUBLISHED, UNPUBLISHED = STATUSES = (
    "draft",
    "in-review",
    "ready",
    "published",
    "unpublished",
)

EVIDENCE_LEVELS = (
    "cells",
    "animal",
    "case-report",
    "pre-post",
    "observational",
    "randomised-trial",
    "systematic-review",
    "guideline",
    "narrative-review",
)

SUBJECTS = ("cells", "animal", "human", "mixed")
STAGES = (1, 2, 3, 4)
CLAIM_KINDS = ("from-paper", "explanation")
NOTICE_KINDS = ("retraction", "correction", "concern")
SEVERITIES = ("error", "warning", "notice")


def needs_ready(status: str) -> bool:
    """Whether a summary may only take this state when nothing is open that must be mended."""
    return status in (READY, PUBLISHED)


NO_FOLDER_ON_WINDOWS = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))}
)
"""Names of devices there: a summary or category under such an address could be published on no Windows computer."""
