import pandas

from question import answer, asked, columns, name

TERMS = {
    "mean": lambda metrics: metrics.mean(),
    "min": lambda metrics: metrics.min(),
    "max": lambda metrics: metrics.max(),
    "p95": lambda metrics: metrics.quantile(0.95, interpolation="linear"),
    "na": lambda metrics: metrics.isna().sum(),
}

metrics = pandas.read_csv(asked.file, engine="c", usecols=columns, dtype="float64")
found = {statistic: TERMS[statistic](metrics) for statistic in {s for s, _ in asked.questions}}
answer({name(s, c): found[s][c].item() for s, c in asked.questions})
