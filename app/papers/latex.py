"""LaTeX of BibTeX fields as Unicode: accents, signs and simple formulas; raised and lowered signs stay readable."""

from __future__ import annotations

import logging
import re

from pylatexenc.latex2text import LatexNodes2Text

from app.papers.marked_text import plain_line
from app.papers.scripts import lowered, raised

logging.getLogger("pylatexenc").setLevel(logging.CRITICAL)  # odd LaTeX is kept as it stands; nobody need hear of it
_CONVERTER = LatexNodes2Text(keep_comments=True, math_mode="text")
_MATH = re.compile(r"(?<!\\)\$(?!\s)([^$]*?)(?<!\s)\$(?!\d)")
_LONE_DOLLAR = re.compile(r"(?<!\\)\$")
_PERCENT = re.compile(r"(?<!\\)%")
_LONGEST = 200_000


def latex_line(text: str) -> str:
    """The field on one line. Text without LaTeX stays as it is; what cannot be read stays as written."""
    if not any(sign in text for sign in "\\{}$~%") and "--" not in text:
        return plain_line(text)
    prepared = _PERCENT.sub(r"\\%", text[:_LONGEST])
    prepared = _with_math(prepared)
    prepared = re.sub(r"\\textsuperscript\s*\{([^{}]*)\}", lambda found: raised(found[1], _before(found)), prepared)
    prepared = re.sub(r"\\textsubscript\s*\{([^{}]*)\}", lambda found: lowered(found[1], _before(found)), prepared)
    try:
        return plain_line(str(_CONVERTER.latex_to_text(prepared)))
    except Exception:  # a converter of others: whatever it trips over, the writer still sees the words
        return plain_line(re.sub(r"[{}]", "", text))


def _with_math(text: str) -> str:
    """Formulas with their raised signs; a dollar that opens none is a price."""
    pieces, end = [], 0
    for match in _MATH.finditer(text):
        pieces += [_LONE_DOLLAR.sub(r"\\$", text[end : match.start()]), _scripts_in_math(match)]
        end = match.end()
    return "".join([*pieces, _LONE_DOLLAR.sub(r"\\$", text[end:])])


def _scripts_in_math(match: re.Match[str]) -> str:
    """Raised and lowered signs of a formula, before the formula loses its marks."""
    inside = match[1]
    inside = re.sub(r"(?:\^|\\sp\b)\s*(?:\{([^{}\\]*)\}|([\w+*-]))", _raise, inside)
    inside = re.sub(r"(?:_|\\sb\b)\s*(?:\{([^{}\\]*)\}|([\w+-]))", _lower, inside)
    return f"${inside}$"


def _raise(match: re.Match[str]) -> str:
    return raised(match[1] if match[1] is not None else match[2], _before(match))


def _lower(match: re.Match[str]) -> str:
    return lowered(match[1] if match[1] is not None else match[2], _before(match))


def _before(match: re.Match[str]) -> str:
    return match.string[: match.start()].rstrip("}$ ")
