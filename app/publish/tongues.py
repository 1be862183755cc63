"""Whose words are in which language: a summary's, the site's, and those of our templates, which are English."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

_FROM_THE_RIGHT = frozenset(("ar", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"))


@lru_cache(maxsize=64)
def tongues(language: str, site_language: str) -> dict[str, Markup]:
    """Attributes for a page: `ours` for our own words, `its` for the site's, and in which direction they run.

    Each is empty where it would say what the page says anyway.
    """
    is_turned, is_site_turned = runs_from_the_right(language), runs_from_the_right(site_language)
    ours = "" if _is_english(language) and _is_english(site_language) else ' lang="en"'
    return {
        "ours": Markup(ours + (' dir="ltr"' if is_turned or is_site_turned else "")),
        "its": Markup("") if language == site_language else Markup(' lang="{}"').format(site_language),
        "direction": Markup("" if is_turned == is_site_turned else f' dir="{"rtl" if is_turned else "ltr"}"'),
        "site_direction": Markup(' dir="rtl"' if is_site_turned else ""),
    }


def runs_from_the_right(language: str) -> bool:
    """Whether a language (a BCP 47 tag) is written from right to left."""
    return language.lower().partition("-")[0] in _FROM_THE_RIGHT


def _is_english(language: str) -> bool:
    return language.lower().partition("-")[0] == "en"
