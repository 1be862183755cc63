"""A finding that the writer has set aside, and how far that reaches."""

from __future__ import annotations

from dataclasses import dataclass

HERE, SUMMARY, LIBRARY = "here", "summary", "library"
SCOPES = (HERE, SUMMARY, LIBRARY)
"""How far a dismissal reaches: this one place, the whole summary, every summary of the library."""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A finding that the writer has set aside.

    It covers findings with the same `code` and `text`: only in `section` and in a sentence that reads `context`
    when its scope is "here", else everywhere within its scope. So it returns when the text changes.
    """

    code: str
    text: str
    scope: str = HERE
    section: str = ""
    context: str = ""
    reason: str = ""
    by: str = ""
    date: str = ""
