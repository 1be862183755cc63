"""What is said about a summary held against its paper and its kind of study: one writer for each such code."""

from __future__ import annotations

from collections.abc import Callable

from app.model.finding import Finding
from app.translation import _
from app.ui.words.sections import section_name
from app.ui.words.values import Explanation

_RETRACTED = {
    "retraction": (
        _("This paper has been retracted"),
        _("Its journal has taken it back: its results should not be relied on."),
        _("Do not publish the summary, or say in its first sentence that the paper was retracted and why."),
    ),
    "concern": (
        _("The journal has voiced concern about this paper"),
        _("Its results are being looked into."),
        _("Read the notice. If you publish, tell readers about it in the Simple Explanation."),
    ),
    "correction": (
        _("This paper has been corrected"),
        _("Numbers or words in it may have changed since you read it."),
        _("Read the correction and compare it with the summary."),
    ),
}


def _paper_retracted(finding: Finding) -> Explanation:
    head, why, advice = _RETRACTED.get(str(finding.facts.get("kind")), _RETRACTED["correction"])
    dated = _(" The notice is dated {date}.").format(date=finding.facts["date"]) if finding.facts.get("date") else ""
    return Explanation(head, why + dated, advice)


def _species_missing(finding: Finding) -> Explanation:
    species = finding.facts.get("species", "animals")
    if finding.facts.get("about") == "swapped":
        return Explanation(
            _("“{text}”: the paper speaks of {species} here").format(text=finding.text, species=species),
            _("The passage that fits this sentence best is about {species}, and not about people.").format(
                species=species
            ),
            _("If the {species} are meant, name them.").format(species=species),
        )
    what = {"title": _("The title"), "explanation": _("The Simple Explanation"), "people": _("This sentence")}.get(
        str(finding.facts.get("about")), _("This item")
    )
    where = _("cells in a laboratory") if finding.facts.get("kind") == "cells" else species
    return Explanation(
        _("{what} does not say that the study was in {where}").format(what=what, where=where),
        _("Readers will think of people, and what helps {species} often does not help people.").format(species=species)
        if finding.facts.get("kind") != "cells"
        else _("Readers will think of people, and what works in a dish often does not work in people."),
        _("Name the {species} here, and keep what it could mean for people a question.").format(species=species),
    )


def _cause_overclaimed(finding: Finding) -> Explanation:
    return Explanation(
        _("“{text}” tells a cause").format(text=finding.text),
        _("The study observed people and did not assign them by chance, so something else may be the reason."),
        _("Say that the two were linked: “people who … more often …”."),
    )


_LEVELS = {
    "cells": _("a study in cells"),
    "animal": _("a study in animals"),
    "case-report": _("a report on one or a few people"),
    "pre-post": _("a study without a comparison group"),
    "observational": _("a study that observed"),
    "narrative-review": _("a review that did not search by set rules"),
}


def _certainty_overclaimed(finding: Finding) -> Explanation:
    if finding.facts.get("kind") == "absolute":
        return Explanation(
            _("“{text}” leaves no room for doubt").format(text=finding.text),
            _("No single paper can be so sure."),
            _("Say how sure the authors are."),
        )
    study = _LEVELS.get(str(finding.facts.get("level")), _("this kind of study"))
    return Explanation(
        _("“{text}” sounds surer than the study can be").format(text=finding.text),
        _("This is {study}; later studies often find something else.").format(study=study),
        _("Use “may” or “could”, or say what was seen in this study."),
    )


def _benefit_without_harm(finding: Finding) -> Explanation:
    if finding.facts.get("kind") == "paper-tells":
        return Explanation(
            _("A benefit is told, but no side effects"),
            _("The paper speaks of them, and readers weigh a benefit against its harms."),
            _("Say what the paper says about side effects, also if there were none."),
        )
    return Explanation(
        _("A benefit is told without any harm or limit"),
        _("Readers cannot weigh what they are not told."),
        _("Say what harms were looked for, or that the paper does not tell, and what the study cannot show."),
    )


def _not_specified_but_in_paper(finding: Finding) -> Explanation:
    name, facts = section_name(finding.section), finding.facts
    if level := facts.get("level"):
        looks = _LEVEL_NAMES.get(str(level), str(level))
        return Explanation(
            _("{name} is “not specified”, but the paper looks like {looks}").format(name=name, looks=looks),
            _("It says “{trigger}”.").format(trigger=facts.get("trigger")),
            _("Look at the place in the paper, and choose the level if it fits."),
        )
    return Explanation(
        _("{name} is “not specified”, but the paper seems to tell it").format(name=name),
        _("Readers will think that nobody knows."),
        _("Look at the sentence of the paper beside this, and tell it in plain words if it fits."),
    )


_LEVEL_NAMES = _LEVELS | {
    "randomised-trial": _("a randomised trial"),
    "systematic-review": _("a systematic review"),
    "guideline": _("a guideline"),
    "narrative-review": _("a narrative review"),
}

_CLAIM_UNSUPPORTED = Explanation(
    _("No passage of the paper is found for this"),
    _("It may be background, or something that the paper does not say."),
    _("Link it to a passage, mark it as your explanation, or take it out."),
)

_QUOTATION_NOT_REWORDED = Explanation(
    _("The paper’s own words"),
    _("They were written for researchers."),
    _("Say them in plain words. The link to the paper stays."),
)

_LIMITATION_NOT_IN_PAPER = Explanation(
    _("The paper does not seem to state this limitation"),
    _("That is fine, and often wise. Readers should only know whose word it is."),
    _("Mark it as your explanation, or link it to the place where the paper says it."),
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
