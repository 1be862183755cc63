"""The categories of the open library: added, changed, merged, dropped, put in order."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from app.model.summary import Category
from app.work.desk import Desk
from app.work.telling import tells


class Categories(QObject):
    """Changes the categories of the library on the desk, which tells what they are then."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    @tells
    def save(self, category: Category, old_slug: str | None = None) -> None:
        """Add a category, or change the one at `old_slug`."""
        self._desk.store.save_category(category, old_slug)
        self._changed()

    @tells
    def merge(self, from_slug: str, into_slug: str) -> None:
        """Move one category's summaries into another."""
        self._desk.store.merge_categories(from_slug, into_slug)
        self._changed()

    @tells
    def delete(self, slug: str) -> None:
        """Drop a category; its summaries stay."""
        self._desk.store.delete_category(slug)
        self._changed()

    @tells
    def order(self, slugs: Iterable[str]) -> None:
        """Put the categories in this order."""
        self._desk.store.order_categories(slugs)
        self._changed()

    def tell_fault(self, sentence: str) -> None:
        """Say what went wrong."""
        self._desk.tell_fault(sentence)

    def _changed(self) -> None:
        self._desk.site = self._desk.store.site()
        self._desk.refresh()
