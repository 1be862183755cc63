"""Units of measure as papers write them, each with its dimension and how many base units it is. Exact factors only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Unit:
    """`name` is one spelling for all ("µg" and "μg" are "µg"), `dimension` what it measures, `factor` base units in it.

    Two units of one dimension convert exactly. Days and months do not, so they have dimensions of their own.
    """

    name: str
    dimension: str
    factor: float = 1.0


PERCENT = Unit("%", "share", 0.01)
TIMES = Unit("times", "times")
FOLD = Unit("fold", "fold")
PERIODS = {
    "second": Unit("second", "days", 1 / 86_400),
    "minute": Unit("minute", "days", 1 / 1_440),
    "hour": Unit("hour", "days", 1 / 24),
    "day": Unit("day", "days", 1.0),
    "week": Unit("week", "days", 7.0),
    "month": Unit("month", "months", 1.0),
    "year": Unit("year", "months", 12.0),
    "decade": Unit("decade", "months", 120.0),
}
"""Time by its name in the singular. The base units are days and months."""
_PERIOD_SPELLINGS = {
    "second": "seconds? secs?", "minute": "minutes? mins?", "hour": "hours? hrs?", "day": "days?",
    "week": "weeks? wks?", "month": "months? mos", "year": "years? yrs?", "decade": "decades?",
}  # fmt: skip
_WORDS = {
    r"milligrams?": "mg", r"micrograms?": "µg", r"kilograms?|kilos?": "kg", r"grams?|grammes?": "g",
    r"millilit(?:er|re)s?": "ml", r"microlit(?:er|re)s?": "µl", r"lit(?:er|re)s?": "l", r"kilomet(?:er|re)s?": "km",
    r"centimet(?:er|re)s?": "cm", r"millimet(?:er|re)s?": "mm", r"micromet(?:er|re)s?|microns?": "µm",
    r"met(?:er|re)s?": "m", r"nanomet(?:er|re)s?": "nm", r"kilobases?": "kb", r"base pairs?": "bp",
    r"degrees? celsius|degrees? c": "°C", r"hertz": "Hz", r"millimolar": "mM", r"micromolar": "µM",
    r"pounds?|lbs?": "lb", r"miles?": "mile", r"inch(?:es)?": "inch", r"(?:foot|feet)": "foot",
    r"calories": "cal", r"kilocalories": "kcal", r"dollars?": "$", r"euros?": "€",
}  # fmt: skip
_SYMBOLS: dict[str, tuple[str, float]] = {
    "kg": ("mass", 1e3), "g": ("mass", 1.0), "mg": ("mass", 1e-3), "µg": ("mass", 1e-6), "mcg": ("mass", 1e-6),
    "ng": ("mass", 1e-9), "pg": ("mass", 1e-12), "lb": ("pounds", 1.0),
    "l": ("volume", 1.0), "L": ("volume", 1.0), "dl": ("volume", 0.1), "dL": ("volume", 0.1), "ml": ("volume", 1e-3),
    "mL": ("volume", 1e-3), "µl": ("volume", 1e-6), "µL": ("volume", 1e-6), "cc": ("volume", 1e-3),
    "km": ("length", 1e3), "m": ("length", 1.0), "cm": ("length", 1e-2), "mm": ("length", 1e-3),
    "µm": ("length", 1e-6), "nm": ("length", 1e-9), "Å": ("length", 1e-10), "mile": ("miles", 1.0),
    "inch": ("inches", 1.0), "foot": ("inches", 12.0),
    "cm2": ("area", 1e-4), "m2": ("area", 1.0), "mm2": ("area", 1e-6), "ha": ("area", 1e4), "km2": ("area", 1e6),
    "mm3": ("volume", 1e-6), "cm3": ("volume", 1e-3), "m3": ("volume", 1e3),
    "M": ("molarity", 1.0), "mM": ("molarity", 1e-3), "µM": ("molarity", 1e-6), "nM": ("molarity", 1e-9),
    "pM": ("molarity", 1e-12), "fM": ("molarity", 1e-15), "mol": ("amount", 1.0), "mmol": ("amount", 1e-3),
    "µmol": ("amount", 1e-6), "nmol": ("amount", 1e-9), "pmol": ("amount", 1e-12),
    "mmHg": ("pressure", 1.0), "kPa": ("pascals", 1e3), "Pa": ("pascals", 1.0), "MPa": ("pascals", 1e6),
    "Hz": ("frequency", 1.0), "kHz": ("frequency", 1e3), "MHz": ("frequency", 1e6), "bpm": ("beats", 1.0),
    "°C": ("celsius", 1.0), "°F": ("fahrenheit", 1.0), "°": ("angle", 1.0), "K": ("kelvin", 1.0),
    "kcal": ("energy", 1e3), "cal": ("energy", 1.0), "kJ": ("joules", 1e3), "J": ("joules", 1.0),
    "W": ("power", 1.0), "mW": ("power", 1e-3), "V": ("voltage", 1.0), "mV": ("voltage", 1e-3),
    "mA": ("current", 1e-3), "µA": ("current", 1e-6), "pA": ("current", 1e-12), "nA": ("current", 1e-9),
    "Gy": ("dose", 1.0), "mGy": ("dose", 1e-3), "IU": ("activity", 1.0), "U": ("activity", 1.0),
    "mU": ("activity", 1e-3), "ms": ("days", 1 / 86_400_000), "µs": ("days", 1 / 86_400_000_000),
    "s": ("days", 1 / 86_400), "h": ("days", 1 / 24), "d": ("days", 1.0), "min": ("days", 1 / 1_440),
    "mo": ("months", 1.0), "y": ("months", 12.0),
    "kDa": ("daltons", 1e3), "Da": ("daltons", 1.0), "bp": ("bases", 1.0), "kb": ("bases", 1e3), "Mb": ("bases", 1e6),
    "rpm": ("turns", 1.0), "dB": ("decibels", 1.0), "$": ("dollars", 1.0), "€": ("euros", 1.0), "£": ("pounds paid", 1),
}  # fmt: skip
_MICRO = str.maketrans({"\N{GREEK SMALL LETTER MU}": "µ", "²": "2", "³": "3", "˚": "°", "º": "°"})
_POINTWISE = "|".join(
    re.escape(symbol).replace("µ", "[µμ]").replace("2", "[2²]").replace("3", "[3³]").replace("°", "[°˚º]\\s?")
    for symbol in sorted(_SYMBOLS, key=len, reverse=True)
)
_NAMED = "|".join([*(spelling.replace(" ", "|") for spelling in _PERIOD_SPELLINGS.values()), *_WORDS])
_ONE = rf"(?:(?:(?i:{_NAMED})|{_POINTWISE})(?![A-Za-z0-9²³]))"
_SHARE = r"(?:%|(?i:per\s?cent(?:age points?)?)\b)"
_TIMES = r"(?i:times)\b(?!\s+(?:point|course)s?\b)"
_FOLD = (
    r"(?i:[\s-]?folds?\b|[x×]\b(?!\s*\d)|times\s+(?:as|more|less|higher|lower|greater|larger|smaller|longer|shorter"
    r"|faster|slower|better|worse|the|likelier|fewer|bigger|stronger)\b)"
)
TAIL = re.compile(
    rf"[\s\-‑]{{0,2}}(?:(?P<share>{_SHARE})|(?P<fold>{_FOLD})|(?P<times>{_TIMES})"
    rf"|(?P<unit>{_ONE})(?P<below>(?:\s?/\s?{_ONE})*))"
)
"""A unit straight after a number, with what it is divided by ("mg/kg")."""
PREFIX = re.compile(
    r"(?i)\b(?P<period>days?|weeks?|months?|years?|hours?|minutes?)[\s-]+(?:of\s+)?$|(?P<money>[$€£])\s?$"
)
"""A unit straight before a number: "day 28"."""


def unit_of(match: re.Match[str]) -> tuple[Unit, str]:
    """The unit that a match of `TAIL` holds, and the period it is counted by ("day" of "mg/kg/day"), else ""."""
    if match["share"]:
        return PERCENT, ""
    if match["fold"]:
        return FOLD, ""
    if match["times"]:
        return TIMES, ""
    below = [named(part.strip()) for part in (match["below"] or "").split("/") if part.strip()]
    period = next((unit.name for unit in below if unit.dimension in ("days", "months")), "")
    unit = named(match["unit"])
    for part in below:
        if part.dimension not in ("days", "months"):
            unit = Unit(f"{unit.name}/{part.name}", f"{unit.dimension} by {part.dimension}", unit.factor / part.factor)
    return unit, period


@lru_cache(maxsize=512)
def named(spelling: str) -> Unit:
    """The unit of one spelling. Symbols tell capitals apart ("m" and "M"), words do not."""
    symbol = spelling.translate(_MICRO).replace("° ", "°")
    if symbol in _SYMBOLS:
        dimension, factor = _SYMBOLS[symbol]
        for name, period in PERIODS.items():
            if dimension == period.dimension and period.factor == factor:
                return PERIODS[name]
        return Unit(symbol.replace("L", "l") if symbol.endswith("L") else symbol, dimension, factor)
    lower = " ".join(spelling.lower().split())
    for name, spellings in _PERIOD_SPELLINGS.items():
        if any(re.fullmatch(pattern, lower) for pattern in spellings.split()):
            return PERIODS[name]
    for pattern, short in _WORDS.items():
        if re.fullmatch(pattern, lower):
            return named(short)
    raise KeyError(spelling)


def is_same(one: Unit, other: Unit) -> bool:
    """Whether both measure the same thing, so that their values can be compared."""
    return one.dimension == other.dimension
