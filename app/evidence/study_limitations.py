"""What a paper says against itself: a sentence that announces limitations and those that list them, whole sections
under that heading, and single sentences that warn the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.evidence.paper_sentences import BODY, CAPTIONS, INTRODUCTION, LAY, LIMITATIONS, METHODS, RESULTS, PaperSentence

_NOUN = r"(?:limitations?|shortcomings?|weakness(?:es)?|drawbacks?|caveats?)"
_ANNOUNCED = re.compile(
    rf"\b(?:several|some|important|main|major|potential|following|number of|few|certain|methodological|study"
    rf"|studies|our|additional"
    rf"|one|two|three|four|five|another|its|key|first|a) (?:[\w-]+ ){{0,2}}?{_NOUN}\b"
    rf"|\b{_NOUN} (?:of|to|in) (?:the|our|this|these) (?:[\w-]+ ){{0,3}}?(?:study|studies|analysis|review"
    rf"|meta.analysis|findings|work|data|report|trial)"
    rf"|\bhas (?:\w+ )?{_NOUN}\b|\b{_NOUN} (?:include|should be|need to be|must be|are|exist)|\bthere (?:are"
    rf"|were) (?:\w+ ){{0,2}}{_NOUN}"
    rf"|\bwas limited by\b",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    rf"\bno (?:\w+ )?{_NOUN}\b|\b(?:physical|functional|activity|mobility|airflow|resource) limitations?"
    rf"|\blimitations? (?:on|was imposed)"
    r"|\b(?:previous|existing|other|these|such|current) (?:methods?|approach|techniques?|studies|work)"
    r"|\b(?:methods?|approach(?:es)?|tractography) limitations?|\blimitations (?:in|to) (?:using"
    r"|tractography)|\blogical limitation"
    r"|\bovercom\w* (?:the|this|these|our) limitation|\bto address (?:the|this|these) limitation",
    re.IGNORECASE,
)
_LISTS_ON = re.compile(
    r"(?:\(?(?:\d|i{1,3}|iv|v|[a-e])\)|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?"
    r"|sixth|final(?:ly)?|last(?:ly)?"
    r"|another|moreover|furthermore|additionally|in addition|also|besides|next|one (?:limitation|is)"
    r"|the (?:first|second|third|fourth|final|last))\b",
    re.IGNORECASE,
)
_WARNING = re.compile(
    r"\b(?:interpreted (?:with|cautiously)|with caution\b|cautious(?:ly)?)\b|\blimited (?:quality|sample|size"
    r"|power|by|included"
    r"|number (?:and|of (?:\w+ )?(?:studies|trials|patients|participants|subjects|samples|cases)))"
    r"|\bsmall (?:sample|number of)|\bsample size (?:was|is) (?:small|limited)|\black of (?:\w+ ){0,3}(?:data"
    r"|blinding|description|information|control|power|evidence)"
    r"|\b(?:could|can|did) ?not (?:be )?(?:determine|exclude|rule out|conclude|draw|adjust|assess|analy[sz]e"
    r"|perform subgroup|evaluate|test|directly)"
    r"|\bcannot (?:be )?(?:exclude|rule|conclude|determine|generali)|\bnot (?:been )?elucidated"
    r"|\bwe can only (?:hypothesi|speculat)"
    r"|\b(?:not|limits?|limited) (?:be )?(?:the )?generali[sz]|\b(?:involved?|subject to|possib\w+(?: of)?"
    r"|prone to) (?:selection|publication|recall|reporting|observer) bias\b"
    r"|\b(?:selection|publication|recall|reporting|observer) bias (?:should|may|might|could|cannot"
    r"|is possible|was possible)"
    r"|\b(?:are|is) unable to\b|\bwere (?:unable|not able) to\b|\bconclusive statement|\bunclear risk of bias",
    re.IGNORECASE,
)
_MORE_RESEARCH = re.compile(
    r"\b(?:further|future|additional|larger|more)\b (?:[\w-]+ ){0,4}?(?:stud(?:y|ies)|trials?|research"
    r"|investigations?|RCTs|work|randomi[sz]ed"
    r" controlled trials)\b[^.]{0,60}\b(?:need|requir|warrant|necessary|should|must|would)",
    re.IGNORECASE,
)
_MOST_IN_A_LIST = 12
_MOST_ALONE = 3


def study_limitations(sentences: Sequence[PaperSentence], most: int = 14) -> list[PaperSentence]:
    """The sentences in which a paper tells its limits: those it lists first, then single warnings."""
    listed = list(dict.fromkeys(_listed(sentences)))
    alone = [one for one in _late(sentences) if one not in listed and not _NOT_OURS.search(one.text)]
    warnings = [one for one in alone if _WARNING.search(one.text)]
    research = [one for one in alone if one not in warnings and _MORE_RESEARCH.search(one.text)]
    room = most if not listed else _MOST_ALONE
    return (listed[:most] + (warnings + research)[:room])[:most]


def _listed(sentences: Sequence[PaperSentence]) -> Iterator[PaperSentence]:
    for index, sentence in enumerate(sentences):
        if sentence.part == LIMITATIONS:
            yield sentence
        elif _is_announcement(sentence):
            yield sentence
            yield from _list_after(sentences, index)


def _is_announcement(sentence: PaperSentence) -> bool:
    if sentence.part in (INTRODUCTION, CAPTIONS, METHODS, LAY) and not sentence.is_abstract:
        return False
    return _ANNOUNCED.search(sentence.text) is not None and not _NOT_OURS.search(sentence.text)


def _list_after(sentences: Sequence[PaperSentence], index: int) -> Iterator[PaperSentence]:
    """The sentences after an announcement as long as the list goes on, with what stands between its items."""
    block, held = sentences[index].block, []
    for sentence in sentences[index + 1 : index + 1 + _MOST_IN_A_LIST]:
        is_item = _LISTS_ON.match(sentence.text) is not None
        if sentence.block > block + 1 or (sentence.block != block and not is_item):
            break
        held.append(sentence)
        if is_item:
            yield from held
            held = []
            block = sentence.block
        elif len(held) > 2:
            break


def _late(sentences: Sequence[PaperSentence]) -> list[PaperSentence]:
    """The sentences in which a paper may speak of itself: not its introduction, methods, results or captions."""
    half = len(sentences) // 2
    return [
        sentence
        for index, sentence in enumerate(sentences)
        if sentence.part not in (INTRODUCTION, METHODS, RESULTS, CAPTIONS, LAY)
        and (sentence.part != BODY or sentence.is_abstract or index >= half)
    ]
