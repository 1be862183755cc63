"""The publish dialog's sentences: pure functions of the plan and of time, so that they can be tested alone."""

from __future__ import annotations

import re

from app.publish.nowhere import NowhereLink
from app.publish.plan import HeldBack, PlannedPage, PublishPlan
from app.translation import _, counted

FORMATS = (
    ("site", _("The whole website")),
    ("html", _("Single pages (HTML)")),
    ("json", _("JSON, one file a summary")),
)
HEADINGS = {"site": _("Publish the website"), "html": _("Write single pages"), "json": _("Write JSON files")}
_SMALL = (_("No"), _("One"), _("Two"), _("Three"), _("Four"), _("Five"), _("Six"), _("Seven"), _("Eight"), _("Nine"))
_NAMES = {
    "title": _("Title"),
    "simple_explanation": _("Simple Explanation"),
    "study_duration": _("Study Duration"),
    "participants": _("Participants"),
    "evidence_level": _("Evidence Level"),
    "key_findings": _("Key Findings"),
    "research_summary": _("Research Summary"),
    "practical_implications": _("Practical Implications"),
    "study_limitations": _("Study Limitations"),
    "paper": _("the paper’s citation"),
    "categories": _("Categories"),
    "glossary": _("Words explained"),
    "related_research": _("Related research"),
    "sources": _("Sources"),
    "contributors": _("Writers"),
    "corrections": _("a correction, shown on the page"),
    "slug": _("Address"),
}
_INDEXED = re.compile(r"(\w+)\[(\d+)\]")


def plan_words(plan: PublishPlan) -> str:
    """`1 new, 3 changed. 13 pages stay as they are. Nothing is taken away.`"""
    if not plan.goes_out and not plan.removed:
        return _("There is nothing to publish yet. Give a summary the state “published”, and it goes out from here.")
    kinds = ((plan.new, _("{n:,} new")), (plan.changed, _("{n:,} changed")))
    parts = [words.format(n=len(pages)) for pages, words in kinds if pages]
    sentences = [", ".join(parts) + "." if parts else _("Nothing new, nothing changed.")]
    if plan.unchanged:
        sentences.append(counted("{n:,} page stays as it is.", "{n:,} pages stay as they are.", plan.unchanged))
    if plan.removed:
        sentences.append(_("{count:,} will be taken away.").format(count=len(plan.removed)))
    elif plan.changes:
        sentences.append(_("Nothing is taken away."))
    return " ".join(sentences)


def page_words(page: PlannedPage) -> str:
    """Where a page changes: `Key Findings 2, Study Limitations 1`."""
    if not page.changes:
        return _("Goes online for the first time")
    names = list(dict.fromkeys(section_words(change.section) for change in page.changes))
    more = _(" and {count} more places").format(count=len(names) - 3) if len(names) > 4 else ""
    words = ", ".join(names[:3] if more else names) + more
    return words[:1].upper() + words[1:]


def section_words(section: str) -> str:
    """A section by the name people see: `key_findings[1]` is `Key Findings 2`."""
    match = _INDEXED.match(section)
    if match:
        return f"{_NAMES[match[1]]} {int(match[2]) + 1}"
    return _NAMES.get(section, _("other details of the page"))


def held_back_words(held_back: tuple[HeldBack, ...]) -> str:
    """Why some summaries stay out, in one sentence."""
    count = len(held_back)
    number = _SMALL[count] if count < len(_SMALL) else f"{count:,}"
    if count == 1:
        return _("One summary is not marked as published. It stays out.")
    return _("{number} summaries are not marked as published. They stay out.").format(number=number)


def time_left_words(done: int, total: int, elapsed_ms: int) -> str:
    """`about 4 seconds`; empty while it is too early to say: under 400 ms, or under 2 % and a few in 10 s."""
    is_slow = elapsed_ms >= 10_000 and done >= 3  # 2 % of ten thousand answers of a slow service are minutes
    if elapsed_ms < 400 or (done < max(1, total / 50) and not is_slow) or done >= total:
        return ""
    seconds = round(elapsed_ms / 1000 * (total - done) / done)
    if seconds < 2:
        return _("about a second")
    if seconds < 90:
        return _("about {seconds} seconds").format(seconds=seconds)
    if seconds < 5400:
        return _("about {seconds} minutes").format(seconds=round(seconds / 60))
    return _("about {hours} hours").format(hours=round(seconds / 3600))


def done_words(written: int, unchanged: int, removed: int) -> str:
    """What an export did: `31 files written, 13 stayed as they were, 2 taken away.`"""
    parts = [counted("{n:,} file written", "{n:,} files written", written)]
    if unchanged:
        parts.append(_("{unchanged:,} stayed as they were").format(unchanged=unchanged))
    if removed:
        parts.append(_("{removed:,} taken away").format(removed=removed))
    return ", ".join(parts) + "."


def nowhere_title(count: int) -> str:
    """`3 links lead nowhere. The rest of the website is fine.`"""
    return counted("{n:,} link leads nowhere", "{n:,} links lead nowhere", count)


def nowhere_words(link: NowhereLink) -> tuple[str, str]:
    """Which summary, and where in it: `Key Findings 2: “more about sleep” to https://example.org/gone/`."""
    why = _("is not a well-formed DOI") if link.kind == "doi" else _("leads nowhere")
    if not link.summary_id:
        return _("The page {removesuffix}").format(
            removesuffix=link.page.removesuffix("index.html") or "Home"
        ), f"{link.href} {why}"
    if not link.section:
        return link.title, f"{link.href} {why}"
    return link.title, _("{section_words}: “{words}” to {href}").format(
        section_words=section_words(link.section), words=link.words, href=link.href
    )
