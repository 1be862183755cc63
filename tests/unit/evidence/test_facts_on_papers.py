"""What real papers offer, against a list made by reading them: a stretch of the sentence that says it, or None where
the paper does not say it and nothing should be offered. Rates, not single papers, are what must hold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from app.evidence.facts import suggestions
from app.model.evidence import Suggestions
from app.model.paper import Paper
from app.model.paper_text import PaperText
from app.papers.clean_text import blocks_of_text
from app.papers.jats import read_jats

PARTICIPANTS = {
    "pairs/PMC4945999.xml": "six common pathogenic Candida strains",
    "pairs/PMC5911624.xml": "925 patients were enrolled",
    "pairs/PMC5992663.xml": "involving 259 patients",
    "pairs/PMC6240187.xml": "1296",
    "pairs/PMC6315527.xml": "2113 (1525 women)",
    "pairs/PMC6417514.xml": "1009 female participants",
    "plain_language/elife-02833-v2.xml": None,
    "plain_language/elife02935.xml": "1675 tumo",
    "plain_language/elife05031.xml": None,
    "plain_language/journal.pbio.1001199.xml": "n = 7,584",
    "plain_language/journal.pcbi.1001051.xml": "12,841 mouse genes",
    "plain_language/journal.pcbi.1004079.xml": None,
    "plain_language/journal.pcbi.1004141.xml": None,
    "plain_language/journal.pcbi.1004692.xml": "five human subjects",
    "plain_language/journal.pmed.1000431.xml": "41 complaints",
    "plain_language/journal.ppat.0040045.xml": "28 6-week-old female",
    "plain_language/journal.ppat.1002735.xml": "six colonies each",
    "jats/1519-6984-bjb-83-e246904.xml": "seven explants",
    "jats/elife09853.xml": None,
    "jats/journal.pmed.0030520.xml": "1,711 unrelated young pregnant women",
    "jats/journal.pmed.1001418.xml": "37,740 adults",
    "jats/summary.xml": "4,741 patients",
}
STUDY_DURATION = {
    "pairs/PMC4945999.xml": None,
    "pairs/PMC5911624.xml": None,
    "pairs/PMC5992663.xml": "6 months to 4 years",
    "pairs/PMC6240187.xml": "January 2005 and October 2016",
    "pairs/PMC6315527.xml": "an intervention period of three to six months",
    "pairs/PMC6417514.xml": "within postoperative 48 hours",
    "plain_language/elife-02833-v2.xml": None,
    "plain_language/elife00007.xml": "2-year field study",
    "plain_language/elife02935.xml": None,
    "plain_language/elife05031.xml": None,
    "plain_language/journal.pbio.1001199.xml": None,
    "plain_language/journal.pcbi.1001051.xml": None,
    "plain_language/journal.pcbi.1004141.xml": None,
    "plain_language/journal.pcbi.1004692.xml": None,
    "plain_language/journal.pmed.1000431.xml": "January 1996 and 2005",
    "plain_language/journal.ppat.0040045.xml": "days 19 and 34",
    "plain_language/journal.ppat.1002735.xml": "from May to October",
    "jats/1519-6984-bjb-83-e246904.xml": "30 days",
    "jats/journal.pmed.0030520.xml": "January 2000 and December 2005",
    "jats/journal.pmed.1001418.xml": "March 2001 and February 2010",
    "jats/summary.xml": "March 2020 and July 2021",
}
STUDY_LIMITATIONS = {
    "pairs/PMC4945999.xml": "further studies are required",
    "pairs/PMC5911624.xml": "had several limitations",
    "pairs/PMC5992663.xml": "The limitations of our study include",
    "pairs/PMC6240187.xml": "our study had several limitations",
    "pairs/PMC6315527.xml": "Fifth, inadequate statistical power",
    "pairs/PMC6417514.xml": "main methodological limitations",
    "plain_language/elife-02833-v2.xml": None,
    "plain_language/elife05031.xml": None,
    "plain_language/journal.pcbi.1001051.xml": None,
    "plain_language/journal.pcbi.1004692.xml": "This comparison has several limitations",
    "plain_language/journal.pmed.1000431.xml": "Third, most whistleblowers",
    "plain_language/journal.ppat.0040045.xml": "will be needed to better define",
    "plain_language/journal.ppat.1002735.xml": None,
    "jats/journal.pmed.1001418.xml": "A limitation of this analysis",
    "jats/summary.xml": "Among these caveats",
}
EVIDENCE_LEVEL = {
    "pairs/PMC4945999.xml": "cells",
    "pairs/PMC5911624.xml": "systematic-review",
    "pairs/PMC5992663.xml": "systematic-review",
    "pairs/PMC6240187.xml": "observational",
    "pairs/PMC6315527.xml": "systematic-review",
    "pairs/PMC6417514.xml": "systematic-review",
    "plain_language/elife-02833-v2.xml": "animal",
    "plain_language/elife05031.xml": "cells",
    "plain_language/journal.pmed.1000431.xml": "observational",
    "plain_language/journal.ppat.0040045.xml": "animal",
    "plain_language/journal.ppat.1002735.xml": "animal",
    "plain_language/journal.pcbi.1001051.xml": None,
    "plain_language/journal.pcbi.1004079.xml": None,
    "plain_language/journal.pcbi.1004141.xml": None,
    "jats/1471-2180-11-174.nxml": "cells",
    "jats/1519-6984-bjb-83-e246904.xml": "cells",
    "jats/journal.pmed.0020007.xml": "narrative-review",
    "jats/journal.pmed.0030520.xml": "observational",
    "jats/journal.pmed.1001418.xml": "observational",
    "jats/summary.xml": "observational",
}


@cache
def offered(corpus: Path, name: str) -> Suggestions:
    record = read_jats((corpus / "papers" / name).read_bytes(), name).papers[0]
    return suggestions(record.paper, record.text)


def right(corpus: Path, field: str, gold: Mapping[str, str | None]) -> tuple[int, int, list[str]]:
    """How many papers say it and it is offered; how many do not and nothing is; and the papers that went wrong."""
    found, silent, wrong = 0, 0, []
    for name, words in gold.items():
        given = [getattr(one, "text", getattr(one, "level", "")) for one in getattr(offered(corpus, name), field)]
        if words is None:
            silent += not given
        else:
            found += any(words in one for one in (given[:1] if field == "evidence_level" else given))
        if given if words is None else not any(words in one for one in given[: 1 if field == "evidence_level" else 99]):
            wrong.append(name)
    print(f"{field}: {found} of {sum(words is not None for words in gold.values())} offered, {silent} of "
          f"{sum(words is None for words in gold.values())} rightly silent; wrong: {wrong}")  # fmt: skip
    return found, silent, wrong


def test_participants_of_real_papers(corpus: Path) -> None:
    found, silent, wrong = right(corpus, "participants", PARTICIPANTS)
    assert found >= 16 and silent >= 1, wrong


def test_durations_of_real_papers(corpus: Path) -> None:
    found, silent, wrong = right(corpus, "study_duration", STUDY_DURATION)
    assert found >= 11 and silent >= 7, wrong


def test_limitations_of_real_papers(corpus: Path) -> None:
    found, silent, wrong = right(corpus, "study_limitations", STUDY_LIMITATIONS)
    assert found >= 10 and silent >= 3, wrong


def test_levels_of_real_papers(corpus: Path) -> None:
    found, silent, wrong = right(corpus, "evidence_level", EVIDENCE_LEVEL)
    assert found >= 15 and silent >= 3, wrong


def test_the_seed_paper_offers_days_of_infusion_and_measurement(corpus: Path) -> None:
    text = PaperText(tuple(blocks_of_text((corpus / "seeds" / "paper-mol-brain-2021.txt").read_text("utf-8"))))
    found = suggestions(Paper(), text)
    durations = " ".join(one.text for one in found.study_duration)
    assert "At 7, 14, and 21 days after the first infusion" in durations
    assert "twice a week from the age of 12 weeks to the endpoint" in durations
    assert "day 42" in durations
    assert [one.level for one in found.evidence_level] == ["animal"]
    assert any("n = 6/group" in one.text for one in found.participants)
    assert "not elucidated in the current study" in found.study_limitations[0].text
