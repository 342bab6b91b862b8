extension Preset {
  static let releaseCanary = Preset(
    name: "release-canary",
    summary: "A release candidate beside the release before, which --baseline gives.",
    signature: ["p99_latency", "error_rate", "cascading_failures", "service_crashes"],
    text: #"""
      // A release candidate must be as good as the release before:
      //   slo-cli check metrics.csv --preset release-canary --baseline baseline.csv
      // Without a baseline it holds.
      {
        slo: 1,
        name: "Release canary",

        columns: {
          p99_latency: { unit: "ms", optional: true },
          error_rate: { unit: "%", optional: true },
          cascading_failures: { unit: "1", optional: true },
          service_crashes: { unit: "1", optional: true },
          cache_hit_rate: { unit: "%", optional: true },
          pool_usage: { unit: "%", optional: true },
          cpu: { unit: "%", optional: true },
        },

        vars: {
          // The longest window must be filled once.
          duration: "1h",
          // One for each window of five minutes in it.
          samples: 12,
          // On how many of the samples a mandatory objective must be measured.
          coverage: "50%",
          // How high the P99 latency may be beside that of the baseline: 10 % higher.
          relative_p99: "110%",
        },

        require: { samples: "$samples", duration: "$duration", coverage: "$coverage" },

        objectives: [
          { name: "P99 latency", sli: "max(rolling_mean(p99_latency, 1h))", green: "<= 300ms", mandatory: true,
            description: "the worst hour" },
          { name: "P99 against the baseline", sli: "mean(p99_latency)", green: "<= baseline * $relative_p99", mandatory: true },
          { name: "Error rate", sli: "max(rolling_mean(error_rate, 5m))", green: "< 0.2%", red: "> 1%", mandatory: true,
            description: "the worst five minutes" },
          { name: "Cascading failures", sli: "max(cascading_failures)", green: "== 0", mandatory: true },
          { name: "Service crashes", sli: "max(service_crashes)", green: "== 0", mandatory: true },
          // A cache that hits more often than it should may serve what is stale.
          { name: "Cache hit rate", sli: "mean(cache_hit_rate)", green: ">= 60% and <= 70%", yellow: "< 60% or > 70%" },
          { name: "Pool usage", sli: "max(rolling_mean(pool_usage, 5m))", green: "< 85%",
            description: "the worst five minutes" },
          // 1 is rising, 0 neither, -1 falling, by the Mann-Kendall test at 5 %. To look into a rise
          // before anything is rolled back, add  yellow: "> 0".
          { name: "CPU trend", sli: "trend(cpu)", green: "<= 0" },
        ],

        decision: {
          actions: {
            proceed: "Release the candidate, and keep this file as the next baseline.",
            hold: "Keep the canary at its share; settle what is named above and judge again.",
            rollback: "Take the canary out, then compare its red objectives with the baseline.",
          },
        },
      }

      """#
  )
}
