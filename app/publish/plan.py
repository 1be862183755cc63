"""What an export is going to change, worked out before anything is written: values and the rule that makes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from app.model.sections import sections
from app.model.summary import Summary, title_of
from app.model.vocabulary import PUBLISHED, READY, UNPUBLISHED

_TEXTS = frozenset(
    {
        "plain_title",
        "simple_explanation",
        "study_duration",
        "participants",
        "evidence_text",
        "key_findings",
        "research_summary",
        "practical_implications",
        "study_limitations",
    }
)
UNSEEN = frozenset({"status", "dates", "claims", "dismissals", "comments", "checklist", "extra", "id", "slug_history"})
"""Fields of a summary whose change is no news to a reader."""


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section's Markdown as it stands in the folder and as it will be. A whole field has no texts to compare."""

    section: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page that the export adds, changes or takes away."""

    slug: str
    title: str
    changes: tuple[SectionChange, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A summary that stays out because of its state. `errors` counts what must still be mended in it."""

    id: str
    title: str
    status: str
    errors: int = 0


@dataclass(frozen=True, slots=True)
class PublishPlan:
    """The whole of it. `unchanged` counts pages that stay as they are."""

    new: tuple[PlannedPage, ...] = ()
    changed: tuple[PlannedPage, ...] = ()
    unchanged: int = 0
    removed: tuple[PlannedPage, ...] = ()
    held_back: tuple[HeldBack, ...] = ()

    @property
    def changes(self) -> int:
        """How many pages will be added, changed or taken away."""
        return len(self.new) + len(self.changed) + len(self.removed)

    @property
    def goes_out(self) -> int:
        """How many summaries the export will hold."""
        return len(self.new) + len(self.changed) + self.unchanged


def publish_plan(summaries: Iterable[Summary], earlier: Mapping[str, Summary], format: str = "site") -> PublishPlan:
    """What an export of these summaries changes in a folder that holds the `earlier` ones (by slug).

    `site` takes the published; `html` and `json` those ready or published, as the command line does.
    """
    wanted = (PUBLISHED,) if format == "site" else (READY, PUBLISHED)
    new, changed, held_back, kept = [], [], [], set()
    unchanged = 0
    for summary in summaries:
        if summary.status not in wanted:
            if summary.status != UNPUBLISHED:
                held_back.append(HeldBack(summary.id, title_of(summary), summary.status))
            continue
        kept.add(summary.slug)
        before = earlier.get(summary.slug)
        if before is None:
            new.append(PlannedPage(summary.slug, title_of(summary)))
        elif changes := changed_sections(before, summary):
            changed.append(PlannedPage(summary.slug, title_of(summary), changes))
        else:
            unchanged += 1
    removed = tuple(PlannedPage(slug, title_of(gone)) for slug, gone in earlier.items() if slug not in kept)
    return PublishPlan(tuple(new), tuple(changed), unchanged, removed, tuple(held_back))


def changed_sections(before: Summary, after: Summary) -> tuple[SectionChange, ...]:
    """Which sections a reader will see changed, in page order; then whole fields such as `paper` or `categories`."""
    old, new = dict(sections(before)), dict(sections(after))
    names = list(dict.fromkeys((*new, *old)))
    texts = [
        SectionChange(name, old.get(name, ""), new.get(name, ""))
        for name in names
        if old.get(name, "") != new.get(name, "")
    ]
    has_title = any(change.section == "title" for change in texts)
    for field in fields(Summary):
        is_seen = field.name not in _TEXTS and field.name not in UNSEEN
        if is_seen and getattr(before, field.name) != getattr(after, field.name):
            if field.name == "paper" and has_title and not after.plain_title:
                continue  # the paper's title is the page's title, and that is said already
            texts.append(SectionChange(field.name))
    return tuple(texts)
