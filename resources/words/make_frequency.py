"""Make frequency-en.txt.gz from the English large list of an unpacked wordfreq 3.1 package.

    python make_frequency.py WORDFREQ_FOLDER/data/large_en.msgpack.gz      (needs msgpack)

A line is a Zipf value × 100 and the words that have it. Zipf 3 is a word in a million, 6 one in a thousand.
"""

from __future__ import annotations

import gzip
import re
import sys
from pathlib import Path

import msgpack

LEAST = 250
STEP = 10
HERE = Path(__file__).resolve().parent


def main(source: Path) -> None:
    """Write the list beside this file."""
    _header, *buckets = msgpack.unpackb(gzip.decompress(source.read_bytes()), raw=False)
    rows: dict[int, list[str]] = {}
    for centibels, words in enumerate(buckets):
        zipf = 900 - centibels
        kept = [word for word in words if zipf >= LEAST and re.fullmatch(r"[a-z][a-z']*", word)]
        rows.setdefault(round(zipf / STEP) * STEP, []).extend(kept)
    text = "".join(f"{zipf} {' '.join(sorted(words))}\n" for zipf, words in rows.items() if words)
    head = "# How common English words are: Zipf value x 100, then the words. See frequency-en-CREDIT.txt.\n"
    (HERE / "frequency-en.txt.gz").write_bytes(gzip.compress((head + text).encode(), 9, mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
