"""The file between two writers: what goes in comes out, and nothing from outside does anything but a sentence."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import BadInput
from app.model.comment import Comment, Reply
from app.model.exchange import ExchangeFile, Sent, exchange_bytes, exchange_in, is_exchange
from app.model.paper_text import AttachedPaper, Block, PaperText
from app.model.summary import Claim, Passage, Source, Summary
from db.rows import content_sha256

BROKEN_FILES = 1500
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
summaries = st.builds(
    Summary,
    id=st.just("s-1"),
    plain_title=texts,
    simple_explanation=texts,
    study_duration=st.none() | texts,
    key_findings=st.lists(texts, max_size=3).map(tuple),
    sources=st.lists(st.builds(Source, texts, texts), max_size=2).map(tuple),
    extra=st.dictionaries(st.sampled_from(["x-own", "other"]), texts | st.floats(allow_nan=False), max_size=2),
)


def whole() -> ExchangeFile:
    summary = Summary(
        "s-1",
        plain_title="Rats",
        simple_explanation="Rats ran.",
        claims=(Claim("simple_explanation", 0, 9, "from-paper", Passage("Ten rats.")),),
        comments=(Comment("c", "Ten?", "simple_explanation", replies=(Reply("Yes."),)),),
    )
    paper = AttachedPaper("pdf", PaperText((Block("paragraph", "Ten rats.", 1),)), "rats.pdf", "a" * 64, "2026")
    sent = Sent(summary, ("b" * 64, "c" * 64), paper)
    return ExchangeFile("Anna", "2026-11-22T10:00:00Z", (sent, Sent(Summary("s-2"))))


def test_what_goes_in_comes_out() -> None:
    assert exchange_in(exchange_bytes(whole()), "f") == whole()


@given(summaries)
def test_any_summary_arrives_with_the_content_it_left_with(summary: Summary) -> None:
    file = ExchangeFile("", "", (Sent(summary),))
    (sent,) = exchange_in(exchange_bytes(file), "f").summaries
    assert sent.summary == summary
    assert content_sha256(sent.summary) == content_sha256(summary), "so that both sides know it by one hash"


def test_it_is_known_under_another_name() -> None:
    content = exchange_bytes(whole())
    assert is_exchange("a.plainspoken-summary", b"") and is_exchange("A.PLAINSPOKEN-SUMMARY", b"")
    assert is_exchange("from-anna.json", content) and is_exchange("attachment", content)
    assert not is_exchange("summary.json", b'{"schema_version": 1}') and not is_exchange("paper.pdf", content)


def changed(**values: Any) -> bytes:
    return json.dumps({**json.loads(exchange_bytes(whole())), **values}).encode()


@pytest.mark.parametrize(
    ("content", "code", "says"),
    [
        (b"", "bad-input", "JSON"),
        (b"\0\0\0", "bad-input", "JSON"),
        (b"[" * 100_000, "bad-input", "JSON"),
        (b'{"format": "plainspoken-summaries", "format_version": ' + b"9" * 5000 + b"}", "bad-input", "JSON"),
        (b"[]", "bad-input", "list"),
        (b"{}", "not-sent", "no summaries"),
        (changed(format="other"), "not-sent", "no summaries"),
        (changed(format_version=True), "not-sent", "no summaries"),
        (changed(format_version=2), "newer", "Update Plainspoken"),
        (changed(summaries=[]), "damaged", "no list"),
        (changed(summaries=[{}] * 1001), "damaged", "too long"),
        (changed(summaries=[None]), "damaged", "f, summary 1"),
        (changed(summaries=[{"summary": {}, "versions": []}]), "bad-input", "f, summary 1"),
        (b" " * 50_000_001, "too-large", "50 MB"),
    ],
)
def test_what_is_no_such_file_is_said_in_a_sentence(content: bytes, code: str, says: str) -> None:
    with pytest.raises(BadInput) as fault:
        exchange_in(content, "f")
    assert fault.value.code == code and says in str(fault.value)


@pytest.mark.parametrize(
    "part",
    [
        {"summary": {"id": ""}},
        {"summary": {"id": "x" * 500}},
        {"summary": {"id": "a\0b"}},
        {"versions": "b"},
        {"paper": 3},
        {"paper": {"kind": "../../etc", "blocks": []}},
        {"paper": {"kind": "pdf", "blocks": [{"kind": "script", "text": "x"}]}},
        {"paper": {"kind": "pdf", "blocks": [{"kind": "heading", "text": "x", "page": -1}]}},
    ],
)
def test_a_part_of_another_kind_is_refused(part: dict[str, Any]) -> None:
    first, _second = json.loads(exchange_bytes(whole()))["summaries"]
    if "summary" in part:
        part = {"summary": first["summary"] | part["summary"]}
    with pytest.raises(BadInput, match="f, summary 1"):
        exchange_in(changed(summaries=[first | part]), "f")


def test_the_same_summary_twice_is_refused() -> None:
    first, _second = json.loads(exchange_bytes(whole()))["summaries"]
    with pytest.raises(BadInput, match="twice"):
        exchange_in(changed(summaries=[first, first]), "f")


def test_names_from_outside_are_one_short_line() -> None:
    file = exchange_in(changed(writer="Anna\n\x1b[31m" + "x" * 999, made=7), "f")
    assert file.writer.startswith("Anna [31mxxx") and len(file.writer) == 200 and file.made == ""


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["format", "format_version", "writer", "made", "summaries"]), json_values)
def test_any_value_in_any_place_is_a_file_or_a_sentence(key: str, value: Any) -> None:
    _opened(changed(**{key: value}))


def test_broken_files_are_files_or_sentences(record_property: Any) -> None:
    """Bytes flipped, cut out, doubled and put in, and values of the tree put in each other's places."""
    chance, good = random.Random(7), exchange_bytes(whole())
    read = 0
    for number in range(BROKEN_FILES):
        read += _opened(_with_values_moved(good, chance) if number % 2 else _with_bytes_changed(good, chance))
    record_property("broken files", BROKEN_FILES)
    assert 0 < read < BROKEN_FILES, "a run in which all or none is read tries nothing"


def _opened(content: bytes) -> bool:
    try:
        exchange_in(content, "f")
    except BadInput as fault:
        assert "f" in str(fault) and "\n" not in str(fault)
        return False
    return True


def _with_bytes_changed(good: bytes, chance: random.Random) -> bytes:
    content = bytearray(good)
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(content)), chance.randint(1, 40)
        match chance.randrange(4):
            case 0:
                content[at] = chance.randrange(256)
            case 1:
                del content[at : at + length]
            case 2:
                content[at:at] = content[at : at + length]
            case _:
                content[at:at] = chance.choice([b"\0", b"\xff", b'"', b"{", b"]", b"1e999", b"\\ud800", b"null"])
    return bytes(content) or b" "


def _with_values_moved(good: bytes, chance: random.Random) -> bytes:
    tree = json.loads(good)
    places: list[tuple[Any, Any]] = []

    def walk(node: Any) -> None:
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            places.append((node, key))
            if isinstance(value, dict | list):
                walk(value)

    walk(tree)
    odd = [None, True, -1, 10**30, 1.5, "", "\0", "../../x", "x" * 10_000, [], {}, [[]], {"a": 1}]
    for node, key in chance.sample(places, chance.randint(1, 3)):
        node[key] = chance.choice(odd)
    return json.dumps(tree).encode()
