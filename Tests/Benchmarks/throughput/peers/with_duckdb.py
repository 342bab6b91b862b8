import duckdb

from question import answer, asked, columns, select

TERMS = {
    "mean": "avg({})",
    "min": "min({})",
    "max": "max({})",
    "p95": "quantile_cont({}, 0.95)",
    "na": "count(*) - count({})",
}

connection = duckdb.connect(config={"threads": asked.threads} if asked.threads else {})
metrics = connection.read_csv(
    asked.file, na_values=["NA", ""], dtype={column: "DOUBLE" for column in columns}
)
result = connection.execute(f"SELECT {select(TERMS)} FROM metrics")
answer(dict(zip([column[0] for column in result.description], result.fetchone())))
