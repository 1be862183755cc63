"""The website that a library publishes: its own words, addresses and targets, kept in the library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.model.summary import Category

DEFAULT_TAGLINE = (
    "Research made readable for everyone. Short summaries of new studies, written for patients, caregivers "
    "and anybody who wants to know."
)


@dataclass(frozen=True, slots=True)
class MenuLink:
    """One place in the menu: a page of the site (`about/`, `categories/pain/`) or one elsewhere (`https://…`)."""

    name: str
    address: str


DEFAULT_MENU = (
    MenuLink("About", "about/"),
    MenuLink("Categories", "categories/"),
    MenuLink("Latest Research", "research/"),
    MenuLink("Contact", "contact/"),
)


@dataclass(frozen=True, slots=True)
class Picture:
    """What other sites show beside a link to a page: of one category, or (`category` empty) of the whole site.

    `content` is the file, PNG or JPEG; `words` tell what it shows to those who cannot see it; sizes are pixels.
    """

    content: bytes
    width: int
    height: int
    words: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """Site settings. Texts of the fixed pages are Markdown; an empty target leaves its form or button out.

    `base_url` is absolute (`https://example.org/`) or empty while nobody knows where the site will live. An empty
    `menu` is a menu without places: the pages still link to each other in their foot.
    """

    name: str = "Plain-language research"
    tagline: str = DEFAULT_TAGLINE
    base_url: str = ""
    language: str = "en"
    about: str = ""
    contact: str = ""
    disclaimer: str = ""
    subscribe: str = ""
    contact_target: str = ""
    subscribe_target: str = ""
    feedback_target: str = ""
    theme: str = "calm"
    shows_claims: bool = False
    menu: tuple[MenuLink, ...] = DEFAULT_MENU
    pictures: tuple[Picture, ...] = ()
    categories: tuple[Category, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Targets:
    """What the library asks of its texts. Guidance, never a gate. Word limits are (least, most)."""

    grade: tuple[float, float] = (6.0, 8.0)
    long_sentence_words: int = 20
    very_long_sentence_words: int = 25
    simple_explanation_words: tuple[int, int] = (150, 300)
    research_summary_words: tuple[int, int] = (80, 250)
    finding_words: tuple[int, int] = (5, 40)
    fact_words: tuple[int, int] = (1, 40)
    key_findings: tuple[int, int] = (1, 5)
    allows_short_forms: bool = True
