"""slo-cli as a contender."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from contender import Answers, Contender
from works import PRESET, Work

# By default a percentile of many samples comes from a histogram with this bound.
HISTOGRAM_ERROR = 0.002

# The preset's objectives that are the mean of a column, and how many base units one of it is.
PRESET_MEANS = {
    "http-success-rate": ("http_success_rate", 1),
    "p95-latency": ("p95_latency", 1),
    "p99-latency": ("p99_latency", 1),
    "effective-fallback-ratio": ("effective_fallback_ratio", 1),
    "raw-fallback-ratio": ("raw_fallback_ratio", 1),
    "error-rate": ("error_rate", 1),
    "error-rate-4xx": ("error_rate_4xx", 1),
    "error-rate-5xx": ("error_rate_5xx", 1),
    "rss-memory": ("rss_mb", 1e6),
}


def contenders(
    binary: Path, folder: Path, threads: int | None, exact: bool
) -> Iterator[Contender | str]:
    """slo-cli, where asked for also with exact percentiles, or the name of what it cannot do.

    Rule files are written to the folder.
    """

    def contender(name: str, *options: str, **others: float) -> Contender:
        if threads:
            options += ("--threads", str(threads))

        def command(metrics: Path, work: Work) -> list[str]:
            return [
                str(binary), "check", str(metrics), *rules(work, folder), "--format", "json",
                *options,
            ]

        return Contender(name, version, command, answers, last_status=2, **others)

    version = output(binary, "--version").strip()
    yield contender("slo-cli", p95_error=HISTOGRAM_ERROR)
    if exact:
        known = "--exact" in output(binary, "help", "check")
        yield contender("slo-cli --exact", "--exact") if known else "slo-cli --exact"


def output(binary: Path, *arguments: str) -> str:
    return subprocess.run([binary, *arguments], check=True, capture_output=True, text=True).stdout


def rules(work: Work, folder: Path) -> list[str]:
    if work is PRESET:
        return ["--preset", "production-baseline"]
    path = folder / f"{work.name}.json"
    indicators = [f"{statistic}({column})" for statistic, column in work.questions]
    path.write_text(
        json.dumps(
            {
                "slo": 1,
                "name": work.title,
                "columns": {column: "1" for column in work.columns},
                # `info` objectives are computed and shown, and judge nothing.
                "objectives": [{"name": i, "sli": i, "role": "info"} for i in indicators],
            }
        )
    )
    return ["--rules", str(path)]


def answers(report: str, work: Work) -> Answers:
    objectives = json.loads(report)["phases"][0]["objectives"]
    if work is not PRESET:
        return {objective["sli"]: objective["value"] for objective in objectives}
    found: Answers = {}
    for objective in objectives:
        if objective["id"] in PRESET_MEANS:
            column, unit = PRESET_MEANS[objective["id"]]
            found[f"mean({column})"] = objective["value"] / unit
            found[f"na({column})"] = objective["total"] - objective["used"]
        else:
            found[objective["id"]] = objective["value"]
    return found
