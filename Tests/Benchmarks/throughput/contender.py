"""What takes part: a command that computes a work and prints its answers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from works import Work

Answers = dict[str, float | None]


@dataclass(frozen=True)
class Contender:
    name: str
    version: str
    command: Callable[[Path, Work], list[str]]
    # Reads what the command printed, by the names that the facts about the metrics have.
    answers: Callable[[str, Work], Answers]
    # How far, relatively, a p95 may be from the exact one.
    p95_error: float = 1e-9
    fewest_rows: int = 1
    most_rows: int | None = None
    # Exit statuses beyond the last one mean that nothing was computed.
    last_status: int = 0

    def unfit(self, rows: int) -> str | None:
        """Why it does not take part with that many rows, if so."""
        if rows < self.fewest_rows:
            return f"{self.name} (from {self.fewest_rows:,} rows)"
        if self.most_rows and rows > self.most_rows:
            return f"{self.name} (up to {self.most_rows:,} rows)"
        return None
