"""What is said about a summary held against its paper and its kind of study: one writer for each such code."""

from __future__ import annotations

from collections.abc import Callable

from app.model.finding import Finding
from app.ui.words.sections import section_name
from app.ui.words.values import Explanation

_RETRACTED = {
    "retraction": (
        "This paper has been retracted",
        "Its journal has taken it back: its results should not be relied on.",
        "Do not publish the summary, or say in its first sentence that the paper was retracted and why.",
    ),
    "concern": (
        "The journal has voiced concern about this paper",
        "Its results are being looked into.",
        "Read the notice. If you publish, tell readers about it in the Simple Explanation.",
    ),
    "correction": (
        "This paper has been corrected",
        "Numbers or words in it may have changed since you read it.",
        "Read the correction and compare it with the summary.",
    ),
}


def _paper_retracted(finding: Finding) -> Explanation:
    head, why, advice = _RETRACTED.get(str(finding.facts.get("kind")), _RETRACTED["correction"])
    dated = f" The notice is dated {finding.facts['date']}." if finding.facts.get("date") else ""
    return Explanation(head, why + dated, advice)


def _species_missing(finding: Finding) -> Explanation:
    species = finding.facts.get("species", "animals")
    if finding.facts.get("about") == "swapped":
        return Explanation(
            f"“{finding.text}”: the paper speaks of {species} here",
            f"The passage that fits this sentence best is about {species}, and not about people.",
            f"If the {species} are meant, name them.",
        )
    what = {"title": "The title", "explanation": "The Simple Explanation", "people": "This sentence"}.get(
        str(finding.facts.get("about")), "This item"
    )
    where = "cells in a laboratory" if finding.facts.get("kind") == "cells" else species
    return Explanation(
        f"{what} does not say that the study was in {where}",
        f"Readers will think of people, and what helps {species} often does not help people."
        if finding.facts.get("kind") != "cells"
        else "Readers will think of people, and what works in a dish often does not work in people.",
        f"Name the {species} here, and keep what it could mean for people a question.",
    )


def _cause_overclaimed(finding: Finding) -> Explanation:
    return Explanation(
        f"“{finding.text}” tells a cause",
        "The study observed people and did not assign them by chance, so something else may be the reason.",
        "Say that the two were linked: “people who … more often …”.",
    )


_LEVELS = {
    "cells": "a study in cells",
    "animal": "a study in animals",
    "case-report": "a report on one or a few people",
    "pre-post": "a study without a comparison group",
    "observational": "a study that observed",
    "narrative-review": "a review that did not search by set rules",
}


def _certainty_overclaimed(finding: Finding) -> Explanation:
    if finding.facts.get("kind") == "absolute":
        return Explanation(
            f"“{finding.text}” leaves no room for doubt",
            "No single paper can be so sure.",
            "Say how sure the authors are.",
        )
    study = _LEVELS.get(str(finding.facts.get("level")), "this kind of study")
    return Explanation(
        f"“{finding.text}” sounds surer than the study can be",
        f"This is {study}; later studies often find something else.",
        "Use “may” or “could”, or say what was seen in this study.",
    )


def _benefit_without_harm(finding: Finding) -> Explanation:
    if finding.facts.get("kind") == "paper-tells":
        return Explanation(
            "A benefit is told, but no side effects",
            "The paper speaks of them, and readers weigh a benefit against its harms.",
            "Say what the paper says about side effects, also if there were none.",
        )
    return Explanation(
        "A benefit is told without any harm or limit",
        "Readers cannot weigh what they are not told.",
        "Say what harms were looked for, or that the paper does not tell, and what the study cannot show.",
    )


def _not_specified_but_in_paper(finding: Finding) -> Explanation:
    name, facts = section_name(finding.section), finding.facts
    if level := facts.get("level"):
        looks = _LEVEL_NAMES.get(str(level), str(level))
        return Explanation(
            f"{name} is “not specified”, but the paper looks like {looks}",
            f"It says “{facts.get('trigger')}”.",
            "Look at the place in the paper, and choose the level if it fits.",
        )
    return Explanation(
        f"{name} is “not specified”, but the paper seems to tell it",
        "Readers will think that nobody knows.",
        "Look at the sentence of the paper beside this, and tell it in plain words if it fits.",
    )


_LEVEL_NAMES = _LEVELS | {
    "randomised-trial": "a randomised trial",
    "systematic-review": "a systematic review",
    "guideline": "a guideline",
    "narrative-review": "a narrative review",
}

_CLAIM_UNSUPPORTED = Explanation(
    "No passage of the paper is found for this",
    "It may be background, or something that the paper does not say.",
    "Link it to a passage, mark it as your explanation, or take it out.",
)

_QUOTATION_NOT_REWORDED = Explanation(
    "The paper’s own words",
    "They were written for researchers.",
    "Say them in plain words. The link to the paper stays.",
)

_LIMITATION_NOT_IN_PAPER = Explanation(
    "The paper does not seem to state this limitation",
    "That is fine, and often wise. Readers should only know whose word it is.",
    "Mark it as your explanation, or link it to the place where the paper says it.",
)


EXPLANATIONS: dict[str, Explanation | Callable[[Finding], Explanation]] = {
    "paper-retracted": _paper_retracted,
    "species-missing": _species_missing,
    "cause-overclaimed": _cause_overclaimed,
    "certainty-overclaimed": _certainty_overclaimed,
    "benefit-without-harm": _benefit_without_harm,
    "not-specified-but-in-paper": _not_specified_but_in_paper,
    "claim-unsupported": _CLAIM_UNSUPPORTED,
    "quotation-not-reworded": _QUOTATION_NOT_REWORDED,
    "limitation-not-in-paper": _LIMITATION_NOT_IN_PAPER,
}
