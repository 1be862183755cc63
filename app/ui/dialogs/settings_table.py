"""The one list of what a writer can set: name, words, kind, range; the values and defaults are app.settings'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.settings import LONGEST_NAME, SCHEMES, TEXT_PERCENTS

CHOICE, NUMBER, TEXT, SWITCH, WORDS = "choice", "number", "text", "switch", "words"


@dataclass(frozen=True, slots=True)
class Setting:
    """`name` is the field of Settings that keeps it, in `settings.json`; `also` are words that the search knows it by.

    `choices` are values with their words; `least` and `most` bound a number, `most` also the letters of a text.
    """

    name: str
    part: str
    title: str
    kind: str
    hint: str = ""
    choices: Mapping[Any, str] = field(default_factory=dict, hash=False)
    least: int = 0
    most: int = 0
    also: str = ""


_SCHEME_WORDS = ("As the system", "Light", "Dark", "High contrast, light", "High contrast, dark")
TABLE = (
    Setting("text_percent", "How it looks", "Text size", CHOICE, "Everywhere in the window. Also Ctrl++ and Ctrl+-.",
            {percent: f"{percent} %" for percent in TEXT_PERCENTS}, also="zoom large small letters font"),
    Setting("scheme", "How it looks", "Colours", CHOICE, "High contrast has black, white and strong edges.",
            dict(zip(SCHEMES, _SCHEME_WORDS, strict=True)), also="dark light theme scheme contrast"),
    Setting("paper_px", "How it looks", "Size of the paper’s words", NUMBER, "In pixels, in the Paper panel.",
            least=12, most=28, also="text font pdf"),
    Setting("writer", "You", "Your name", TEXT, "Stands beside versions, comments and what you left as it is. "
            "Empty: the name of this computer’s user.", most=LONGEST_NAME, also="writer author who"),
    Setting("mail", "You", "Mail address for lookups", TEXT, "May stay empty. It goes along with a lookup, "
            "and nowhere else.", most=254, also="email e-mail online privacy"),
    Setting("may_look_up", "You", "You know what a lookup sends", SWITCH, "Off: you are told again before it asks.",
            also="online privacy network"),
    Setting("keeps_papers", "Papers and trash", "Keep the PDF too", SWITCH, "PDFs up to 20 MB stay in the library, for "
            "their pages. The text stays in any case.", also="file attach paper"),
    Setting("trash_days", "Papers and trash", "Days in the trash", NUMBER, "Then a summary is deleted for "
            "good. 0: never.", least=0, most=36500, also="delete remove"),
    Setting("spelling_words", "Writing", "Words that are spelled right", WORDS, "Put a space between them. For one "
            "library only, use its glossary.", also="spelling dictionary names"),
)  # fmt: skip
LIBRARY_LINKS = {
    "targets": ("Reading targets…", "What this library asks of its texts."),
    "glossary": ("Glossary…", "Hard words of this library, and plain words for them."),
    "site_settings": ("Website settings…", "Name, address and look of the website."),
}
"""Actions that open what belongs to the library, and travels with it."""


def is_found(setting: Setting, wanted: str) -> bool:
    """Whether every word that was typed stands in the setting's words."""
    words = f"{setting.title} {setting.hint} {setting.part} {setting.also}".casefold()
    return all(word in words for word in wanted.casefold().split())
