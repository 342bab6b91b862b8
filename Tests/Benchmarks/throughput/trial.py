"""Runs the contenders, each time in a process of its own, so that start-up counts."""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from checking import mistakes
from contender import Contender
from works import Work

# Quick commands run more often than asked for: as often as fits into so many seconds.
SECONDS = 5
MOST_RUNS = 200


class Failure(Exception):
    """Nothing more can be measured; the text says why."""


@dataclass
class Trial:
    """One contender at one work on one file."""

    contender: Contender
    command: list[str]
    peak: int
    runs: int
    walls: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    @property
    def wall(self) -> float:
        return statistics.median(self.walls)

    @property
    def cpu(self) -> float:
        return statistics.median(self.processor)


def rehearse(
    contender: Contender, metrics: Path, work: Work, facts: dict[str, float], runs: int
) -> Trial:
    """Checks the answers and reads the peak of memory in a run that is not timed.

    A child of this process would count the memory that Python holds when it is forked as its own.
    GNU time is small.
    """
    command = contender.command(metrics, work)
    began = time.perf_counter()
    with tempfile.NamedTemporaryFile("r") as memory:
        done = subprocess.run(
            [shutil.which("time"), "-q", "-f", "%M", "-o", memory.name, *command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )
        peak = 1024 * int(memory.read())
    seconds = time.perf_counter() - began
    if not 0 <= done.returncode <= contender.last_status:
        raise Failure(f"{contender.name} failed with status {done.returncode}:\n{done.stderr}")
    answers = contender.answers(done.stdout, work)
    if wrong := mistakes(contender, answers, facts):
        raise Failure("wrong answers\n  " + "\n  ".join(wrong))
    print(f"  {contender.name}: {len(answers)} answers agree, {seconds:.3f} s", file=sys.stderr)
    return Trial(contender, command, peak, max(runs, min(MOST_RUNS, int(SECONDS / seconds))))


def compete(trials: list[Trial]) -> None:
    """Times the trials in turn, so that a slow minute of the machine is everybody's."""
    turns = max(trial.runs for trial in trials)
    for turn in range(turns):
        for trial in trials:
            # Those with fewer runs spread them over all turns.
            if (turn + 1) * trial.runs // turns > turn * trial.runs // turns:
                wall, processor = timed(trial)
                trial.walls.append(wall)
                trial.processor.append(processor)


def timed(trial: Trial) -> tuple[float, float]:
    nowhere = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    began = time.perf_counter()
    process = os.posix_spawnp(trial.command[0], trial.command, os.environ, file_actions=nowhere)
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - began
    code = os.waitstatus_to_exitcode(status)
    if not 0 <= code <= trial.contender.last_status:
        raise Failure(f"{trial.contender.name} failed with status {code} while it was timed")
    return wall, usage.ru_utime + usage.ru_stime
