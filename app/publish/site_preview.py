"""Single pages of the website as a preview shows them while its settings are being changed."""

from __future__ import annotations

from collections.abc import Sequence

from app.model.site import Site
from app.model.summary import Summary
from app.publish import fixed, lists
from app.publish.entry import categories_of, entry_of, is_safe_slug, newest_first, with_safe_categories
from app.publish.page import page_html
from app.publish.themes import forget_themes

PAGES = {
    "": "Home",
    "research/": "A research page",
    "about/": "About",
    "contact/": "Contact",
    "disclaimer/": "Disclaimer",
    "subscribe/": "Subscribe",
}
"""What can be looked at, by address."""


def site_page(address: str, summaries: Sequence[Summary], site: Site) -> str:
    """The page at an address of `PAGES`, in one piece. A research page shows the first summary.

    Raises ExportFault for a theme that is broken or gone; own themes are read anew, since one may be being made.
    """
    forget_themes()
    shown = [with_safe_categories(summary) for summary in summaries]
    if address == "research/" and shown:
        return page_html(shown[0], site, is_preview=True)
    entries = newest_first(map(entry_of, shown))
    fixed_pages = {page.address: page.html(site) for page in fixed.fixed_pages(site, "", is_preview=True)}
    if address in fixed_pages:
        return fixed_pages[address]
    categories = [category for category in categories_of(entries, site) if is_safe_slug(category.slug)]
    return lists.home(entries, lists.shelves_of(entries, categories), site, is_preview=True).html(site)
