"""Words that name a person by a condition, as a victim, or as a thing. Identity-first words are left alone."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.phrases import phrases
from app.checks.prose import Prose
from app.model.finding import Finding
from app.model.site import Targets

_PHRASES = phrases(
    {
        r"suffers from": ("has", "lives with"),
        r"suffer(?:ed)? from(?= (?:\w+ )*(?:side effects|bias|limitations?|problems)\b)": ("had",),
        r"suffer from": ("have", "live with"),
        r"suffered from": ("had", "lived with"),
        r"suffering from": ("with", "living with"),
        r"(?:\w+ )?sufferers": ("people with the condition",),
        r"(?:is|are|was|were) afflicted (?:with|by)": (),
        r"afflicted (?:with|by)": ("with", "who have"),
        r"(?:stroke|burn|cancer|accident|polio) victims": ("people who had one",),
        r"victims? of(?= (?:a |an |the )?(?:\w+ )?(?:stroke|disease|cancer|injury|accident|polio|condition))": (),
        r"(?:wheelchair[- ]bound|confined to a wheelchair|bound to a wheelchair)": ("using a wheelchair",),
        r"bed-?ridden|bed-bound": ("having to stay in bed",),
        r"(?:a )quad(?!\w)": ("a person with tetraplegia",),
        r"quadriplegics": ("people with quadriplegia",),
        r"paraplegics": ("people with paraplegia",),
        r"tetraplegics": ("people with tetraplegia",),
        r"diabetics": ("people with diabetes",),
        r"epileptics": ("people with epilepsy",),
        r"schizophrenics": ("people with schizophrenia",),
        r"asthmatics": ("people with asthma",),
        r"alcoholics": ("people with alcohol dependence",),
        r"(?:drug )?addicts": ("people with an addiction",),
        r"the (?:disabled|handicapped)(?= (?:are|were|have|can|who|and|in)\b|[.,;])": ("disabled people",),
        r"handicapped": ("disabled",),
        r"the elderly": ("older people",),
        r"the mentally ill": ("people with a mental illness",),
        r"crippled|crippling": (),
        r"retarded|mentally defective": (),
        r"(?:human|study|healthy|research|female|male) subjects": ("participants", "volunteers"),
        r"normal (?:people|controls|subjects)": ("people without the condition",),
        r"birth defects?": ("a difference present at birth",),
        r"committed suicide": ("died by suicide",),
        r"non-?compliant patients?": ("people who did not take the treatment as planned",),
        r"(?:patients?|people|participants|women|men) (?:who )?failed (?:the |to respond to )?(?:treatment|therapy)": (
            "people whom the treatment did not help",
        ),
    }
)


def person_centred(prose: Prose, _targets: Targets) -> Iterator[Finding]:
    """Each such expression with words that put the person first, where there are some."""
    for start, end, alternatives in _PHRASES.find(prose.text):
        yield prose.finding("person-centred", start, end, suggestions=alternatives)
