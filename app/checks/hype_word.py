"""Words that promise more than one study can show."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.phrases import phrases
from app.checks.prose import Prose
from app.model.finding import Finding
from app.model.site import Targets

_PHRASES = phrases(
    {
        r"break-?throughs?": ("a finding",),
        r"miracles?|miraculous(?:ly)?": (),
        r"game-?chang(?:er|ers|ing)": (),
        r"revolutionary|revolutioni[sz](?:e|es|ed|ing)": ("new",),
        r"ground-?breaking": ("new",),
        r"cutting-edge|state-of-the-art": ("new",),
        r"(?:highly |very |truly )?promising": (),
        r"(?:new |great |real |fresh )?hope for (?:patients|people|those|sufferers)": (),
        r"(?:offers?|offering|gives?|giving|brings?|bringing) (?:new |great |real |fresh )?hope": (),
        r"amazing(?:ly)?|astonishing(?:ly)?|astounding(?:ly)?|incredibl[ey]|remarkabl[ey]|stunning(?:ly)?": (),
        r"dramatic(?:ally)?": (),
        r"unprecedented": (),
        r"wonder drugs?|magic bullets?|silver bullets?|holy grail|paradigm shifts?|life-?changing|landmark": (),
        r"exciting(?:ly)?": (),
        r"spectacular(?:ly)?|extraordinar(?:y|ily)|sensational|phenomenal(?:ly)?|mind-?blowing": (),
        r"(?:major|huge|giant|massive) (?:advances?|steps?(?: forward)?|leaps?|milestones?)|(?:giant"
        r"|quantum) leaps?": ("a step",),
        r"(?:world[- ]first|first[- ]ever|first of its kind)": (),
        r"new era|turning points?|transformative": (),
        r"(?:a|the|potential|possible|new|complete) cure": ("a treatment",),
        r"cures|cured": (),
        r"proves|proved|proven|proof that|definitively|conclusively": ("suggests",),
        r"completely safe|perfectly safe|totally safe|100% safe|without any risks?": (),
        r"powerful(?:ly)? (?:effect|treatment|drug|benefit)s?": (),
    }
)
_DENIED = re.compile(r"\b(?:no|not|never|nothing|cannot|can['’]?t|isn['’]?t|without|nor|yet to)\b")
_REACH = 30


def hype_word(prose: Prose, _targets: Targets) -> Iterator[Finding]:
    """Each such word, unless the sentence denies it ("there is no cure")."""
    for start, end, alternatives in _PHRASES.find(prose.text):
        first = max(prose.sentence_at(start)[0], start - _REACH)
        if not _DENIED.search(prose.text[first:start].lower()):
            word = prose.text[start:end].lower()
            fitting = () if word in ("proven", "proved", "proof that") else alternatives
            yield prose.finding("hype-word", start, end, {"word": word}, suggestions=fitting)
