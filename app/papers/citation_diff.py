"""What a newly read citation would change in the one a writer has: which fields it fills, which it would overwrite."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from app.model.dates import PartialDate
from app.model.paper import Author, Paper

FIELDS = ("title", "authors", "journal", "journal_short", "volume", "issue", "pages", "published", "doi", "pmid",
          "pmcid", "url", "license", "type", "publication_types", "notices", "abstract")  # fmt: skip
"""The fields that are compared, in the order in which they are shown."""
_USUAL_TYPE = Paper().type
_SIGNS = str.maketrans({"‐": "-", "‑": "-", "–": "-", "—": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field of `Paper` with its value before and the value that was read now."""

    field: str
    old: Any
    new: Any

    @property
    def is_filled(self) -> bool:
        """Whether nothing stood there before, so that nothing is overwritten."""
        return not self.old or (self.field == "type" and self.old == _USUAL_TYPE)


def differences(old: Paper, new: Paper) -> tuple[FieldDifference, ...]:
    """The fields in which `new` says something that `old` does not: filled ones (`is_filled`) and other ones.

    No difference: letter case, kinds of dash and quote, a full stop at the end, `454-81` for `454-481`, initials for
    given names, a date or an author list that says less than the old one.
    """
    found = (FieldDifference(name, getattr(old, name), getattr(new, name)) for name in FIELDS)
    return tuple(each for each in found if each.new and not _says_nothing_new(each))


def is_another(old: Paper, new: Paper) -> bool:
    """Whether the two are of different papers by their DOIs."""
    return bool(old.doi and new.doi) and old.doi.lower() != new.doi.lower()


def filled_by(old: Paper, new: Paper) -> list[str]:
    """The empty fields of `old` that `new` fills without a question: none when it is of another paper."""
    return [] if is_another(old, new) else [each.field for each in differences(old, new) if each.is_filled]


def taken(old: Paper, new: Paper, fields: Collection[str]) -> Paper:
    """`old` with the named fields of `new`; everything else stays. Raises ValueError for a name that is no field."""
    if unknown := sorted(set(fields) - set(FIELDS)):
        raise ValueError(f"no field of a citation: {', '.join(unknown)}")
    return replace(old, **{name: getattr(new, name) for name in fields})


def _says_nothing_new(each: FieldDifference) -> bool:
    if each.field == "type":
        return bool(each.new in (_USUAL_TYPE, each.old))
    if not each.old:
        return False
    if each.field == "authors":
        return len(each.old) == len(each.new) and all(map(_same_author, each.old, each.new))
    if each.field == "published":
        return _says_less(each.old, each.new)
    if each.field in ("publication_types", "notices"):
        return set(each.new) <= set(each.old)
    if each.field == "pages":
        return _page_range(each.old) == _page_range(each.new)
    if each.field in ("url", "license"):
        return _address(each.old) == _address(each.new)
    return _same_words(each.old, each.new)


def _same_words(old: str, new: str) -> bool:
    if old.isupper() and not new.isupper() and len(old) > 12:
        return False  # a title in capitals is worth mending
    return _plain(old) == _plain(new)


def _plain(text: str) -> str:
    return " ".join(text.translate(_SIGNS).casefold().split()).rstrip(". ")


def _same_author(old: Author, new: Author) -> bool:
    if old.literal or new.literal:
        return _plain(old.full()) == _plain(new.full())
    if _plain(old.family) != _plain(new.family):
        return False
    before, now = _initials(old.given), _initials(new.given)
    is_shorter = len(_letters(new.given)) <= len(_letters(old.given))
    return _plain(old.given) == _plain(new.given) or (is_shorter and before.startswith(now))


def _initials(given: str) -> str:
    """`JH` for `John Henry`, `J. H.` and `JH`."""
    words = re.findall(r"[^\W\d_]+", given)
    return "".join(word if word.isupper() and len(word) < 4 else word[0] for word in words).upper()


def _letters(text: str) -> str:
    return "".join(re.findall(r"[^\W\d_]", text))


def _says_less(old: PartialDate, new: PartialDate) -> bool:
    return old.iso().startswith(new.iso())


def _page_range(pages: str) -> tuple[str, str]:
    first, _, last = re.sub(r"\s+", "", _plain(pages)).replace("--", "-").partition("-")
    if last.isdigit() and first.isdigit() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return first, last


def _address(link: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", link.strip().casefold()).rstrip("/")
