"""Checks answers before anything is timed: a wrong answer may be as fast as it likes."""

import math

from contender import Answers, Contender

MEAN_ERROR = 1e-9


def mistakes(contender: Contender, answers: Answers, facts: dict[str, float]) -> list[str]:
    """What is wrong with the answers, a line each."""
    return [
        f"{contender.name}: {name} is {found}, not {facts[name]}"
        for name, found in answers.items()
        if not agrees(found, facts[name], allowed(name, contender))
    ]


def allowed(name: str, contender: Contender) -> float:
    """The relative error that an answer may have; the least, the largest and NA have none."""
    if name.startswith(("min(", "max(", "na(")):
        return 0
    return contender.p95_error if name.startswith("p95(") else MEAN_ERROR


def agrees(found: float | None, fact: float, error: float) -> bool:
    return found is not None and math.isfinite(found) and abs(found - fact) <= error * abs(fact)
