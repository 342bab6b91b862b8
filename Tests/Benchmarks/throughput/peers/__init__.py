"""The peers: programs that compute the same numbers from the same file."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path

from contender import Answers, Contender
from works import Work

FOLDER = Path(__file__).parent

# The t-digest is meant for many samples: of few, it interpolates otherwise than anybody else.
DIGEST_ERROR = 0.01
DIGEST_FEWEST_ROWS = 10_000

# Gawk and Miller would take minutes for what the others do in seconds.
SCRIPT_MOST_ROWS = 10_000


def contenders(threads: int | None) -> Iterator[Contender | str]:
    """The peers that are installed, and the names of those that are not."""
    for name, module, package in (
        ("DuckDB", "duckdb", "duckdb"),
        ("Polars, streaming", "polars", "polars"),
        ("pyarrow", "pyarrow", "pyarrow"),
        ("pandas", "pandas", "pandas"),
        ("ClickHouse, exact", "clickhouse", "chdb"),
    ):
        yield python_peer(name, module, package, threads)
    yield python_peer(
        "ClickHouse, t-digest", "clickhouse", "chdb", threads,
        estimate=True, p95_error=DIGEST_ERROR, fewest_rows=DIGEST_FEWEST_ROWS,
    )
    yield program("gawk", "gawk", gawk, read_plain)
    yield program("Miller", "mlr", miller, read_miller)


def python_peer(
    name: str, script: str, package: str, threads: int | None, estimate: bool = False,
    **others: float,
) -> Contender | str:
    try:
        version = metadata.version(package)
    except metadata.PackageNotFoundError:
        return name

    def command(metrics: Path, work: Work) -> list[str]:
        question = {
            "file": str(metrics),
            "questions": work.questions,
            "threads": threads,
            "estimate": estimate,
        }
        return [sys.executable, str(FOLDER / f"with_{script}.py"), json.dumps(question)]

    return Contender(name, f"{package} {version}", command, read_plain, **others)


def program(
    name: str, executable: str, command: Callable[[Path, Work], list[str]],
    read: Callable[[str, Work], Answers],
) -> Contender | str:
    if not shutil.which(executable):
        return name
    said = subprocess.run([executable, "--version"], capture_output=True, text=True).stdout
    version = re.search(r"[0-9]+(\.[0-9]+)+", said)
    return Contender(
        name, f"{executable} {version[0] if version else 'of unknown version'}", command, read,
        most_rows=SCRIPT_MOST_ROWS,
    )


def read_plain(printed: str, work: Work) -> Answers:
    return json.loads(printed)


def gawk(metrics: Path, work: Work) -> list[str]:
    return [
        "gawk", "-v", f"columns={' '.join(work.columns)}",
        "-v", f"statistics={' '.join(work.statistics)}",
        "-f", str(FOLDER / "with_gawk.awk"), str(metrics),
    ]


def miller(metrics: Path, work: Work) -> list[str]:
    columns = ",".join(work.columns)
    statistics = ",".join("null_count" if s == "na" else s for s in work.statistics)
    # For Miller NA is a text, and beyond every number; what is empty it leaves out.
    blank = 'for (name, cell in $*) { if (cell == "NA") { $[name] = "" } }'
    return [
        "mlr", "--icsv", "--ojson", "cut", "-f", columns, "then", "put", blank,
        "then", "stats1", "-i", "-a", statistics, "-f", columns, str(metrics),
    ]


def read_miller(printed: str, work: Work) -> Answers:
    found = json.loads(printed)[0]
    return {
        f"{s}({c})": found[f"{c}_{'null_count' if s == 'na' else s}"] for s, c in work.questions
    }
