"""Writes significance.json beside this file: comparisons and trends, worked out independently.

SciPy where it has the statistic, else brute force over all pairs:

- normal: mpmath, with 50 digits
- two samples: scipy.stats.mannwhitneyu(method="exact" or "asymptotic"), all differences sorted by
  NumPy, ranks from arrangements counted in whole numbers or from scipy.stats.norm.ppf
- tables: mpmath, held against scipy.stats.fisher_exact(alternative="greater")
- series: scipy.stats.theilslopes; S and its variance by brute force, p from scipy.stats.norm.sf

Deterministic: fixed seeds. Needs scipy, numpy and mpmath.
"""

import json
import math
import random
from fractions import Fraction
from pathlib import Path

import mpmath
import numpy
from scipy import stats

OUTPUT = Path(__file__).with_suffix(".json")
MOST_EXACT_PAIRS = 2500

mpmath.mp.dps = 50


# The normal distribution


def normal_cases():
    chance = random.Random(1)
    points = [0.0, 0.67448975, 0.6745, 5.65685, 5.657, 8.0, -8.0, -20.0, -37.5, 1e-300]
    points += [chance.uniform(-37.5, 8) for _ in range(60)]
    points += [chance.uniform(-3, 3) for _ in range(30)]
    shares = [0.005, 0.01, 0.025, 0.05, 0.075, 0.5, 0.9, 0.925, 0.95, 0.975, 0.995, 0.999]
    shares += [1e-300, 1e-100, 1e-20, 1e-12, 1.3e-11, 1 - 2.0**-53, 5e-324]
    shares += [chance.random() for _ in range(30)]
    shares += [10 ** chance.uniform(-300, -1) for _ in range(30)]
    return {
        "cumulative": [[z, float(mpmath.erfc(-z / mpmath.sqrt(2)) / 2)] for z in points],
        "quantiles": [[p, normal_quantile(p)] for p in shares],
    }


def normal_quantile(p):
    """Newton's method on the logarithm of the smaller tail, from SciPy's value on."""
    if p == 0.5:
        return 0.0
    tail = mpmath.mpf(p) if p < 0.5 else 1 - mpmath.mpf(p)
    start = -abs(float(stats.norm.ppf(p)))
    def off(z):
        return mpmath.log(mpmath.erfc(-z / mpmath.sqrt(2)) / 2) - mpmath.log(tail)
    z = float(mpmath.findroot(off, mpmath.mpf(start)))
    return z if p < 0.5 else -z


# Two samples


def arrangements(n, m):
    """How many arrangements of n and m values without ties have each U, in whole numbers."""
    # Row j of the recurrence f(i, j, u) = f(i - 1, j, u - j) + f(i, j - 1, u): the greatest value
    # belongs either to the first sample and wins j pairs, or to the second.
    row = [numpy.array([1], dtype=object) for _ in range(m + 1)]
    for i in range(1, n + 1):
        new = [numpy.array([1], dtype=object)]
        for j in range(1, m + 1):
            counts = numpy.zeros(i * j + 1, dtype=object)
            counts[j : j + len(row[j])] += row[j]
            counts[: len(new[j - 1])] += new[j - 1]
            new.append(counts)
        row = new
    return row[m]


def deviation(candidate, baseline):
    n, m = len(candidate), len(baseline)
    _, ties = numpy.unique(candidate + baseline, return_counts=True)
    term = Fraction(sum(int(t) ** 3 - int(t) for t in ties), (n + m) * (n + m - 1))
    return math.sqrt(Fraction(n * m, 12) * (n + m + 1 - term))


def bounding_rank(candidate, baseline, confidence):
    """The greatest rank whose tail is small enough, and the confidence that it attains."""
    n, m = len(candidate), len(baseline)
    tail = (1 - Fraction(confidence)) / 2
    total = math.comb(n + m, n)
    if Fraction(1, total) > tail:
        return 0, 1.0
    if is_exact(candidate, baseline):
        below, rank = 0, 0
        for count in arrangements(n, m):
            if Fraction(below + count, total) > tail:
                break
            below, rank = below + count, rank + 1
        return rank, float(1 - 2 * Fraction(below, total))
    sigma = deviation(candidate, baseline)
    rank = math.floor(n * m / 2 + 0.5 + stats.norm.ppf(float(tail)) * sigma)
    if rank < 1:
        return 0, 1.0
    z = (rank - 0.5 - n * m / 2) / sigma if sigma else -math.inf
    return rank, 1 - 2 * float(stats.norm.cdf(z))


def is_exact(candidate, baseline):
    pooled = candidate + baseline
    return len(candidate) * len(baseline) <= MOST_EXACT_PAIRS and len(set(pooled)) == len(pooled)


def two_samples(name, candidate, baseline, confidence="0.95"):
    exact = is_exact(candidate, baseline)
    result = stats.mannwhitneyu(candidate, baseline, method="exact" if exact else "asymptotic")
    differences = numpy.sort(numpy.subtract.outer(candidate, baseline), axis=None)
    rank, attained = bounding_rank(candidate, baseline, confidence)
    return {
        "name": name,
        "candidate": candidate,
        "baseline": baseline,
        "confidence": float(confidence),
        "u": float(result.statistic),
        "pValue": float(result.pvalue),
        "isExact": exact,
        "superiority": float(result.statistic) / len(differences),
        "estimate": float(numpy.median(differences)),
        "rank": rank,
        "attainedConfidence": attained,
        "lowerBound": float(differences[rank - 1]) if rank else None,
        "upperBound": float(differences[-rank]) if rank else None,
    }


def two_sample_cases():
    chance = random.Random(2)

    def draw(count, shift=0.0, digits=6, spread=0.2):
        return [round(100 * chance.lognormvariate(shift, spread), digits) for _ in range(count)]

    sizes = [(1, 1), (1, 39), (1, 40), (3, 4), (8, 8), (12, 12), (7, 30), (30, 7), (5, 500)]
    sizes += [(50, 50), (51, 50), (60, 60), (120, 90)]
    cases = [two_samples(f"{n} against {m}", draw(n, 0.1), draw(m)) for n, m in sizes]
    cases += [
        two_samples("a tail of just 1/20", draw(3), draw(3), "0.9"),
        two_samples("99 %", draw(25, -0.2), draw(20), "0.99"),
        two_samples("half", draw(9), draw(4), "0.5"),
        two_samples("few digits", draw(10, 0.1, 0, 0.02), draw(12, 0, 0, 0.02)),
        two_samples("few digits, more values", draw(40, 0.01, 0, 0.02), draw(60, 0, 0, 0.02)),
        two_samples("tied, too few", [5.0, 5.0, 6.0], [5.0, 5.0, 5.0]),
        two_samples("all tied", [5.0] * 12, [5.0] * 12),
        two_samples("all but one tied", [5.0] * 19 + [7.0], [5.0] * 15),
        two_samples("apart", [float(i) for i in range(900)], [-1.0 - i for i in range(910)]),
    ]
    return cases


# Tables of counts


def exact_tail(a, b, c, d):
    """P(at least a) given the margins, from the lower tail below the mean; 50 digits."""
    marked, unmarked, drawn = a + c, b + d, a + b
    if a * (marked + unmarked) < marked * drawn:
        return 1 - exact_tail(b + 1, a - 1, d - 1, c + 1) if a and d else mpmath.mpf(1)
    total = term = (
        choose(marked, a) * choose(unmarked, b) / choose(marked + unmarked, drawn)
    )
    for k in range(a, min(marked, drawn)):
        term *= mpmath.mpf((marked - k) * (drawn - k)) / ((k + 1) * (unmarked - drawn + k + 1))
        total += term
        if term < total * mpmath.mpf(10) ** -40:
            break
    return total


def choose(n, k):
    ends = mpmath.loggamma(k + 1) + mpmath.loggamma(n - k + 1)
    return mpmath.exp(mpmath.loggamma(n + 1) - ends)


def table(a, b, c, d):
    """Candidate beyond the threshold, candidate not, baseline beyond, baseline not."""
    p = float(exact_tail(a, b, c, d))
    # SciPy loses digits with large counts.
    rough = float(stats.fisher_exact([[a, b], [c, d]], alternative="greater").pvalue)
    assert math.isclose(p, rough, rel_tol=1e-9 if a + b + c + d < 20_000 else 1e-8)
    return [a, b, c, d, p]


def table_cases():
    chance = random.Random(3)
    tables = [(0, 20, 1, 19), (1, 0, 0, 1), (3, 17, 1, 19), (20, 0, 0, 20), (5, 5, 10, 190)]
    tables += [(60, 940, 50, 950), (50, 950, 50, 950), (40, 960, 50, 950), (900, 100, 50, 950)]
    tables += [(10, 9_990, 500, 9_500), (700, 9_300, 500, 9_500), (600, 0, 30, 570)]
    tables += [(501_000, 9_499_000, 500_000, 9_500_000), (499_900, 9_500_100, 500_000, 9_500_000)]
    tables += [(530_000, 9_470_000, 500_000, 9_500_000), (2_000, 998_000, 500_000, 9_500_000)]
    for _ in range(40):
        beyond, rest = chance.randint(1, 60), chance.randint(1, 200)
        tables.append((chance.randint(0, 60), chance.randint(1, 200), beyond, rest))
    return [table(*counts) for counts in tables]


def exceedance(candidate, baseline, share, worse):
    """`share` is a decimal text, so that the rank is computed without rounding."""
    sign = 1 if worse == "higher" else -1
    ordered = sorted(sign * value for value in baseline)
    threshold = sign * ordered[max(1, math.ceil(Fraction(share) * len(ordered))) - 1]
    beyond = sum(sign * value > sign * threshold for value in candidate)
    own = sum(sign * value > sign * threshold for value in baseline)
    counts = (beyond, len(candidate) - beyond, own, len(baseline) - own)
    return {
        "candidate": candidate,
        "baseline": baseline,
        "share": float(share),
        "worse": worse,
        "threshold": threshold,
        "candidateCount": beyond,
        "baselineCount": own,
        "pValue": table(*counts)[-1],
    }


def exceedance_cases():
    chance = random.Random(4)

    def draw(count, spread, digits=1):
        return [round(100 * chance.lognormvariate(0, spread), digits) for _ in range(count)]

    return [
        exceedance(draw(40, 0.5), draw(60, 0.2), "0.95", "higher"),
        exceedance(draw(40, 0.5), draw(60, 0.2), "0.95", "lower"),
        exceedance(draw(30, 0.1), draw(30, 0.1, 0), "0.9", "higher"),
        exceedance(draw(30, 0.1, 0), draw(30, 0.1, 0), "0.7", "lower"),
        exceedance(draw(10, 0.1), draw(20, 0.1), "0.55", "higher"),
        exceedance(draw(10, 0.1), draw(10, 0.1), "0", "higher"),
        exceedance(draw(10, 0.1), draw(10, 0.1), "1", "lower"),
        exceedance(draw(1, 0.1), draw(1, 0.1), "0.95", "higher"),
    ]


# Series


def series(name, times, values):
    n = len(values)
    score = sum(
        (values[j] > values[i]) - (values[j] < values[i]) for i in range(n) for j in range(i + 1, n)
    )
    _, ties = numpy.unique(values, return_counts=True)
    def term(count):
        return count * (count - 1) * (2 * count + 5)
    variance = Fraction(term(n) - sum(term(int(t)) for t in ties), 18)
    sign = (score > 0) - (score < 0)
    z = (score - sign) / math.sqrt(variance) if score else 0.0
    p = min(1.0, 2 * float(stats.norm.sf(abs(z))))
    slope, intercept, _, _ = stats.theilslopes(values, times)
    return {
        "name": name,
        "times": times,
        "values": values,
        "slope": float(slope),
        "intercept": float(intercept),
        "score": score,
        "variance": float(variance),
        "z": z,
        "pValue": p,
        "direction": sign if p < 0.05 else 0,
    }


def series_cases():
    chance = random.Random(5)

    def steps(count):
        return [60.0 * i for i in range(count)]

    def noisy(count, slope, digits=3):
        return [round(100 + slope * i + chance.gauss(0, 2), digits) for i in range(count)]

    jittered = [round(60 * i + chance.uniform(-40, 40), 3) for i in range(50)]
    return [
        series("two", steps(2), [3.0, 1.0]),
        series("three", steps(3), [1.0, 2.0, 3.0]),
        series("rising", steps(40), noisy(40, 0.1)),
        series("falling, few digits", steps(60), noisy(60, -0.05, 0)),
        series("level", steps(101), noisy(101, 0)),
        series("constant", steps(12), [7.0] * 12),
        series("one differs", steps(12), [7.0] * 11 + [8.0]),
        series("out of order", jittered, noisy(50, 0.3)),
        series("repeated times", [float(i // 3) for i in range(48)], noisy(48, 0.2, 1)),
        series("monotone", [float(i) for i in range(420)], [0.5 * i * i for i in range(420)]),
    ]


def main():
    document = {
        "normal": normal_cases(),
        "twoSamples": two_sample_cases(),
        "tables": table_cases(),
        "exceedances": exceedance_cases(),
        "series": series_cases(),
    }
    # A case a line.
    parts = []
    for key, value in document.items():
        if isinstance(value, dict):
            text = json.dumps(value)
        else:
            text = "[\n    " + ",\n    ".join(json.dumps(case) for case in value) + "\n  ]"
        parts.append(f'  "{key}": {text}')
    OUTPUT.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
