"""Sentences in the passive voice: a form of "to be", adverbs perhaps, and a past participle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.prose import Prose
from app.model.finding import Finding
from app.model.site import Targets
from app.text.word_lists import listed

_IRREGULAR = listed(
    "begun bitten blown born borne bought bound broken brought built burnt caught chosen cut done drawn driven eaten"
    " fed felt forgiven forgotten fought found frozen given ground grown heard held hidden hit hurt kept known laid led"
    " left lent lost made meant met paid proven put read reset run rung seen sent set sewn shaken shed shot shown"
    " shrunk shut slain sold sought spent split spoken spread stolen struck stuck sung sunk swept sworn taken taught"
    " thought thrown told torn understood undertaken woken won worn woven written withdrawn"
)
_ADJECTIVES = listed(
    "aged advanced ashamed alarmed amazed based biased bored blessed beloved committed complicated concerned confused"
    " convinced crowded dated dedicated delighted depressed detailed determined disabled disappointed distressed"
    " disinterested educated embarrassed encouraged excited exhausted experienced frightened frustrated gifted"
    " impaired inclined infected inflamed injured interested involved limited located married motivated needed noted"
    " obliged old-fashioned overweight pleased prepared qualified related relaxed relieved retired satisfied scared"
    " shocked skilled sophisticated supposed surprised talented tired troubled unemployed unexpected unlimited"
    " unrelated unused used upset varied worried wounded closed finished dressed seated associated"
    " left set run read bound born"
)
_NO_PARTICIPLES = listed("bed breed feed need seed speed weed red shed sled hundred indeed embed kindred sacred naked")
_PASSIVE = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)"
    r"(?:\s+(?:\w+ly|not|also|then|never|ever|always|often|still|now|first|again|just|only|both|all|being|been|already"
    r"|further|later|once|twice|well|soon|even))*\s+(?P<participle>[a-z]+)(?P<agent>\s+by\b)?",
    re.IGNORECASE,
)


def passive_voice(prose: Prose, _targets: Targets) -> Iterator[Finding]:
    """Each passive, from the form of "to be" to the participle."""
    for match in _PASSIVE.finditer(prose.text):
        participle = match["participle"].lower()
        has_agent = match["agent"] is not None
        if _is_participle(participle) and (has_agent or participle not in _ADJECTIVES):
            facts = {"participle": participle, "has_agent": has_agent}
            yield prose.finding("passive-voice", match.start(), match.end("participle"), facts)


def _is_participle(word: str) -> bool:
    if word in _IRREGULAR:
        return True
    return len(word) > 3 and word.endswith("ed") and not word.endswith("eed") and word not in _NO_PARTICIPLES
