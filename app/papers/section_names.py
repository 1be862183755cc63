"""The names that sections of papers carry, by which a line that stands alone is known as a heading."""

from __future__ import annotations

import re

_NAMES = frozenset(
    """
    abstract; structured abstract; graphical abstract; summary; plain language summary; lay summary; highlights
    keywords; key words; key points; introduction; background; objective; objectives; aim; aims; purpose; rationale
    method; methods; materials and methods; material and methods; methods and materials; patients and methods
    subjects and methods; participants and methods; animals and methods; methodology; experimental; experimental section
    experimental procedures; search strategy; literature search; study selection; eligibility criteria; data extraction
    data sources; study design; design; setting; participants; patients; interventions; outcomes; outcome measures
    main outcome measures; measurements; sample size; quality assessment; risk of bias; statistical analysis
    statistical analyses; statistics; inclusion criteria; exclusion criteria; inclusion and exclusion criteria
    result; results; main results; results and discussion; findings; interpretation; discussion; comment; limitations
    strengths and limitations; limitations and strengths; study limitations; conclusion; conclusions; case report
    case presentation; acknowledgment; acknowledgments; acknowledgement; acknowledgements; funding; financial disclosure
    funding sources; abbreviation; abbreviations; additional file; additional files; supplementary information
    supplementary material; supplementary materials; supporting information; author contribution; author contributions
    authors’ contributions; author’s contributions; contributors; data availability; data availability statement
    availability of data and materials; availability of data and material; competing interest; competing interests
    conflict of interest; conflicts of interest; conflict of interest statement; declaration of interests; ethics
    ethics approval; ethics statement; ethical approval; ethics approval and consent to participate; informed consent
    consent for publication; consent to publish; publisher’s note; appendix; disclosure; disclosures; declarations
    authors’ information; author details; open access; trial registration; registration; article history
    references; references and notes; bibliography; literature cited; works cited; literature
    """.replace("\n", ";").split(";")
)
NAMES = frozenset(name.strip() for name in _NAMES if name.strip())
_REFERENCES = frozenset(
    ("references", "references and notes", "bibliography", "literature cited", "works cited", "literature")
)
_NUMBER = re.compile(r"^(?:(?:\d{1,2}|[IVX]{1,4})(?:\.\d{1,2}){0,3}\.?|[■▪●•])\s+(?=\S)")
_LONGEST = 70


def is_section(text: str) -> bool:
    """Whether this is the name of a section that papers use, perhaps numbered, and nothing else."""
    return len(text) < _LONGEST and _name(text) in NAMES


def is_references(text: str) -> bool:
    """Whether this heading opens the list of references."""
    return len(text) < _LONGEST and _name(text) in _REFERENCES


def is_numbered(text: str) -> bool:
    """Whether the text begins with a section's number and its full stop: "2.", "2.1", "IV."."""
    match = _NUMBER.match(text)
    return match is not None and "." in match[0]


def _name(text: str) -> str:
    name = _NUMBER.sub("", text.strip()).rstrip(":. ").casefold()
    return name.replace("'", "’").replace("&", "and").replace("s’s", "s’")
