"""What the reading panel says, from values: the verdict, how sure it is, where to split, what is counted how."""

from __future__ import annotations

from app.checks.reading_level import LEAST_WORDS
from app.model.score import Driver, Reading, Score
from app.text.words import words
from app.translation import _, counted, number, outset, quoted

_NUMBERS = (_("No"), _("One"), _("Two"), _("Three"), _("Four"), _("Five"), _("Six"), _("Seven"), _("Eight"), _("Nine"))
_FEW_SENTENCES = 10
_SHOWN_LETTERS = 70

NOTHING_YET = {
    "no-text": (
        _("No grade yet"),
        _(
            "Write two or three sentences in Simple Explanation. The grade appears here, with the sentences and words"
            " that cost most."
        ),
    ),
    "not-english": (
        _("Not scored"),
        _(
            "These scores are for English, and this does not look like English. Write Simple Explanation in English"
            " sentences, and the grade comes back."
        ),
    ),
}
"""Heading and advice while there is no score, by its warning."""

COUNTED = (
    _(
        "The grade is the Flesch-Kincaid grade of Simple Explanation: the years of school in the United States that the"
        " text asks for. It rises with the words in a sentence and with the syllables in a word."
    ),
    _("A short form such as MRI or mRNA counts as one syllable, for readers take it in as one unit."),
    _("A number counts as it is read aloud: 43 is three syllables, 2021 is five."),
    _("A web address counts as one word of one syllable."),
    _("A sentence that you are still writing is left out until it has its full stop."),
    _("The fewer the sentences, the less sure the grade: the lighter stretch of the band shows how far off it may be."),
    _("A formula sees length, not sense. Text that scores well can still be unclear: ask a reader."),
)
"""The rules of counting, in sentences."""


def grade_words(reading: Reading) -> str:
    """“Grade 17”; with one decimal where the whole number would hide on which side of the target it is."""
    grade = _grade(reading)
    is_near = any(abs(grade - bound) < 1 for bound in reading.target)
    return _("Grade {grade:.1f}").format(grade=grade) if is_near else _("Grade {grade:.0f}").format(grade=grade)


def verdict(reading: Reading) -> str:
    """Where the grade stands against the target."""
    low, high = reading.target
    grade = round(_grade(reading), 1)
    if reading.score.words < LEAST_WORDS:
        return _("Too short to judge yet.")
    if grade > high + 6:
        return _("Far harder than your target.")
    if grade > high + 2:
        return _("Harder than your target.")
    if grade > high:
        return _("A little harder than your target.")
    return _("On target.") if grade >= low else _("Easier than your target. Keep it if nothing is lost.")


def certainty(score: Score) -> str:
    """How far the grade can be trusted, and what it asks of a reader."""
    if score.scores is None or score.range is None:
        return ""
    low, high = score.range
    few = ""
    if score.sentences < _FEW_SENTENCES:
        few = (
            _("One sentence is little: ")
            if score.sentences == 1
            else _("{numbers} sentences are few: ").format(numbers=_NUMBERS[score.sentences])
        )
    grade = _("the true grade lies between {max:g} and {max_2:g}.").format(max=max(low, 0), max_2=max(high, 0))
    years = max(round(score.scores.flesch_kincaid_grade), 1)
    school = counted("Readers need about {n} year of school.", "Readers need about {n} years of school.", years)
    return f"{few}{grade if few else outset(grade)} {school}"


def beginning(text: str) -> str:
    """The first words of a sentence, ending in “…” where it goes on."""
    shown = " ".join(text.split())
    if len(shown) <= _SHOWN_LETTERS:
        return shown
    return shown[:_SHOWN_LETTERS].rpartition(" ")[0].rstrip(",;:") + "…"


def split_advice(driver: Driver) -> str:
    """“31 words. Split before “protected” and “compared”.”"""
    places = [quoted(word) for word in _split_words(driver)]
    if len(places) > 1:
        places = [_("{first} and {last}").format(first=", ".join(places[:-1]), last=places[-1])]
    count = len(words(driver.text))
    if places:
        return _("{count} words. Split before {places}.").format(count=count, places=places[0])
    times = {1: _("in two"), 2: _("in three")}.get(len(driver.splits), _("into short ones"))
    return _("{count} words. Split it {times}.").format(count=count, times=times)


def gain(driver: Driver) -> str:
    """“0.6”: how many grades mending it takes off."""
    return number(driver.grade_now - driver.grade_then, ".1f")


def together(reading: Reading) -> tuple[str, str]:
    """What mending everything listed would give: the grade, and what comes then."""
    return _("grade {grade:.1f}").format(grade=reading.grade_if_mended or 0), _(
        "Then the next ones show here. Worked out afresh as you type."
    )


def others(score: Score) -> str:
    """The best known of the other scores in one line."""
    if score.scores is None:
        return ""
    values = score.scores
    ease = _("Reading Ease {flesch_reading_ease:.0f}").format(flesch_reading_ease=values.flesch_reading_ease)
    return _("{ease} · SMOG {smog_index:.0f} · Fog {gunning_fog:.0f}").format(
        ease=ease, smog_index=values.smog_index, gunning_fog=values.gunning_fog
    )


def every_score(score: Score) -> tuple[tuple[str, str, str], ...]:
    """Name, value and meaning of the seven scores."""
    if score.scores is None:
        return ()
    values = score.scores
    return (
        ("Flesch-Kincaid", f"{values.flesch_kincaid_grade:.1f}", _("School grade. This is the grade shown above.")),
        (_("Reading Ease"), f"{values.flesch_reading_ease:.1f}", _("From 0, hard, to 100, easy; from 60 it is plain.")),
        ("SMOG", f"{values.smog_index:.1f}", _("School grade. Made for 30 sentences or more; rough below.")),
        (_("Gunning Fog"), f"{values.gunning_fog:.1f}", _("School grade. Counts words of three syllables or more.")),
        ("ARI", f"{values.automated_readability_index:.1f}", _("School grade. Counts letters in place of syllables.")),
        ("Coleman-Liau", f"{values.coleman_liau_index:.1f}", _("School grade. Counts letters and sentences.")),
        ("Dale-Chall", f"{values.dale_chall:.1f}", _("Counts unfamiliar words. About 5 is grade 5, 9 is college.")),
    )  # fmt: skip


def _grade(reading: Reading) -> float:
    return reading.score.scores.flesch_kincaid_grade if reading.score.scores else 0.0


def _split_words(driver: Driver) -> list[str]:
    """The words that would begin the new sentences. None where bold or links shift the places in the text."""
    if driver.end - driver.start != len(driver.text):
        return []
    starts = dict(words(driver.text))
    places = [place - driver.start for place in driver.splits]
    return [driver.text[place : starts[place]] for place in places if place in starts]
