"""Broken files for everything that reads one: `run.py bench fuzz [FILES]`; 1 when one is neither read nor refused.

FILES (2,000 unless told) for every reader, made of good ones: bytes flipped, cut and mixed, values of another kind,
tags in other places. A sentence for a person is an answer; any other error is a fault, and so is a changed library.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from bench.faulting.readers import all_readers
from bench.faulting.telling import print_files

FILES = 2_000
_MEMORY = Path("/dev/shm")


def main(arguments: list[str]) -> int:
    """Break files for every reader, print the counts, and give 1 for a fault or a reader that was hardly reached."""
    parser = argparse.ArgumentParser(prog="run.py bench fuzz", description=__doc__)
    parser.add_argument("files", nargs="?", type=int, default=FILES)
    parser.add_argument("--pdfs", type=int, default=25, help="each needs a process of its own")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    place = _MEMORY if os.access(_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=place) as folder:
        counts = all_readers(Path(folder), options.files, options.pdfs)
    if options.json:
        print(json.dumps([asdict(count) for count in counts]))
    else:
        print_files(counts)
    return 1 if any(count.faults or not count.is_proof for count in counts) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
