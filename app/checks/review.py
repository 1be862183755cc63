"""Every check on a summary, in reading order. A section's own findings are kept until its text changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from app.checks.advice_to_reader import advice_to_reader
from app.checks.citation_disagrees import citation_disagrees
from app.checks.dense_paragraph import dense_paragraph
from app.checks.dismissals import parted
from app.checks.doi_malformed import doi_malformed
from app.checks.hard_word import hard_word
from app.checks.house_words import HouseWords, house_words, with_house_words
from app.checks.hype_word import hype_word
from app.checks.link_nowhere import link_nowhere
from app.checks.long_sentence import long_sentence
from app.checks.number_checks import number_findings
from app.checks.paper_checks import paper_findings
from app.checks.paper_retracted import paper_retracted
from app.checks.parts_do_not_add_up import parts_do_not_add_up, share_of_whole, told_parts_do_not_add_up
from app.checks.passive_voice import passive_voice
from app.checks.person_centred import person_centred
from app.checks.prose import Prose, prose
from app.checks.reading_level import reading_level
from app.checks.relative_without_absolute import relative_without_absolute
from app.checks.section_missing import section_missing
from app.checks.sections_disagree import sections_disagree
from app.checks.short_form_undefined import short_form_undefined
from app.checks.short_forms import spelled_out
from app.checks.short_forms_nearly_alike import short_forms_nearly_alike
from app.checks.statistics_as_such import in_research_summary, statistics_as_such
from app.model.finding import Checked, Finding
from app.model.house_style import HouseStyle
from app.model.paper_text import PaperText
from app.model.sections import CARDS, card_of, sections
from app.model.site import Targets
from app.model.summary import Summary

Texts = list[tuple[str, Prose]]
"""The sections with their texts, in reading order."""
TextCheck = Callable[[Prose, Targets], Iterator[Finding]]
TEXT_CHECKS: tuple[TextCheck, ...] = (
    parts_do_not_add_up,
    share_of_whole,
    advice_to_reader,
    hype_word,
    person_centred,
    statistics_as_such,
    relative_without_absolute,
    long_sentence,
    dense_paragraph,
    hard_word,
    passive_voice,
)
"""The checks that need nothing but a section's text."""

_SEVERITIES = ("error", "warning", "notice")


def checked(summary: Summary, style: HouseStyle, paper: PaperText | None = None) -> Checked:
    """What the checks find, parted into what is open and what the writer or the library has set aside."""
    return Checked(*parted(findings(summary, style, paper), summary, style.dismissals))


def findings(summary: Summary, style: HouseStyle, paper: PaperText | None = None) -> tuple[Finding, ...]:
    """What the checks find, in the order of the page, the gravest first where several begin at one place.

    `paper` is the text of the attached paper; without one, the checks that need it say nothing.
    """
    targets = style.targets
    texts = [(section, prose(markdown)) for section, markdown in sections(summary)]
    places = {section: place for place, (section, _text) in enumerate(texts)}
    house = house_words(style.glossary, summary.glossary)
    known = set(house.known)
    if not summary.plain_title:  # the paper's own title is not the writer's to change
        known |= {name for name, _place in spelled_out(texts[0][1])}
        texts = texts[1:]
    found = chain(
        section_missing(summary),
        doi_malformed(summary),
        link_nowhere(summary),
        paper_retracted(summary),
        paper_findings(summary, texts, paper),
        reading_level(summary, targets),
        short_form_undefined(texts, known, is_any=not targets.allows_short_forms),
        short_forms_nearly_alike(texts),
        sections_disagree(texts),
        told_parts_do_not_add_up(texts),
        citation_disagrees(texts, summary.paper),
        *(_of_section(section, text, targets, house) for section, text in texts),
        number_findings(texts, paper) if paper is not None else (),
    )
    return tuple(sorted(found, key=lambda finding: _order(finding, places)))


def _of_section(section: str, text: Prose, targets: Targets, house: HouseWords) -> Iterator[Finding]:
    for finding in with_house_words(section_findings(text.markdown, targets), text, house):
        one = replace(finding, section=section)
        yield in_research_summary(one) if section == "research_summary" else one


@lru_cache(maxsize=512)
def section_findings(markdown: str, targets: Targets) -> tuple[Finding, ...]:
    """What the checks on a text alone find in one section; `section` is left empty."""
    return text_checks(prose(markdown), targets)


def text_checks(text: Prose, targets: Targets) -> tuple[Finding, ...]:
    """Run the checks on a text alone, whatever kind of text it is."""
    return tuple(finding for check in TEXT_CHECKS for finding in check(text, targets))


def _order(finding: Finding, places: dict[str, int]) -> tuple[int, int, int, int]:
    """Where a finding stands on the page; a section that is not there yet stands where its card does."""
    card = CARDS.index(card_of(finding.section))
    return card, places.get(finding.section, 0), finding.start or 0, _SEVERITIES.index(finding.severity)
