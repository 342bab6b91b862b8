"""The works: which aggregates of which columns everybody computes."""

from dataclasses import dataclass

from metrics import COLUMNS


@dataclass(frozen=True)
class Work:
    name: str
    title: str
    columns: tuple[str, ...]
    statistics: tuple[str, ...]

    @property
    def questions(self) -> list[tuple[str, str]]:
        """Pairs of a statistic and a column, such as ("mean", "error_rate")."""
        return [(statistic, column) for column in self.columns for statistic in self.statistics]


STATISTICS = ("mean", "min", "max", "p95", "na")

# The columns that `slo-cli presets production-baseline` names.
PRESET = Work(
    "preset",
    "the preset production-baseline",
    (
        "http_success_rate", "p95_latency", "p99_latency", "raw_fallback_ratio",
        "effective_fallback_ratio", "error_rate", "error_rate_4xx", "error_rate_5xx", "rss_mb",
        "cache_hit_rate", "cache_hits_raw", "cache_misses_raw", "plugin_reload_success",
        "plugin_reload_failure", "snapshot_create_success", "snapshot_create_failure",
        "snapshot_restore_success", "snapshot_restore_failure",
    ),
    ("mean", "na"),
)

EIGHT = Work(
    "eight",
    "mean, min, max, p95 and NA of 8 columns",
    (
        "http_success_rate", "p50_latency", "p90_latency", "p95_latency", "p99_latency",
        "effective_fallback_ratio", "error_rate", "rss_mb",
    ),
    STATISTICS,
)

FORTY = Work("forty", "mean, min, max, p95 and NA of 40 columns", tuple(COLUMNS), STATISTICS)

WORKS = (PRESET, EIGHT, FORTY)
