"""What a paper offers for the fields of a summary: its own sentences, each with its place. Nothing is made up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from app.evidence.evidence_level import evidence_level
from app.evidence.key_findings import key_findings
from app.evidence.paper_sentences import PaperSentence, paper_sentences
from app.evidence.participants import participants
from app.evidence.participants import weight as participants_weight
from app.evidence.study_duration import study_duration
from app.evidence.study_duration import weight as duration_weight
from app.evidence.study_limitations import study_limitations
from app.model.evidence import Suggestion, Suggestions
from app.model.paper import Paper
from app.model.paper_text import PaperText

_SURE = {"participants": (participants_weight, 6), "study_duration": (duration_weight, 5)}


def suggestions(paper: Paper, text: PaperText) -> Suggestions:
    """What the paper says about each fact, best first. Offsets count code points of `text.whole()`."""
    return _suggestions(paper.title, paper.publication_types, text)


@lru_cache(maxsize=8)
def _suggestions(title: str, publication_types: tuple[str, ...], text: PaperText) -> Suggestions:
    sentences = paper_sentences(text)
    cited = Paper(title=title, publication_types=publication_types)
    return Suggestions(
        participants=_quoted(participants(sentences)),
        study_duration=_quoted(study_duration(sentences)),
        evidence_level=tuple(evidence_level(cited, text, sentences)),
        key_findings=_quoted(key_findings(sentences)),
        study_limitations=_quoted(study_limitations(sentences)),
    )


@lru_cache(maxsize=16)
def is_sure(field: str, text: PaperText) -> bool:
    """Whether the best sentence offered for participants or study_duration hardly can be about something else."""
    weigh, least = _SURE[field]
    return any(weigh(sentence) >= least for sentence in paper_sentences(text))


def _quoted(sentences: Iterable[PaperSentence]) -> tuple[Suggestion, ...]:
    """Each sentence once, at its first place: abstracts repeat the text, and some PDFs hold it twice."""
    first: dict[str, Suggestion] = {}
    for sentence in sentences:
        words = " ".join(sentence.text.split()).casefold()
        first.setdefault(words, Suggestion(sentence.text, sentence.start, sentence.end))
    return tuple(first.values())
