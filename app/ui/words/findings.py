"""What is said about a summary's own words: one writer for each code of a finding that needs no paper."""

from __future__ import annotations

from collections.abc import Callable

from app.model.finding import Finding
from app.translation import _
from app.ui.words.sections import SECTION_NAMES, section_name
from app.ui.words.values import Explanation


def _section_missing(finding: Finding) -> Explanation:
    name = section_name(finding.section)
    if "[" in finding.section and not finding.section.endswith("[0]") and "[0]." not in finding.section:
        return Explanation(
            _("{name} is empty").format(name=name),
            _("An empty item would stand on the page."),
            _("Write it, or remove it."),
        )
    card = SECTION_NAMES.get(finding.section.partition("[")[0], name)
    return Explanation(
        _("{card} is still empty").format(card=card),
        _("Every page has this part, so readers look for it."),
        _FILL.get(card, _("Write it in a sentence or two.")),
    )


_FILL = {
    "Title": _("Give the paper’s title, or a plain title of your own."),
    "Study Duration": _("Say how long the study ran, or that the paper does not specify it."),
    "Participants": _("Say who took part and how many, or that the paper does not specify it."),
    "Evidence Level": _("Choose the kind of study, or say that the paper does not specify it."),
}


def _doi_malformed(finding: Finding) -> Explanation:
    given = finding.facts.get("doi", "")
    return Explanation(
        _("“{given}” cannot be a DOI").format(given=given),
        _("Readers use the DOI to find the paper."),
        _("A DOI begins with 10. and a number, then a slash: 10.1186/s13041-021-00787-6. Copy it from the paper."),
    )


def _link_nowhere(finding: Finding) -> Explanation:
    href = finding.facts.get("href", "")
    return Explanation(
        _("The link to “{href}” leads nowhere").format(href=href) if href else _("This link has no address"),
        _("A reader who follows it stays where they are."),
        _("Give it an address that begins with https://, or take the link out and keep its words."),
    )


_SHARE = ("part", "whole", "share", "percent")


def _parts_do_not_add_up(finding: Finding) -> Explanation:
    facts = finding.facts
    if facts.get("kind") == "share":
        return Explanation(
            _("{part} of {whole} is {share:g}%, not {percent:g}%").format_map({name: facts[name] for name in _SHARE}),
            _("A reader who works it out will trust the page less."),
            _("Compare both with the paper. A share that was adjusted for something needs a word about it."),
        )
    return Explanation(
        _("The parts add up to {sum}, not {whole}").format(sum=facts.get("sum"), whole=facts.get("whole")),
        _("A reader who adds them up will trust the page less."),
        _("Compare the numbers with the paper."),
    )


def _reading_level(finding: Finding) -> Explanation:
    grade, target = finding.facts.get("grade", 0), finding.facts.get("target", 8)
    return Explanation(
        _("Reads at grade {grade:.1f}; the target is {target:g}").format(grade=grade, target=target),
        _("The higher the grade, the fewer readers can follow."),
        _("Start with the sentences and words that cost most: the Reading panel lists them."),
    )


def _long_sentence(finding: Finding) -> Explanation:
    count, limit = finding.facts.get("words", 0), finding.facts.get("limit", 20)
    grave = _("Long sentence") if finding.facts.get("is_hard") else _("Rather long sentence")
    return Explanation(
        _("{grave}: {count} words").format(grave=grave, count=count),
        _("Over {limit} words, many readers lose the thread.").format(limit=limit),
        _("Split it where a new thought begins, or leave something out."),
    )


def _hard_word(finding: Finding) -> Explanation:
    if finding.facts.get("kind") == "glossary":
        return Explanation(
            _("Your glossary has plainer words"),
            _("The library asks for them."),
            _("Use them if the sense stays the same, or mark the word “Do not flag” in the glossary."),
        )
    if finding.facts.get("kind") == "phrase":
        head = _("There is a plainer way to say this")
    else:
        head = _("Rare word") if finding.facts.get("is_rare") else _("Hard word")
    if finding.suggestions:
        return Explanation(
            head, _("Few readers meet it in daily life."), _("Use a plainer word if the sense stays the same.")
        )
    return Explanation(
        head, _("Few readers meet it in daily life."), _("Say it in other words, or explain it at first use.")
    )


def _short_form_undefined(finding: Finding) -> Explanation:
    if finding.facts.get("is_spelled_out"):
        return Explanation(
            _("“{text}” is a short form").format(text=finding.text),
            _("The library’s targets ask for none."),
            _("Use the full name each time, or a plain name."),
        )
    if finding.facts.get("class") == "gene-or-cell-line":
        return Explanation(
            _("“{text}” may need a word of explanation").format(text=finding.text),
            _("It looks like the name of a gene, a protein or a cell line. Few readers know it."),
            _("Say what it is, or leave the name out."),
        )
    return Explanation(
        _("“{text}” is not spelled out").format(text=finding.text),
        _("A reader who does not know it is lost from here on."),
        _("At its first use, write the full name, then ({text}).").format(text=finding.text),
    )


def _short_forms_nearly_alike(finding: Finding) -> Explanation:
    return Explanation(
        _("“{text}” and “{other}” look nearly the same").format(text=finding.text, other=finding.facts.get("other")),
        _("Readers will take one for the other."),
        _("Use a plain name for at least one of them. If it is a slip, correct it."),
    )


_PASSIVE_VOICE = Explanation(
    _("Passive voice"),
    _("It hides who did it, and it reads harder."),
    _("Say who did what: “the team tested” for “was tested”. Keep it where nobody needs to know who."),
)


def _dense_paragraph(finding: Finding) -> Explanation:
    facts = finding.facts
    return Explanation(
        _("Long paragraph: {sentences} sentences, {words} words").format(
            sentences=facts.get("sentences"), words=facts.get("words")
        ),
        _("Readers rest at the end of a paragraph."),
        _("Start a new paragraph where the subject changes."),
    )


_STATISTICS = {
    "p-value": (_("A p-value"), _("Say how sure the authors are: “this is unlikely to be chance”.")),
    "spread": (
        _("A spread of numbers"),
        _("Give the plain number, and say how much it varied in words if that matters."),
    ),
    "interval": (_("An interval"), _("Say it in words: “the true figure could lie anywhere from … to …”.")),
    "ratio": (_("A ratio"), _("Give numbers out of a hundred people with and without the treatment.")),
    "test": (_("The name of a statistical test"), _("Leave the name out and say what was compared.")),
    "significant": (
        _("“Significant” has two senses"),
        _("If it means “unlikely to be chance”, say so. If it means “large”, say how large."),
    ),
    "percent-of-few": (_("A percentage of a small group"), _("Say how many: “3 of 6”.")),
}


def _statistics_as_such(finding: Finding) -> Explanation:
    head, advice = _STATISTICS.get(str(finding.facts.get("kind")), (_("A statistic"), _("Say it in words.")))
    if group := finding.facts.get("group"):
        return Explanation(
            head, _("There were only {group}: a percentage makes them look like more.").format(group=group), advice
        )
    return Explanation(head, _("Most readers cannot tell what it means for people."), advice)


_PERSON_CENTRED = Explanation(
    _("Put the person first"),
    _("People are more than a condition, and many dislike words of pity."),
    _("Name the person, then the condition, as people do themselves."),
)


def _hype_word(finding: Finding) -> Explanation:
    return Explanation(
        _("“{text}” promises a lot").format(text=finding.text),
        _("One study rarely shows so much, and hope that fails hurts."),
        _("Say what was found and how sure the authors are."),
    )


def _sections_repeat(finding: Finding) -> Explanation:
    other = section_name(str(finding.facts.get("other", "")))
    return Explanation(
        _("{other} says this in nearly the same words").format(other=other),
        _("A reader who goes on hopes for something new."),
        _("Say something here that is not said there, or leave it out."),
    )


_RELATIVE_WITHOUT_ABSOLUTE = Explanation(
    _("A change without the numbers behind it"),
    _("“Half the risk” may be from 2 to 1 in a hundred, or in a million. Most readers take it for large."),
    _("Say how many out of a hundred people with and without it, if the paper tells."),
)

_ADVICE_TO_READER = Explanation(
    _("This reads as advice"),
    _("A summary says what a study found. It cannot know the reader’s case."),
    _("Say what the study suggests, and leave the choice to readers and their doctors."),
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
