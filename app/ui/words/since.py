"""How a library differs from its website as it last went out, in words."""

from __future__ import annotations

from app.publish.since import Since
from app.translation import _


def since_words(since: Since) -> str:
    """`3 changed, 1 new since you published`; empty when the website is what the library has."""
    parts = [
        f"{count:,} {word}"
        for count, word in ((since.changed, "changed"), (since.new, "new"), (since.removed, _("to take away")))
        if count
    ]
    if parts:
        return _("{parts} since you published").format(parts=", ".join(parts))
    return _("Website settings changed since you published") if since.is_around_changed else ""
