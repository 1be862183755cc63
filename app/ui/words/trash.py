"""What the window says about the trash: when it empties, and what that means."""

from __future__ import annotations

from app.translation import _

MEANING = _(
    "A summary in the trash is left out of the website at the next publishing, with its page, and can be put back "
    "with its whole history. Once deleted it can only come back from a backup. Its time runs from the day it was "
    "moved to the trash, and is looked at when the library opens."
)


def time_words(days: int) -> str:
    """`after 90 days`, or `never, until I empty it`."""
    return _("after {days} days").format(days=days) if days else _("never, until I empty it")


def shelf_words(days: int) -> str:
    """The line under the table while the trash is shown."""
    left_out = _("What lies here is left out of the website.")
    if not days:
        return _("{left_out} It stays until you empty the trash.").format(left_out=left_out)
    return _("{left_out} After {days} days here it is deleted for good.").format(left_out=left_out, days=days)
