"""The single numbers of a text, in digits or in words, before anything is said about what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite

from app.evidence.not_numbers import masked
from app.evidence.number_words import FRACTION, MULTIPLES, WORD_RUN, fraction, leading_number
from app.model.paper_text import UNREADABLE


@dataclass(frozen=True, slots=True)
class Atom:
    """One number. `decimals` are the digits written after the point; a share is written as a part of one ("half")."""

    start: int
    end: int
    value: float
    decimals: int = 0
    is_word: bool = False
    is_share: bool = False
    is_multiple: bool = False
    is_negative: bool = False
    is_readable: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether it could count things."""
        return self.value == int(self.value) and not self.is_share


_SPACE = r"\u00a0\u2009\u202f"
_POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "k": 1e3}
_DIGITS = (
    rf"(?:\d{{1,3}}(?:[,{_SPACE}]\d{{3}})+(?![\d,])|\d{{1,3}}(?: \d{{3}})+(?!\d| \d)(?=\s?[a-z%])|\d+)(?:[.·]\d+)?"
    r"|(?<!\d)\.\d+"
)
_NUMBER = re.compile(
    rf"(?P<power>(?:(?P<times_of>\d+(?:[.·]\d+)?)\s?[×x*]\s?10(?:\^?[\({{]?(?P<exponent>[-−–]?\d{{1,2}})[\)}}]?"
    r"|(?P<raised>[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))|10(?:\^[\({]?(?P<exponent_alone>[-−–]?\d{1,2})[\)}]?|(?P<raised_alone>[⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+))))"
    r"|(?P<comma>(?<![\d,.])\d+,\d{1,2}(?![\d,]))"
    rf"|(?P<digits>(?:{_DIGITS}))(?P<vulgar>[½¼¾⅓⅔⅛])?(?:[\s-](?P<scale>hundred|thousand|million|billion)\b|(?P<k>k)\b)?"
    r"|(?P<vulgar_alone>[½¼¾⅓⅔⅛])"
    rf"|(?i:\b(?P<once>once|twice|thrice)\b)|(?i:\b(?P<double>doubled?|doubles|doubling|tripled?|quadrupled?)\b)"
    rf"|(?i:\b(?P<fraction>{FRACTION}))"
    rf"|(?i:\b(?P<words>{WORD_RUN})(?P<fold>fold)?\b)"
    r"|(?i:\ba\s(?P<dozen>dozen|hundred|thousand|million|billion)\b)"
    r"|(?i:\b(?P<lone>single)\b)"
)
_ONE_COUNTS = re.compile(
    r"[\s-](?:(?:in|of|out of)\s(?:every\s)?(?:\d|two\b|three|four|five|six|seven|eight|nine|ten|hundred|twenty)"
    r"|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|times?|fold|dose|doses|percent|per\s?cent"
    r"|injection|infusion|and\sa\shalf|mg|ml|patients?\b|rats?\b|mouse\b)",
    re.IGNORECASE,
)
_AND_A_HALF = re.compile(r"[\s-]and[\s-]a[\s-](?P<part>half|quarter)\b", re.IGNORECASE)
_NO_SINGLE = re.compile(
    r"-|\s(?:most|cell\b|nucleotide|molecule|strand|crystal|chain|base|case|center|centre|unit)", re.IGNORECASE
)
_NO_WORD = re.compile(
    r"[\s-](?:dimension|tailed|sided|way\b|step|photon|sample|stage\b|component|another|year-old's)|-?fold\s?$",
    re.IGNORECASE,
)
_LETTERS_AFTER = re.compile(r"[A-Za-z]+")
_GLUED_UNITS = re.compile(
    r"(?:k?g|[mµμnpc]?g|[mµμnd]?[lL]|[kcmµμn]?m|[mµμnp]?M|h|hr|hrs|s|ms|min|d|wk|wks|mo|y|yr|yrs|x|fold|kHz|Hz|MHz|mmHg|kPa"
    r"|kDa|Da|bp|kb|Mb|kcal|kJ|IU|U|Gy|mV|V|mA|pA|nA|rpm|dB|nmol|pmol|mmol|mol|C|k|day|days|weeks|months|years|times|ng|mcg)$"
)


def atoms(text: str) -> Iterator[Atom]:
    """Every number in reading order; names, labels, citations and addresses hold none."""
    reached = 0
    for atom in _all_atoms(masked(text)):
        if atom.start >= reached:
            yield atom
            reached = atom.end


_LONGEST, _MOST_DECIMALS = 60, 40
"""No number of a paper is longer; a row of a thousand digits is none, and too large to reckon with."""


def _all_atoms(plain: str) -> Iterator[Atom]:
    for match in _NUMBER.finditer(plain):
        if match["lone"] or match["words"] or match["fraction"] or match["once"] or match["double"] or match["dozen"]:
            yield from _in_words(plain, match)
        elif (atom := _in_digits(plain, match)) is not None:
            yield atom


def _in_digits(text: str, match: re.Match[str]) -> Atom | None:
    start, end = match.span()
    before = text[start - 1] if start else " "
    if before.isalpha() or before in "_^" or (before == "." and start > 1 and text[start - 2].isdigit()):
        return None
    glued = _LETTERS_AFTER.match(text, end)
    if glued and not _GLUED_UNITS.fullmatch(glued[0]):
        return None
    if end - start > _LONGEST:
        return None
    value, decimals = _value(match)
    if not isfinite(value) or decimals > _MOST_DECIMALS:
        return None
    near = text[max(0, start - 1) : start] + text[end : end + 1]
    beyond = text[max(0, start - 2) : start] if text[max(0, start - 1) : start] == " " else ""
    is_readable = (
        UNREADABLE not in near and UNREADABLE not in beyond and not any(_is_private(sign) for sign in near + beyond)
    )
    return Atom(start, end, value, decimals, is_negative=_is_minus(text, start), is_readable=is_readable)


def _value(match: re.Match[str]) -> tuple[float, int]:
    if match["power"]:
        exponent = match["exponent"] or match["raised"] or match["exponent_alone"] or match["raised_alone"]
        exponent = exponent.translate(_POWERS).replace("−", "-").replace("–", "-")
        base = match["times_of"]
        written = (base or "1").replace("·", ".")
        return float(f"{written}e{int(exponent)}"), max(0, len(written.partition(".")[2]) - int(exponent))
    if match["comma"]:
        return float(match["comma"].replace(",", ".")), len(match["comma"].partition(",")[2])
    if match["vulgar_alone"]:
        return _VULGAR[match["vulgar_alone"]], 2
    written = re.sub(rf"[,{_SPACE}\s]", "", match["digits"]).replace("·", ".")
    value, decimals = float(written), len(written.partition(".")[2])
    if match["vulgar"]:
        return value + _VULGAR[match["vulgar"]], 1
    scale = match["scale"] or match["k"]
    if scale:
        return round(value * _SCALE[scale], 6), 0
    return value, decimals


def _in_words(text: str, match: re.Match[str]) -> Iterator[Atom]:
    start, end = match.span()
    if (start and text[start - 1] in "·") or text[end : end + 1] == "·":
        return
    if match["fraction"]:
        yield Atom(start, end, fraction(match), 2, is_word=True, is_share=True)
    elif match["once"]:
        if re.match(
            r"(?i)twice|thrice|once\s(?:a|an|per|every(?!\s(?:\d|two|three|four|five|six|eight|other|second))|each|daily|weekly|monthly|or)\b|once-",
            text[start:],
        ):
            yield Atom(start, end, float(MULTIPLES[match["once"].lower()]), is_word=True, is_multiple=True)
    elif match["double"]:
        if not re.match(
            r"-?\s?(?:blind|strand|stain|mutant|check|bond|knock|helix|mask|transgenic|label|positive|negative)",
            text[end:],
        ):
            value = {"d": 2.0, "t": 3.0, "q": 4.0}[match["double"][0].lower()]
            yield Atom(start, end, value, is_word=True, is_multiple=True)
    elif match["lone"]:
        if not _NO_SINGLE.match(text, end):
            yield Atom(start, end, 1.0, is_word=True)
    elif match["dozen"]:
        name = match["dozen"].lower()
        yield Atom(start, end, 12.0 if name == "dozen" else _SCALE[name], is_word=True)
    else:
        yield from _of_run(text, match)


def _of_run(text: str, match: re.Match[str]) -> Iterator[Atom]:
    place, stop = match.span("words")
    while place < stop:
        leading = leading_number(text[place:stop])
        if leading is None:
            return
        length, value = leading
        end = place + length
        whole = text[place:end].lower()
        is_kept = not _NO_WORD.match(text, end) and (whole != "one" or _ONE_COUNTS.match(text, end) is not None)
        if is_kept and whole not in ("hundred", "thousand", "million", "billion"):
            half = _AND_A_HALF.match(text, end)
            if half:
                yield Atom(
                    place, half.end(), value + (0.5 if half["part"].lower() == "half" else 0.25), 1, is_word=True
                )
            else:
                yield Atom(place, end, value, is_word=True)
            end = half.end() if half else end
        following = re.compile(r"(?:\s+and\s+|[\s-]+)").match(text, end)
        place = following.end() if following else stop


def _is_minus(text: str, start: int) -> bool:
    if start == 0 or text[start - 1] not in "-−–‑":
        return False
    before = text[start - 2] if start > 1 else " "
    return before.isspace() or before in "(=<>~≈[:," or text[start - 1] == "−"


def _is_private(sign: str) -> bool:
    return (sign < " " and sign not in "\n\t\r") or "\ue000" <= sign <= "\uf8ff"
