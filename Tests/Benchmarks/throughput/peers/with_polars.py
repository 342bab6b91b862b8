import os

from question import answer, asked, columns, name

# Polars reads this once, while it is imported.
if asked.threads:
    os.environ["POLARS_MAX_THREADS"] = str(asked.threads)

import polars

TERMS = {
    "mean": lambda column: column.mean(),
    "min": lambda column: column.min(),
    "max": lambda column: column.max(),
    "p95": lambda column: column.quantile(0.95, interpolation="linear"),
    "na": lambda column: column.null_count(),
}

metrics = polars.scan_csv(
    asked.file,
    null_values=["NA", ""],
    schema_overrides={column: polars.Float64 for column in columns},
)
result = metrics.select(
    **{name(s, c): TERMS[s](polars.col(c)) for s, c in asked.questions}
).collect(engine="streaming")
answer(result.row(0, named=True))
