"""What a peer is asked, and how it answers: JSON in its one argument and on standard output."""

import json
import sys
from types import SimpleNamespace

# file; questions, pairs of a statistic and a column; threads, or None for all; estimate.
asked = SimpleNamespace(**json.loads(sys.argv[1]))
columns = list(dict.fromkeys(column for _, column in asked.questions))


def name(statistic: str, column: str) -> str:
    return f"{statistic}({column})"


def select(terms: dict[str, str]) -> str:
    """The list behind SELECT, from an SQL term for each statistic."""
    return ", ".join(f'{terms[s].format(c)} AS "{name(s, c)}"' for s, c in asked.questions)


def answer(values: dict[str, float]) -> None:
    print(json.dumps(values))
