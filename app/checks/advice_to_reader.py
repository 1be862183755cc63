"""Advice: a summary says what a study found, it does not tell a reader what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.prose import Prose
from app.model.finding import Finding
from app.model.site import Targets

_PEOPLE = (
    r"(?:patients?|people|persons?|readers?|caregivers?|carers?|famil(?:y|ies)|parents?|women|men|adults?|children"
    r"|anyone|everyone|those|survivors?|individuals|clinicians?|doctors?|physicians?|nurses?|therapists?)"
)
_ORDERS = "Please|Always|Never|Do not|Don['’]t|Try to|Make sure|Avoid|Consider|Take|Stop|Start|Ask|Eat|Drink"
_ADVICE = re.compile(
    rf"\byou (?:should|must|need to|ought to|have to|could try|may want to|might want to|can try)\b(?:\s+\w+)?"
    rf"|\b{_PEOPLE}(?: (?:with|who|of|in|living|at|after) [^.;:!?]{{1,60}}?)? (?:should|must|ought to|need to)\b"
    r"(?! (?:have been|be included|be studied)\b)(?:\s+(?:not\s+|always\s+|never\s+)?\w+)?"
    r"|\b(?:ask|talk to|speak (?:to|with)|see|consult|tell) (?:your|a|their) (?:own )?"
    r"(?:doctor|physician|GP|nurse|pharmacist|health ?care (?:provider|team|professional)|care team|specialist)s?\b"
    r"|\b(?:we|the authors|I) (?:strongly )?(?:recommend|advise|urge)\b|\bit is (?:strongly )?(?:recommended|advised)\b"
    r"|\bis (?:strongly )?recommended for\b"
    rf"|(?:(?<=^)|(?<=[.!?:]\s)|(?<=\n))(?:{_ORDERS}) (?=[a-z])\w+",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(rf"(?:{_ORDERS}) ")
_ASKED = re.compile(r"\b(?:whether|if|when|how|which|who)\s+(?:\w+\s+)?$", re.IGNORECASE)


def advice_to_reader(prose: Prose, _targets: Targets) -> Iterator[Finding]:
    """Each piece of advice, from its first word to the verb. Wishes for more research are no advice."""
    for match in _ADVICE.finditer(prose.text):
        if _ASKED.search(prose.text, max(0, match.start() - 20), match.start()):
            continue  # "It is not known whether patients should take it."
        kind = "imperative" if _IMPERATIVE.match(match[0]) else "advice"
        yield prose.finding("advice-to-reader", *match.span(), {"kind": kind})
