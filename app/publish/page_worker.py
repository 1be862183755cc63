"""The process that makes pages beside the program: what they are made of comes in by standard input, parts go out.

It speaks with `app.publish.workers` alone: pickles of our own values come in, MessagePack goes out, which is quicker to
read again. It ends when nothing more comes in; on any fault it just ends, and the program makes the pages itself and
says what is wrong.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys

import msgspec

from app.publish.part_maker import PartMaker
from app.publish.staging import Stage
from app.publish.workers import SIZE


def main() -> int:
    """Answer each bundle of wishes with their parts."""
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)  # pages make few circles: looking for them took a third of the time
    try:
        site, terms, staging = pickle.load(asked)
        maker = PartMaker(site, terms, Stage(staging) if staging else None)
        encoder = msgspec.msgpack.Encoder()
        while True:
            answer = encoder.encode([maker.made(*wish) for wish in pickle.load(asked)])
            answers.write(len(answer).to_bytes(SIZE, "big"))
            answers.write(answer)
            answers.flush()
    except EOFError:
        return 0
    except Exception:  # told by the program, which meets the same fault
        os._exit(1)
