import chdb

from question import asked, columns, select

TERMS = {
    "mean": "avg({})",
    "min": "min({})",
    "max": "max({})",
    # The estimate is ClickHouse's quick one; the other interpolates as everybody here does.
    "p95": ("quantileTDigest" if asked.estimate else "quantileExactInclusive") + "(0.95)({})",
    "na": "countIf({} IS NULL)",
}

settings = "format_csv_null_representation = 'NA'"
if asked.threads:
    settings += f", max_threads = {asked.threads}"
schema = ", ".join(f"{column} Nullable(Float64)" for column in columns)
print(
    chdb.query(
        f"SELECT {select(TERMS)} FROM file('{asked.file}', 'CSVWithNames', '{schema}')"
        f" SETTINGS {settings}",
        "JSONEachRow",
    )
)
