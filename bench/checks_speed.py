"""What a keystroke costs: each check against a paper of 10,000 words, and what of it all the main thread does."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication

from app.checks import review
from app.checks.held import Texts
from app.checks.number_checks import NUMBER_CHECKS
from app.checks.paper_checks import PAPER_CHECKS
from app.checks.prose import prose
from app.evidence.paper_numbers import paper_numbers
from app.model.house_style import HouseStyle
from app.model.paper_text import AttachedPaper, PaperFile, PaperText
from app.model.site import Site
from app.model.summary import Summary
from app.work import rules
from app.work.beside import Beside
from app.work.jobs import Jobs
from app.work.review import Review
from bench.jats_abstracts import Pair
from bench.true_texts import summary_of

FRAME_MS = 16.0
STROKES = 15


def report_speed(every: Sequence[Pair]) -> None:
    """The tables. Times are of the processor, so other work on the machine counts little."""
    pair = min(every, key=lambda pair: abs(len(pair.body.whole().split()) - 10_000))
    body = PaperText((*pair.body.blocks,))
    summary = replace(
        summary_of(body, pair.abstract),
        simple_explanation=pair.abstract,
        key_findings=tuple(f"{pair.abstract} Finding {number}." for number in range(6)),
    )
    words = sum(len(text.split()) for _, text in review.sections(summary))
    print(f"\n(c) Time: a summary of {words:,} words, a paper of {len(body.whole().split()):,} words")
    began = time.process_time()
    review.checked(summary, HouseStyle(), body)
    print(f"  first look, all checks (in a job)                {_since(began):7.1f} ms")
    _each_check(summary, body)
    _main_thread(summary, body)


def _each_check(summary: Summary, body: PaperText) -> None:
    whole = _strokes(
        lambda text: review.checked(replace(summary, simple_explanation=text), HouseStyle(), body), summary
    )
    print(f"  after one keystroke, all checks (in a job)       {whole:7.2f} ms")
    style = HouseStyle().targets
    for check in review.TEXT_CHECKS:
        spent = _strokes(lambda text, check=check: list(check(prose(text), style)), summary)
        print(f"    {check.__name__:<46} {spent:7.2f} ms")
    numbers = paper_numbers(body)
    first = _strokes(lambda text: list(NUMBER_CHECKS[0](_texts(summary, text), numbers)), summary)
    print(f"    {'the numbers of the changed section, for all:':<46} {first:7.2f} ms")
    for check in NUMBER_CHECKS:
        spent = _strokes(lambda text, check=check: list(check(_texts(summary, text), numbers)), summary, is_read=True)
        print(f"    {check.__name__:<46} {spent:7.2f} ms")
    for check in PAPER_CHECKS:
        spent = _strokes(
            lambda text, check=check: list(
                check(replace(summary, simple_explanation=text), list(_texts(summary, text)), body)
            ),
            summary,
        )
        print(f"    {check.__name__:<46} {spent:7.2f} ms")


def _texts(summary: Summary, text: str) -> Texts:
    changed = replace(summary, simple_explanation=text)
    return [(section, prose(markdown)) for section, markdown in review.sections(changed)]


def _strokes(act: Callable[[str], object], summary: Summary, *, is_read: bool = False) -> float:
    """The median of what `act` takes with another letter each time; `is_read`: the numbers were looked up before."""
    times = []
    for text in _typed(summary):
        if is_read:
            act(text)
        gc.collect()
        began = time.process_time()
        act(text)
        times.append(_since(began))
    return median(times)


def _typed(summary: Summary) -> Iterable[str]:
    mark = f"{time.perf_counter_ns()}"[-6:].translate(str.maketrans("0123456789", "abcdefghij"))
    for stroke in range(STROKES):
        yield f"{summary.simple_explanation} {mark}{'x' * stroke}"


def _main_thread(summary: Summary, body: PaperText) -> None:
    """Time that the main thread gives to a keystroke: noting it, starting the job, handing out what it found."""
    app = QCoreApplication.instance() or QCoreApplication([])
    jobs = Jobs()
    follower = Review(jobs, lambda one: rules.reviewed(one, Site(), HouseStyle(), body))
    beside = Beside(jobs)
    beside.show_paper(AttachedPaper(PaperFile("bench.txt", "", 0), body))
    spent: list[float] = []
    for stroke, text in enumerate((summary.simple_explanation, *_typed(summary))):
        answers: list[object] = []
        follower.ready.connect(answers.append)
        typed = replace(summary, simple_explanation=text)
        used = time.thread_time()
        follower.note_change(typed)
        beside.show_summary(typed)
        beside.show_place("simple_explanation", len(text))
        deadline = time.monotonic() + 20
        while not answers and time.monotonic() < deadline:
            app.processEvents()
            time.sleep(0.002)
        if stroke:
            spent.append((time.thread_time() - used) * 1000)
        follower.ready.disconnect(answers.append)
    jobs.close()
    print(f"  main thread’s own work for a keystroke: median {median(spent):.2f} ms, most {max(spent):.2f} ms"
          f"   aim {FRAME_MS:.0f} ms (waiting for the job included)")  # fmt: skip


def _since(began: float) -> float:
    return (time.process_time() - began) * 1000
