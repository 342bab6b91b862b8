"""Runs the tests against one mutant, until the first one fails."""

import os
import re
import select
import signal
import subprocess
import time
from pathlib import Path

from catalogue import Mistake

# Tests that take seconds, by a part of their names; a mutant meets them last.
SLOW = "|".join(
    [
        "ThreadTests", "ReferenceTests", "AccumulatorLawTests", "PercentileMemoryTests",
        "PercentileSearchTests", "PointsAccumulatorTests", "DecimalFormatTests",
        "a slope of many samples", "of very many samples",
    ]
)
# The form of the sources is not what is tested here, and no browser reads mutants.
LEFT_OUT = "StructureTests|SourceTreeTests|BrowserTests"

STAGES = [
    ["--filter", r"^SLOKitTests\.", "--skip", f"{LEFT_OUT}|{SLOW}"],
    ["--filter", r"^slo_cliTests\.", "--skip", LEFT_OUT],
    ["--filter", SLOW, "--skip", LEFT_OUT],
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

    def begin(self, stage: list[str]) -> float:
        """Runs the tests of a stage without a mutant; returns after how many seconds one that is
        still not done loops for ever. Other programs may take their share of the processors."""
        begin = time.monotonic()
        if failure := self.run(stage, 0, limit=3600):
            raise Mistake(f"without a mutant, a test fails: {failure}")
        return 60 + 5 * (time.monotonic() - begin)

    def run(self, stage: list[str], number: int, limit: float) -> str | None:
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
        )
        try:
            return self.first_failure(process, time.monotonic() + limit)
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
