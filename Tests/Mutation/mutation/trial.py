"""Runs the tests against one mutant, until the first one fails."""

import math
import os
import re
import resource
import select
import signal
import subprocess
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

from catalogue import Mistake, Place
from weaving import ROOT

# Tests that take seconds, by a part of their names; a mutant meets them last.
SLOW = "|".join(
    [
        "ThreadTests", "ReferenceTests", "numbers are gathered", "PercentileMemoryTests",
        "PercentileSearchTests", "PointsAccumulatorTests", "DecimalFormatTests",
        "a slope of many samples", "of very many samples",
    ]
)
# The form of the sources is not what is tested here, no browser reads mutants, and a test with a
# limit of time fails beside other programs.
LEFT_OUT = (
    "StructureTests|SourceTreeTests|BrowserTests|RuleLimitTests|SmallFileLimitTests"
    "|double each other"
)

# Where the sources of a folder decide, the tests of evaluations see it.
NEAR = "Evaluation"
TESTS = ROOT / "Tests/SLOKitTests"

Stage = tuple[str, ...]


def near(place: Place) -> Stage:
    """The quick tests of the folder that is mutated: most mutants go no further."""
    folders = {place.file.split("/")[0], NEAR}
    suites = [path.stem for name in folders for path in (TESTS / name).rglob("*Tests.swift")]
    return "--filter", rf"^SLOKitTests\.({'|'.join(sorted(suites))})/", "--skip", f"{LEFT_OUT}|{SLOW}"


# Each with fewer mutants than the one before it.
STAGES: list[Callable[[Place], Stage]] = [
    near,
    lambda _: ("--filter", r"^SLOKitTests\.", "--skip", f"{LEFT_OUT}|{SLOW}"),
    lambda _: ("--filter", r"^slo_cliTests\.", "--skip", LEFT_OUT),
    lambda _: ("--filter", SLOW, "--skip", LEFT_OUT),
]


class Trial:
    """The tests that were built in a copy of the package."""

    def __init__(self, folder: Path):
        bin_path = subprocess.run(
            ["swift", "build", "--package-path", str(folder), "--show-bin-path"],
            check=True, capture_output=True, text=True,
        )
        found = list(Path(bin_path.stdout.strip()).glob("*PackageTests.xctest"))
        self.program = str(found[0])
        self.folder = folder

    @cache
    def limit(self, stage: Stage) -> int:
        """After how many seconds of a processor a mutant that is still not done loops for ever,
        by a run without one. On the clock it may take far longer beside other programs."""
        before = processor_seconds()
        if failure := self.run(stage, 0, limit=3600):
            raise Mistake(f"without a mutant, a test fails: {failure}")
        return 20 + 5 * math.ceil(processor_seconds() - before)

    def run(self, stage: Stage, number: int, limit: int) -> str | None:
        environment = {
            **os.environ,
            "SLOKIT_MUTANT": str(number),
            "SWIFT_BACKTRACE": "enable=no",
            "NO_COLOR": "1",
        }
        process = subprocess.Popen(
            [self.program, "--testing-library", "swift-testing", *stage],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            cwd=self.folder, env=environment, start_new_session=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit)),
        )
        try:
            # What waits for ever takes no time of a processor.
            return self.first_failure(process, time.monotonic() + 30 * limit)
        finally:
            # With it go the tools that its tests have started: they are of its own session.
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()

    def first_failure(self, process: subprocess.Popen, deadline: float) -> str | None:
        rest = b""
        while True:
            remaining = deadline - time.monotonic()
            if remaining <= 0 or not select.select([process.stdout], [], [], remaining)[0]:
                return "out of time"
            data = os.read(process.stdout.fileno(), 1 << 16)
            if not data:
                break
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:
                text = line.decode(errors="replace")
                if match := re.search(r'Test (".*?"|\S+) (?:.* )?recorded an issue', text):
                    return match.group(1)
                if "✘" in text:
                    return text.strip()
        status = process.wait()
        return f"the tests ended with status {status}" if status != 0 else None


def processor_seconds() -> float:
    """What the programs took that were started here and are done."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
