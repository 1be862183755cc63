"""Files that are almost right: bytes of good ones flipped, cut, doubled and mixed, given to all that reads files.

Whatever comes, a reader answers with a value or with a sentence for a person (PlainspokenError). Anything else is a
fault of ours, and so is a library that was changed by being looked at.
"""

from __future__ import annotations

import hashlib
import json
import random
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from app.errors import PlainspokenError

_TOKENS = (
    b"\0", b"\xff\xfe", b"\xed\xa0\xbd", b"\\ud83d", b"{", b"}", b"[" * 300, b'"', b"<", b">", b"<!--", b"]]>", b"&#0;",
    b"&#x110000;", b"-1", b"9" * 400, b"1e999", b"null", b"NaN", b"TY  - ", b"@article{", b"%PDF-", b"../../", b"\r",
    b"\xef\xbb\xbf", "\u202e\u0000\u2028".encode(), b"A" * 70_000, b"[" * 100_000, b'{"a":' * 100_000, b"<i>" * 3_000,
)  # fmt: skip
_VALUES: tuple[Any, ...] = (
    None, True, -1, 0, 1.5, 10**30, float("inf"), "", "x" * 50_000, "\ud800", "\0", "../../etc/passwd", [], {}, [[]],
    [None], {"": {}}, "2026-13-40", "javascript:alert(1)",
)  # fmt: skip
_TEXTS = (
    b"", b" ", b"0", b"-1", b"2026-13-40", b"9" * 5_000, b"x" * 50_000, b"&lt;script&gt;", b"<b/>", b"&#xD83D;",
    "\u202e\u2028\u00ad".encode(), b"10.1/" + b"(" * 3_000, b"<![CDATA[<x>]]>", b"<!-- -->",
)  # fmt: skip
_TAG = re.compile(rb"<[^<>]{0,400}>")
_SHARE_OF_SHAPES = 0.4
"""How many of the files that have a shape (JSON, mark-up) are broken in it; the others in their bytes."""
Read = Callable[[bytes], object]


@dataclass(slots=True)
class FuzzCount:
    """How many broken files one reader was given, and how it answered."""

    name: str
    files: int = 0
    read: int = 0
    refused: int = 0
    seconds: float = 0.0
    faults: tuple[str, ...] = ()

    @property
    def is_proof(self) -> bool:
        """Whether files were read at all: a reader that refuses everything was hardly reached. Few need not be."""
        return self.read > 0 or 0 < self.files < 50


def fuzzed(name: str, seeds: list[bytes], read: Read, files: int, seed: int = 7) -> FuzzCount:
    """Give a reader so many broken files."""
    chance, count, began = random.Random(f"{name} {seed}"), FuzzCount(name), time.monotonic()
    for _ in range(files):
        data = broken(chance.choice(seeds), chance)
        count.files += 1
        try:
            read(data)
            count.read += 1
        except PlainspokenError as fault:
            count.refused += 1
            if not str(fault).strip() or "\n" in str(fault).strip():
                count.faults = (*count.faults, f"no sentence: {fault!r}")[:5]
        except Exception as error:
            digest = hashlib.sha256(data).hexdigest()[:12]
            count.faults = (*count.faults, f"{type(error).__name__}: {str(error)[:150]} ({digest})")[:5]
    count.seconds = time.monotonic() - began
    return count


def broken(data: bytes, chance: random.Random) -> bytes:
    """A copy with one to a few things wrong: with its shape, where it has one, else with its bytes."""
    if chance.random() < _SHARE_OF_SHAPES and (bent := _bent_json(data, chance) or _bent_tags(data, chance)):
        return bent
    content = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 16))):
        at = chance.randrange(len(content) + 1)
        end = min(len(content), at + chance.choice((1, 4, 60, 512, 4096)))
        kind = chance.randrange(8)
        if kind == 0 and content:
            content[at % len(content)] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del content[at:end]
        elif kind == 2:
            content[at:end] = bytes(end - at)
        elif kind == 3:
            content[at:at] = content[at:end]
        elif kind == 4:
            content[at:at] = chance.choice(_TOKENS)
        elif kind == 5:
            content[at:end] = chance.randbytes(end - at)
        elif kind == 6 and chance.random() < 0.3:
            del content[at:]
        elif kind == 7 and content:
            content[at % len(content)] = chance.randrange(256)
    return bytes(content)


def _bent_json(data: bytes, chance: random.Random) -> bytes:
    """Valid JSON in which a value or a few are of another kind, gone or doubled; empty when it is no JSON."""
    try:
        value = json.loads(data)
    except ValueError:
        return b""
    for _ in range(chance.choice((1, 1, 2, 5))):
        holders = [holder for holder in _holders(value) if holder]
        if not holders:
            break
        holder = chance.choice(holders)
        key = chance.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
        kind = chance.randrange(4)
        if kind == 0:
            del holder[key]
        elif kind == 1 and isinstance(holder, list):
            holder.extend(holder[:1] * chance.choice((1, 2000)))
        elif kind == 2:
            holder[key] = [holder[key]]
        else:
            holder[key] = chance.choice(_VALUES)
    return json.dumps(value).encode()


def _holders(value: Any) -> list[Any]:
    """Every object and list in a JSON value, itself first."""
    found, waiting = [], [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict | list):
            found.append(here)
            waiting += here.values() if isinstance(here, dict) else here
    return found


def _bent_tags(data: bytes, chance: random.Random) -> bytes:
    """Mark-up in which a tag or a few are gone, doubled or in another place; empty when there are none."""
    tags = [found.span() for found in _TAG.finditer(data)]
    if len(tags) < 4:
        return b""
    for _ in range(chance.choice((1, 2, 8))):
        tags = [found.span() for found in _TAG.finditer(data)]
        if not tags:
            break
        (start, end), (other, other_end) = chance.choice(tags), chance.choice(tags)
        kind = chance.randrange(8)
        if kind == 0:
            data = data[:start] + data[end:]
        elif kind == 1:
            data = data[:end] + data[start:end] * chance.choice((1, 1, 300)) + data[end:]
        elif kind == 2:
            data = data[:start] + data[other:other_end] + data[end:]
        elif kind == 3:
            data = data[:end] + chance.choice(_TEXTS) + data[end:]
        else:
            data = _bent_element(data, data[start:end], kind, chance)
    return data


def _bent_element(data: bytes, tag: bytes, kind: int, chance: random.Random) -> bytes:
    """A whole element gone, doubled or emptied, so that what remains may still be well formed."""
    name = re.match(rb"<([A-Za-z][\w:.-]*)", tag)
    found = name and re.search(rb"<%s\b[^<>]*>(.{0,20000}?)</%s>" % ((re.escape(name[1]),) * 2), data, re.DOTALL)
    if not found:
        return data
    start, end = found.span()
    if kind == 4:
        return data[:start] + data[end:]
    if kind == 5:
        return data[:end] + found[0] * chance.choice((1, 1, 300)) + data[end:]
    return data[: found.start(1)] + chance.choice(_TEXTS) + data[found.end(1) :]
