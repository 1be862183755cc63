"""What a review copy says: its lines under the title, its parts at the end, and the comments as Word shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from app.model.claims import FROM_PAPER
from app.model.codec import published_json
from app.model.comment import OPEN, Comment
from app.model.finding import Finding
from app.model.paper import Paper
from app.model.sections import sections
from app.model.summary import Summary, title_of
from app.review_copy.bring_back import BroughtBack
from app.review_copy.sheet import Sheet, SheetComment, SheetSection, Table
from app.translation import _, counted
from app.ui.library.states import STATES
from app.ui.words import SEVERITY_NAMES, explanation
from app.ui.words.comments import who_and_when
from app.ui.words.history import moment
from app.ui.words.sections import SECTION_NAMES, section_name

HOW_TO = _(
    "How to answer: comment on the words you mean, or change them with Track changes on. Leave the headings where "
    "they are. Then save the file as .docx and send it back; nothing in the summary changes until the writer says so."
)
_PARTS = {".heading": _("{item}, heading"), ".text": _("{item}, text")}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What goes into a review copy beside the text."""

    comments: bool = True
    checks: bool = True
    sources: bool = True


def review_sheet(summary: Summary, findings: Iterable[Finding], wanted: Wanted, writer: str, now: str) -> Sheet:
    """The review copy of a summary. `findings` are those that are open; only what must or should be looked at goes in.

    `now` is ISO 8601 UTC.
    """
    today = moment(now) or datetime.now().astimezone()
    said = [one for one in summary.comments if one.state == OPEN] if wanted.comments else []
    names = [name for name, _text in sections(summary)]
    order = {name: at for at, name in enumerate(names)}
    said.sort(key=lambda one: (order.get(one.section, len(order)), one.start))
    tables = [_checks(findings)] if wanted.checks else []
    tables += [_citation(summary), _claims(summary)] if wanted.sources else []
    return Sheet(
        summary_id=summary.id,
        title=title_of(summary),
        lines=_lines(summary, writer, today),
        how_to=HOW_TO,
        sections=tuple(SheetSection(name, heading(name), text, _group(name)) for name, text in sections(summary)),
        comments=tuple(SheetComment(_homed(one, order), comment_text(one, today)) for one in said),
        comments_heading=_("Comments"),
        tables=tuple(tables),
        base=published_json(replace(summary, claims=())),
    )


def _group(section: str) -> str:
    name, _bracket, rest = section.partition("[")
    return SECTION_NAMES[name] if rest else ""


def heading(section: str) -> str:
    """A section's heading: `Finding 2`, `Card 1, text`."""
    for ending, words in _PARTS.items():
        if section.endswith(ending):
            return words.format(item=section_name(section))
    return section_name(section) or SECTION_NAMES["title"]


def comment_text(comment: Comment, today: datetime) -> str:
    """A comment in the words of a file: what it says, what it suggests, and the answers."""
    parts = [comment.text] if comment.text else []
    if comment.instead is not None:
        parts.append(
            _("Suggested: “{instead}”").format(instead=comment.instead)
            if comment.instead
            else _("Suggested: leave this out.")
        )
    for reply in comment.replies:
        parts.append(f"{who_and_when(reply.by, reply.at, today)}: {reply.text}")
    return "\n".join(parts)


def _homed(comment: Comment, order: dict[str, int]) -> Comment:
    """A comment on a list whose item is gone stands on the first item of it, else on the title."""
    if comment.section in order:
        return comment
    home = next((name for name in order if name.startswith(comment.section + "[")), "title")
    return replace(comment, section=home, start=0, end=0)


def _lines(summary: Summary, writer: str, today: datetime) -> tuple[str, ...]:
    state = _("State: {state}").format(state=STATES[summary.status].word.lower())
    made = _("Review copy made on {day} at {time}").format(day=f"{today.day} {today:%B %Y}", time=f"{today:%H:%M}")
    by = _("by {writer}").format(writer=writer) if writer else ""
    paper = citation_line(summary.paper)
    return tuple(line for line in (" · ".join(part for part in (state, f"{made} {by}".strip()) if part), paper) if line)


def citation_line(paper: Paper) -> str:
    """A paper in one line, with its DOI."""
    names = ", ".join(author.full() for author in paper.authors[:6]) + (" …" if len(paper.authors) > 6 else "")
    year = str(paper.published.year) if paper.published else ""
    doi = f"https://doi.org/{paper.doi}" if paper.doi else paper.url
    return ". ".join(
        part.rstrip(".") for part in (names, paper.title, ", ".join(filter(None, (paper.journal, year))), doi) if part
    )


def _checks(findings: Iterable[Finding]) -> Table:
    rows = []
    for one in findings:
        if one.severity in ("error", "warning"):
            said = explanation(one)
            words = " ".join((one.text or "").split())
            quoted = f" “{words if len(words) <= 120 else words[:119].rstrip() + '…'}”" if words else ""
            what = f"{SEVERITY_NAMES[one.severity]}: {said.headline}.{quoted}"
            rows.append((heading(one.section), what, said.what_to_do))
    return Table(
        _("What the checks found"),
        (_("Section"), _("What"), _("What to do")),
        tuple(rows),
        _("Nothing that must be mended or looked at."),
    )


def _citation(summary: Summary) -> Table:
    papers = [(_("The paper"), citation_line(summary.paper))] if summary.paper.title or summary.paper.doi else []
    papers += [(_("Related research"), citation_line(paper)) for paper in summary.related_research]
    papers += [(_("Further source"), " ".join(filter(None, (one.title, one.url)))) for one in summary.sources]
    return Table(_("Sources"), (_("Kind"), _("Source")), tuple(papers), _("No source is named yet."))


def _claims(summary: Summary) -> Table:
    texts = dict(sections(summary))
    rows = tuple(
        (
            heading(claim.section),
            " ".join(texts.get(claim.section, "")[claim.start : claim.end].split()),
            f"“{claim.passage.text}”" + (f" ({claim.passage.locator})" if claim.passage.locator else ""),
        )
        for claim in summary.claims
        if claim.kind == FROM_PAPER and claim.passage is not None
    )
    return Table(
        _("Where sentences come from"),
        (_("Section"), _("Sentence"), _("Passage of the paper")),
        rows,
        _("No sentence is linked to a passage of the paper."),
    )


def brought_words(brought: BroughtBack, name: str) -> str:
    """What came back: “From review.docx: 2 comments, 3 suggested changes. 1 was here already.”"""
    counts = (
        (brought.comments, counted("{n} comment", "{n} comments", brought.comments)),
        (brought.suggestions, counted("{n} suggested change", "{n} suggested changes", brought.suggestions)),
        (brought.answers, counted("{n} answer", "{n} answers", brought.answers)),
        (brought.settled, counted("{n} settled", "{n} settled", brought.settled)),
    )
    said = ", ".join(words for count, words in counts if count)
    known = counted("{n} was here already.", "{n} were here already.", brought.known) if brought.known else ""
    if not said:
        return _("Nothing new in {name}. {known}").format(name=name, known=known).strip()
    return _("From {name}: {said}. {known}").format(name=name, said=said, known=known).strip()
