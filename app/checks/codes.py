"""Every code that a check can give, with the gravest severity it gives and what it is about."""

from __future__ import annotations

from dataclasses import dataclass

ERROR, WARNING, NOTICE = "error", "warning", "notice"


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding. `severity` is its gravest; a finding of this code may be milder."""

    code: str
    severity: str
    about: str


CODES = (
    Code("section-missing", ERROR, "a section that every summary needs is empty"),
    Code("doi-malformed", ERROR, "a DOI that cannot be one"),
    Code("link-nowhere", WARNING, "a link that leads to no place on the page and to no address"),
    Code("parts-do-not-add-up", ERROR, "parts that are more than the whole they are counted from"),
    Code("reading-level", WARNING, "the Simple Explanation reads harder than the target"),
    Code("long-sentence", WARNING, "a sentence with more words than the target"),
    Code("hard-word", NOTICE, "a word that few readers know, with plainer words where a list has them"),
    Code("short-form-undefined", WARNING, "a short form that is not spelled out at or before its first use"),
    Code("short-forms-nearly-alike", WARNING, "two short forms that differ in one letter"),
    Code("passive-voice", NOTICE, "a sentence that hides who did it"),
    Code("dense-paragraph", NOTICE, "a paragraph of more than five sentences or a hundred words"),
    Code("statistics-as-such", WARNING, "a statistic that most readers cannot read"),
    Code("person-centred", WARNING, "words that name a person by a condition or as a victim"),
    Code("hype-word", WARNING, "a word that promises more than one study can show"),
    Code("advice-to-reader", WARNING, "advice to the reader, which a summary does not give"),
    Code("relative-without-absolute", NOTICE, "a change told only in relation, without the numbers behind it"),
    Code("paper-retracted", ERROR, "a paper that was retracted, corrected or called into question"),
    Code("species-missing", WARNING, "a study in animals or cells told as if people had been studied"),
    Code("cause-overclaimed", WARNING, "a cause told of a study that only observed"),
    Code("certainty-overclaimed", WARNING, "words of certainty that the kind of study does not bear"),
    Code("benefit-without-harm", WARNING, "a benefit told without any harm or limit"),
    Code("sections-repeat", NOTICE, "a sentence that repeats one of another section"),
    Code("not-specified-but-in-paper", WARNING, "a fact called not specified that the paper seems to tell"),
    Code("claim-unsupported", NOTICE, "a sentence for which no passage of the paper is found"),
    Code("quotation-not-reworded", NOTICE, "words of the paper that were put in and not said plainly yet"),
    Code("limitation-not-in-paper", NOTICE, "a limitation that the paper does not seem to state"),
    Code("rate-differs", ERROR, "how often: the paper gives another rate"),
    Code("number-unit-differs", ERROR, "a number that the paper has with another unit"),
    Code("direction-differs", WARNING, "words beside a number that point the other way than in the paper"),
    Code("number-not-in-paper", WARNING, "a number that stands nowhere in the paper"),
    Code("number-world-at-large", NOTICE, "a number about the world at large, which the paper does not give"),
    Code("number-elsewhere", WARNING, "a number that the paper has only where it is about something else"),
    Code("number-unreadable", WARNING, "a number beside a sign of the paper that could not be read"),
    Code("sections-disagree", WARNING, "the same things counted differently in two sections"),
    Code("citation-disagrees", WARNING, "a year, journal or author that is not the paper's"),
)

SEVERITY = {code.code: code.severity for code in CODES}
