"""Patterns that the readers of a paper share: numbers as digits or words, time units, and those who were studied."""

from __future__ import annotations

_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
NUMBER = rf"(?:\d{{1,3}}(?:[,\u202f\u2009 ]\d{{3}})+|\d+(?:[.·]\d+)?|(?:{_TENS})(?:-(?:{_UNITS}))?|{_TEENS}|{_UNITS})"
"""A number as digits ("1,009", "16.5") or as a word ("twelve", "twenty-four"), for a pattern that ignores case."""

LONG_TIME = r"(?:hours?|days?|nights?|weeks?|months?|years?|h|d|hrs?|wks?|yrs?|mo|y)\b"
"""A unit of time of which a study's length may be told; minutes and seconds are not."""

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)

PEOPLE = (
    r"(?:patients?|participants?|subjects?|people|persons?|adults?|women|men|child(?:ren)?|girls?|boys?|adolescents?"
    r"|volunteers?|individuals?|infants?|neonates?|newborns?|babies|students?|veterans?|survivors?|famil(?:y|ies)"
    r"|controls?|donors?|carers?|caregivers?|nurses?|physicians?|twins?|residents?|respondents?|elders?"
    r"|females?|males?"
    r"|humans?|carriers?)\b(?! to\b)"
)
ANIMALS = (
    r"(?:rats?|mice|animals?|rabbits?|pigs?|piglets?|minipigs?|swine|dogs?|canines?|cats?|monkeys?|macaques?"
    r"|primates?"
    r"|sheep|goats?|lambs?|horses?|hamsters?|gerbils?|ferrets?|zebrafish|fish|frogs?|flies|larvae|worms|bees"
    r"|birds|chick(?:en)?s?"
    r"|embryos)\b"
)
STUDIES = r"(?:studies|trials|RCTs|articles|reports|cohorts|reviews|publications|records)\b"
SAMPLES = (
    r"(?:samples?|specimens?|tumou?rs?|cases|explants?|plants|colonies|strains?|biopsies|genomes"
    r"|complaints)\b(?! types?\b)"
)
STUDIED = rf"(?:{PEOPLE}|{ANIMALS}|{STUDIES}|{SAMPLES})"
"""Who or what may be counted as the participants of a study."""
