"""How a library differs from its website as it last went out, in words."""

from __future__ import annotations

from app.publish.since import Since
from app.translation import _


def since_words(since: Since) -> str:
    """`3 changed, 1 new since you published`; empty when the website is what the library has."""
    kinds = (
        (since.changed, _("{n:,} changed")),
        (since.new, _("{n:,} new")),
        (since.removed, _("{n:,} to take away")),
    )
    parts = [words.format(n=count) for count, words in kinds if count]
    if parts:
        return _("{parts} since you published").format(parts=", ".join(parts))
    return _("Website settings changed since you published") if since.is_around_changed else ""
