"""What crawlers and hosts read: the sitemap with true dates, robots.txt and the list of moved addresses."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from app.model.site import Site
from app.publish.xml import escaped


def sitemap(pages: Iterable[tuple[str, str]], site: Site) -> bytes:
    """Every page by its address, with the moment its content changed where that is known."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for address, modified in pages:
        place = site.base_url + address if site.base_url else f"{address}index.html"
        when = f"\n    <lastmod>{escaped(modified)}</lastmod>" if modified else ""
        lines.append(f"  <url>\n    <loc>{escaped(place)}</loc>{when}\n  </url>")
    return "\n".join([*lines, "</urlset>\n"]).encode("utf-8", "replace")


def robots(site: Site) -> bytes:
    """Everybody may read everything; where the sitemap is, when the site has an address."""
    text = "User-agent: *\nAllow: /\n"
    if site.base_url:
        text += f"\nSitemap: {site.base_url}sitemap.xml\n"
    return text.encode()


def redirects(moved: Iterable[tuple[str, str]], site: Site) -> bytes:
    """Old and new addresses as static hosts read them, one pair a line."""
    root = urlsplit(site.base_url).path or "/"
    return "".join(f"{root}{old} {root}{new} 301\n" for old, new in moved).encode()
