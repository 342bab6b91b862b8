extension Preset {
  static let stagingBaseline = Preset(
    name: "staging-baseline",
    summary: "A day in staging in four phases: warm-up, steady load, peak, daily cycle.",
    signature: [
      "cache_hit_rate", "p95_latency_hit", "p95_latency_miss", "p95_latency", "error_rate",
      "pod_restarts", "memory", "cpu", "replicas",
    ],
    text: #"""
      // A day in staging, from which later runs can be judged as from a baseline.
      //
      // Phases count from the first sample. Another plan of the day takes other borders below.
      {
        slo: 1,
        name: "Staging baseline",

        columns: {
          cache_hit_rate: { unit: "%", optional: true },
          p95_latency_hit: { unit: "ms", optional: true },
          p95_latency_miss: { unit: "ms", optional: true },
          p95_latency: { unit: "ms", optional: true },
          error_rate: { unit: "%", optional: true },
          pod_restarts: { unit: "1", optional: true },
          memory: { unit: "%", optional: true },
          cpu: { unit: "%", optional: true },
          replicas: { unit: "1", optional: true },
        },

        vars: {
          duration: "24h",
          // Of samples ten minutes apart, none may be missing.
          gap: "15m",
          // On how many of a phase's samples an objective must be measured.
          coverage: "50%",
        },

        require: { duration: "$duration", gap: "$gap" },

        objectives: [
          { name: "Cache hit rate", sli: "mean(cache_hit_rate)", green: ">= 95%", red: "< 85%", mandatory: true },
          { name: "P95 latency on a hit", sli: "mean(p95_latency_hit)", green: "<= 100ms", mandatory: true },
          { name: "P95 latency on a miss", sli: "mean(p95_latency_miss)", green: "<= 300ms", mandatory: true },
          { name: "P95 latency", sli: "mean(p95_latency)", green: "<= 500ms", mandatory: true },
          { name: "Error rate", sli: "mean(error_rate)", green: "< 0.1%", red: "> 1%", mandatory: true },
          // For a counter that may begin above 0, add kind: "counter" to its column and take
          // increase(pod_restarts).
          { name: "Pod restarts", sli: "max(pod_restarts)", green: "== 0", mandatory: true },
          { name: "Memory", sli: "max(memory)", green: "<= 80%", mandatory: true,
            description: "the worst sample" },
          { name: "Replicas", sli: "min(replicas)", green: ">= 3", mandatory: true,
            description: "the worst sample" },
          // 1 is rising, 0 neither, -1 falling, by the Mann-Kendall test at 5 %. To look into a rise
          // before anything is rolled back, add  yellow: "> 0".
          { name: "CPU trend", sli: "trend(cpu)", green: "<= 0", mandatory: true },
          { name: "Memory trend", sli: "trend(memory)", green: "<= 0", mandatory: true },
        ],

        phases: [
          { name: "warm-up", from: "0h", to: "2h", judge: false },
          { name: "steady", from: "2h", to: "8h", require: { coverage: "$coverage" } },
          { name: "peak", from: "8h", to: "16h", require: { coverage: "$coverage" } },
          // Without an end: what a run measures beyond its day is judged, too.
          { name: "daily cycle", from: "16h", require: { coverage: "$coverage" } },
        ],

        decision: {
          actions: {
            proceed: "Keep this file as the baseline of later runs (--baseline).",
            hold: "Do not keep this run as a baseline; mend what is named above and run the day again.",
            rollback: "Take this build out of staging, then look into the red objectives.",
          },
        },
      }

      """#
  )
}
