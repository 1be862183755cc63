"""What is said about a summary's own words: one writer for each code of a finding that needs no paper."""

from __future__ import annotations

from collections.abc import Callable

from app.model.finding import Finding
from app.ui.words.sections import SECTION_NAMES, section_name
from app.ui.words.values import Explanation


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


def _link_nowhere(finding: Finding) -> Explanation:
    href = finding.facts.get("href", "")
    return Explanation(
        f"The link to “{href}” leads nowhere" if href else "This link has no address",
        "A reader who follows it stays where they are.",
        "Give it an address that begins with https://, or take the link out and keep its words.",
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
    if finding.facts.get("kind") == "glossary":
        return Explanation(
            "Your glossary has plainer words",
            "The library asks for them.",
            "Use them if the sense stays the same, or mark the word “Do not flag” in the glossary.",
        )
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
    if finding.facts.get("is_spelled_out"):
        return Explanation(
            f"“{finding.text}” is a short form",
            "The library’s targets ask for none.",
            "Use the full name each time, or a plain name.",
        )
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


def _sections_repeat(finding: Finding) -> Explanation:
    other = section_name(str(finding.facts.get("other", "")))
    return Explanation(
        f"{other} says this in nearly the same words",
        "A reader who goes on hopes for something new.",
        "Say something here that is not said there, or leave it out.",
    )


_RELATIVE_WITHOUT_ABSOLUTE = Explanation(
    "A change without the numbers behind it",
    "“Half the risk” may be from 2 to 1 in a hundred, or in a million. Most readers take it for large.",
    "Say how many out of a hundred people with and without it, if the paper tells.",
)

_ADVICE_TO_READER = Explanation(
    "This reads as advice",
    "A summary says what a study found. It cannot know the reader’s case.",
    "Say what the study suggests, and leave the choice to readers and their doctors.",
)


EXPLANATIONS: dict[str, Explanation | Callable[[Finding], Explanation]] = {
    "section-missing": _section_missing,
    "doi-malformed": _doi_malformed,
    "link-nowhere": _link_nowhere,
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
    "sections-repeat": _sections_repeat,
    "relative-without-absolute": _RELATIVE_WITHOUT_ABSOLUTE,
}
