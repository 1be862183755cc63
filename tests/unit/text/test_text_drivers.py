"""What drives the grade: always counted again."""

from __future__ import annotations

from app.model.house_style import Term
from app.model.site import Targets
from app.text.drivers import reading
from app.text.markup import plain
from app.text.readability import score

LONG = (
    "The team **investigated** the infusions in many old rats, but they did not look at the young ones because there"
    " was no time. The rats lived."
)


def test_a_split_gives_the_grade_that_it_says() -> None:
    found = reading(LONG, Targets(), is_finished=True)
    driver = found.sentences[0]
    assert driver.grade_then < driver.grade_now
    assert LONG[driver.start : driver.end].startswith("The team") and driver.splits
    place = driver.splits[0]
    assert LONG[:place].rstrip().endswith("rats,") and LONG[place:].lstrip().startswith("but")
    text = LONG
    for split in sorted(driver.splits, reverse=True):
        rest = text[split:].lstrip()
        text = text[:split].rstrip(" ,") + ". " + rest[0].upper() + rest[1:]
    result = score(plain(text).text).scores
    assert result is not None and result.flesch_kincaid_grade == driver.grade_then


def test_an_exchanged_word_gives_the_grade_that_it_says() -> None:
    found = reading(LONG, Targets(), is_finished=True)
    driver = next(driver for driver in found.words if driver.text == "investigated")
    assert LONG[driver.start : driver.end] == "investigated"
    result = score(plain(LONG.replace("investigated", driver.suggestion)).text).scores
    assert result is not None and result.flesch_kincaid_grade == driver.grade_then < driver.grade_now


def test_all_mended_is_best() -> None:
    found = reading(LONG, Targets(), is_finished=True)
    assert found.grade_if_mended is not None
    assert found.grade_if_mended < min(driver.grade_then for driver in (*found.sentences, *found.words))


def test_nothing_drives_an_easy_or_an_empty_text() -> None:
    assert reading("The rats lived. They ate.", Targets()).sentences == ()
    empty = reading("", Targets())
    assert (empty.score.warning, empty.words, empty.grade_if_mended) == ("no-text", (), None)


def test_the_unfinished_sentence_drives_nothing() -> None:
    found = reading("The rats lived. " + LONG.partition(".")[0], Targets())
    assert found.sentences == () and found.score.sentences == 1


def test_the_glossary_of_the_library_says_it_first_and_leaves_its_own_words_alone() -> None:
    text = "The investigators administered a vasodilator to the animals. " * 3
    words = {driver.text: driver.suggestion for driver in reading(text, Targets()).words}
    assert words.get("administered") == "gave"
    house = (Term("investigator", "team"), Term("administered", do_not_flag=True))
    told = {driver.text: driver.suggestion for driver in reading(text, Targets(), house).words}
    assert told.get("investigators") == "teams"
    assert "administered" not in told
