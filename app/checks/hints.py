"""The hints on a plain text alone, for `score`: the checks that a summary's section would get."""

from __future__ import annotations

from itertools import chain

from app.checks.prose import prose_of_plain_text
from app.checks.review import text_checks
from app.checks.short_form_undefined import short_form_undefined
from app.checks.short_forms_nearly_alike import short_forms_nearly_alike
from app.model.finding import Finding
from app.model.site import Targets


def text_findings(text: str, targets: Targets) -> tuple[Finding, ...]:
    """The findings in a plain text, in its order; `start` and `end` count its code points."""
    prose = prose_of_plain_text(text)
    only = (("", prose),)
    found = chain(text_checks(prose, targets), short_form_undefined(only), short_forms_nearly_alike(only))
    return tuple(sorted(found, key=lambda finding: finding.start or 0))
