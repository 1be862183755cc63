"""What Undo on the library page is called, by the code of what was done there."""

from __future__ import annotations

from app.translation import _

_STEPS = {
    "trashed": _("Move to the trash"),
    "untrashed": _("Put back from the trash"),
    "state_set": _("Change of state"),
    "category_added": _("Add to a category"),
    "category_removed": _("Take out of a category"),
    "imported": _("Import"),
    "site_saved": _("Change of the website settings"),
}
"""Only what can be taken back much later without harm: all else has its Undo in the notice alone."""
_HERE = {"exchanged": _("Merge")}
"""What was done to a summary before it was opened, and goes back while it is as it was opened."""


def here_name(code: str) -> str:
    """The name of a step that Undo takes back in a summary that nobody has written in since."""
    return _HERE.get(code, "")


def step_name(code: str) -> str:
    """The name of a step; empty for what Undo on the library page leaves alone."""
    return _STEPS.get(code, "")
