"""Aggregates over a list of numbers in which None is NA.

Each returns a Measured: the value, and the number of samples it rests on. Sums are math.fsum
(correctly rounded), percentiles numpy.percentile(method="linear") (Hyndman-Fan type 7), the
deviation statistics.stdev (exact fractions, n - 1).
"""

import math
import statistics
from dataclasses import dataclass

import numpy

from table import seconds_between


@dataclass(frozen=True)
class Measured:
    value: float | None
    used: int


def present(values):
    return [value for value in values if value is not None]


def over(values, compute, least=1):
    """Skips NA; an aggregate over too few values is NA."""
    numbers = present(values)
    return Measured(compute(numbers) if len(numbers) >= least else None, len(numbers))


def total(values):
    return over(values, math.fsum)


def mean(values):
    return over(values, lambda numbers: math.fsum(numbers) / len(numbers))


def smallest(values):
    return over(values, min)


def largest(values):
    return over(values, max)


def first(values):
    return over(values, lambda numbers: numbers[0])


def last(values):
    return over(values, lambda numbers: numbers[-1])


def deviation(values):
    return over(values, statistics.stdev, least=2)


def percentile(values, rank):
    return over(values, lambda n: float(numpy.percentile(n, rank, method="linear")))


def median(values):
    return over(values, lambda numbers: float(numpy.median(numbers)))


def increase(values):
    """A drop is a reset: the counter began again at 0, so all it shows has grown since."""
    def growth(numbers):
        steps = zip(numbers, numbers[1:])
        return math.fsum(b - a if b >= a else b for a, b in steps)
    return over(values, growth, least=2)


def rate(values, times):
    """Growth by the time between the first and the last measured sample."""
    measured = [time for value, time in zip(values, times) if value is not None]
    return per(increase(values), seconds_between(measured[0], measured[-1]))


def fraction(verdicts):
    """Verdicts are True, False or None; the share is among those that are not NA."""
    return over(verdicts, lambda known: sum(known) / len(known))


def longest(verdicts):
    """NA neither extends nor breaks a run, so it may as well not be there."""
    def run(known):
        best = current = 0
        for holds in known:
            current = current + 1 if holds else 0
            best = max(best, current)
        return best
    return over(verdicts, run)


# Arithmetic: NA if an operand is NA, and resting on the thinnest operand.


def combine(compute, *operands):
    values = [operand.value for operand in operands]
    value = None if None in values else compute(*values)
    return Measured(value, min(operand.used for operand in operands))


def plus(left, right):
    return combine(lambda a, b: a + b, left, right)


def minus(left, right):
    return combine(lambda a, b: a - b, left, right)


def ratio(left, right):
    """x / 0 is NA: no traffic is no data."""
    return combine(lambda a, b: a / b if b != 0 else None, left, right)


def per(measured, seconds):
    return combine(lambda a: a / seconds, measured)


def coalesce(*branches):
    """The first branch with a value; if none has one, the last."""
    return next((branch for branch in branches if branch.value is not None), branches[-1])


# The same arithmetic on samples.


def each(compute, *columns):
    return [None if None in cells else compute(*cells) for cells in zip(*columns)]


def first_present(*columns):
    return [next((cell for cell in cells if cell is not None), None) for cells in zip(*columns)]
