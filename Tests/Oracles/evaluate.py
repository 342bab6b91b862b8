"""Writes Fixtures/<scenario>/oracle.json: what each fixture means, worked out independently.

Readings of the contract that matter here are said where they are applied: in `status_of`,
`requirements_of`, `tripping_line` and in aggregates.py.
"""

import json
from pathlib import Path

import numpy

import gates
import table

FIXTURES = Path(__file__).resolve().parents[2] / "Fixtures"
ORIGIN = f"Tests/Oracles/evaluate.py, NumPy {numpy.__version__}"
EXIT = {"proceed": 0, "rollback": 1, "hold": 2}
# Of the verdicts on the parts of a run, the first in this order stands.
WORST_FIRST = [
    ("rollback", "abort"), ("rollback", "breach"), ("hold", "insufficient-evidence"),
    ("hold", "breach"), ("proceed", "clean"),
]

SCENARIOS = {
    "production-proceed": gates.production_baseline,
    "production-hold": gates.production_baseline,
    "production-rollback": gates.production_baseline,
    "production-abort": gates.production_baseline,
    "production-no-data": gates.production_baseline,
    "production-no-traffic": gates.production_baseline,
    "readiness-proceed": gates.readiness_score,
    "readiness-hold": gates.readiness_score,
    "readiness-rollback": gates.readiness_score,
    "readiness-no-data": gates.readiness_score,
    "staging-proceed": gates.staging_baseline,
    "staging-hold": gates.staging_baseline,
    "staging-gap": gates.staging_baseline,
    "staging-rollback": gates.staging_baseline,
    "staging-no-data": gates.staging_baseline,
    "release-proceed": gates.release_canary,
    "release-hold": gates.release_canary,
    "release-rollback": gates.release_canary,
    "release-no-data": gates.release_canary,
    "release-no-baseline": gates.release_canary,
    "canary-proceed": gates.canary_rollout,
    "canary-hold": gates.canary_rollout,
    "canary-rollback": gates.canary_rollout,
    "canary-abort": gates.canary_rollout,
    "canary-spike": gates.canary_rollout,
    "canary-no-data": gates.canary_rollout,
    "progressive-proceed": gates.progressive_rollout,
    "progressive-hold": gates.progressive_rollout,
    "progressive-rollback": gates.progressive_rollout,
    "progressive-no-data": gates.progressive_rollout,
    "checklist-done": gates.readiness_score,
    "checklist-open": gates.readiness_score,
    "checkout-api": gates.checkout_api,
    "semicolon-export": gates.semicolon_export,
    "breach-for-five-minutes": gates.sustained_breach,
    "spike-is-no-breach": gates.sustained_breach,
    "burn-rate-windows": gates.burn_rate_windows,
    "compare-proceed": gates.comparison_with_baseline,
    "compare-hold": gates.comparison_with_baseline,
    "compare-rollback": gates.comparison_with_baseline,
    "compare-no-data": gates.comparison_with_baseline,
}
# Files of one scenario that are judged each on its own.
SEVERAL = {
    "several-proceed": gates.readiness_score,
    "several-rollback": gates.readiness_score,
}
DIALECTS = {"semicolon-export": {"delimiter": ";", "na": ("-1",), "time_column": "ts"}}
# Open items that are not optional, counted by hand in release.md.
OPEN_ITEMS = {"checklist-open": 1}


def too_thin(objective):
    used = objective.measured.used
    return used < objective.min_samples or used < objective.min_coverage * objective.total


def status_of(objective):
    """A thin objective is `na`, though its value is still reported."""
    value = objective.measured.value
    if objective.comparison and not too_thin(objective):
        return objective.comparison.status
    if value is None or too_thin(objective):
        return "na"
    if objective.green is None:
        return "info"
    # A band that is NA makes the objective NA; an objective that is green is not asked further.
    steps = [(objective.green, "green")]
    if objective.yellow:
        steps.append((objective.yellow, "yellow"))
    if objective.red:
        steps.append((objective.red, "red"))
    for band, status in steps:
        verdict = band(value)
        if verdict is None:
            return "na"
        if verdict:
            return status
    return "yellow" if objective.red else "red"


def tripping_line(abort, samples):
    """The first line of the earliest streak that is long enough, or None.

    NA neither extends nor breaks a streak; its time runs from the first to the last sample on
    which the condition holds.
    """
    start, length = None, 0
    for time, line, holds in zip(samples.times, samples.lines, abort.verdicts):
        if holds is None:
            continue
        if not holds:
            start, length = None, 0
            continue
        start, length = start or (time, line), length + 1
        if length >= abort.samples and table.seconds_between(start[0], time) >= abort.seconds:
            return start[1]
    return None


def aborts_of(gate):
    lines = [(abort.when, tripping_line(abort, gate.table)) for abort in gate.aborts]
    return [{"when": when, "tripped": line is not None, "line": line} for when, line in lines]


def requirements_of(gate):
    """Coverage is that of the least measured mandatory objective; clean counts warnings (none)."""
    found = []

    def add(name, value, required, met):
        found.append({"name": name, "value": value, "required": required, "met": met})

    if gate.samples is not None:
        add("samples", len(gate.table), gate.samples, len(gate.table) >= gate.samples)
    if gate.duration is not None:
        value = table.covered(gate.table.times)
        # Within 1 %: clocks jitter.
        add("duration", value, gate.duration, value >= gate.duration * 0.99)
    if gate.gap is not None:
        value = table.widest_gap(gate.table.times)
        add("gap", value, gate.gap, value <= gate.gap)
    if gate.coverage is not None:
        deciding = [o for o in gate.objectives if not o.info]
        mandatory = [o for o in deciding if o.mandatory]
        value = min(o.measured.used / o.total for o in mandatory or deciding)
        add("coverage", value, gate.coverage, value >= gate.coverage)
    if gate.clean:
        add("clean", 0, 0, True)
    return found


def decide(gate, statuses, requirements):
    """The first of these that applies decides."""
    judged = [(o, s) for o, s in zip(gate.objectives, statuses) if not o.info]
    if any(status == "red" for _, status in judged):
        return "rollback", "breach"
    if any(objective.mandatory and status == "na" for objective, status in judged):
        return "hold", "insufficient-evidence"
    if not all(requirement["met"] for requirement in requirements):
        return "hold", "insufficient-evidence"
    if any(status == "yellow" for _, status in judged):
        return "hold", "breach"
    if all(status == "na" for _, status in judged):
        return "hold", "insufficient-evidence"
    return "proceed", "clean"


def judge_part(gate, requirements):
    """A phase, or the whole of a run without phases."""
    statuses = [status_of(objective) for objective in gate.objectives]
    decision, because = decide(gate, statuses, requirements)
    objectives = [
        {"id": o.id, "value": o.measured.value, "status": s, "used": o.measured.used,
         "total": o.total} | ({"comparison": o.comparison.figures} if o.comparison else {})
        for o, s in zip(gate.objectives, statuses)]
    return {
        "name": gate.name, "decision": decision, "because": because,
        "requirements": requirements, "objectives": objectives,
    }


def judge(scenario):
    folder = FIXTURES / scenario
    files = [folder / "metrics.csv", folder / "baseline.csv"]
    dialect = DIALECTS.get(scenario, {})
    tables = [table.read(file, **dialect) for file in files if file.exists()]
    gate = SCENARIOS[scenario](*tables)
    return {"origin": ORIGIN} | judge_gate(gate, OPEN_ITEMS.get(scenario, 0))


def judge_several(scenario):
    paths = [FIXTURES / scenario / f"{name}.csv" for name in ("metrics", "second", "third")]
    gate = SEVERAL[scenario]
    judged = [judge_gate(gate(table.read(path)), 0) for path in paths if path.exists()]
    worst = min(judged, key=lambda r: WORST_FIRST.index((r["decision"], r["because"])))
    same = {key: worst[key] for key in ("decision", "because", "exit")}
    return {"origin": ORIGIN} | same | {"evaluations": judged}


def judge_gate(gate, open_items):
    if isinstance(gate, gates.PhasedGate):
        run = gate.run
        phases = [judge_part(phase, requirements_of(phase)) for phase in gate.phases]
    else:
        # What is required of a run is not said again of its only part.
        run, phases = gate, [judge_part(gate, [])]
    requirements, aborts = requirements_of(run), aborts_of(run)
    verdicts = [(phase["decision"], phase["because"]) for phase in phases]
    if any(abort["tripped"] for abort in aborts):
        verdicts.append(("rollback", "abort"))
    if open_items or not all(r["met"] for r in requirements) or not phases:
        verdicts.append(("hold", "insufficient-evidence"))
    decision, because = min(verdicts, key=WORST_FIRST.index)
    if run is gate:
        # Without phases, the whole run is one, and what decides about one decides about the other.
        phases[0].update(decision=decision, because=because)
    return {
        "decision": decision, "because": because, "exit": EXIT[decision],
        "requirements": requirements, "aborts": aborts, "phases": phases,
    }


def main():
    for scenario in [*SCENARIOS, *SEVERAL]:
        result = judge(scenario) if scenario in SCENARIOS else judge_several(scenario)
        text = json.dumps(result, indent=2, ensure_ascii=False, allow_nan=False)
        (FIXTURES / scenario / "oracle.json").write_text(text + "\n", encoding="utf-8")
        print(f"{scenario}: {result['decision']} ({result['because']})")


if __name__ == "__main__":
    main()
