extension Preset {
  static let productionBaseline = Preset(
    name: "production-baseline",
    summary: "Two hours of production under load: success, latency, fallbacks, errors, memory.",
    signature: [
      "http_success_rate", "p95_latency", "p99_latency", "effective_fallback_ratio", "error_rate",
      "rss_mb", "cache_hit_rate",
    ],
    text: #"""
      // Two hours of production under load.
      //
      // Targets are variables, so that an env file of NAME=number lines or --set changes them:
      //   slo-cli check metrics.csv --preset production-baseline --set P95_LATENCY_TARGET=200
      // An extended validation asks for less evidence: --set samples=4 --set duration=1h
      {
        slo: 1,
        name: "Production baseline",

        columns: {
          http_success_rate: { unit: "ratio", optional: true },
          p95_latency: { unit: "s", optional: true },
          p99_latency: { unit: "s", optional: true },
          raw_fallback_ratio: { unit: "ratio", optional: true },
          effective_fallback_ratio: { unit: "ratio", optional: true },
          error_rate: { unit: "ratio", optional: true },
          error_rate_4xx: { unit: "ratio", optional: true },
          error_rate_5xx: { unit: "ratio", optional: true },
          rss_mb: { unit: "MB", optional: true },
          cache_hit_rate: { unit: "ratio", optional: true },
          cache_hits_raw: { unit: "1", kind: "counter", optional: true },
          cache_misses_raw: { unit: "1", kind: "counter", optional: true },
          plugin_reload_success: { unit: "1", kind: "counter", optional: true },
          plugin_reload_failure: { unit: "1", kind: "counter", optional: true },
          snapshot_create_success: { unit: "1", kind: "counter", optional: true },
          snapshot_create_failure: { unit: "1", kind: "counter", optional: true },
          snapshot_restore_success: { unit: "1", kind: "counter", optional: true },
          snapshot_restore_failure: { unit: "1", kind: "counter", optional: true },
        },

        vars: {
          samples: 12,
          duration: "2h",
          // On how many of the samples a mandatory objective must be measured.
          coverage: "50%",
          P95_LATENCY_TARGET: "150ms",
          P99_LATENCY_TARGET: "250ms",
          MEMORY_SLO_TARGET: "500MB",
          CACHE_HIT_RATE_TARGET: "80%",
          EFFECTIVE_FALLBACK_SLO_TARGET: "5%",
          PLUGIN_RELOAD_SUCCESS_RATE_TARGET: "95%",
          SNAPSHOT_SUCCESS_RATE_TARGET: "99%",
          ERROR_RATE_THRESHOLD: "1%",
          COUNT_CACHE_MISS_AS_FALLBACK: false,
        },

        define: {
          // A cache miss that the origin served is no failure, unless it is declared one.
          fallback: "if($COUNT_CACHE_MISS_AS_FALLBACK, raw_fallback_ratio, effective_fallback_ratio)",
          cache_hits: "increase(cache_hits_raw)",
          cache_lookups: "increase(cache_hits_raw) + increase(cache_misses_raw)",
          reloads: "increase(plugin_reload_success) + increase(plugin_reload_failure)",
          snapshots_good: "increase(snapshot_create_success) + increase(snapshot_restore_success)",
          snapshots_bad: "increase(snapshot_create_failure) + increase(snapshot_restore_failure)",
        },

        require: { samples: "$samples", duration: "$duration", coverage: "$coverage" },

        objectives: [
          { name: "HTTP success rate", sli: "mean(http_success_rate)", green: ">= 98%", mandatory: true,
            description: "2xx and 3xx responses among all responses" },
          { name: "P95 latency", sli: "mean(p95_latency)", green: "<= $P95_LATENCY_TARGET", mandatory: true },
          { name: "P99 latency", sli: "mean(p99_latency)", green: "<= $P99_LATENCY_TARGET", mandatory: true },
          { name: "Effective fallback ratio", sli: "mean(fallback)", green: "<= $EFFECTIVE_FALLBACK_SLO_TARGET", mandatory: true },
          { name: "Raw fallback ratio", sli: "mean(raw_fallback_ratio)", role: "info" },
          { name: "Error rate", sli: "mean(error_rate)", green: "<= $ERROR_RATE_THRESHOLD", mandatory: true },
          { name: "Error rate 4xx", sli: "mean(error_rate_4xx)", role: "info" },
          { name: "Error rate 5xx", sli: "mean(error_rate_5xx)", role: "info" },
          { name: "RSS memory", sli: "mean(rss_mb)", green: "<= $MEMORY_SLO_TARGET", mandatory: true },
          { name: "Cache hit rate", sli: "coalesce(cache_hits / cache_lookups, mean(cache_hit_rate))", green: ">= $CACHE_HIT_RATE_TARGET", mandatory: true,
            description: "from the raw counters; the sampled rate only where these have no data" },
          { name: "Plugin reload success", sli: "increase(plugin_reload_success) / reloads", green: ">= $PLUGIN_RELOAD_SUCCESS_RATE_TARGET" },
          { name: "Snapshot success", sli: "snapshots_good / (snapshots_good + snapshots_bad)", green: ">= $SNAPSHOT_SUCCESS_RATE_TARGET" },
        ],

        abort: ["error_rate > 2%", "fallback > 8%"],

        decision: {
          actions: {
            proceed: "Record this run as the production baseline.",
            hold: "Keep the present release; close the gaps named above and measure again.",
            rollback: "Return to the last release that passed, then look into the red objectives.",
          },
        },
      }

      """#
  )
}
