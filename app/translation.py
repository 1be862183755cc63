"""The words for people in another language: `_("text")` and `counted("{n} word", "{n} words", n)`.

The bottom of the house, so that every room may use it. The language is set once, before the other rooms are loaded
(`app/__main__.py`): a constant `NAME = _("Library")` then holds the right words. Keys, codes, JSON and the log stay
as they are. Nobody sets a language in a test: then it is English.
"""

from __future__ import annotations

import gettext
import re
import string
from pathlib import Path
from typing import Any

from app.mac_keys import native

ENGLISH, GERMAN, STRETCH, MIRROR = "en", "de", "stretch", "mirror"
LANGUAGES = (ENGLISH, GERMAN)
"""What a writer can choose."""
SPECIAL = (STRETCH, MIRROR)
"""For us, to look at: every text 40 % longer, and English in a window laid out from right to left."""
DOMAIN = "plainspoken"
_COMMA_LANGUAGES = (GERMAN,)
_KEPT = re.compile(r"\{[^{}]*\}|<[^<>]*>|&\w+;|%\w|https?:\S+")
_ACCENTS = str.maketrans("aceinosuyAEINOUY", "àçéîñöšüýÀÉÎÑÖÜÝ")


class _Spoken:
    """What holds for the whole run."""

    language = ENGLISH
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


class _WithCommas(str):
    """A text whose `format` writes a number with a decimal comma, and dots between the thousands."""

    def format(self, *args: object, **values: object) -> str:
        return _CommaFormatter().vformat(str(self), args, values)


class _CommaFormatter(string.Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        shown = str(format(value, format_spec))
        if isinstance(value, int | float) and not isinstance(value, bool):
            return shown.translate({ord("."): ",", ord(","): "."})
        return shown


def use(language: str, folder: Path) -> None:
    """Speak this language from now on; `folder` holds the catalogues. What has none is said in English."""
    _Spoken.language = language
    _Spoken.catalogue = gettext.translation(DOMAIN, folder, [language], fallback=True)


def language() -> str:
    """The code of the language that is spoken."""
    return _Spoken.language


def is_right_to_left() -> bool:
    """Whether the window is laid out from right to left."""
    return _Spoken.language == MIRROR


def _(text: str) -> str:
    """The text in the language of the window; as it is where the catalogue does not know it."""
    return _spoken(native(_Spoken.catalogue.gettext(text))) if text else text


def counted(one: str, many: str, n: int, **values: object) -> str:
    """The text for this number, filled in: `counted("{n:,} word", "{n:,} words", 3)`."""
    return _spoken(native(_Spoken.catalogue.ngettext(one, many, n))).format(n=n, **values)


def number(value: float, form: str = "") -> str:
    """A number as this language writes it; `form` is as in `format`."""
    return _spoken(f"{{:{form}}}").format(value) if _Spoken.language in _COMMA_LANGUAGES else format(value, form)


def _spoken(text: str) -> str:
    if _Spoken.language in _COMMA_LANGUAGES:
        return _WithCommas(text)
    return stretched(text) if _Spoken.language == STRETCH else text


def stretched(text: str) -> str:
    """The text 40 % longer, with accents and in brackets; what stands in for something else is kept."""
    parts, at = [], 0
    for kept in _KEPT.finditer(text):
        parts += [text[at : kept.start()].translate(_ACCENTS), kept[0]]
        at = kept.end()
    parts.append(text[at:].translate(_ACCENTS))
    missing = max(0, round(len(_KEPT.sub("", text)) * 0.4) - 2)
    return f"[{''.join(parts)}{(' èxtrâ' * (missing // 6 + 1))[:missing]}]"


def amid(text: str) -> str:
    """A name as it stands in the middle of a sentence: with a small letter, where the language has it so."""
    return text if _Spoken.language == GERMAN else text[:1].lower() + text[1:]


def outset(text: str) -> str:
    """A text as it stands at the beginning: with a capital letter."""
    return text[:1].upper() + text[1:]


def quoted(text: str) -> str:
    """A text in the quotation marks of the window's language."""
    return _("“{text}”").format(text=text)
