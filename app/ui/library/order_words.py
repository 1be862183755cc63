"""What the library lists and in what order, said in words under the table."""

from __future__ import annotations

from app.model.listing import Filter

_ORDERS = {
    ("updated", True): "newest first",
    ("updated", False): "oldest first",
    ("title", False): "by title, A to Z",
    ("title", True): "by title, Z to A",
    ("categories", False): "by category, A to Z",
    ("categories", True): "by category, Z to A",
    ("status", False): "by state, drafts first",
    ("status", True): "by state, drafts last",
    ("grade", False): "easiest to read first",
    ("grade", True): "hardest to read first",
    ("journal", False): "by journal, A to Z",
    ("journal", True): "by journal, Z to A",
    ("findings", False): "least to look at first",
    ("findings", True): "most to look at first",
}


def listed_words(count: int, wanted: Filter) -> str:
    """`26 summaries, newest first`, or `3 summaries with “nerve”, newest first`."""
    words = "1 summary" if count == 1 else f"{count:,} summaries"
    if wanted.search:
        words += f" with “{wanted.search}”"
    order = _ORDERS.get((wanted.order, wanted.is_descending))
    return f"{words}, {order}" if order and count > 1 else words


def nothing_words(wanted: Filter, shelf: str) -> tuple[str, str]:
    """Why nothing is listed, and the words of the way out ("" when there is none)."""
    if wanted.search:
        return f"No summary here has the words “{wanted.search}”.", "Search all summaries instead" if (
            wanted.status or wanted.category or wanted.above_grade or wanted.has_findings
        ) else "Clear the search"
    if wanted.is_trashed:
        return "The trash is empty.", ""
    if wanted.above_grade is not None:
        return "Nothing here reads harder than your target.", "Show all summaries"
    if wanted.has_findings:
        return "Nothing here is waiting to be looked at.", "Show all summaries"
    return f"Nothing in “{shelf}” yet.", "Show all summaries"
