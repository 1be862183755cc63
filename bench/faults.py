"""Makes faults happen, many times: kills, power cuts, broken files. `run.py bench faults [KILLS]`; 1 for a fault.

KILLS processes (10,000 unless told) are killed while they save, autosave, migrate, import, export, back up and restore.
Beside them a fifth as many power cuts, with two weaker settings as controls that must lose something, and a fifth as
many broken files for every reader. With `--json` one object on standard output.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from bench.faulting.full_disk import FullDisk, filled_up
from bench.faulting.fuzz import FuzzCount
from bench.faulting.kills import Count, killed
from bench.faulting.power import PowerCount, cuts
from bench.faulting.readers import all_readers
from bench.faulting.scenes import scenes, shares
from bench.faulting.telling import print_files

KILLS = 10_000
_MEMORY = Path("/dev/shm")
"""A kill or a simulated power cut does not test the disk, so a file system in memory will do, and is quick."""


def main(arguments: list[str]) -> int:
    """Run every kind of fault, print the counts, and give 1 when something was lost or nothing was proved."""
    parser = argparse.ArgumentParser(prog="run.py bench faults", description=__doc__)
    parser.add_argument("kills", nargs="?", type=int, default=KILLS)
    parser.add_argument("--only", choices=("kills", "power", "disk", "files"), help="one kind of fault")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    if os.name == "nt":
        print("Kills and power cuts need a POSIX system; nothing was measured here.", file=sys.stderr)
        return 2
    place = _MEMORY if os.access(_MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="faults-", dir=place) as folder:
        killings = _kills(Path(folder), options.kills) if options.only in (None, "kills") else []
        power = _power(Path(folder), options.kills) if options.only in (None, "power") else []
        disk = filled_up(Path(folder)) if options.only in (None, "disk") else None
        files = (
            all_readers(Path(folder), options.kills // 5, min(25, options.kills // 50))
            if options.only in (None, "files")
            else []
        )
    if options.json:
        print(json.dumps({name: [asdict(count) for count in counts] for name, counts in
                          (("kills", killings), ("power", power),
                           ("disk", [disk] if disk else []), ("files", files))}))  # fmt: skip
    else:
        _print(killings, power, disk, files)
    return 1 if _has_fault(killings, power, disk, files) else 0


def _kills(folder: Path, kills: int) -> list[Count]:
    return [killed(scene, folder, share) for scene, share in zip(scenes(), shares(kills), strict=True)]


def _power(folder: Path, kills: int) -> list[PowerCount]:
    count = max(50, kills // 5)
    return [cuts(folder, count), *(cuts(folder, max(50, count // 5), synchronous=weak) for weak in ("FULL", "OFF"))]


def _has_fault(killings: list[Count], power: list[PowerCount], disk: FullDisk | None, files: list[FuzzCount]) -> bool:
    was_killed = any(count.lost or not count.is_proof for count in killings)
    was_cut = any(count.lost + count.unreadable or not count.is_proof for count in power[:1])
    controls_hold = all(count.lost + count.unreadable for count in power[2:])  # without syncing, things get lost
    was_broken = any(count.faults or not count.is_proof for count in files)
    was_full = disk is not None and bool(disk.lost or disk.faults or not disk.is_proof)
    return was_killed or was_cut or not controls_hold or was_broken or was_full


def _print(killings: list[Count], power: list[PowerCount], disk: FullDisk | None, files: list[FuzzCount]) -> None:
    print(f"{'killed while':<28}{'kills':>8}{'acknowledged':>14}{'lost':>6}{'ms each':>9}")
    for count in killings:
        each = count.seconds * 1000 / count.kills
        print(f"{count.name:<28}{count.kills:>8,}{count.acknowledged:>14,}{count.lost:>6}{each:>9.1f}")
    print(f"{'all':<28}{sum(c.kills for c in killings):>8,}{sum(c.acknowledged for c in killings):>14,}"
          f"{sum(c.lost for c in killings):>6}")  # fmt: skip
    print(f"\n{'power cut after saving':<28}{'cuts':>8}{'acknowledged':>14}{'lost':>6}{'does not open':>15}")
    for cut in power:
        name = cut.name.removeprefix("power cut, ") if "," in cut.name else "our settings"
        name = name if name == "our settings" else f"control: {name}"
        print(f"{name:<28}{cut.cuts:>8,}{cut.acknowledged:>14,}{cut.lost:>6}{cut.unreadable:>15}")
    if disk:
        print(f"\na full disk: {disk.acknowledged} saves acknowledged, {disk.refused} refused with a sentence, "
              f"{disk.lost} lost, {len(disk.faults)} faults {' '.join(disk.faults)}")  # fmt: skip
    print()
    print_files(files)
    for line in [line for count in killings for line in count.faults]:
        print(f"  {line}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
