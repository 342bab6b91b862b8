"""Ten synthetic services, and two more of few samples: latencies in seconds, sample by sample.

Each makes a pair of runs in which nothing changes from the first to the second, except that a
drift goes on.
"""

import numpy

LENGTH = 120
TINY = 12
WARM_UP = 15


def normal(random, count):
    return random.normal(0.3, 0.03, count)


def log_normal(spread):
    return lambda random, count: 0.3 * random.lognormal(0, spread, count)


def autocorrelated(random, count):
    noise = random.normal(0, 0.8, count + 100)
    level, levels = 0.0, []
    for step in noise:
        level = 0.6 * level + step
        levels.append(level)
    return 0.3 + 0.03 * numpy.array(levels[100:])


def diurnal(random, count):
    """Five days of 24 samples; each run begins at some hour."""
    hours = numpy.arange(count) + random.integers(24)
    return 0.3 + 0.05 * numpy.sin(hours * numpy.pi / 12) + random.normal(0, 0.02, count)


def heavy_tailed(random, count):
    """Pareto with an infinite third moment."""
    return 0.2 * (1 + random.pareto(2.5, count))


def bimodal(random, count):
    return numpy.where(random.random(count) < 0.2, 0.5, 0.2) + random.normal(0, 0.02, count)


def stationary(law, count=LENGTH):
    return lambda random: (law(random, count), law(random, count))


def drifting(random):
    series = 0.3 * (1 + 0.004 * numpy.arange(2 * LENGTH)) + random.normal(0, 0.03, 2 * LENGTH)
    return series[:LENGTH], series[LENGTH:]


def with_warm_up(random):
    """Both runs begin slowly; the second one is judged without its warm-up, as a gate would."""
    slow = 1.5 * numpy.exp(-numpy.arange(LENGTH) / 3)
    first, second = normal(random, LENGTH) + slow, normal(random, LENGTH)
    return first, second[WARM_UP:]


SERVICES = {
    "normal": stationary(normal),
    "log-normal, log-sd 0.2": stationary(log_normal(0.2)),
    "log-normal, log-sd 0.6": stationary(log_normal(0.6)),
    "autocorrelated, 0.6": stationary(autocorrelated),
    "diurnal": stationary(diurnal),
    "heavy-tailed": stationary(heavy_tailed),
    "bimodal": stationary(bimodal),
    "drifting": drifting,
    "with warm-up": with_warm_up,
    "tiny, 12 samples": stationary(normal, TINY),
    "tiny, log-normal, log-sd 0.6": stationary(log_normal(0.6), TINY),
    "tiny, heavy-tailed": stationary(heavy_tailed, TINY),
}
