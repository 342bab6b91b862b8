"""Prints what was measured, in Markdown."""

import datetime
import os
import platform
from pathlib import Path

from contender import Contender
from trial import MOST_RUNS, SECONDS, Trial
from works import PRESET, Work

# What is smaller tells more about start-up than about throughput.
LARGE_FILE = 1_000_000
LINEAR_FROM = 10_000


def head(contenders: list[Contender], threads: int | None) -> None:
    versions = dict.fromkeys(contender.version for contender in contenders)
    cores = len(os.sched_getaffinity(0))
    print("# Throughput\n")
    print(f"- Date: {datetime.datetime.now(datetime.UTC):%Y-%m-%d %H:%M} UTC")
    print(f"- Machine: {processor()}, {cores} cores, {memory():.0f} GB of memory, {system()}")
    print(f"- Versions: {', '.join(versions)}, Python {platform.python_version()}")
    # Whoever reads the numbers should know that somebody else was at work.
    print(f"- Load before the start: {os.getloadavg()[0]:.1f}")
    print(f"- Threads: {threads or 'as many as each takes by itself'}")
    print("- Runs: each a process of its own, in turns; the file is in the page cache")
    print(f"- Quick commands run for {SECONDS} s each, but at most {MOST_RUNS} times")
    print("- Wall and CPU time are medians; peak memory is that of one run")
    print("- Answers are checked before anything is timed; a wrong one ends the run")


def work(rows: int, size: int, work: Work, trials: list[Trial], absent: list[str]) -> None:
    print(f"\n## {rows:,} rows, {data(size)}: {work.title}\n")
    if work is PRESET:
        print("The peers compute the mean and NA of the 18 columns that the preset names. slo-cli")
        print("does more: it reads the times, adds up the growth of the counters, looks for")
        print("samples that meet an abort condition, and judges.\n")
    if absent:
        print(f"Left out at this size: {', '.join(absent)}.\n")
    table(
        ["", "wall", "least to most", "CPU", "peak memory", "GB/s", "to slo-cli", "runs"],
        [cells(t, size, trials[0].wall) for t in sorted(trials, key=lambda t: t.wall)],
    )


def cells(trial: Trial, size: int, ours: float) -> list[str]:
    return [
        trial.contender.name,
        duration(trial.wall),
        f"{duration(min(trial.walls))} to {duration(max(trial.walls))}",
        duration(trial.cpu),
        data(trial.peak),
        f"{size / 1e9 / trial.wall:.3f}" if size >= LARGE_FILE else "–",
        f"{trial.wall / ours:.2f}x",
        str(len(trial.walls)),
    ]


def linearity(measured: list[tuple[int, Work, Trial]]) -> None:
    """Takes the trials of slo-cli in the order of their rows."""
    series: dict[str, list[tuple[int, Trial]]] = {}
    for rows, work, trial in measured:
        if rows >= LINEAR_FROM:
            name = f"{trial.contender.name}, {work.title}"
            series.setdefault(name, []).append((rows, trial))
    lines = []
    for name, trials in series.items():
        first_rows, first = trials[0]
        for rows, trial in trials:
            each = trial.wall / rows
            growth = each / (first.wall / first_rows)
            lines.append(
                [name, f"{rows:,}", f"{each * 1e9:.0f} ns", f"{growth:.2f}x", data(trial.peak)]
            )
    if lines:
        print("\n## Linearity: time a row, start-up included\n")
        table(["", "rows", "time a row", "to the first", "peak memory"], lines)


def table(header: list[str], lines: list[list[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(header, *lines)]
    rule = ["-" * widths[0]] + ["-" * (width - 1) + ":" for width in widths[1:]]
    for line in (header, rule, *lines):
        fields = [line[0].ljust(widths[0])] + [c.rjust(w) for c, w in zip(line[1:], widths[1:])]
        print(f"| {' | '.join(fields)} |", flush=True)


def duration(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"


def data(size: int) -> str:
    for unit, name in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
        if size >= unit:
            return f"{size / unit:.1f} {name}"
    return f"{size} B"


def processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def memory() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def system() -> str:
    return f"{platform.system()} {platform.release()}"
