"""The checks that need nothing but a text: what they flag, and the false alarms that they avoid."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.checks.codes import SEVERITY
from app.checks.hints import text_findings
from app.checks.review import section_findings
from app.model.finding import Finding
from app.model.site import Targets


def flagged(text: str, code: str) -> list[str | None]:
    return [finding.text for finding in text_findings(text, Targets()) if finding.code == code]


def only(text: str, code: str) -> Finding:
    (finding,) = [finding for finding in text_findings(text, Targets()) if finding.code == code]
    return finding


FLAGGED = [
    ("passive-voice", "The rats were not first given cells.", ["were not first given"]),
    ("passive-voice", "It was conducted in mice.", ["was conducted"]),
    ("passive-voice", "It is generally considered safe.", ["is generally considered"]),
    ("statistics-as-such", "It rose (p < 0.05).", ["p < 0.05"]),
    ("statistics-as-such", "It was 5 ± 2 days.", ["5 ± 2"]),
    ("statistics-as-such", "The odds ratio was 2.", ["odds ratio"]),
    ("statistics-as-such", "95% CI 1 to 2.", ["95% CI"]),
    ("statistics-as-such", "Half, or 50%, of 6 rats lived.", ["50%"]),
    ("statistics-as-such", "It significantly rose.", ["significantly"]),
    ("person-centred", "She suffers from ALS.", ["suffers from"]),
    ("person-centred", "A wheelchair-bound man and the elderly.", ["wheelchair-bound", "the elderly"]),
    ("person-centred", "She was a quad.", ["a quad"]),
    ("person-centred", "Victims of stroke.", ["Victims of"]),
    ("hype-word", "A breakthrough! It is a promising cure.", ["breakthrough", "promising"]),
    ("hype-word", "This proves it.", ["proves"]),
    (
        "hype-word",
        "A spectacular, world-first result and a huge step forward.",
        ["spectacular", "world-first", "huge step forward"],
    ),
    ("hype-word", "It opens a new era.", ["new era"]),
    ("advice-to-reader", "You should rest.", ["You should rest"]),
    ("advice-to-reader", "Talk to your doctor.", ["Talk to your doctor"]),
    ("advice-to-reader", "Patients with ALS should take it.", ["Patients with ALS should take"]),
    ("advice-to-reader", "Consider other drugs.", ["Consider other"]),
    ("parts-do-not-add-up", "12 trials (8 large, 6 small) ran.", ["12 trials (8 large, 6 small)"]),
    ("hard-word", "They utilized mesenchymal cells.", ["utilized", "mesenchymal"]),
    ("hard-word", "It was done in order to help.", ["in order to"]),
    ("short-form-undefined", "The BBB score rose.", ["BBB"]),
    ("short-form-undefined", "HER2-negative and anti-TNF cells.", ["HER2", "TNF"]),
    ("short-form-undefined", "BBB rose. The Basso, Beattie and Bresnahan (BBB) score.", ["BBB"]),
    ("short-forms-nearly-alike", "MSC-NTF and MSC-NTS.", ["MSC-NTS"]),
]

LEFT_ALONE = [
    ("passive-voice", "He is tired. Rats were aged. She is interested in it. They need it. It was a red bed."),
    ("statistics-as-such", "It fell by 20% in 400 people. It took 5 to 7 days."),
    ("person-centred", "Disabled people and autistic adults took part. Elderly rats did not."),
    ("hype-word", "There is no cure for it. It was not a breakthrough."),
    ("hype-word", "The first step was to weigh the rats. The major side effect was pain. They were among the first."),
    ("advice-to-reader", "Future studies should be larger. It is not known whether patients should take it."),
    ("advice-to-reader", "Exercise can help. The team asked patients."),
    ("parts-do-not-add-up", "43 trials (30 early, seven late). 30 people (12 women, 18 men). 20 rats (10 mg, 15 mg)."),
    ("hard-word", "The vehicle was a control in this trial. A team in Maastricht led it. Thirteen rats lived."),
    ("short-form-undefined", "DNA and RNA in the USA, the UK and on TV, at 5 mL. Stage IV. PubMed. NOT now."),
    ("short-form-undefined", "ALS (amyotrophic lateral sclerosis) is rare. ALS kills."),
    ("short-form-undefined", "Stem cells (mesenchymal stem cells, or MSCs) help. MSC doses."),
    ("short-form-undefined", "Brain-derived neurotrophic factor (BDNF) and interleukin 6 (IL-6) fell."),
    ("short-form-undefined", "The 6-minute walk test. T-cells grew."),
    ("short-forms-nearly-alike", "IL6 and IL8. ALS and MS. MSC and MSCs."),
    ("long-sentence", "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen."),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "expected"), FLAGGED)
def test_flagged(code: str, text: str, expected: list[str]) -> None:
    assert flagged(text, code) == expected


@pytest.mark.parametrize(("code", "text"), LEFT_ALONE)
def test_left_alone(code: str, text: str) -> None:
    assert flagged(text, code) == []


def test_long_sentences_are_graver_over_the_second_limit() -> None:
    words = "rats " * 21
    assert only(words + ".", "long-sentence").severity == "notice"
    grave = only("rats " * 26 + ".", "long-sentence")
    assert (grave.severity, grave.facts["words"]) == ("warning", 26)


def test_a_paragraph_may_have_five_sentences() -> None:
    assert flagged("Rats ate. " * 5, "dense-paragraph") == []
    assert only("Rats ate. " * 6, "dense-paragraph").facts == {"sentences": 6, "words": 12}
    assert flagged(("Rats ate. " * 3 + "\n") * 4, "dense-paragraph") == []


@pytest.mark.parametrize(
    ("text", "suggestions"),
    {
        "They utilized it.": ("used",),
        "Utilising drugs helps.": ("Using",),
        "It demonstrates that.": ("shows",),
        "Neurons die.": ("Nerve cells",),
        "It was administered.": ("given",),
        "She suffers from it.": ("has", "lives with"),
    }.items(),
)
def test_alternatives_fit_into_the_sentence(text: str, suggestions: tuple[str, ...]) -> None:
    found = [finding.suggestions for finding in text_findings(text, Targets()) if finding.suggestions]
    assert found[0][: len(suggestions)] == suggestions


def test_genes_and_cell_lines_are_notices() -> None:
    gene = only("SOD1G93A rats lived.", "short-form-undefined")
    assert (gene.severity, gene.facts["class"], gene.text) == ("notice", "gene-or-cell-line", "SOD1G93A")
    assert only("BBB rose.", "short-form-undefined").severity == "warning"


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            (
                "**utilized**",
                "😀 ",
                "BBB ",
                "[was given](https://e.org) ",
                "p < 0.05 ",
                "_the elderly_ ",
                ". ",
                "\n\n- ",
                "𝒳 ",
                "rats ",
            )
        ),
        max_size=14,
    )
)
def test_the_text_of_a_finding_is_the_markdown_at_its_place(parts: list[str]) -> None:
    markdown = "".join(parts)
    for finding in section_findings(markdown, Targets()):
        assert finding.start is not None and finding.end is not None
        assert 0 <= finding.start < finding.end <= len(markdown)
        assert finding.text == markdown[finding.start : finding.end]
        assert finding.code in SEVERITY


@pytest.mark.parametrize(
    "text", ["", "\0", "😀", "ن" * 300, "(" * 500, "A" * 3000, "https://example.org/" + "a" * 2000]
)
def test_odd_texts_are_survived(text: str) -> None:
    for finding in text_findings(text, Targets()):
        assert finding.text == text[finding.start : finding.end]
