"""The states of a summary as people meet them: word, shelf name and icon. One table for rows, side and menus."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.vocabulary import DRAFT, IN_REVIEW, PUBLISHED, READY, UNPUBLISHED
from app.translation import _


@dataclass(frozen=True, slots=True)
class StateLook:
    """How one state is said and drawn; `role` is the colour of its word."""

    word: str
    shelf: str
    icon: str
    role: str = "link"


STATES = {
    DRAFT: StateLook(_("Draft"), _("Drafts"), "pencil", "soft"),
    IN_REVIEW: StateLook(_("In review"), _("In review"), "pen-line"),
    READY: StateLook(_("Ready"), _("Ready to publish"), "check"),
    PUBLISHED: StateLook(_("Published"), _("Published"), "globe"),
    UNPUBLISHED: StateLook(_("Unpublished"), _("Unpublished"), "eye-off", "soft"),
}
