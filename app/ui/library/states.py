"""The states of a summary as people meet them: word, shelf name and icon. One table for rows, side and menus."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.vocabulary import DRAFT, IN_REVIEW, PUBLISHED, READY, UNPUBLISHED


@dataclass(frozen=True, slots=True)
class StateLook:
    """How one state is said and drawn; `role` is the colour of its word."""

    word: str
    shelf: str
    icon: str
    role: str = "link"


STATES = {
    DRAFT: StateLook("Draft", "Drafts", "pencil", "soft"),
    IN_REVIEW: StateLook("In review", "In review", "pen-line"),
    READY: StateLook("Ready", "Ready to publish", "check"),
    PUBLISHED: StateLook("Published", "Published", "globe"),
    UNPUBLISHED: StateLook("Unpublished", "Unpublished", "eye-off", "soft"),
}
