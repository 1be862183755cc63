"""The seven scores: hand counts, the live path against the score of record, bad input, no network."""

from __future__ import annotations

import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.score import Scores
from app.text.counts import spans, totals
from app.text.readability import live_score, score, textstat_scores

ROOT = Path(__file__).parents[3]
SAMPLES = (
    "Rats that had four doses lived longest. They could walk for longer, too.",
    "Yes. No. It was 0.005 (p = 0.005); see Smith et al. (2019), Fig. 1, or www.example.org/a.b for more.",
    "US rats told us: US studies count 0005 and 0.005.\n\n• One bullet\n• Another bullet—with a dash\n",
    "In vitro, the patient’s SOD1G93A cells don't grow (n=6/group). “Why?” she asked.",
    "Amyotrophic lateral sclerosis (ALS) is a fatal disease where motor neurons degenerate.",
)
PARTS = ("The", "rats", "of", "43", "US", "trials", "lived", "longer", "0.5", "e.g.", "ALS", "(p<0.05).", "No!", "It\n")


def simple_explanation(page: str) -> str:
    return page.split("Simple Explanation\n")[1].split("\nStudy Duration")[0].strip()


@pytest.mark.parametrize(
    ("name", "counts", "shown"),
    [
        ("page-mol-brain-2021.txt", (95, 4, 188), (17.02, 15.3, 18.8, 22.1, 16.8, 15.9)),
        ("page-frontiers-2024.txt", (127, 6, 241), (15.06, 24.8, 17.1, 19.8, 15.7, 15.9)),
    ],
)
def test_hand_counts(corpus: Path, name: str, counts: tuple[int, ...], shown: tuple[float, ...]) -> None:
    result = score(simple_explanation((corpus / "seeds" / name).read_text(encoding="utf-8")))
    assert (result.words, result.sentences, result.syllables) == counts
    scores = result.scores
    assert scores is not None
    assert (
        scores.flesch_kincaid_grade,
        round(scores.flesch_reading_ease, 1),
        round(scores.smog_index, 1),
        round(scores.gunning_fog, 1),
        round(scores.automated_readability_index, 1),
        round(scores.coleman_liau_index, 1),
    ) == shown


def test_a_text_counted_by_hand() -> None:
    # Only "doses", "longest" and "longer" have two syllables.
    result = score(SAMPLES[0])
    assert (result.words, result.sentences, result.syllables) == (13, 2, 16)
    assert result.scores is not None
    assert result.scores.flesch_kincaid_grade == round(0.39 * 13 / 2 + 11.8 * 16 / 13 - 15.59, 2)
    assert [(span.words, span.syllables) for span in result.sentence_spans] == [(7, 9), (6, 7)]


def assert_same(text: str) -> None:
    """The live numbers are the numbers of record; only the sentences' places are left to the latter."""
    assert live_score(text, is_finished=True) == replace(score(text), sentence_spans=())


@pytest.mark.parametrize("text", SAMPLES)
def test_the_live_score_is_the_score_of_record(text: str) -> None:
    assert_same(text)


def test_the_live_score_is_the_score_of_record_on_real_papers(corpus: Path) -> None:
    for path in sorted((corpus / "seeds").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        assert_same(text)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=30))
def test_textstat_counts_as_we_do(parts: list[str]) -> None:
    text = " ".join(parts)
    result = score(text)
    if result.scores:
        record = textstat_scores(text)
        assert record.flesch_kincaid_grade == live_score(text, is_finished=True).scores.flesch_kincaid_grade  # type: ignore[union-attr]


def test_the_unfinished_sentence_waits() -> None:
    finished = "The rats lived. They ate well."
    assert live_score(finished + " Then amyotrophic").scores == live_score(finished).scores
    assert live_score(finished + " Then amyotrophic", is_finished=True).sentences == 3
    assert live_score("Only one so far").words == 4


def test_few_sentences_give_a_wide_range() -> None:
    one, many = score("The rats lived."), score("The rats lived. " * 10)
    assert one.range and many.range
    assert one.range[1] - one.range[0] == pytest.approx(7.6, abs=0.11)
    assert many.range[1] - many.range[0] == pytest.approx(1.6, abs=0.11)


@pytest.mark.parametrize("text", ["", " \n ", "\0\0", "😀😀", "https://www.example.org/a", "5 6 7", "• \n• "])
def test_no_text(text: str) -> None:
    result = score(text)
    assert (result.warning, result.scores, result.range) == ("no-text", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Die Studie wurde mit Ratten in zwei Gruppen durchgeführt und das Ergebnis war gut.",
        "Le patient est dans la salle avec les autres.",
        "El estudio incluyó a los pacientes con la enfermedad.",
        "Badanie przeprowadzono w grupie pacjentów ze szpitala.",
        "مرحبا بالعالم هذا نص",
        "这是一个关于老鼠的研究。结果很好。",
        "asdf qwer zxcv lkjh poiu",
    ],
)
def test_not_english(text: str) -> None:
    result = score(text)
    assert (result.warning, result.scores) == ("not-english", None)


@pytest.mark.parametrize("text", ["Hello", "Spinal cord injury rehabilitation outcomes", "Mesenchymal stem cells"])
def test_a_few_english_words_are_english(text: str) -> None:
    assert score(text).scores is not None


def test_spans_count_code_points() -> None:
    text = "😀𝒳 Rats live. 😀 They eat."
    assert [text[span.start : span.end] for span in score(text).sentence_spans] == ["😀𝒳 Rats live.", "😀 They eat."]


def test_nothing_is_ever_fetched(tmp_path: Path) -> None:
    """A fresh process with sockets closed and no NLTK data scores as this one does."""
    program = (
        "import socket\n"
        "def closed(*a, **k): raise AssertionError('a socket was opened')\n"
        "socket.socket.__init__ = closed\n"
        "from app.text.readability import score\n"
        "print(score('The rats lived longer. They ate well.').scores.flesch_kincaid_grade)\n"
    )
    environment = {"NLTK_DATA": str(tmp_path), "HOME": str(tmp_path), "PYTHONPATH": str(ROOT), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment, cwd=tmp_path, check=True
    )
    here = score("The rats lived longer. They ate well.").scores
    assert here is not None and float(done.stdout) == here.flesch_kincaid_grade
    assert socket.socket is not None


def test_scoring_does_not_load_textstat_before_it_is_asked() -> None:
    program = "import sys, app.text.readability as r; r.live_score('The rats lived.'); print('textstat' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "False"


def test_all_seven_are_given() -> None:
    result = score(SAMPLES[4]).scores
    assert result is not None
    assert all(isinstance(getattr(result, name), float) for name in Scores.__slots__)


def test_counts_are_kept_without_mixing_texts_up() -> None:
    first = totals("Rats live.\nMice live.")
    assert totals("Mice live.\nRats live.") == first
    assert totals("Mice live.") != first


@pytest.mark.parametrize(
    "text", [*SAMPLES, "Rats live. Mice", "Rats live.\nMice", "Rats live. Mice\n", "Rats", "•", ""]
)
@pytest.mark.parametrize("includes_unfinished", [True, False])
def test_the_spans_are_of_what_was_counted(text: str, includes_unfinished: bool) -> None:
    counts = totals(text, includes_unfinished=includes_unfinished)
    places = spans(text, includes_unfinished=includes_unfinished)
    assert len(places) == counts.sentences
    assert sum(place.words for place in places) == counts.words
    assert sum(place.syllables for place in places) == counts.syllables
