"""Makes the metrics, lets everybody compute the same, checks that, and prints what it took."""

import shutil
import sys
import tempfile
from pathlib import Path

import metrics
import options
import peers
import slo
import tables
from contender import Contender
from trial import Failure, compete, rehearse
from works import WORKS

CACHE = Path(__file__).parent.parent / ".cache" / "metrics"


def main() -> None:
    chosen = options.parse()
    with tempfile.TemporaryDirectory() as folder:
        contenders = gather(chosen, Path(folder))
        tables.head(contenders, chosen.threads)
        measured = []
        for rows in chosen.rows:
            measured += measure(rows, contenders, chosen.runs, chosen.seed)
        tables.linearity(measured)
    if not chosen.keep:
        shutil.rmtree(CACHE)


def gather(chosen: options.argparse.Namespace, folder: Path) -> list[Contender]:
    """Everybody who takes part; slo-cli comes first."""
    asked = list(slo.contenders(chosen.slo, folder, chosen.threads, chosen.exact))
    if chosen.peers:
        asked += peers.contenders(chosen.threads)
    for name in asked:
        if isinstance(name, str):
            print(f"Left out, because it is not there: {name}", file=sys.stderr)
    return [contender for contender in asked if isinstance(contender, Contender)]


def measure(rows: int, contenders: list[Contender], runs: int, seed: int) -> list[tuple]:
    """Prints the tables for a file of that many rows; returns the trials of slo-cli."""
    print(f"Making {rows:,} rows", file=sys.stderr)
    file, facts = metrics.make(rows, seed, CACHE)
    present = [contender for contender in contenders if not contender.unfit(rows)]
    absent = [reason for contender in contenders if (reason := contender.unfit(rows))]
    measured = []
    for work in WORKS:
        print(f"{rows:,} rows, {work.title}", file=sys.stderr)
        trials = [rehearse(contender, file, work, facts, runs) for contender in present]
        compete(trials)
        tables.work(rows, file.stat().st_size, work, trials, absent)
        measured += [(rows, work, t) for t in trials if t.contender.name.startswith("slo-cli")]
    return measured


try:
    main()
except Failure as failure:
    sys.exit(f"error: {failure}")
