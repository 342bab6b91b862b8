"""Counts how often an unchanged next run is beyond a recommended target, service by service.

    python3 Tests/Benchmarks/recommend SLO_CLI PAIRS
"""

import json
import math
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from collections import Counter

import numpy

from services import SERVICES, TINY

# A column of percentiles is judged by its mean, one of raw latencies by a percentile of it.
INDICATORS = {"mean": "p99_latency", "percentile": "latency"}
PROMISES = ["suggested", "red"]
WAYS = [*PROMISES, "observed", "plus ten", "three sigma", "classic"]
SHARES = {"p95": 0.95, "p90": 0.9, "median": 0.5}


def draft(slo, columns):
    """The draft for columns of one length, by name."""
    rows = "\n".join(",".join(f"{value:.9g}" for value in row) for row in zip(*columns.values()))
    result = subprocess.run(
        [slo, "recommend", "-", "--format", "json"],
        input=",".join(columns) + "\n" + rows + "\n", capture_output=True, text=True, check=True,
    )
    return {target["name"]: target for target in json.loads(result.stdout)["targets"]}


def indicator(sli, values):
    function = sli.split("(")[0]
    return numpy.mean(values) if function == "mean" else numpy.quantile(values, SHARES[function])


def outcome(target, first, second):
    """Which ways to choose a target the second run would miss."""
    if target["suggested"] is None:
        return {"refused": 1}
    value, observed = indicator(target["sli"], second), indicator(target["sli"], first)
    # Without a red limit of its own, red begins where green ends.
    limits = {
        "suggested": target["suggested"]["limit"],
        "red": (target["red"] or target["suggested"])["limit"],
        "observed": observed,
        "plus ten": 1.1 * observed,
        "three sigma": numpy.mean(first) + 3 * numpy.std(first, ddof=1),
        "classic": min(2.0, max(0.5, 2 * numpy.mean(first))),
    }
    counts = {way: int(value > limit) for way, limit in limits.items()}
    return counts | {"heavy": int(any("heavy tail" in note for note in target["notes"]))}


def pair(slo, seed):
    random = numpy.random.default_rng(seed)
    runs = {name: service(random) for name, service in SERVICES.items()}
    results = Counter()
    for is_tiny in (False, True):
        chosen = {n: r for n, r in runs.items() if (len(r[0]) == TINY) == is_tiny}
        columns = {
            f"{column}_{place}": first
            for place, (first, _) in enumerate(chosen.values())
            for column in INDICATORS.values()
        }
        targets = draft(slo, columns)
        for place, (name, (first, second)) in enumerate(chosen.items()):
            for kind, column in INDICATORS.items():
                for way, count in outcome(targets[f"{column}_{place}"], first, second).items():
                    results[name, kind, way] += count
    return results


def interval(count, total):
    """Wilson, 1927, 95 %."""
    z, share = 1.959964, count / total
    centre = (share + z * z / 2 / total) / (1 + z * z / total)
    half = z * math.sqrt(share * (1 - share) / total + z * z / 4 / total**2) / (1 + z * z / total)
    return max(0, centre - half), centre + half


def percent(share):
    return f"{100 * share:.1f}"


def table(results, pairs):
    print("| service | indicator | no target | heavy tail | suggested (≤ 5 %) | red (≤ 1 %) "
          "| observed value | + 10 % | mean + 3 sd | classic |")
    print("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name in SERVICES:
        for kind in INDICATORS:
            refused = results[name, kind, "refused"]
            drafted = pairs - refused
            heavy = results[name, kind, "heavy"]
            cells = [name, kind, f"{percent(refused / pairs)} %", f"{percent(heavy / pairs)} %"]
            for way in WAYS:
                if not drafted:
                    cells.append("–")
                    continue
                count = results[name, kind, way]
                low, high = interval(count, drafted)
                wide = f" ({percent(low)}–{percent(high)})" if way in PROMISES else ""
                cells.append(f"{percent(count / drafted)} %{wide}")
            print("| " + " | ".join(cells) + " |")


def main():
    slo, pairs = sys.argv[1], int(sys.argv[2])
    results = Counter()
    with ThreadPoolExecutor(2) as pool:
        for seed, part in enumerate(pool.map(lambda seed: pair(slo, seed), range(pairs))):
            results.update(part)
            if seed % 100 == 99:
                print(f"{seed + 1} of {pairs} pairs", file=sys.stderr)
    table(results, pairs)


if __name__ == "__main__":
    main()
