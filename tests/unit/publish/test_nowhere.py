"""A link that leads nowhere is named by its summary and its words."""

from __future__ import annotations

from dataclasses import replace

from app.model.summary import Summary
from app.publish.link_check import BadLink
from app.publish.nowhere import NowhereLink, nowhere_links


def test_words_and_places_of_a_link(sample: tuple[Summary, ...]) -> None:
    href = "https://example.org/a(1)/gone/"
    summary = replace(
        sample[0], research_summary=f"So [these words]({href}) say.", key_findings=("One.", f"[Two]({href})")
    )
    page = f"research/{summary.slug}/index.html"
    found = nowhere_links([BadLink(page, href, "missing", False)], [sample[1], summary])
    assert [(link.section, link.words, link.summary_id) for link in found] == [
        ("key_findings[1]", "Two", summary.id),
        ("research_summary", "these words", summary.id),
    ]
    assert summary.research_summary[found[1].start : found[1].end] == f"[these words]({href})"


def test_links_that_stand_in_no_text(sample: tuple[Summary, ...]) -> None:
    bad = [
        BadLink(f"research/{sample[0].slug}/index.html", "https://doi.org/x", "doi", False),
        BadLink("about/index.html", "https://example.org/gone/", "missing", False),
    ]
    doi, about = nowhere_links(bad, sample)
    assert (doi.summary_id, doi.section, doi.start) == (sample[0].id, "", None)
    assert about == NowhereLink("https://example.org/gone/", "missing", "about/index.html")
