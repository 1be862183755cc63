"""The pictures that other sites show beside a link to ours: one of the site, one of a category at most."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.errors import ExportFault
from app.model.site import Picture, Site
from app.publish.entry import is_safe_slug
from app.translation import _

_KINDS = {b"\x89PNG\r\n\x1a\n": ("png", "image/png"), b"\xff\xd8\xff": ("jpg", "image/jpeg")}


def picture_of(site: Site, category: str = "") -> dict[str, Any] | None:
    """What a page says of its picture: its category's, else the site's, else nothing."""
    current = next((known for known in site.categories if known.slug == category), None)
    names = (category, *(current.slug_history if current else ())) if category else ()
    for name in (*names, ""):
        for picture in site.pictures:
            if picture.category == name and (kind := _kind(picture)):
                return {
                    "url": f"{site.base_url}{_path(picture, kind[0])}",
                    "type": kind[1],
                    "width": picture.width,
                    "height": picture.height,
                    "words": picture.words,
                }
    return None


def picture_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """The pictures as files of the site. Raises ExportFault for one that is neither PNG nor JPEG."""
    for picture in site.pictures:
        if picture.category and not is_safe_slug(picture.category):
            continue
        if (kind := _kind(picture)) is None:
            said = (
                _(
                    "The picture of the category “{category}” is neither PNG nor JPEG. "
                    "Choose another one in the website settings."
                )
                if picture.category
                else _(
                    "The picture of the website is neither PNG nor JPEG. Choose another one in the website settings."
                )
            )
            raise ExportFault(said.format(category=picture.category), code="bad-picture")
        yield _path(picture, kind[0]), picture.content


def _kind(picture: Picture) -> tuple[str, str] | None:
    return next((kind for start, kind in _KINDS.items() if picture.content.startswith(start)), None)


def _path(picture: Picture, ending: str) -> str:
    return f"pictures/categories/{picture.category}.{ending}" if picture.category else f"pictures/site.{ending}"
