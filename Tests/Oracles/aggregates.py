"""Aggregates over a list of numbers in which None is NA.

Each returns a Measured: the value, and the number of samples it rests on. Sums are math.fsum
(correctly rounded), percentiles numpy.percentile(method="linear") (Hyndman-Fan type 7), the
deviation statistics.stdev (exact fractions, n - 1).
"""

import math
import statistics
from dataclasses import dataclass
from fractions import Fraction

import numpy
from scipy import stats

from table import covered, seconds_between


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


# Trends.


def measured_pairs(values, times):
    return [(value, time) for value, time in zip(values, times) if value is not None]


def slope(values, times):
    """Per second; the median over all pairs, as scipy.stats.theilslopes computes it."""
    pairs = measured_pairs(values, times)
    seconds = [seconds_between(pairs[0][1], time) for _, time in pairs]
    result = stats.theilslopes([value for value, _ in pairs], seconds)
    return Measured(float(result[0]), len(pairs))


def growth(values, times):
    """Over the time that the measured samples cover, relative to their median."""
    fit, pairs = slope(values, times), measured_pairs(values, times)
    middle = statistics.median(value for value, _ in pairs)
    return Measured(fit.value * covered([time for _, time in pairs]) / abs(middle), fit.used)


def trend(values):
    """Mann-Kendall, two-sided at 5 %, by hand: all pairs, the variance corrected for ties."""
    def direction(numbers):
        n = len(numbers)
        s = sum(
            (numbers[j] > numbers[i]) - (numbers[j] < numbers[i])
            for i in range(n) for j in range(i + 1, n))
        ties = [numbers.count(value) for value in set(numbers)]
        variance = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
        z = (s - (s > 0) + (s < 0)) / math.sqrt(variance) if s else 0
        return int(math.copysign(1, s)) if 2 * stats.norm.sf(abs(z)) < 0.05 else 0
    return over(values, direction, least=5)


# Windows, looked at anew for each sample; `within` says of two places whether the first is in the
# window that ends with the second.


def rolling(compute, values, within):
    def window(end):
        numbers = present(values[i] for i in range(end + 1) if within(i, end))
        return compute(numbers) if numbers else None
    return [window(end) for end in range(len(values))]


def last_seconds(times, seconds):
    """(t - w, t]: what is as old as the window is long has left it."""
    return lambda index, end: seconds_between(times[index], times[end]) < seconds


def last_samples(count):
    return lambda index, end: end - index < count


def exact_mean(numbers):
    return float(sum(map(Fraction, numbers)) / len(numbers))


def differences(values):
    found, previous = [], None
    for value in values:
        found.append(None if None in (value, previous) else value - previous)
        previous = previous if value is None else value
    return found


def resting_on(measured, values):
    """A window has a value on many samples that were not measured: those do not count."""
    return Measured(measured.value, min(measured.used, len(present(values))))


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
