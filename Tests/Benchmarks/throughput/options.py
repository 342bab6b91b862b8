"""The options of the benchmark. Run by itself, it only checks them."""

import argparse
from pathlib import Path

ROWS = (12, 10_000, 1_000_000)
LARGE = 4_000_000


def row_counts(text: str) -> tuple[int, ...]:
    """Numbers with commas between; k and M are a thousand and a million."""
    scales = {"k": 1_000, "M": 1_000_000}
    counts = []
    for part in text.split(","):
        scale = scales.get(part[-1:], 1)
        counts.append(int(part if scale == 1 else part[:-1]) * scale)
    if min(counts) < 12:
        raise argparse.ArgumentTypeError("at least 12 rows are needed")
    return tuple(sorted(set(counts)))


def from_one(text: str) -> int:
    if int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a number from 1, found {text}")
    return int(text)


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
    add("--slo", type=Path, metavar="PATH", help="measure this slo-cli instead of building one")
    add("--seed", type=int, default=42, metavar="N", help="another file of the same kind (42)")
    add("--keep", action="store_true", help="keep the files for the next time (.cache/metrics)")
    options = parser.parse_args()
    options.rows = tuple(sorted({*(options.rows or ROWS), *((LARGE,) if options.large else ())}))
    return options


if __name__ == "__main__":
    parse()
