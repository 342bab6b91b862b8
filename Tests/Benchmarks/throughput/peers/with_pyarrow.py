import pyarrow
from pyarrow import compute, csv

from question import answer, asked, columns, name

TERMS = {
    "mean": lambda column: compute.mean(column).as_py(),
    "min": lambda column: compute.min(column).as_py(),
    "max": lambda column: compute.max(column).as_py(),
    "p95": lambda column: compute.quantile(column, q=0.95, interpolation="linear")[0].as_py(),
    "na": lambda column: column.null_count,
}

if asked.threads:
    pyarrow.set_cpu_count(asked.threads)
metrics = csv.read_csv(
    asked.file,
    convert_options=csv.ConvertOptions(
        include_columns=columns,
        column_types={column: pyarrow.float64() for column in columns},
        null_values=["NA", ""],
    ),
)
answer({name(s, c): TERMS[s](metrics[c]) for s, c in asked.questions})
