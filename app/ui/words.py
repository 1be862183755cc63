"""The sentences that people read: for every finding by its code, for the warnings of a score, for the panel's drivers.

Rules return codes and facts; this file alone turns them into words, for the window and for the command line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.model.finding import Finding
from app.model.score import Driver, Reading, Score


@dataclass(frozen=True, slots=True)
class Explanation:
    """A finding in words: what it is, why it matters, what to do."""

    headline: str
    why: str
    what_to_do: str


SECTION_NAMES = {
    "title": "Title",
    "simple_explanation": "Simple Explanation",
    "study_duration": "Study Duration",
    "participants": "Participants",
    "evidence_level": "Evidence Level",
    "facts": "Study facts",
    "key_findings": "Key Findings",
    "research_summary": "Research Summary",
    "practical_implications": "Practical Implications",
    "study_limitations": "Study Limitations",
    "sources": "Sources",
}
_ITEM_NAMES = {"key_findings": "Finding", "practical_implications": "Card", "study_limitations": "Limitation"}
SEVERITY_NAMES = {"error": "Must be mended", "warning": "Look at this", "notice": "A thought"}


def section_name(section: str) -> str:
    """A section's name for people: `key_findings[1]` is "Finding 2"."""
    name, _, rest = section.partition("[")
    if rest:
        return f"{_ITEM_NAMES.get(name, SECTION_NAMES.get(name, name))} {int(rest.partition(']')[0]) + 1}"
    return SECTION_NAMES.get(name, name)


def explanation(finding: Finding) -> Explanation:
    """The finding in words. A code that this version does not know is shown by its code."""
    known = _EXPLANATIONS.get(finding.code)
    if known is None:
        return Explanation(finding.code.replace("-", " ").capitalize(), "", "")
    return known if isinstance(known, Explanation) else known(finding)


def headline(finding: Finding) -> str:
    """What the finding is, in one short line."""
    return explanation(finding).headline


def warning(code: str) -> str:
    """The sentence for a warning of a score: "no-text" or "not-english"."""
    return _WARNINGS.get(code, "")


def driver(driver: Driver) -> str:
    """What mending a costly sentence or word would gain, in one line."""
    gain = f"grade {driver.grade_now:.1f} to {driver.grade_then:.1f}"
    if driver.kind == "word":
        return f"Say “{driver.suggestion}” for “{driver.text}”: {gain}"
    return f"Split this sentence: {gain}" if driver.splits else f"Shorten this sentence: {gain}"


def grade_verdict(reading: Reading) -> str:
    """Where the grade stands against the target, in words: a number alone is no verdict."""
    scores = reading.score.scores
    if scores is None:
        return warning(reading.score.warning)
    low, high = reading.target
    grade = round(scores.flesch_kincaid_grade, 1)
    if grade > high + 4:
        return f"Hard: well above your target of grade {high:g}."
    if grade > high:
        return f"A little hard: above your target of grade {high:g}."
    return f"Easy: grade {high:g} or lower was the aim." if grade < low else "On target: easy to read."


def score_lines(score: Score, hints: Iterable[Finding]) -> Iterator[str]:
    """What the `score` command prints for people."""
    counted = (_count(score.words, "word"), _count(score.sentences, "sentence"), _count(score.syllables, "syllable"))
    yield ", ".join(counted) + "."
    if score.scores is None or score.range is None:
        yield warning(score.warning)
        return
    low, high = score.range
    scores = score.scores
    yield f"Flesch-Kincaid grade {scores.flesch_kincaid_grade:.1f} (likely {low:.1f} to {high:.1f})"
    yield f"Flesch Reading Ease  {scores.flesch_reading_ease:.1f} (100 is easy, 0 is hard)"
    yield f"SMOG                 {scores.smog_index:.1f} (made for 30 sentences or more: a rough guide here)"
    yield f"Gunning Fog          {scores.gunning_fog:.1f}"
    yield f"ARI                  {scores.automated_readability_index:.1f}"
    yield f"Coleman-Liau         {scores.coleman_liau_index:.1f}"
    yield f"Dale-Chall           {scores.dale_chall:.1f}"
    for hint in hints:
        yield f"{hint.start:>6}  {hint_line(hint)}"


def hint_line(finding: Finding) -> str:
    """A finding in one line with the words it is about and what could stand there instead."""
    shown = " ".join((finding.text or "").split())
    shown = shown if len(shown) <= 60 else shown[:59].rstrip() + "…"
    instead = f" Perhaps: {', '.join(finding.suggestions)}." if finding.suggestions else ""
    quoted = f" “{shown}”." if shown else ""
    return f"{headline(finding)}.{quoted}{instead}"


# ------------------------------------------------------------------ one writer for each code


def _section_missing(finding: Finding) -> Explanation:
    name = section_name(finding.section)
    if "[" in finding.section and not finding.section.endswith("[0]") and "[0]." not in finding.section:
        return Explanation(f"{name} is empty", "An empty item would stand on the page.", "Write it, or remove it.")
    card = SECTION_NAMES.get(finding.section.partition("[")[0], name)
    return Explanation(
        f"{card} is still empty",
        "Every page has this part, so readers look for it.",
        _FILL.get(card, "Write it in a sentence or two."),
    )


_FILL = {
    "Title": "Give the paper’s title, or a plain title of your own.",
    "Study Duration": "Say how long the study ran, or that the paper does not specify it.",
    "Participants": "Say who took part and how many, or that the paper does not specify it.",
    "Evidence Level": "Choose the kind of study, or say that the paper does not specify it.",
}


def _doi_malformed(finding: Finding) -> Explanation:
    given = finding.facts.get("doi", "")
    return Explanation(
        f"“{given}” cannot be a DOI",
        "Readers use the DOI to find the paper.",
        "A DOI begins with 10. and a number, then a slash: 10.1186/s13041-021-00787-6. Copy it from the paper.",
    )


def _parts_do_not_add_up(finding: Finding) -> Explanation:
    facts = finding.facts
    return Explanation(
        f"The parts add up to {facts.get('sum')}, not {facts.get('whole')}",
        "A reader who adds them up will trust the page less.",
        "Compare the numbers with the paper.",
    )


def _reading_level(finding: Finding) -> Explanation:
    grade, target = finding.facts.get("grade", 0), finding.facts.get("target", 8)
    return Explanation(
        f"Reads at grade {grade:.1f}; the target is {target:g}",
        "The higher the grade, the fewer readers can follow.",
        "Start with the sentences and words that cost most: the Reading panel lists them.",
    )


def _long_sentence(finding: Finding) -> Explanation:
    count, limit = finding.facts.get("words", 0), finding.facts.get("limit", 20)
    grave = "Long sentence" if finding.facts.get("is_hard") else "Rather long sentence"
    return Explanation(
        f"{grave}: {count} words",
        f"Over {limit} words, many readers lose the thread.",
        "Split it where a new thought begins, or leave something out.",
    )


def _hard_word(finding: Finding) -> Explanation:
    if finding.facts.get("kind") == "phrase":
        head = "There is a plainer way to say this"
    else:
        head = "Rare word" if finding.facts.get("is_rare") else "Hard word"
    if finding.suggestions:
        return Explanation(
            head, "Few readers meet it in daily life.", "Use a plainer word if the sense stays the same."
        )
    return Explanation(head, "Few readers meet it in daily life.", "Say it in other words, or explain it at first use.")


def _short_form_undefined(finding: Finding) -> Explanation:
    if finding.facts.get("class") == "gene-or-cell-line":
        return Explanation(
            f"“{finding.text}” may need a word of explanation",
            "It looks like the name of a gene, a protein or a cell line. Few readers know it.",
            "Say what it is, or leave the name out.",
        )
    return Explanation(
        f"“{finding.text}” is not spelled out",
        "A reader who does not know it is lost from here on.",
        f"At its first use, write the full name, then ({finding.text}).",
    )


def _short_forms_nearly_alike(finding: Finding) -> Explanation:
    return Explanation(
        f"“{finding.text}” and “{finding.facts.get('other')}” look nearly the same",
        "Readers will take one for the other.",
        "Use a plain name for at least one of them. If it is a slip, correct it.",
    )


_PASSIVE_VOICE = Explanation(
    "Passive voice",
    "It hides who did it, and it reads harder.",
    "Say who did what: “the team tested” for “was tested”. Keep it where nobody needs to know who.",
)


def _dense_paragraph(finding: Finding) -> Explanation:
    facts = finding.facts
    return Explanation(
        f"Long paragraph: {facts.get('sentences')} sentences, {facts.get('words')} words",
        "Readers rest at the end of a paragraph.",
        "Start a new paragraph where the subject changes.",
    )


_STATISTICS = {
    "p-value": ("A p-value", "Say how sure the authors are: “this is unlikely to be chance”."),
    "spread": ("A spread of numbers", "Give the plain number, and say how much it varied in words if that matters."),
    "interval": ("An interval", "Say it in words: “the true figure could lie anywhere from … to …”."),
    "ratio": ("A ratio", "Give numbers out of a hundred people with and without the treatment."),
    "test": ("The name of a statistical test", "Leave the name out and say what was compared."),
    "significant": (
        "“Significant” has two senses",
        "If it means “unlikely to be chance”, say so. If it means “large”, say how large.",
    ),
    "percent-of-few": ("A percentage of a small group", "Say how many: “3 of 6”."),
}


def _statistics_as_such(finding: Finding) -> Explanation:
    head, advice = _STATISTICS.get(str(finding.facts.get("kind")), ("A statistic", "Say it in words."))
    if group := finding.facts.get("group"):
        return Explanation(head, f"There were only {group}: a percentage makes them look like more.", advice)
    return Explanation(head, "Most readers cannot tell what it means for people.", advice)


_PERSON_CENTRED = Explanation(
    "Put the person first",
    "People are more than a condition, and many dislike words of pity.",
    "Name the person, then the condition, as people do themselves.",
)


def _hype_word(finding: Finding) -> Explanation:
    return Explanation(
        f"“{finding.text}” promises a lot",
        "One study rarely shows so much, and hope that fails hurts.",
        "Say what was found and how sure the authors are.",
    )


_ADVICE_TO_READER = Explanation(
    "This reads as advice",
    "A summary says what a study found. It cannot know the reader’s case.",
    "Say what the study suggests, and leave the choice to readers and their doctors.",
)


_EXPLANATIONS: dict[str, Explanation | Callable[[Finding], Explanation]] = {
    "section-missing": _section_missing,
    "doi-malformed": _doi_malformed,
    "parts-do-not-add-up": _parts_do_not_add_up,
    "reading-level": _reading_level,
    "long-sentence": _long_sentence,
    "hard-word": _hard_word,
    "short-form-undefined": _short_form_undefined,
    "short-forms-nearly-alike": _short_forms_nearly_alike,
    "passive-voice": _PASSIVE_VOICE,
    "dense-paragraph": _dense_paragraph,
    "statistics-as-such": _statistics_as_such,
    "person-centred": _PERSON_CENTRED,
    "hype-word": _hype_word,
    "advice-to-reader": _ADVICE_TO_READER,
}

_WARNINGS = {
    "no-text": "There is no text to score yet.",
    "not-english": "Scores are for English, and this does not look like English.",
}


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
