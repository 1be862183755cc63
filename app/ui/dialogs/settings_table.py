"""The one list of what a writer can set: name, words, kind, range; the values and defaults are app.settings'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.settings import LONGEST_NAME, SCHEMES, TEXT_PERCENTS
from app.translation import _

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


_SCHEME_WORDS = (_("As the system"), _("Light"), _("Dark"), _("High contrast, light"), _("High contrast, dark"))
TABLE = (
    Setting(
        "language",
        _("How it looks"),
        _("Language of the window"),
        CHOICE,
        _("Holds from the next start on. German is a machine-assisted first version that wants a native reader."),
        {"system": _("As the system"), "en": "English", "de": "Deutsch"},
        also="german deutsch sprache english translation",
    ),
    Setting(
        "text_percent",
        _("How it looks"),
        _("Text size"),
        CHOICE,
        _("Everywhere in the window. Also Ctrl++ and Ctrl+-."),
        {percent: _("{percent} %").format(percent=percent) for percent in TEXT_PERCENTS},
        also="zoom large small letters font",
    ),
    Setting(
        "scheme",
        _("How it looks"),
        _("Colours"),
        CHOICE,
        _("High contrast has black, white and strong edges."),
        dict(zip(SCHEMES, _SCHEME_WORDS, strict=True)),
        also="dark light theme scheme contrast",
    ),
    Setting(
        "paper_px",
        _("How it looks"),
        _("Size of the paper’s words"),
        NUMBER,
        _("In pixels, in the Paper panel."),
        least=12,
        most=28,
        also="text font pdf",
    ),
    Setting(
        "writer",
        _("You"),
        _("Your name"),
        TEXT,
        _("Stands beside versions, comments and what you left as it is. Empty: the name of this computer’s user."),
        most=LONGEST_NAME,
        also="writer author who",
    ),
    Setting(
        "mail",
        _("You"),
        _("Mail address for lookups"),
        TEXT,
        _("May stay empty. It goes along with a lookup, and nowhere else."),
        most=254,
        also="email e-mail online privacy",
    ),
    Setting(
        "may_look_up",
        _("You"),
        _("You know what a lookup sends"),
        SWITCH,
        _("Off: you are told again before it asks."),
        also="online privacy network",
    ),
    Setting(
        "keeps_papers",
        _("Papers and trash"),
        _("Keep the PDF too"),
        SWITCH,
        _("PDFs up to 20 MB stay in the library, for their pages. The text stays in any case."),
        also="file attach paper",
    ),
    Setting(
        "trash_days",
        _("Papers and trash"),
        _("Days in the trash"),
        NUMBER,
        _("Then a summary is deleted for good. 0: never."),
        least=0,
        most=36500,
        also="delete remove",
    ),
    Setting(
        "spelling_words",
        _("Writing"),
        _("Words that are spelled right"),
        WORDS,
        _("Put a space between them. For one library only, use its glossary."),
        also="spelling dictionary names",
    ),
)
LIBRARY_LINKS = {
    "targets": (_("Reading targets…"), _("What this library asks of its texts.")),
    "glossary": (_("Glossary…"), _("Hard words of this library, and plain words for them.")),
    "site_settings": (_("Website settings…"), _("Name, address and look of the website.")),
}
"""Actions that open what belongs to the library, and travels with it."""


def is_found(setting: Setting, wanted: str) -> bool:
    """Whether every word that was typed stands in the setting's words."""
    words = f"{setting.title} {setting.hint} {setting.part} {setting.also}".casefold()
    return all(word in words for word in wanted.casefold().split())
