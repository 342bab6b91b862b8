"""The options of the benchmark. Run by itself, it only checks them."""

import argparse
import os
import re
from pathlib import Path

ROWS = (12, 10_000, 1_000_000)
LARGE = 4_000_000
FEWEST = 12
MOST = 50_000_000
SCALES = {"": 1, "k": 1_000, "M": 1_000_000}


def row_counts(text: str) -> tuple[int, ...]:
    """Numbers with commas between; k and M are a thousand and a million."""
    counts = []
    for part in text.split(","):
        found = re.fullmatch("([0-9]{1,8})([kM]?)", part)
        count = int(found[1]) * SCALES[found[2]] if found else 0
        if not FEWEST <= count <= MOST:
            raise argparse.ArgumentTypeError(
                f"expected numbers from {FEWEST} to {MOST} such as 12,10k,1M, found '{part}'"
            )
        counts.append(count)
    return tuple(counts)


def from_one(text: str) -> int:
    if not re.fullmatch("[1-9][0-9]*", text):
        raise argparse.ArgumentTypeError(f"expected a number from 1, found '{text}'")
    return int(text)


def program(text: str) -> Path:
    path = Path(text).resolve()
    if not os.access(path, os.X_OK):
        raise argparse.ArgumentTypeError(f"expected a program, found '{text}'")
    return path


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="throughput.sh",
        allow_abbrev=False,
        description="Measures how fast slo-cli aggregates large files. Linux only.",
    )
    add = parser.add_argument
    add("--peers", action="store_true", help="also measure other programs at the same work")
    add("--rows", type=row_counts, metavar="N,...", help="rows of the files (12,10k,1M)")
    add("--large", action="store_true", help="also 4M rows (1.2 GB)")
    add("--runs", type=from_one, default=5, metavar="N", help="runs of a slow command (5)")
    add("--exact", action="store_true", help="also measure slo-cli --exact")
    add("--threads", type=from_one, metavar="N", help="threads for everybody that has a choice")
    add("--slo", type=program, metavar="PATH", help="measure this slo-cli instead of building one")
    add("--seed", type=from_one, default=42, metavar="N", help="another file of the same kind (42)")
    add("--keep", action="store_true", help="keep the files for the next time (.cache/metrics)")
    options = parser.parse_args()
    options.rows = tuple(sorted({*(options.rows or ROWS), *((LARGE,) if options.large else ())}))
    return options


if __name__ == "__main__":
    parse()
