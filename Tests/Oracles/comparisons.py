"""Objectives with `compare`, worked out with SciPy and NumPy.

- shift and interval: all differences sorted by NumPy, ranks by `significance.two_samples`, which asks
  scipy.stats.mannwhitneyu and scipy.stats.norm.ppf
- tail: `significance.exceedance`, held against scipy.stats.fisher_exact(alternative="greater")
"""

from dataclasses import dataclass

import numpy

import significance

CONFIDENCE = "0.98"


@dataclass(frozen=True)
class Comparison:
    status: str
    # None where the baseline's median is 0: nothing is in proportion to it.
    relative: float | None
    figures: dict


def compare(candidate, baseline, worse, green, red, floor):
    """Allowed shares on the worse side; None where there is nothing to compare."""
    if not candidate or not baseline:
        return None
    scale = abs(float(numpy.median(baseline)))
    if scale == 0 and not floor:
        return None
    shift = significance.two_samples("", candidate, baseline, CONFIDENCE)
    bounds = shift["lowerBound"], shift["upperBound"]
    low, high = bounds if worse == "higher" else (-bounds[1], -bounds[0])
    margin, beyond = max(green * scale, floor), max((red or green) * scale, floor)
    # What the margin allows to the middle it allows to the tail.
    offset = -margin if worse == "higher" else margin
    tail = significance.exceedance([v + offset for v in candidate], baseline, "0.95", worse)
    if high <= margin:
        status = "yellow" if tail["pValue"] < (1 - float(CONFIDENCE)) / 2 else "green"
    else:
        status = "red" if low > beyond else "yellow"
    figures = {
        "shift": shift["estimate"], "low": bounds[0], "high": bounds[1],
        "confidence": float(CONFIDENCE), "p_value": shift["pValue"],
        "median": float(numpy.median(candidate)), "baseline_median": float(numpy.median(baseline)),
        "margin": margin, "exceedances": tail["candidateCount"],
        "baseline_exceedances": tail["baselineCount"], "tail_p_value": tail["pValue"],
    }
    return Comparison(status, shift["estimate"] / scale if scale else None, figures)
