"""Names of authors as files write them: family and given name, groups, names in capitals."""

from __future__ import annotations

import re

from app.model.paper import Author

_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|2nd|3rd|4th)\.?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def person(family: str, given: str = "", suffix: str = "") -> Author | None:
    """An author by parts; only a given name becomes the whole name. None when nothing is there."""
    family, given, suffix = (" ".join(part.split()) for part in (family, given, suffix))
    if not family and not given:
        return None
    if not family:
        return Author(literal=given)
    family, given = _out_of_capitals(family, given)
    return Author(family=f"{family} {suffix}".strip(), given=given)


def group(name: str) -> Author | None:
    """A group, an institution or a name that cannot be taken apart: kept as it is written."""
    name = " ".join(name.split())
    return Author(literal=name) if name else None


def comma_name(text: str) -> Author | None:
    """`Family, Given` or `Family, Given, Jr`; without a comma one word is a family name, more words stay whole."""
    parts = [" ".join(part.split()) for part in text.split(",")]
    parts = [part for part in parts if part]
    if not parts:
        return None
    if len(parts) == 1:
        return group(parts[0]) if " " in parts[0] else person(parts[0])
    if len(parts) == 3 and _SUFFIX.fullmatch(parts[1]):
        return person(parts[0], parts[2], parts[1])
    if len(parts) == 3 and _SUFFIX.fullmatch(parts[2]):
        return person(parts[0], parts[1], parts[2])
    if len(parts) > 2:
        return group(text)
    given, _, last = parts[1].rpartition(" ")
    return person(parts[0], given, last) if given and _SUFFIX.fullmatch(last) else person(parts[0], parts[1])


def initials_last(text: str) -> Author | None:
    """`Long V`, as PubMed shortens a name: family first, initials last; anything else stays whole."""
    words = text.split()
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    if len(words) > 1 and re.fullmatch(r"[^\W\d_a-z]{1,4}", words[-1]):
        return person(" ".join(words[:-1]), words[-1], suffix)
    return group(text)


def written_out(text: str) -> Author | None:
    """`Yu. N. Rushkevich`: the last word is the family name, with small words (`van der`) before it."""
    words = text.split()
    if len(words) < 2:
        return comma_name(text)
    first = len(words) - 1
    while first > 1 and words[first - 1].islower():
        first -= 1
    return person(" ".join(words[first:]), " ".join(words[:first]))


def _out_of_capitals(family: str, given: str) -> tuple[str, str]:
    # Only a person's whole name tells that capitals are a habit: `T.J.C` alone or `NG` beside `Kar` stay as they are.
    letters = "".join(_WORD.findall(family))
    if not given or len(letters) < 3 or not letters.isupper() or "İ" in family + given or " " in family:
        return family, given
    if any(char.islower() for char in given):
        return (_capitalised(family) if len(letters) > 3 else family), given
    return _capitalised(family), " ".join(word if len(word) < 4 or "." in word else _capitalised(word)
                                          for word in given.split())  # fmt: skip


def _capitalised(word: str) -> str:
    if word.startswith("MAC") and len(word) > 5:
        return word  # Mackey or MacKay: only its bearer knows
    if word.startswith("MC") and len(word) > 3:
        return "Mc" + word[2:].capitalize()
    return _WORD.sub(lambda match: match[0].capitalize(), word)
