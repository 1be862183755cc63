"""The text of a Word file as it reads with every tracked change taken, section by section, and who changed what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from app.review_copy.returned import NOBODY, ReturnedSection, Stamp
from app.review_copy.sheet import END_MARK, SUMMARY_MARK, section_of
from app.text.rich_text import BULLET, NUMBER, PARAGRAPH, Block, Run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_GONE = {f"{W}del", f"{W}moveFrom"}
_NEW = {f"{W}ins", f"{W}moveTo"}
_SKIPPED = {
    f"{W}pPr",
    f"{W}rPr",
    f"{W}footnotePr",
    f"{W}tbl",
    f"{W}pict",
    f"{W}object",
    f"{W}drawing",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
}


@dataclass
class _Place:
    """Where a comment begins or ends: a section and a letter of it."""

    section: str
    letter: int
    words: int


@dataclass
class _Section:
    blocks: list[Block] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    cuts: list[tuple[int, Stamp]] = field(default_factory=list)
    is_open: bool = False
    """The mark of the last paragraph was taken out: the next one goes on in it."""


class WordText:
    """Reads the body of a Word file, once. `links` are the addresses of its relationships."""

    def __init__(self, body: etree._Element, links: Mapping[str, str]) -> None:
        self._links = links
        self._here = self._heading = ""
        self._found: dict[str, _Section] = {}
        self._runs: list[Run] = []
        self._words: list[str] = []
        self.summary_mark = ""
        self.starts: dict[str, _Place] = {}
        self.ends: dict[str, _Place] = {}
        for element in body.iter(f"{W}p"):
            if next(element.iterancestors(f"{W}txbxContent"), None) is None:  # a box drawn over the page
                self._paragraph(element)

    @property
    def sections(self) -> dict[str, ReturnedSection]:
        """Every section that was found."""
        return {
            name: ReturnedSection(tuple(found.blocks) or (Block(),), tuple(found.stamps), tuple(found.cuts))
            for name, found in self._found.items()
        }

    def words(self, number: str) -> str:
        """The words between the marks of a comment."""
        start, end = self.starts.get(number), self.ends.get(number)
        return "".join(self._words[start.words : end.words]) if start and end else ""

    def _paragraph(self, element: etree._Element) -> None:
        names = [mark.get(f"{W}name") or "" for mark in element.iter(f"{W}bookmarkStart")]
        marks = [
            name for name in names if section_of(name) or name.startswith(END_MARK) or name.startswith(SUMMARY_MARK)
        ]
        if marks:
            self._here = ""
            for name in marks:
                if name.startswith(SUMMARY_MARK):
                    self.summary_mark = name
        self._heading = next((found for name in marks if (found := section_of(name))), "")
        section = self._found.get(self._here)
        if section is not None and section.blocks and not section.is_open:
            section.stamps.append(_mark_stamp(element, _NEW))
        self._runs = []
        if section is not None and section.is_open and section.blocks:
            self._runs = list(section.blocks.pop().runs)
            kind = PARAGRAPH
        else:
            kind = _kind(element)
        self._walk(element, Run(""), NOBODY)
        if section is not None:
            section.blocks.append(Block(kind, tuple(self._runs)))
            section.is_open = _mark_stamp(element, _GONE, nobody=None) is not None
            if section.is_open:
                section.cuts.append((len(section.stamps), _mark_stamp(element, _GONE)))
        self._words.append(" ")
        if self._heading:
            self._here, self._heading = self._heading, ""
            self._found[self._here] = _Section()

    def _walk(self, element: etree._Element, style: Run, stamp: Stamp) -> None:
        for child in element:
            tag = child.tag
            if tag in _SKIPPED or not isinstance(tag, str):
                continue
            if tag in _GONE:
                if (section := self._found.get(self._here)) is not None and any(child.itertext()):
                    section.cuts.append((len(section.stamps), _stamp(child)))
                self._walk_marks(child)
            elif tag in _NEW:
                self._walk(child, style, _stamp(child))
            elif tag == f"{W}hyperlink":
                address = self._links.get(child.get(f"{R}id") or "", "")
                self._walk(child, replace(style, href=address), stamp)
            elif tag == f"{W}r":
                self._walk(child, _styled(style, child), stamp)
            elif tag == f"{W}commentRangeStart":
                self.starts[child.get(f"{W}id") or ""] = self._place()
            elif tag == f"{W}commentRangeEnd":
                self.ends[child.get(f"{W}id") or ""] = self._place()
            elif tag == f"{W}commentReference":
                self.starts.setdefault(child.get(f"{W}id") or "", self._place())
                self.ends.setdefault(child.get(f"{W}id") or "", self._place())
            elif tag == f"{W}t":
                self._put(child.text or "", style, stamp)
            elif tag in (f"{W}br", f"{W}cr"):
                self._put("\n", style, stamp)
            elif tag == f"{W}tab":
                self._put("\t" if style.is_raw else " ", style, stamp)
            elif tag == f"{W}noBreakHyphen":
                self._put("-", style, stamp)
            elif tag == f"{W}softHyphen":
                self._put("\u00ad", style, stamp)
            else:
                self._walk(child, style, stamp)

    def _walk_marks(self, element: etree._Element) -> None:
        """A comment may begin or end inside of what was taken out."""
        for child in element.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd"):
            places = self.starts if child.tag == f"{W}commentRangeStart" else self.ends
            places[child.get(f"{W}id") or ""] = self._place()

    def _put(self, text: str, style: Run, stamp: Stamp) -> None:
        self._words.append(text)
        if (section := self._found.get(self._here)) is not None:
            self._runs.append(replace(style, text=text))
            section.stamps += [stamp] * len(text)

    def _place(self) -> _Place:
        if self._heading:
            return _Place(self._heading, 0, len(self._words))
        section = self._found.get(self._here)
        return _Place(self._here, len(section.stamps) if section else 0, len(self._words))


def _kind(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = (style.get(f"{W}val") or "").lower().replace(" ", "") if style is not None else ""
    if name.startswith("listnumber"):
        return NUMBER
    is_item = name.startswith("listbullet") or paragraph.find(f"{W}pPr/{W}numPr") is not None
    return BULLET if is_item else PARAGRAPH


def _styled(style: Run, run: etree._Element) -> Run:
    return replace(style, is_bold=_is_on(run, "b"), is_italic=_is_on(run, "i"))


def _is_on(run: etree._Element, name: str) -> bool:
    found = run.find(f"{W}rPr/{W}{name}")
    return found is not None and (found.get(f"{W}val") or "1") not in ("0", "false", "none", "off")


def _stamp(element: etree._Element) -> Stamp:
    return element.get(f"{W}author") or "", element.get(f"{W}date") or ""


def _mark_stamp(paragraph: etree._Element, kinds: set[str], nobody: Stamp | None = NOBODY) -> Stamp:
    """Who put in or took out the end of a paragraph."""
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    for mark in marks if marks is not None else ():
        if mark.tag in kinds:
            return _stamp(mark)
    return nobody  # type: ignore[return-value]
