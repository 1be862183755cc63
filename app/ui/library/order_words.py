"""What the library lists and in what order, said in words under the table."""

from __future__ import annotations

from app.model.listing import Filter
from app.translation import _
from app.ui.words.so_many import so_many

_ORDERS = {
    ("updated", True): _("newest first"),
    ("updated", False): _("oldest first"),
    ("title", False): _("by title, A to Z"),
    ("title", True): _("by title, Z to A"),
    ("categories", False): _("by category, A to Z"),
    ("categories", True): _("by category, Z to A"),
    ("status", False): _("by state, drafts first"),
    ("status", True): _("by state, drafts last"),
    ("grade", False): _("easiest to read first"),
    ("grade", True): _("hardest to read first"),
    ("journal", False): _("by journal, A to Z"),
    ("journal", True): _("by journal, Z to A"),
    ("findings", False): _("least to look at first"),
    ("findings", True): _("most to look at first"),
}


_CHOICES = (
    ("title", _("Title")),
    ("categories", _("Categories")),
    ("status", _("State")),
    ("grade", _("Reading grade")),
    ("journal", _("Journal, year")),
    ("findings", _("To look at")),
    ("updated", _("Last edited")),
)
_FALLING = ("updated", "grade", "findings")
"""Orders of which most people want the newest, hardest or most first."""


def order_choices() -> tuple[tuple[str, str], ...]:
    """Every order with its words, as the table's headings have them."""
    return _CHOICES


def falls_first(order: str) -> bool:
    """Whether an order that is chosen anew begins with the highest."""
    return order in _FALLING


def listed_words(count: int, wanted: Filter) -> str:
    """`26 summaries, newest first`, or `3 summaries with “nerve”, newest first`."""
    words = so_many(count, "summary")
    if wanted.search:
        words += _(" with “{search}”").format(search=wanted.search)
    order = _ORDERS.get((wanted.order, wanted.is_descending))
    return f"{words}, {order}" if order and count > 1 else words


def nothing_words(wanted: Filter, shelf: str) -> tuple[str, str]:
    """Why nothing is listed, and the words of the way out ("" when there is none)."""
    if wanted.search:
        return _("No summary here has the words “{search}”.").format(search=wanted.search), _(
            "Search all summaries instead"
        ) if (wanted.status or wanted.category or wanted.above_grade or wanted.has_findings) else _("Clear the search")
    if wanted.is_trashed:
        return _("The trash is empty."), ""
    if wanted.above_grade is not None:
        return _("Nothing here reads harder than your target."), _("Show all summaries")
    if wanted.has_findings:
        return _("Nothing here is waiting to be looked at."), _("Show all summaries")
    return _("Nothing in “{shelf}” yet.").format(shelf=shelf), _("Show all summaries")
