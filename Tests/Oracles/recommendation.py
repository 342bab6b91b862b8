"""Writes recommendation.json beside this file: the distributions behind recommended limits.

- prediction ranks: the sum over arrangements, in whole numbers (math.comb)
- binomial tails and Clopper-Pearson bounds: scipy.stats.binom.sf, scipy.stats.beta.ppf
- beta-binomial limits: scipy.stats.betabinom.sf; their tails: mpmath, with 30 digits
- Student's t: scipy.stats.t.ppf and sf
- incomplete beta: scipy.special.betainc
- lag-1 autocorrelation and MSER: their definitions in NumPy

Deterministic: fixed seeds. Needs scipy, numpy and mpmath.
"""

import json
import math
from fractions import Fraction
from pathlib import Path

import mpmath
import numpy
from scipy import special, stats

OUTPUT = Path(__file__).with_suffix(".json")

mpmath.mp.dps = 30


def next_run_probability(n, m, i, j):
    ways = sum(
        math.comb(i - 1 + t, t) * math.comb(n - i + m - t, m - t) for t in range(j, m + 1)
    )
    return float(Fraction(ways, math.comb(n + m, m)))


def prediction(n, m, j, alpha):
    for i in range(1, n + 1):
        probability = next_run_probability(n, m, i, j)
        if probability >= 1 - alpha:
            return {"rank": i, "probability": probability}
    return {"rank": None, "probability": next_run_probability(n, m, n, j)}


def fewest(m, j, alpha):
    n = 1
    while next_run_probability(n, m, n, j) < 1 - alpha:
        n += 1
    return n


def predictions():
    for n, m, share in [
        (40, 40, "0.5"), (40, 40, "0.75"), (40, 40, "0.9"), (40, 40, "0.95"), (60, 60, "0.95"),
        (100, 60, "0.95"), (120, 120, "0.95"), (200, 60, "0.95"), (400, 60, "0.95"),
        (1000, 60, "0.95"), (300, 100, "0.5"), (1000, 200, "0.95"), (1000, 200, "0.99"),
        (7, 3, "1"), (19, 1, "1"), (25, 5, "0.5"),
    ]:
        j = math.ceil(Fraction(share) * m)
        for alpha in (0.1, 0.05, 0.01, 0.001):
            yield {"count": n, "nextCount": m, "nextRank": j, "alpha": alpha,
                   **prediction(n, m, j, alpha)}


def fewest_values():
    for m in (12, 40, 60, 100):
        for share in ("0.5", "0.9", "0.95"):
            for alpha in (0.05, 0.01):
                j = math.ceil(Fraction(share) * m)
                yield {"nextCount": m, "nextRank": j, "alpha": alpha, "count": fewest(m, j, alpha)}


def binomials():
    for k, n, p in [
        (4, 100, 0.01), (16, 1000, 0.01), (16, 10000, 0.001), (6, 500, 0.005), (3, 40, 0.05),
        (3, 40, 0.03), (1, 20, 0.01), (51, 1000, 0.05), (40, 1000, 0.05), (1, 1, 0.3),
        (5, 5, 0.9), (0, 7, 0.2), (700_000, 1_000_000, 0.7), (123, 1_000_000, 0.0001),
    ]:
        yield {"count": k, "trials": n, "p": p, "tail": float(stats.binom.sf(k - 1, n, p))}


def proportions():
    for k, n in [(0, 10), (0, 100), (1, 100), (3, 1000), (10, 1000), (5, 50), (8, 10), (10, 10),
                 (997, 1000), (20, 100_000)]:
        for confidence in (0.9, 0.95, 0.975, 0.999):
            yield {
                "successes": k, "trials": n, "confidence": confidence,
                "lower": float(stats.beta.ppf(1 - confidence, k, n - k + 1)) if k else 0.0,
                "upper": float(stats.beta.ppf(confidence, k + 1, n - k)) if k < n else 1.0,
            }


def betabinom_tail(count, trials, events, earlier):
    """SciPy's is one minus a sum, which costs digits."""
    a, b = mpmath.mpf(events) + 0.5, mpmath.mpf(earlier - events) + 0.5
    total = mpmath.mpf(0)
    for k in range(count, trials + 1):
        term = mpmath.binomial(trials, k) * mpmath.beta(a + k, b + trials - k) / mpmath.beta(a, b)
        total += term
        if term < total * mpmath.mpf(10) ** -20:
            break
    return float(total)


def counts():
    for k, n, m in [(3, 1000, 1000), (0, 1000, 200), (12, 5000, 500), (0, 100, 100),
                    (40, 400, 100), (5, 5, 10), (20, 100_000, 100_000)]:
        for alpha in (0.05, 0.01, 0.001):
            law = stats.betabinom(m, k + 0.5, n - k + 0.5)
            tails = law.sf(numpy.arange(-1, min(m, 500) + 1))
            smallest = int(numpy.argmax(tails <= alpha)) if (tails <= alpha).any() else m + 1
            yield {"events": k, "earlierTrials": n, "trials": m, "alpha": alpha,
                   "count": smallest, "tail": betabinom_tail(smallest, m, k, n)}


def students():
    for degrees in (1, 2, 3.5, 5, 9, 29, 100, 1000):
        for share in (0.6, 0.9, 0.95, 0.99, 0.999):
            yield {"degrees": degrees, "share": share,
                   "quantile": float(stats.t.ppf(share, degrees))}


def betas():
    for a, b, x in [(0.5, 0.5, 0.2), (2, 3, 0.4), (50, 0.5, 0.99), (4, 997, 0.003), (10, 1, 0.7),
                    (400, 600, 0.41)]:
        yield {"a": a, "b": b, "x": x, "value": float(special.betainc(a, b, x))}


def mser(values):
    best = (math.inf, 0)
    for d in range(len(values) // 2, -1, -1):
        rest = values[d:]
        objective = float(numpy.var(rest) / len(rest))
        if objective <= best[0]:
            best = (objective, d)
    return best


def series():
    generator = numpy.random.default_rng(20261121)
    warm = [300, 220, 160, 130, 112, 104, 101, 99, 100, 102, 98, 101, 100, 99, 101, 100, 102, 99,
            100, 101]
    noise = [round(float(x), 3) for x in generator.normal(50, 5, 37)]
    walk = [round(float(x), 3) for x in numpy.cumsum(generator.normal(0, 1, 60))]
    for name, values in [("warm-up", warm), ("noise", noise), ("walk", walk)]:
        x = numpy.array(values, dtype=float)
        centred = x - x.mean()
        objective, length = mser(x)
        yield {"name": name, "values": [float(v) for v in values],
               "lagOne": float((centred[:-1] * centred[1:]).sum() / (centred**2).sum()),
               "warmUp": length, "objective": objective,
               "objectiveOfAll": float(numpy.var(x) / len(x))}


def main():
    document = {
        "predictions": list(predictions()), "fewestValues": list(fewest_values()),
        "binomials": list(binomials()), "proportions": list(proportions()),
        "counts": list(counts()), "students": list(students()), "betas": list(betas()),
        "series": list(series()),
    }
    groups = ",\n".join(
        f'  "{name}": [\n' + ",\n".join("    " + json.dumps(item) for item in items) + "\n  ]"
        for name, items in document.items()
    )
    OUTPUT.write_text("{\n" + groups + "\n}\n")


if __name__ == "__main__":
    main()
