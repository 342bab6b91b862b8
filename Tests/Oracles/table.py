"""Reads a fixture's CSV: cells, physical lines, times, units. Standard library only."""

import csv
import io
from datetime import datetime, timedelta, timezone
from statistics import median

NA_TOKENS = {"", "na", "n/a", "nan", "null", "none", "-"}

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)

# Base units are seconds, bytes and ratio. Divisors are exact where a factor would not be.
FACTORS = {"1": 1, "s": 1, "ratio": 1, "MB": 10**6, "MiB": 2**20}
DIVISORS = {"ms": 10**3, "us": 10**6, "%": 100}


class Table:
    """The rows of one CSV. Each row remembers the physical line on which it starts."""

    def __init__(self, rows, na=(), time_column="timestamp"):
        self.rows, self.na, self.time_column = rows, na, time_column

    def keep(self, condition):
        """The rows on which the condition holds, as a table."""
        return Table([r for r in self.rows if condition(r[1])], self.na, self.time_column)

    def between(self, start, end):
        """The rows from so many seconds after the first one on, until before so many."""
        first = self.times[0]
        return self.keep(
            lambda row: start * 10**6 <= microseconds(row[self.time_column]) - first < end * 10**6)

    def __len__(self):
        return len(self.rows)

    @property
    def lines(self):
        return [line for line, _ in self.rows]

    @property
    def times(self):
        """Whole microseconds since the epoch."""
        return [microseconds(cells[self.time_column]) for _, cells in self.rows]

    def labels(self, name):
        return [cells[name] for _, cells in self.rows]

    def column(self, name, unit="1"):
        """Numbers in base units; None is NA."""
        return [self.number(cells[name], unit) for _, cells in self.rows]

    def number(self, text, unit):
        text = text.strip()
        if text.lower() in NA_TOKENS or text in self.na:
            return None
        return float(text) / DIVISORS[unit] if unit in DIVISORS else float(text) * FACTORS[unit]


def read(path, delimiter=",", na=(), time_column="timestamp"):
    # utf-8-sig drops a byte order mark; newline="" leaves line ends inside quotes alone.
    text = path.read_bytes().decode("utf-8-sig")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header = next(reader)
    rows, next_line = [], reader.line_num + 1
    for cells in reader:
        assert len(cells) == len(header), (path.name, next_line)
        rows.append((next_line, dict(zip(header, cells))))
        # A quoted line break makes a row longer than a line, so rows cannot just be counted.
        next_line = reader.line_num + 1
    return Table(rows, na, time_column)


def microseconds(text):
    if text.isdigit():
        return int(text) * 1000  # the only epoch fixture is in milliseconds
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        time = time.replace(tzinfo=timezone.utc)
    return (time - EPOCH) // timedelta(microseconds=1)


# Differences are taken between whole numbers and only then turned into seconds: the nearest
# double of an epoch in seconds is too coarse for milliseconds.


def seconds_between(earlier, later):
    return (later - earlier) / 10**6


def covered(times):
    """Last minus first plus one median interval: twelve samples ten minutes apart are 2 h."""
    return (times[-1] - times[0] + median(intervals(times))) / 10**6


def widest_gap(times):
    return max(intervals(times)) / 10**6


def intervals(times):
    return [later - earlier for earlier, later in zip(times, times[1:])]
