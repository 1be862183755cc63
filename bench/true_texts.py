"""True texts beside their papers: which numbers are flagged all the same, and what every check finds in 100 words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from app.checks.codes import NOTICE
from app.checks.review import findings
from app.evidence.numbers import held
from app.evidence.paper_numbers import paper_numbers
from app.model.evidence import NOT_IN_PAPER, WORLD_AT_LARGE
from app.model.finding import Finding
from app.model.house_style import HouseStyle
from app.model.paper import Paper
from app.model.paper_text import HEADING, PaperText
from app.model.summary import Summary
from bench.jats_abstracts import Pair
from bench.shares import share

SECTION = "research_summary"
FLAGGED_AIM, NOT_IN_PAPER_AIM, FEWEST_AIM = 0.05, 0.02, 3.0


def summary_of(body: PaperText, text: str) -> Summary:
    """A summary with a text as its Research Summary; its paper's title is the first heading of the body."""
    first = body.blocks[0] if body.blocks else None
    title = first.text if first is not None and first.kind == HEADING else ""
    return Summary("bench", paper=Paper(title=title), research_summary=text)


def warned(body: PaperText, text: str) -> list[Finding]:
    """What every check says of a text at warning or above."""
    found = findings(summary_of(body, text), HouseStyle(), body)
    return [one for one in found if one.section == SECTION and one.severity != NOTICE]


def report_true_numbers(title: str, texts: Sequence[tuple[str, str, PaperText]], *, is_chatty: bool) -> None:
    """True numbers with any finding of warning or above, and those called “not in the paper”, by (name, text, body)."""
    numbers = flagged = absent = thoughts = 0
    for name, text, body in texts:
        alarms = [one for one in warned(body, text) if one.code not in _ABOUT_STYLE]
        for one in held(text, paper_numbers(body)):
            numbers += 1
            here = [alarm for alarm in alarms if (alarm.start or 0) < one.end and one.start < (alarm.end or 0)]
            flagged += bool(here)
            is_absent = one.state == NOT_IN_PAPER
            absent += is_absent
            is_thought = one.state == WORLD_AT_LARGE
            thoughts += is_thought
            if is_chatty and (here or is_absent or is_thought):
                around = text[max(0, one.start - 60) : one.end + 40].replace("\n", " ")
                why = ", ".join(alarm.code for alarm in here) or "a thought"
                print(f"      {name} {why} “{one.text}”: …{around}… | {one.passage.text[:140] if one.passage else ''}")
    print(f"  {title}: {numbers} true numbers")
    print(f"    flagged at warning or above     {share(flagged, numbers)}   aim {FLAGGED_AIM:.0%} or less")
    print(f"    “not in the paper”              {share(absent, numbers)}   aim {NOT_IN_PAPER_AIM:.0%} or less")
    print(f"    only a thought: world at large  {share(thoughts, numbers)}")


_ABOUT_STYLE = ("long-sentence", "statistics-as-such", "short-form-undefined", "person-centred", "hype-word")
"""Findings that would stand on the same words if no number were there or it were another."""


def report_every_check(title: str, chosen: Sequence[Pair]) -> None:
    """Findings at warning or above in 100 words, over all checks and by check."""
    counts: Counter[str] = Counter()
    words = 0
    for pair in chosen:
        words += len(pair.abstract.split())
        counts.update(one.code for one in warned(pair.body, pair.abstract))
    every = counts.total()
    print(f"  {title}: {words} words, {every} findings at warning or above, {100 * every / max(1, words):.2f} in 100"
          f" words   aim {FEWEST_AIM:g}")  # fmt: skip
    for code, count in counts.most_common():
        print(f"    {code:<28} {count:>4}   {100 * count / words:.2f}")
