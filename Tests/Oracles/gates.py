"""The rule files, computed by hand.

Nothing here reads a rule file: every objective is written out once more from the CSV columns,
so that a misreading in the parser cannot be repeated here.
"""

import math
from dataclasses import dataclass

import aggregates as a
import comparisons
from aggregates import Measured

MINUTE, HOUR = 60, 3600
MEGABYTE, MEBIBYTE = 10**6, 2**20


@dataclass(frozen=True)
class Objective:
    """Bands take the SLI and answer True, False, or None for NA."""

    id: str
    measured: Measured
    total: int
    green: object = None
    yellow: object = None
    red: object = None
    mandatory: bool = False
    info: bool = False
    min_samples: int = 0
    min_coverage: float = 0
    comparison: comparisons.Comparison = None


@dataclass(frozen=True)
class Abort:
    """Verdicts by sample; the streak must have so many samples and last so many seconds."""

    when: str
    verdicts: list
    samples: int = 1
    seconds: float = 0


@dataclass(frozen=True)
class Gate:
    """Rules over the samples of a table: those of a run, or those of one phase of it."""

    table: object
    objectives: list
    aborts: list = ()
    samples: int = None
    duration: float = None
    gap: float = None
    coverage: float = None
    clean: bool = False
    name: str = None


@dataclass(frozen=True)
class PhasedGate:
    """Each judged phase that the run has reached, and what counts for the run."""

    run: Gate
    phases: list


def at_most(limit):
    return lambda value: None if value is None else value <= limit


def at_least(limit):
    return lambda value: None if value is None else value >= limit


def more_than(limit):
    return lambda value: None if value is None else value > limit


def less_than(limit):
    return lambda value: None if value is None else value < limit


def both(left, right):
    """Kleene's and."""
    if left is False or right is False:
        return False
    return None if left is None or right is None else True


def verdicts(condition, values):
    return [condition(value) for value in values]


# Presets


def production_baseline(table):
    def column(name, unit="ratio"):
        return table.column(name, unit)

    def judged(id, measured, band, mandatory=True):
        return Objective(id, measured, len(table), green=band, mandatory=mandatory)

    def shown(id, name):
        return Objective(id, a.mean(column(name)), len(table), info=True)

    errors, fallback = column("error_rate"), column("effective_fallback_ratio")
    objectives = [
        judged("http-success-rate", a.mean(column("http_success_rate")), at_least(0.98)),
        judged("p95-latency", a.mean(column("p95_latency", "s")), at_most(0.150)),
        judged("p99-latency", a.mean(column("p99_latency", "s")), at_most(0.250)),
        judged("effective-fallback-ratio", a.mean(fallback), at_most(0.05)),
        shown("raw-fallback-ratio", "raw_fallback_ratio"),
        judged("error-rate", a.mean(errors), at_most(0.01)),
        shown("error-rate-4xx", "error_rate_4xx"),
        shown("error-rate-5xx", "error_rate_5xx"),
        judged("rss-memory", a.mean(column("rss_mb", "MB")), at_most(500 * MEGABYTE)),
        judged("cache-hit-rate", cache_hit_rate(table), at_least(0.80)),
        judged("plugin-reload-success", plugin_reload_success(table), at_least(0.95), False),
        judged("snapshot-success", snapshot_success(table), at_least(0.99), False),
    ]
    aborts = [
        Abort("error_rate > 2%", verdicts(more_than(0.02), errors)),
        Abort("fallback > 8%", verdicts(more_than(0.08), fallback)),
    ]
    return Gate(table, objectives, aborts, samples=12, duration=2 * HOUR, coverage=0.5)


def cache_hit_rate(table):
    hits = a.increase(table.column("cache_hits_raw"))
    misses = a.increase(table.column("cache_misses_raw"))
    sampled = a.mean(table.column("cache_hit_rate", "ratio"))
    return a.coalesce(a.ratio(hits, a.plus(hits, misses)), sampled)


def plugin_reload_success(table):
    good = a.increase(table.column("plugin_reload_success"))
    bad = a.increase(table.column("plugin_reload_failure"))
    return a.ratio(good, a.plus(good, bad))


def snapshot_success(table):
    def grown(outcome):
        return a.plus(
            a.increase(table.column(f"snapshot_create_{outcome}")),
            a.increase(table.column(f"snapshot_restore_{outcome}")))

    good, bad = grown("success"), grown("failure")
    return a.ratio(good, a.plus(good, bad))


def readiness_score(table):
    scores, weights = table.column("score"), table.column("weight")
    weighted = a.each(lambda score, weight: score * weight, scores, weights)
    return Gate(table, [Objective(
        "readiness-score", a.ratio(a.total(weighted), a.total(weights)), len(table),
        green=at_least(9), yellow=at_least(7), mandatory=True, min_coverage=1)])


def staging_baseline(table):
    # The warm-up, from 0 h to 2 h, is not judged.
    borders = [("steady", 2, 8), ("peak", 8, 16), ("daily cycle", 16, math.inf)]
    phases = []
    for name, start, end in borders:
        part = table.between(start * HOUR, end * HOUR)
        phases.append(Gate(part, staging_objectives(part), name=name, coverage=0.5))
    return PhasedGate(Gate(table, [], duration=24 * HOUR, gap=15 * MINUTE), phases)


def staging_objectives(part):
    n = len(part)
    hits, errors = part.column("cache_hit_rate", "%"), part.column("error_rate", "%")
    memory, cpu = part.column("memory", "%"), part.column("cpu", "%")

    def judged(id, measured, green, red=None):
        return Objective(id, measured, n, green=green, red=red, mandatory=True)

    def latency(name):
        return a.mean(part.column(name, "ms"))

    return [
        judged("cache-hit-rate", a.mean(hits), at_least(0.95), less_than(0.85)),
        judged("p95-latency-on-a-hit", latency("p95_latency_hit"), at_most(0.100)),
        judged("p95-latency-on-a-miss", latency("p95_latency_miss"), at_most(0.300)),
        judged("p95-latency", latency("p95_latency"), at_most(0.500)),
        judged("error-rate", a.mean(errors), less_than(0.001), more_than(0.01)),
        judged("pod-restarts", a.largest(part.column("pod_restarts")), at_most(0)),
        judged("memory", a.largest(memory), at_most(0.80)),
        judged("replicas", a.smallest(part.column("replicas")), at_least(3)),
        judged("cpu-trend", a.trend(cpu), at_most(0)),
        judged("memory-trend", a.trend(memory), at_most(0)),
    ]


def release_canary(table, baseline=None):
    def worst(name, seconds):
        values = table.column(name, "%" if name != "p99_latency" else "ms")
        windows = a.rolling(a.exact_mean, values, a.last_seconds(table.times, seconds))
        return a.resting_on(a.largest(windows), values)

    def judged(id, measured, green, yellow=None, red=None, mandatory=True):
        return Objective(id, measured, len(table), green, yellow, red, mandatory)

    def most(name):
        return a.largest(table.column(name))

    def outside(value):
        return value < 0.60 or value > 0.70

    before = baseline and a.mean(baseline.column("p99_latency", "ms")).value
    no_more_than_a_tenth_above = at_most(before * 1.10) if before else lambda value: None
    objectives = [
        judged("p99-latency", worst("p99_latency", HOUR), at_most(0.300)),
        judged(
            "p99-against-the-baseline", a.mean(table.column("p99_latency", "ms")),
            no_more_than_a_tenth_above),
        judged(
            "error-rate", worst("error_rate", 5 * MINUTE), less_than(0.002), red=more_than(0.01)),
        judged("cascading-failures", most("cascading_failures"), at_most(0)),
        judged("service-crashes", most("service_crashes"), at_most(0)),
        judged(
            "cache-hit-rate", a.mean(table.column("cache_hit_rate", "%")),
            lambda value: not outside(value), yellow=outside, mandatory=False),
        judged("pool-usage", worst("pool_usage", 5 * MINUTE), less_than(0.85), mandatory=False),
        judged("cpu-trend", a.trend(table.column("cpu", "%")), at_most(0), mandatory=False),
    ]
    return Gate(table, objectives, samples=12, duration=HOUR, coverage=0.5)


def comparison_with_baseline(table, baseline):
    def compared(id, name, unit, worse, green, red=None, floor=0, mandatory=True):
        candidate, before = table.column(name, unit), baseline.column(name, unit)
        comparison = comparisons.compare(
            a.present(candidate), a.present(before), worse, green, red, floor)
        measured = Measured(comparison.relative if comparison else None, len(a.present(candidate)))
        return Objective(
            id, measured, len(table), mandatory=mandatory, comparison=comparison)

    objectives = [
        compared("p99-latency", "p99_latency", "ms", "higher", 0.10, red=0.25),
        compared("throughput", "throughput", "1", "lower", 0.05),
        compared("retries", "retries", "1", "higher", 0.10, floor=2, mandatory=False),
        compared("memory", "rss", "MB", "higher", 0.10, mandatory=False),
    ]
    return Gate(table, objectives, samples=30)


def canary_rollout(table):
    # No user meets the new release at 0 %: these samples are not judged, and abort nothing.
    rolled_out = at_other_than(table, 0)
    breaches = [
        ("error_rate > 1% for 5m", verdicts(more_than(0.01), rolled_out.column("error_rate", "%"))),
        ("p95_latency > 500ms for 5m",
         verdicts(more_than(0.500), rolled_out.column("p95_latency", "ms"))),
    ]
    aborts = [Abort(when, holds, seconds=5 * MINUTE) for when, holds in breaches]
    phases = []
    for share in (5, 10, 25, 50, 75, 100):
        stage = at_share(table, share)
        if len(stage):
            phases.append(Gate(
                stage, canary_objectives(stage), name=f"stage {share} %",
                samples=2, duration=12 * HOUR if share <= 10 else None, gap=20 * MINUTE,
                coverage=0.5))
    return PhasedGate(Gate(rolled_out, [], aborts), phases)


def at_share(table, share):
    return table.keep(lambda row: row["rollout_percentage"] == str(share))


def at_other_than(table, share):
    return table.keep(lambda row: row["rollout_percentage"] != str(share))


def canary_objectives(stage):
    n = len(stage)

    def percent(name):
        return a.mean(stage.column(name, "%"))

    passing = [
        passed / total if passed is not None and total else None
        for passed, total in zip(
            stage.column("health_checks_passed"), stage.column("health_checks_total"))]
    return [
        Objective(
            "error-rate", percent("error_rate"), n, green=less_than(0.001), yellow=at_most(0.01),
            mandatory=True),
        Objective(
            "p95-latency", a.mean(stage.column("p95_latency", "ms")), n, green=less_than(0.200),
            yellow=at_most(0.500), mandatory=True),
        Objective(
            "test-pass-rate", percent("test_pass_rate"), n, green=at_least(0.98),
            yellow=at_least(0.95), mandatory=True),
        Objective(
            "health-checks", a.smallest(passing), n, green=at_least(1), yellow=at_least(0.8),
            mandatory=True),
        Objective(
            "critical-alerts", a.largest(stage.column("critical_alerts")), n, green=at_most(0),
            yellow=at_most(2)),
        Objective("uptime", percent("uptime"), n, green=at_least(1), yellow=at_least(0.999)),
        Objective(
            "memory-available", percent("memory_available"), n, green=more_than(0.30),
            yellow=at_least(0.10)),
        Objective("cpu", percent("cpu"), n, green=less_than(0.60), yellow=at_most(0.80)),
    ]


def progressive_rollout(table):
    phases = []
    for share in (10, 25, 50, 100):
        stage = at_share(table, share)
        n = len(stage)
        if n:
            objectives = [
                Objective(
                    "error-rate", a.mean(stage.column("error_rate", "%")), n,
                    green=less_than(0.005), mandatory=True),
                Objective(
                    "availability", a.mean(stage.column("availability", "%")), n,
                    green=more_than(0.99), mandatory=True),
                Objective(
                    "p95-latency", a.mean(stage.column("p95_latency", "ms")), n,
                    green=less_than(0.500), mandatory=True),
            ]
            minutes = 15 if share == 10 else 30
            phases.append(Gate(
                stage, objectives, name=f"stage {share} %", duration=minutes * MINUTE,
                gap=15 * MINUTE, coverage=0.5))
    return PhasedGate(Gate(table, []), phases)


# Own rule files


# As the rule file lists them; below they are grouped by what they measure.
CHECKOUT_ORDER = (
    "canary-p95 median-latency tail-latency latency-spread served-latency success worse-success "
    "error-share throughput fast-share slow-streak heap-drift peak-memory queue cache "
    "callback-delay slowest-sample").split()


def checkout_api(table):
    kept = table.keep(lambda row: row["state"] != "COLD_START")
    success = kept.column("success", "%")
    aborts = [
        Abort("success < 95% for 3 samples", verdicts(less_than(0.95), success), samples=3),
        Abort("latency > 1s", verdicts(more_than(1), kept.column("latency", "ms"))),
    ]
    objectives = checkout_latencies(kept) + checkout_outcomes(kept) + checkout_resources(kept)
    objectives.sort(key=lambda objective: CHECKOUT_ORDER.index(objective.id))
    return Gate(
        kept, objectives, aborts, samples=20, duration=90 * MINUTE, gap=10 * MINUTE)


def checkout_latencies(kept):
    latency, n = kept.column("latency", "ms"), len(kept)
    canary = kept.keep(lambda row: row["pool"] == "eu-west, canary")
    stable = kept.keep(lambda row: row["pool"] == "eu-west, stable")
    slowest_stable = a.largest(stable.column("latency", "ms")).value
    served = [
        value if value is None or pool != "eu-west, canary" else value - 0.010
        for value, pool in zip(latency, kept.labels("pool"))]
    spread = a.ratio(a.deviation(latency), a.mean(latency))
    return [
        Objective(
            "canary-p95", a.percentile(canary.column("latency", "ms"), 95), len(canary),
            green=at_most(0.180), yellow=at_most(0.250), mandatory=True, min_samples=8),
        Objective(
            "median-latency", a.median(latency), n, green=at_most(0.150), red=more_than(0.250)),
        Objective(
            "tail-latency", a.percentile(latency, 99.9), n,
            green=lambda v: both(at_most(0.400)(v), at_most(0.160)(slowest_stable))),
        Objective("latency-spread", spread, n, green=at_most(0.35)),
        Objective("served-latency", a.mean(served), n, green=at_most(0.125)),
        Objective(
            "fast-share", a.fraction(verdicts(at_most(0.150), latency)), n,
            green=at_least(0.80), yellow=at_least(0.70)),
        Objective(
            "slow-streak", a.longest(verdicts(more_than(0.150), latency)), n, green=at_most(5)),
        Objective("slowest-sample", a.largest(latency), n, info=True),
    ]


def checkout_outcomes(kept):
    success, payment = kept.column("success", "%"), kept.column("payment_success", "%")
    requests, errors = kept.column("requests_total"), kept.column("errors_total")
    n = len(kept)
    return [
        Objective(
            "success", a.mean(success), n, green=at_least(0.995), yellow=at_least(0.99),
            mandatory=True, min_coverage=0.80),
        Objective(
            "worse-success", a.combine(min, a.smallest(success), a.smallest(payment)), n,
            green=at_least(0.97)),
        Objective(
            "error-share", a.ratio(a.increase(errors), a.increase(requests)), n,
            green=at_most(0.01), mandatory=True),
        Objective("throughput", a.rate(requests, kept.times), n, green=at_least(20)),
    ]


def checkout_resources(kept):
    heap, rss = kept.column("heap used", "MiB"), kept.column("rss", "MB")
    depth, n = kept.column("queue_depth"), len(kept)
    queue = a.mean(depth) if len(a.present(depth)) >= 10 else a.largest(depth)
    cache = a.first_present(
        kept.column("cache_live", "ratio"), kept.column("cache_sampled", "ratio"))
    drift = a.combine(abs, a.minus(a.last(heap), a.first(heap)))
    return [
        Objective("heap-drift", drift, n, green=at_most(64 * MEBIBYTE)),
        Objective(
            "peak-memory", a.combine(max, a.largest(heap), a.largest(rss)), n,
            green=at_most(900 * MEGABYTE)),
        Objective("queue", queue, n, green=at_most(20)),
        Objective("cache", a.mean(cache), n, green=at_least(0.85)),
        Objective(
            "callback-delay", a.mean(kept.column("callback_delay", "ms")), n,
            green=at_most(0.300), min_coverage=0.75),
    ]


def semicolon_export(table):
    n = len(table)
    errors = table.column("error_rate", "ratio")
    offset = a.each(abs, table.column("clock_offset", "ms"))
    objectives = [
        Objective(
            "free-workers", a.smallest(table.column("free_workers")), n, green=at_least(2),
            mandatory=True),
        Objective(
            "p99-latency", a.mean(table.column("p99", "us")), n, green=at_most(0.060),
            yellow=at_most(0.080), mandatory=True),
        Objective("clock-offset", a.largest(offset), n, green=at_most(0.005)),
        Objective("error-rate", a.mean(errors), n, green=at_most(0.005), mandatory=True),
    ]
    aborts = [Abort("error_rate > 2%", verdicts(more_than(0.02), errors))]
    return Gate(
        table, objectives, aborts, samples=20, duration=10 * MINUTE, gap=MINUTE, coverage=0.80)


def sustained_breach(table):
    errors, latency = table.column("error_rate", "%"), table.column("p99_latency", "s")
    objectives = [
        Objective("error-rate", a.mean(errors), len(table), green=at_most(0.01), mandatory=True),
        Objective(
            "p99-latency", a.mean(latency), len(table), green=at_most(0.800), mandatory=True),
    ]
    aborts = [
        Abort(
            "error_rate > 2% for 5m", verdicts(more_than(0.02), errors), seconds=5 * MINUTE),
        Abort(
            "p99_latency > 2s for 3 samples", verdicts(more_than(2), latency), samples=3),
    ]
    return Gate(table, objectives, aborts, samples=20, duration=20 * MINUTE, clean=True)


def burn_rate_windows(table):
    errors, memory = table.column("error_rate", "%"), table.column("rss_mb", "MB")
    latency, queue = table.column("p99_latency", "s"), table.column("queue_depth")
    times, n = table.times, len(table)
    budget = 0.001

    def mean_over(seconds):
        return a.rolling(a.exact_mean, errors, a.last_seconds(times, seconds))

    def burns(factor, long, short):
        limit = more_than(factor * budget)
        pairs = zip(verdicts(limit, mean_over(long)), verdicts(limit, mean_over(short)))
        return [both(left, right) for left, right in pairs]

    worst = a.resting_on(a.largest(mean_over(30 * MINUTE)), errors)
    emptied = a.rolling(min, queue, a.last_samples(10))
    objectives = [
        Objective(
            "worst-half-hour", worst, n, green=at_most(6 * budget),
            yellow=at_most(30 * budget), mandatory=True),
        Objective(
            "spikes",
            a.resting_on(
                a.fraction(verdicts(more_than(6 * budget), mean_over(5 * MINUTE))), errors),
            n, green=at_most(0.60)),
        Objective(
            "memory-growth", a.growth(memory, times), n, green=at_most(0.10), mandatory=True),
        Objective("memory-slope", a.slope(memory, times), n, green=at_most(20 * MEGABYTE / HOUR)),
        Objective("largest-jump", a.largest(a.differences(memory)), n,
                  green=at_most(20 * MEGABYTE)),
        Objective("latency-trend", a.trend(latency), n, info=True),
        Objective("queue-is-emptied", a.resting_on(a.largest(emptied), queue), n,
                  green=at_most(8)),
    ]
    aborts = [
        Abort(
            "rolling_mean(error_rate, 1h) > 14.4 * 0.1% and "
            "rolling_mean(error_rate, 5m) > 14.4 * 0.1%", burns(14.4, HOUR, 5 * MINUTE)),
        Abort(
            "rolling_mean(error_rate, 2h) > 20 * 0.1% and "
            "rolling_mean(error_rate, 10m) > 20 * 0.1%", burns(20, 2 * HOUR, 10 * MINUTE)),
    ]
    return Gate(table, objectives, aborts, samples=100)
