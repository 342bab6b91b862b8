"""Writes Fixtures/<scenario>/metrics.csv.

Deterministic: fixed seeds, no clock, no environment. Running it again gives the same bytes.
The figures are invented; only their shape is that of real runs.
"""

import csv
import io
import math
import random
from datetime import datetime, timedelta, timezone
from pathlib import Path

FIXTURES = Path(__file__).resolve().parents[2] / "Fixtures"

PRODUCTION_HEADER = (
    "timestamp,http_success_rate,p50_latency,p90_latency,p95_latency,p99_latency,"
    "raw_fallback_ratio,effective_fallback_ratio,error_rate,error_rate_4xx,error_rate_5xx,"
    "cpu_percent,rss_mb,request_rate,raw_fallback_total,effective_fallback_total,fallback_http,"
    "fallback_message,fallback_cache,http_adapter_ops,message_bus_rpc_attempts,"
    "cache_get_attempts,fb_http_ratio,fb_message_ratio,fb_cache_ratio,plugin_reload_success,"
    "plugin_reload_failure,snapshot_create_success,snapshot_create_failure,"
    "snapshot_restore_success,snapshot_restore_failure,cache_hit_rate,plugin_reload_p95,"
    "plugin_reload_p99,plugin_reload_success_rate,snapshot_operation_p95,"
    "snapshot_operation_p99,snapshot_success_rate,cache_hits_raw,cache_misses_raw,sample_num"
).split(",")

CACHE_COLUMNS = ["cache_hit_rate", "cache_hits_raw", "cache_misses_raw"]
LATENCY_COLUMNS = ["p50_latency", "p90_latency", "p95_latency", "p99_latency"]


# Writing


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=timezone.utc)


def stamps(start, count, step):
    """RFC 3339 in UTC, regular."""
    first = utc(start)
    return [(first + i * step).strftime("%Y-%m-%dT%H:%M:%SZ") for i in range(count)]


def write(
        scenario, header, rows, delimiter=",", newline="\n", bom=False, name="metrics.csv"):
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=newline)
    writer.writerow(header)
    writer.writerows([row[name] for name in header] for row in rows)
    folder = FIXTURES / scenario
    folder.mkdir(parents=True, exist_ok=True)
    encoding = "utf-8-sig" if bom else "utf-8"
    (folder / name).write_bytes(buffer.getvalue().encode(encoding))


def rows_of(columns):
    """Turns a table of columns into rows; all columns must be of one length."""
    lengths = {len(cells) for cells in columns.values()}
    assert len(lengths) == 1, {name: len(cells) for name, cells in columns.items()}
    return [dict(zip(columns, cells)) for cells in zip(*columns.values())]


def blank(rows, columns, token="NA"):
    for row in rows:
        for column in columns:
            row[column] = token


# The production baseline


class Counters:
    """Cumulative counters, as a process exports them: never falling, except at a restart."""

    def __init__(self, **start):
        self.values = dict(start)

    def add(self, **growth):
        for name, amount in growth.items():
            self.values[name] = self.values.get(name, 0) + amount

    def restart(self, *names):
        for name in names:
            self.values[name] = 0


def production_row(rng, index, stamp, counters, p95):
    """One healthy sample around a P95 (seconds); the other figures keep their proportions."""
    rate = rng.uniform(64, 78)
    requests = rate * 600
    client_errors = round(rng.uniform(0.0015, 0.0035), 5)
    server_errors = round(rng.uniform(0.0004, 0.0012), 5)
    errors = client_errors + server_errors
    raw, effective = rng.uniform(0.030, 0.042), rng.uniform(0.008, 0.016)
    hit_rate = rng.uniform(0.88, 0.93)
    adapter, rpc, gets = int(requests * 0.62), int(requests * 0.21), int(requests * 0.9)
    via_http, via_message = int(requests * effective * 0.7), int(requests * effective * 0.3)
    via_cache = int(requests * (raw - effective))
    hits = int(gets * hit_rate)
    counters.add(
        raw_fallback_total=via_http + via_message + via_cache,
        effective_fallback_total=via_http + via_message,
        fallback_http=via_http, fallback_message=via_message, fallback_cache=via_cache,
        http_adapter_ops=adapter, message_bus_rpc_attempts=rpc, cache_get_attempts=gets,
        cache_hits_raw=hits, cache_misses_raw=gets - hits,
        plugin_reload_success=rng.randint(2, 4), plugin_reload_failure=int(index == 5),
        snapshot_create_success=rng.randint(9, 14), snapshot_create_failure=int(index == 9),
        snapshot_restore_success=rng.randint(1, 3), snapshot_restore_failure=0,
    )
    tail = p95 * rng.uniform(0.96, 1.04)
    gauges = {
        "timestamp": stamp,
        "http_success_rate": f"{1 - errors:.5f}",
        "p50_latency": f"{tail * rng.uniform(0.21, 0.24):.6f}",
        "p90_latency": f"{tail * rng.uniform(0.68, 0.74):.6f}",
        "p95_latency": f"{tail:.6f}",
        "p99_latency": f"{tail + 0.055 + rng.uniform(-0.006, 0.006):.6f}",
        "raw_fallback_ratio": f"{raw:.5f}",
        "effective_fallback_ratio": f"{effective:.5f}",
        "error_rate": f"{errors:.5f}",
        "error_rate_4xx": f"{client_errors:.5f}",
        "error_rate_5xx": f"{server_errors:.5f}",
        "cpu_percent": f"{rng.uniform(22, 34):.1f}",
        "rss_mb": f"{312 + 3 * index + rng.uniform(-4, 4):.2f}",
        "request_rate": f"{rate:.4f}",
        "fb_http_ratio": f"{via_http / adapter:.5f}",
        "fb_message_ratio": f"{via_message / rpc:.5f}",
        "fb_cache_ratio": f"{via_cache / gets:.5f}",
        "cache_hit_rate": f"{hit_rate:.4f}",
        "plugin_reload_p95": f"{rng.uniform(0.41, 0.58):.3f}",
        "plugin_reload_p99": f"{rng.uniform(0.62, 0.80):.3f}",
        "plugin_reload_success_rate": "0.6667" if index == 5 else "1",
        "snapshot_operation_p95": f"{rng.uniform(1.1, 1.6):.3f}",
        "snapshot_operation_p99": f"{rng.uniform(1.8, 2.3):.3f}",
        "snapshot_success_rate": "0.9286" if index == 9 else "1",
        "sample_num": index + 1,
    }
    return gauges | counters.values


def production_rows(seed, start, count=13, p95=0.095, restart_at=None):
    rng = random.Random(seed)
    counters = Counters(
        raw_fallback_total=5210, effective_fallback_total=1822, fallback_http=1275,
        fallback_message=547, fallback_cache=3388, http_adapter_ops=91244,
        message_bus_rpc_attempts=30911, cache_get_attempts=132450, cache_hits_raw=119880,
        cache_misses_raw=12570, plugin_reload_success=14, plugin_reload_failure=0,
        snapshot_create_success=61, snapshot_create_failure=0, snapshot_restore_success=9,
        snapshot_restore_failure=0,
    )
    rows = []
    for index, stamp in enumerate(stamps(start, count, timedelta(minutes=10))):
        if index == restart_at:
            counters.restart("cache_get_attempts", "cache_hits_raw", "cache_misses_raw")
        rows.append(production_row(rng, index, stamp, counters, p95))
    return rows


def production_proceed():
    rows = production_rows(11, "2026-03-02T09:00:00", restart_at=8)
    # What is optional was not measured everywhere; every spelling of NA occurs once.
    blank(rows[:2], ["snapshot_create_success", "snapshot_restore_success"])
    blank(rows[:2], ["snapshot_create_failure", "snapshot_restore_failure"], "")
    blank(rows[3:4], ["raw_fallback_ratio", "error_rate_4xx"], "NaN")
    blank(rows[4:5], ["p95_latency"], " null ")
    blank(rows[6:7], ["raw_fallback_ratio", "plugin_reload_p95", "plugin_reload_p99"], "n/a")
    blank(rows[10:12], ["snapshot_operation_p95", "snapshot_operation_p99"], "-")
    return rows


def production_hold():
    rows = production_rows(12, "2026-03-02T14:00:00", count=4)
    blank(rows, CACHE_COLUMNS)
    blank(rows[1:3], ["cache_hits_raw"], "")
    return rows


def production_rollback():
    rows = production_rows(13, "2026-03-03T09:00:00", p95=0.180)
    # This build does not export the raw cache counters; the sampled rate has to do.
    blank(rows, ["cache_hits_raw", "cache_misses_raw"])
    # The last sample makes the mean 180 ms.
    others = sum(float(row["p95_latency"]) for row in rows[:-1])
    rows[-1]["p95_latency"] = f"{13 * 0.180 - others:.6f}"
    return rows


def production_abort():
    rows = production_rows(14, "2026-03-04T09:00:00")
    rows[6] |= {
        "http_success_rate": "0.96900", "error_rate": "0.03100",
        "error_rate_4xx": "0.00400", "error_rate_5xx": "0.02700",
    }
    return rows


def production_no_data():
    rows = production_rows(15, "2026-03-05T09:00:00")
    measured = [name for name in PRODUCTION_HEADER if name not in ("timestamp", "sample_num")]
    blank(rows, measured)
    blank(rows[5:8], measured, "")
    return rows


def production_no_traffic():
    rows = production_rows(16, "2026-03-06T09:00:00")
    kept = ["timestamp", "cpu_percent", "rss_mb", "sample_num"]
    ratios = [
        "http_success_rate", "raw_fallback_ratio", "effective_fallback_ratio", "error_rate",
        "error_rate_4xx", "error_rate_5xx", "fb_http_ratio", "fb_message_ratio",
        "fb_cache_ratio", "cache_hit_rate", "plugin_reload_p95", "plugin_reload_p99",
        "plugin_reload_success_rate", "snapshot_operation_p95", "snapshot_operation_p99",
        "snapshot_success_rate",
    ]
    blank(rows, ratios)
    # The collector's default for a latency nobody measured: inside every limit.
    blank(rows, LATENCY_COLUMNS, "0.1")
    blank(rows, [n for n in PRODUCTION_HEADER if n not in kept + ratios + LATENCY_COLUMNS], 0)
    return rows


# The readiness score

READINESS_CATEGORIES = [
    "Functional tests", "Load tests", "Observability", "Alerting", "Rollback rehearsal",
    "Data migration", "Security review", "Runbooks", "On-call rota", "Documentation",
]
READINESS_WEIGHTS = [20, 15, 15, 10, 10, 10, 10, 5, 5, 5]


def readiness_rows(scores):
    return rows_of(
        {"category": READINESS_CATEGORIES, "score": scores, "weight": READINESS_WEIGHTS})


# A day in staging


def staging_rows(seed, start):
    """A sample each ten minutes; the load has its peak in the middle of the peak."""
    rng = random.Random(seed)
    rows = []
    for index, stamp in enumerate(stamps(start, 144, timedelta(minutes=10))):
        hour = index / 6
        load = math.sin(math.pi * (hour - 8) / 8) if 8 <= hour < 16 else 0
        rows.append({
            "timestamp": stamp,
            "cache_hit_rate": f"{rng.uniform(96.2, 97.6):.2f}",
            "p95_latency_hit": f"{rng.uniform(58, 71) + 14 * load:.1f}",
            "p95_latency_miss": f"{rng.uniform(205, 235) + 30 * load:.1f}",
            "p95_latency": f"{rng.uniform(118, 140) + 55 * load:.1f}",
            "error_rate": f"{rng.uniform(0.01, 0.05):.3f}",
            "pod_restarts": 0,
            "memory": f"{rng.uniform(55, 61):.1f}",
            "cpu": f"{rng.uniform(34, 43) + 22 * load:.1f}",
            "replicas": 5 if load > 0.5 else 3,
        })
    # Cold caches, a restart, and everything climbs: a warm-up is not judged.
    for index, row in enumerate(rows[:12]):
        row |= {
            "cache_hit_rate": f"{31 + 5 * index:.2f}", "p95_latency": f"{1460 - 90 * index:.1f}",
            "error_rate": "3.100", "pod_restarts": int(index == 4), "replicas": 2,
            "memory": f"{40 + 1.5 * index:.1f}", "cpu": f"{45 + 4 * index:.1f}",
        }
    return rows


def staging_proceed():
    rows = staging_rows(71, "2026-05-18T00:00:00")
    blank(rows[40:42], ["p95_latency_miss"])
    return rows


def staging_hold():
    rows = staging_rows(72, "2026-05-19T00:00:00")
    for row in rows[48:96]:
        row["cache_hit_rate"] = f"{float(row['cache_hit_rate']) - 5:.2f}"
    return rows


def staging_gap():
    # The same day but for an hour in its peak, of which there is no sample.
    rows = staging_proceed()
    return rows[:61] + rows[66:]


def staging_rollback():
    rows = staging_rows(73, "2026-05-20T00:00:00")
    for index, row in enumerate(rows):
        row["memory"] = f"{float(row['memory']) + 0.12 * index:.1f}"
    return rows


def staging_no_data():
    rows = staging_rows(74, "2026-05-21T00:00:00")
    blank(rows, [name for name in rows[0] if name != "timestamp"])
    return rows


# A release candidate beside the release before


def release_rows(seed, start, p99=240.0):
    """Two hours by the minute, with this mean of the P99 latency."""
    rng = random.Random(seed)
    latencies = [round(rng.uniform(p99 - 9, p99 + 9), 2) for _ in range(119)]
    latencies.append(round(120 * p99 - sum(latencies), 2))
    rows = [
        {
            "timestamp": stamp,
            "p99_latency": f"{latency:.2f}",
            "error_rate": f"{rng.uniform(0.03, 0.11):.3f}",
            "cascading_failures": 0,
            "service_crashes": 0,
            "cache_hit_rate": f"{rng.uniform(62.5, 67.5):.1f}",
            "pool_usage": f"{rng.uniform(52, 66):.1f}",
            "cpu": f"{rng.uniform(39, 51):.1f}",
        }
        for stamp, latency in zip(stamps(start, 120, timedelta(minutes=1)), latencies)]
    # One sample is far beyond its limits; the five minutes around it are not.
    rows[47] |= {"error_rate": "0.340", "pool_usage": "96.0"}
    return rows


RELEASE_BASELINE = release_rows(81, "2026-05-25T09:00:00")
RELEASE_METRICS = [name for name in RELEASE_BASELINE[0] if name != "timestamp"]


def release_hold():
    rows = release_rows(83, "2026-05-27T09:00:00")
    for row in rows:
        row["cache_hit_rate"] = f"{float(row['cache_hit_rate']) + 9:.1f}"
    return rows


def release_no_data():
    rows = release_rows(85, "2026-05-29T09:00:00")
    blank(rows, RELEASE_METRICS)
    return rows


# Rollouts by stages


def staged(rng, start, minutes, stages, cells):
    """Samples at these shares, one stage after the other; `cells` makes the rest of a sample."""
    shares = [share for share, count in stages for _ in range(count)]
    times = stamps(start, len(shares), timedelta(minutes=minutes))
    return [
        {"timestamp": time, "rollout_percentage": share} | cells(rng)
        for time, share in zip(times, shares)]


CANARY_STAGES = [(0, 4), (5, 48), (10, 48)]
CANARY_METRICS = [
    "error_rate", "p95_latency", "test_pass_rate", "health_checks_passed", "health_checks_total",
    "critical_alerts", "uptime", "memory_available", "cpu",
]


def canary_rows(seed, start, stages=CANARY_STAGES):
    def cells(rng):
        return {
            "error_rate": f"{rng.uniform(0.02, 0.06):.3f}",
            "p95_latency": f"{rng.uniform(140, 172):.1f}",
            "test_pass_rate": f"{rng.uniform(98.9, 99.8):.2f}",
            "health_checks_passed": 5, "health_checks_total": 5, "critical_alerts": 0,
            "uptime": 100,
            "memory_available": f"{rng.uniform(44, 52):.1f}",
            "cpu": f"{rng.uniform(38, 49):.1f}",
        }
    rows = staged(random.Random(seed), start, 15, stages, cells)
    # The first samples show the release before, which may be as bad as it likes.
    for row in rows:
        if row["rollout_percentage"] == 0:
            row |= {"error_rate": "2.310", "p95_latency": "611.0"}
    return rows


def at_stage(rows, share):
    return [row for row in rows if row["rollout_percentage"] == share]


def canary_proceed():
    rows = canary_rows(51, "2026-05-04T06:00:00")
    blank(rows[20:22], ["test_pass_rate"])
    return rows


def canary_hold():
    rows = canary_rows(52, "2026-05-05T06:00:00")
    for row in at_stage(rows, 10):
        row["cpu"] = f"{float(row['cpu']) + 24:.1f}"
    return rows


def canary_rollback():
    rows = canary_rows(53, "2026-05-06T06:00:00")
    for row in at_stage(rows, 10):
        row["test_pass_rate"] = f"{float(row['test_pass_rate']) - 5:.2f}"
    return rows


def canary_abort():
    rows = canary_rows(54, "2026-05-07T06:00:00", [(0, 4), (5, 48), (10, 20)])
    # For five minutes by the clock only if the NA between them is stepped over.
    for row, cell in zip(at_stage(rows, 10)[8:], ["1.620", "NA", "1.480"]):
        row["error_rate"] = cell
    return rows


def canary_spike():
    rows = canary_rows(55, "2026-05-08T06:00:00")
    # Gone at the next check that measured anything: had the NA made it longer, it would trip.
    for row, cell in zip(at_stage(rows, 5)[30:], ["1.740", "NA", "NA"]):
        row["error_rate"] = cell
    at_stage(rows, 10)[7]["p95_latency"] = "742.0"
    return rows


def canary_no_data():
    rows = canary_rows(56, "2026-05-09T06:00:00", [(5, 48)])
    blank(rows, CANARY_METRICS)
    blank(rows[9:14], CANARY_METRICS, "")
    return rows


PROGRESSIVE_STAGES = [(0, 2), (10, 4), (25, 7), (50, 7), (100, 7)]


def progressive_rows(seed, start, stages=PROGRESSIVE_STAGES):
    def cells(rng):
        return {
            "error_rate": f"{rng.uniform(0.11, 0.27):.3f}",
            "availability": f"{rng.uniform(99.82, 99.97):.3f}",
            "p95_latency": f"{rng.uniform(310, 390):.1f}",
        }
    return staged(random.Random(seed), start, 5, stages, cells)


def progressive_rollback():
    rows = progressive_rows(63, "2026-05-13T10:00:00", PROGRESSIVE_STAGES[:3])
    for row in at_stage(rows, 25)[2:]:
        row["availability"] = f"{float(row['availability']) - 1.4:.3f}"
    return rows


def progressive_no_data():
    rows = progressive_rows(64, "2026-05-14T10:00:00", [(10, 4)])
    blank(rows, ["error_rate", "availability", "p95_latency"])
    return rows


# Own rule files


def checkout_rows():
    """One pool is asked a sample, in turn; counters are those of the whole service."""
    rng = random.Random(21)
    count = 26
    first = datetime.fromisoformat("2026-03-09T14:00:00+02:00")
    requests, errors, heap = 184200, 412, 474.0
    columns = {
        "timestamp": [(first + timedelta(minutes=5 * i)).isoformat() for i in range(count)],
        "pool": ["eu-west, canary" if i % 2 == 0 else "eu-west, stable" for i in range(count)],
        "state": ["COLD_START"] * 2 + ["OK"] * 24,
        "latency": [
            1840, 1210, 118, 96, 124, 101, 131, 94, "NA", 99, 142, 108, 163,
            152, "NA", 154, 171, 110, 127, 97, 121, 103, 149, 95, 119, 98],
        "success": [
            91.02, 94.11, 99.31, 99.42, 99.18, 99.37, 99.25, 99.40, "NA", 99.29, 99.12, 99.33,
            98.71, 98.83, "", 98.66, 98.52, 99.30, 99.44, 99.51, 99.38, 99.47, 99.29, 99.46,
            99.41, 99.53],
        "payment_success": [
            98.1, 97.9, 99.6, 99.7, 99.4, 99.5, 99.8, 99.6, 99.5, 99.7, 99.4, 99.2, 98.3, 98.1,
            98.6, 97.8, 98.4, 99.1, 99.5, 99.6, 99.7, 99.5, 99.8, 99.6, 99.4, 99.7],
        "requests_total": [], "errors_total": [], "heap used": [], "rss": [],
        "queue_depth": [
            31, 28, 9, 11, 8, 12, "NA", 10, 9, 13, 12, 14, 22, 25, 27, 24, 19, "NA", 12, 10, 9,
            11, "NA", 8, 10, 9],
        "cache_live": [
            "NA", "NA", 0.91, "NA", 0.93, 0.92, "NA", "NA", 0.90, 0.92, "NA", 0.91, 0.86, 0.84,
            "NA", "NA", 0.88, 0.90, 0.92, "NA", 0.93, 0.91, "NA", 0.92, 0.94, "NA"],
        "cache_sampled": [
            0.4, 0.5, 0.9, 0.8, 0.9, 0.95, 0.9, "NA", 0.85, 0.9, 0.95, 0.9, 0.8, 0.85,
            0.75, 0.8, 0.85, 0.9, 0.95, 0.9, 0.9, 0.95, 0.85, 0.9, 0.9, 0.95],
        "callback_delay": ["NA"] * 4 + [212, "NA", 198] * 3 + [241, 205] + ["NA"] * 10 + [219],
        "note": [""] * count,
    }
    for index in range(count):
        requests += rng.randint(8600, 9400)
        # The error counter belongs to a process that was replaced after an hour.
        errors = 31 if index == 14 else errors + rng.randint(48, 72)
        heap += rng.uniform(-4.5, 2.0)
        columns["requests_total"].append("NA" if index == 11 else requests)
        columns["errors_total"].append(errors)
        columns["heap used"].append("NA" if index == 2 else f"{heap:.1f}")
        columns["rss"].append(f"{668 + rng.uniform(-9, 9):.1f}")
    columns["note"][3] = 'said "warm" at last'
    columns["note"][9] = "cache resized,\r\nas planned"
    columns["note"][14] = "process replaced"
    return columns


def semicolon_rows():
    """Half-minute samples from an exporter that writes -1 for a failed scrape."""
    first = int(utc("2026-03-10T08:00:00").timestamp() * 1000)
    # Some milliseconds of jitter: together they stay just short of the ten minutes asked for.
    jitter = [4, 0, 7, 2, -3, 5, 1, 0, 6, -2, 3, 0, 4, -1, 2, 5, 0, -4, 1, -6]
    return {
        "ts": [first + 30_000 * i + late for i, late in enumerate(jitter)],
        "date": ["2026-03-10"] * 20,
        "host": ["edge-1"] * 20,
        "free_workers": [6, 5, 7, 6, 4, -1, 5, 3, 4, 6, 5, 7, 8, -1, 6, 5, 4, 5, 6, 7],
        "p99": [
            41200, 39850, 43110, 40420, 46990, -1, 44730, 51260, 48870, 42040, 41530, 39970,
            38720, -1, 40610, 42280, 45140, 43390, 41760, 40250],
        "clock_offset": [
            0.4, 0.7, 1.1, 0.2, -0.6, -1, -1.2, -1.9, -2.4, -1.7, -0.9, -0.3, 0.5, -1, 1.3, 1.8,
            1.2, 0.8, 0.1, -0.2],
        "error_rate": [
            0.0011, 0.0009, 0.0014, 0.0010, 0.0022, -1, 0.0019, 0.0031, 0.0027, 0.0012, 0.0010,
            0.0008, 0.0007, -1, 0.0011, 0.0013, 0.0018, 0.0015, 0.0012, 0.0009],
    }


QUIET_ERRORS = [
    0.21, 0.18, 0.24, 0.19, 0.22, 0.27, 0.20, 0.23, 0.17, 0.25, 0.22, 0.19, 0.26, 0.21, 0.18,
    0.24, 0.20, 0.23, 0.19, 0.28, 0.22, 0.17, 0.21, 0.25, 0.20, 0.18, 0.23, 0.19, 0.24, 0.22]
QUIET_P99 = [
    0.412, 0.398, 0.421, 0.405, 0.433, 0.417, 0.402, 0.426, 0.409, 0.395, 0.418, 0.431, 0.407,
    0.414, 0.423, 0.399, 0.411, 0.428, 0.404, 0.416, 0.397, 0.422, 0.408, 0.419, 0.401, 0.427,
    0.413, 0.406, 0.424, 0.410]


def minute_rows(start, errors, latencies, notes):
    """Half an hour of samples a minute apart; the arguments say what departs from quiet."""
    columns = {
        "timestamp": stamps(start, 30, timedelta(minutes=1)),
        "error_rate": list(QUIET_ERRORS), "p99_latency": list(QUIET_P99), "note": [""] * 30,
    }
    changes = {"error_rate": errors, "p99_latency": latencies, "note": notes}
    for name, cells in changes.items():
        for index, cell in cells.items():
            columns[name][index] = cell
    return columns


def breach_rows():
    # Without the NA being bridged neither half of the breach lasts five minutes.
    breach = {12: 2.41, 13: 3.12, 14: 3.38, 15: "NA", 16: 3.05, 17: 2.87, 18: 2.36}
    # The line break moves every later sample down by one physical line.
    return minute_rows("2026-03-11T22:10:00", breach, {5: 2.614}, {8: "node 3 drained,\nplanned"})


def spike_rows():
    spike = {9: 6.52, 10: "NA"}
    return minute_rows("2026-03-12T22:10:00", spike, {20: 2.377}, {9: "failover of the broker"})


def burn_rows():
    """Two hours by the minute: a spike that is soon over, then a slow burn that goes on."""
    rng = random.Random(31)
    count = 120
    errors = [round(rng.uniform(0.01, 0.08), 3) for _ in range(count)]
    for index, value in {40: 5.2, 41: 6.1, 42: 4.7}.items():
        errors[index] = value
    for index in range(70, count):
        errors[index] = round(rng.uniform(1.9, 2.7), 3)
    for index in (12, 41 + 20, 88, 89):
        errors[index] = "NA"
    columns = {
        "timestamp": stamps("2026-04-02T09:00:00", count, timedelta(minutes=1)),
        "error_rate": errors,
        "p99_latency": [f"{0.31 + 0.0004 * i + rng.uniform(-0.02, 0.02):.4f}" for i in range(count)],
        "rss_mb": [f"{512 + 0.21 * i + rng.uniform(-6, 6):.1f}" for i in range(count)],
        "queue_depth": [rng.randint(0, 9) + (6 if 75 <= i < 95 else 0) for i in range(count)],
    }
    columns["rss_mb"][33] = columns["rss_mb"][34] = "NA"
    columns["queue_depth"][50] = "NA"
    return columns


# Comparisons with a baseline


def compared_rows(seed, start, count, latency, tail=1.0, throughput=400, retries=0, rss=500):
    """A run by the minute; `tail` stretches the worst quarter of the memory readings."""
    rng = random.Random(seed)
    memory = [rss * rng.lognormvariate(0, 0.03) for _ in range(count)]
    worst = sorted(memory)[-(count // 4)]
    return {
        "timestamp": stamps(start, count, timedelta(minutes=1)),
        "p99_latency": [f"{latency * rng.lognormvariate(0, 0.08):.1f}" for _ in range(count)],
        "throughput": [f"{throughput * rng.lognormvariate(0, 0.03):.0f}" for _ in range(count)],
        "retries": [str(rng.choice([0, 0, 0, 0, 1, 2]) + retries) for _ in range(count)],
        "rss": [f"{v * tail if v >= worst else v:.0f}" for v in memory],
    }


def comparisons():
    """Run and baseline of each scenario."""
    before = compared_rows(71, "2026-06-01T09:00:00", 60, 240)
    # 30 % faster, 4 % fewer requests, a retry in the middle that the floor of 2 allows.
    better = compared_rows(72, "2026-06-02T09:00:00", 60, 168, throughput=396, retries=1)
    # A latency on its margin, and memory that is only worse where it is worst.
    unsure = compared_rows(73, "2026-06-03T09:00:00", 40, 262, tail=1.3)
    worse = compared_rows(74, "2026-06-04T09:00:00", 60, 330, throughput=360, retries=5)
    blind = compared_rows(75, "2026-06-05T09:00:00", 60, 240)
    blind["p99_latency"] = ["NA"] * 60
    unknown = dict(before, throughput=["NA"] * 60)
    return {
        "compare-proceed": (better, before), "compare-hold": (unsure, before),
        "compare-rollback": (worse, before), "compare-no-data": (blind, unknown),
    }


def write_table(scenario, columns, **options):
    write(scenario, list(columns), rows_of(columns), **options)


def main():
    production = {
        "production-proceed": production_proceed, "production-hold": production_hold,
        "production-rollback": production_rollback, "production-abort": production_abort,
        "production-no-data": production_no_data, "production-no-traffic": production_no_traffic,
    }
    for scenario, rows in production.items():
        write(scenario, PRODUCTION_HEADER, rows())
    # 9.9 % and 10.1 % above the 240 ms of the baseline.
    better, worse = 263.76, 264.24
    releases = {
        "release-proceed": release_rows(82, "2026-05-26T09:00:00", better),
        "release-hold": release_hold(),
        "release-rollback": release_rows(84, "2026-05-28T09:00:00", worse),
        "release-no-data": release_no_data(),
    }
    for scenario in releases:
        write(scenario, list(RELEASE_BASELINE[0]), RELEASE_BASELINE, name="baseline.csv")
    rollouts = releases | {
        "staging-proceed": staging_proceed(), "staging-hold": staging_hold(),
        "staging-gap": staging_gap(), "staging-rollback": staging_rollback(),
        "staging-no-data": staging_no_data(),
        # A candidate that would proceed, and nothing to compare it with.
        "release-no-baseline": release_rows(82, "2026-05-26T09:00:00", better),
        "canary-proceed": canary_proceed(), "canary-hold": canary_hold(),
        "canary-rollback": canary_rollback(), "canary-abort": canary_abort(),
        "canary-spike": canary_spike(), "canary-no-data": canary_no_data(),
        "progressive-proceed": progressive_rows(61, "2026-05-11T10:00:00"),
        # The last stage is judged when it has lasted a quarter of an hour.
        "progressive-hold": progressive_rows(
            62, "2026-05-12T10:00:00", PROGRESSIVE_STAGES[:3] + [(50, 3)]),
        "progressive-rollback": progressive_rollback(),
        "progressive-no-data": progressive_no_data(),
    }
    for scenario, rows in rollouts.items():
        write(scenario, list(rows[0]), rows)
    readiness = {
        "readiness-proceed": [10, 8, 9, 9, 10, 10, 8, 7, 10, 7],
        "readiness-hold": [9, 8, 8, 8.5, 9, 8, 7, 6, 9, 7],
        "readiness-rollback": [7, 6, 5.5, 7, 8, 6, 7, 4, 8, 6],
        "checklist-done": [10, 8, 9, 9, 10, 10, 8, 7, 10, 7],
        "checklist-open": [10, 8, 9, 9, 10, 10, 8, 7, 10, 7],
        "readiness-no-data": ["NA", "", "NA", "N/A", "NA", "NA", "null", "NA", "NA", "-"],
    }
    for scenario, scores in readiness.items():
        write(scenario, ["category", "score", "weight"], readiness_rows(scores))
    several = {"several-proceed": ["proceed"] * 2, "several-rollback": ["proceed", "hold", "rollback"]}
    for scenario, decisions in several.items():
        for name, decision in zip(["metrics.csv", "second.csv", "third.csv"], decisions):
            rows = readiness_rows(readiness[f"readiness-{decision}"])
            write(scenario, ["category", "score", "weight"], rows, name=name)
    for scenario, (run, baseline) in comparisons().items():
        write_table(scenario, run)
        write_table(scenario, baseline, name="baseline.csv")
    write_table("checkout-api", checkout_rows(), newline="\r\n", bom=True)
    write_table("semicolon-export", semicolon_rows(), delimiter=";")
    write_table("breach-for-five-minutes", breach_rows())
    write_table("spike-is-no-breach", spike_rows())
    write_table("burn-rate-windows", burn_rows())


if __name__ == "__main__":
    main()
