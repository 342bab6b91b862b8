"""Makes the metrics: a time and 40 columns of numbers, a cell in twenty without a measurement.

A column draws its cells from a pool of 65,536 texts. What everybody should find is computed here,
from the numbers drawn, so that no reader of CSV is its own judge.
"""

import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np

POOL = 1 << 16
BLOCK = 1 << 16
START = np.datetime64("2025-11-24T20:00:00")

Texts = Callable[[np.random.Generator], list[str]]


def latency(median: float) -> Texts:
    """Seconds, with a long tail."""
    return lambda rng: [
        f"{value:.9f}".rstrip("0") for value in rng.lognormal(math.log(median), 0.35, POOL)
    ]


def success_share(rng: np.random.Generator) -> list[str]:
    """Just below 1, and often 1."""
    shares = 1 - np.abs(rng.normal(0, 0.0008, POOL))
    return ["1.0" if whole < 0.3 else f"{x:.6f}" for x, whole in zip(shares, rng.random(POOL))]


def rare_share(mean: float, zeros: float, digits: int) -> Texts:
    """Just above 0, and often 0."""

    def texts(rng: np.random.Generator) -> list[str]:
        shares = rng.beta(1, 1 / mean, POOL)
        return ["0" if z < zeros else f"{x:.{digits}f}" for x, z in zip(shares, rng.random(POOL))]

    return texts


def gauge(mean: float, deviation: float, digits: int) -> Texts:
    return lambda rng: [
        f"{max(value, 0):.{digits}f}" for value in rng.normal(mean, deviation, POOL)
    ]


def cache_share(rng: np.random.Generator) -> list[str]:
    """All the digits of a double, as programs print them that do not round."""
    return [f"{share:.15f}" for share in rng.beta(90, 5, POOL)]


def events(mean: float) -> Texts:
    return lambda rng: [str(count) for count in rng.poisson(mean, POOL)]


def total(below: int) -> Texts:
    return lambda rng: [str(count) for count in rng.integers(below, size=POOL)]


fallback_share = rare_share(0.005, zeros=0.5, digits=6)
error_share = rare_share(0.0011, zeros=0.4, digits=8)

# In the order of the file. The last one numbers the samples and has no pool.
COLUMNS: dict[str, Texts | None] = {
    "http_success_rate": success_share,
    "p50_latency": latency(0.0011),
    "p90_latency": latency(0.0025),
    "p95_latency": latency(0.0038),
    "p99_latency": latency(0.0098),
    "raw_fallback_ratio": fallback_share,
    "effective_fallback_ratio": fallback_share,
    "error_rate": error_share,
    "error_rate_4xx": error_share,
    "error_rate_5xx": error_share,
    "cpu_percent": gauge(41, 12, digits=2),
    "rss_mb": gauge(412, 30, digits=3),
    "request_rate": gauge(1450, 190, digits=4),
    "raw_fallback_total": total(5_000),
    "effective_fallback_total": total(5_000),
    "fallback_http": total(5_000),
    "fallback_message": total(5_000),
    "fallback_cache": total(5_000),
    "http_adapter_ops": total(10_000_000),
    "message_bus_rpc_attempts": total(10_000_000),
    "cache_get_attempts": total(10_000_000),
    "fb_http_ratio": fallback_share,
    "fb_message_ratio": fallback_share,
    "fb_cache_ratio": fallback_share,
    "plugin_reload_success": events(3),
    "plugin_reload_failure": events(0.08),
    "snapshot_create_success": events(3),
    "snapshot_create_failure": events(0.08),
    "snapshot_restore_success": events(3),
    "snapshot_restore_failure": events(0.08),
    "cache_hit_rate": cache_share,
    "plugin_reload_p95": latency(0.045),
    "plugin_reload_p99": latency(0.06),
    "plugin_reload_success_rate": success_share,
    "snapshot_operation_p95": latency(0.045),
    "snapshot_operation_p99": latency(0.06),
    "snapshot_success_rate": success_share,
    "cache_hits_raw": total(10_000_000),
    "cache_misses_raw": total(1_000_000),
    "sample_num": None,
}


def cells(texts: Texts, rng: np.random.Generator) -> np.ndarray:
    """A pool of cells with their separator; some say NA, and half as many are empty."""
    missing = rng.random(POOL)
    return np.array(
        [
            ("NA" if m < 0.034 else "" if m < 0.05 else text) + ","
            for text, m in zip(texts(rng), missing)
        ],
        dtype="S",
    )


def number(cell: bytes) -> float:
    text = cell.rstrip(b",")
    return float(text) if text not in (b"", b"NA") else math.nan


def make(rows: int, seed: int, folder: Path) -> tuple[Path, dict[str, float]]:
    """The file of that many rows, made unless it is there, and the facts about it."""
    folder.mkdir(parents=True, exist_ok=True)
    metrics = folder / f"metrics-{rows}-{seed}.csv"
    facts = metrics.with_suffix(".json")
    if not facts.exists():
        found = write(rows, np.random.default_rng(seed), metrics)
        facts.write_text(json.dumps(found))
    return metrics, json.loads(facts.read_text())


def write(rows: int, rng: np.random.Generator, path: Path) -> dict[str, float]:
    pools = {name: cells(texts, rng) for name, texts in COLUMNS.items() if texts}
    drawn = {name: np.empty(rows, np.uint16) for name in pools}
    row = np.dtype(
        [("timestamp", "S21")]
        + [(name, pool.dtype) for name, pool in pools.items()]
        + [("sample_num", "S9")]
    )
    with path.open("wb") as file:
        file.write(",".join(["timestamp", *COLUMNS]).encode() + b"\n")
        for first in range(0, rows, BLOCK):
            number_of = np.arange(first, min(first + BLOCK, rows))
            block = np.zeros(len(number_of), row)
            times = np.datetime_as_string(START + number_of, unit="s", timezone="UTC")
            block["timestamp"] = np.char.add(times.astype("S20"), b",")
            block["sample_num"] = np.char.add((number_of + 1).astype("S8"), b"\n")
            for name, pool in pools.items():
                places = rng.integers(POOL, size=len(number_of), dtype=np.uint16)
                drawn[name][first : first + BLOCK] = places
                block[name] = pool[places]
            # Cells are padded with zero bytes to the width of their column.
            padded = block.view(np.uint8)
            file.write(padded[padded != 0].tobytes())

    facts: dict[str, float] = {}
    for name, pool in pools.items():
        facts |= facts_of(name, np.array([number(cell) for cell in pool])[drawn[name]])
    facts |= facts_of("sample_num", np.arange(1.0, rows + 1))
    return facts | preset_shares(facts)


def facts_of(name: str, values: np.ndarray) -> dict[str, float]:
    measured = values[~np.isnan(values)]
    steps = np.diff(measured)
    return {
        f"mean({name})": math.fsum(measured) / len(measured),
        f"min({name})": float(np.nanmin(values)),
        f"max({name})": float(np.nanmax(values)),
        f"p95({name})": float(np.nanpercentile(values, 95)),
        f"na({name})": int(np.isnan(values).sum()),
        # After a drop a counter has grown from 0.
        f"increase({name})": float(np.where(steps < 0, measured[1:], steps).sum()),
    }


def preset_shares(facts: dict[str, float]) -> dict[str, float]:
    """What the objectives of production-baseline are that compare the growth of counters."""

    def share(good: tuple[str, ...], bad: tuple[str, ...]) -> float:
        grown = sum(facts[f"increase({name})"] for name in good)
        return grown / (grown + sum(facts[f"increase({name})"] for name in bad))

    return {
        "cache-hit-rate": share(("cache_hits_raw",), ("cache_misses_raw",)),
        "plugin-reload-success": share(("plugin_reload_success",), ("plugin_reload_failure",)),
        "snapshot-success": share(
            ("snapshot_create_success", "snapshot_restore_success"),
            ("snapshot_create_failure", "snapshot_restore_failure"),
        ),
    }
