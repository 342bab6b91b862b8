extension Preset {
  static let canaryRollout = Preset(
    name: "canary-rollout",
    summary: "A canary at 5, 10, 25, 50, 75 and 100 %: green, yellow or red at every stage.",
    signature: [
      "rollout_percentage", "error_rate", "p95_latency", "test_pass_rate", "health_checks_passed",
      "health_checks_total",
    ],
    text: #"""
      // A canary rollout, judged anew at every stage: all green goes on, a yellow objective holds, a
      // red one goes back.
      //
      // Append the samples of all stages to one file, and begin a new one after a rollback. Every stage
      // in it is judged, and the worst decides; --phase "stage 10 %" judges one alone.
      {
        slo: 1,
        name: "Canary rollout",

        columns: {
          rollout_percentage: { unit: "%", optional: true, constant: true },
          error_rate: { unit: "%", optional: true },
          p95_latency: { unit: "ms", optional: true },
          test_pass_rate: { unit: "%", optional: true },
          health_checks_passed: { unit: "1", optional: true },
          health_checks_total: { unit: "1", optional: true },
          critical_alerts: { unit: "1", optional: true },
          uptime: { unit: "%", optional: true },
          memory_available: { unit: "%", optional: true },
          cpu: { unit: "%", optional: true },
        },

        vars: {
          // How long 5 % and 10 % must last at least.
          early_stage: "12h",
          // A sample every 15 min or more often, and 5 min for one that comes late.
          gap: "20m",
          // A stage is not judged by a single moment.
          samples: 2,
          // On how many of a stage's samples a mandatory objective must be measured.
          coverage: "50%",
        },

        objectives: [
          { name: "Error rate", sli: "mean(error_rate)", green: "< 0.1%", yellow: "<= 1%", mandatory: true },
          { name: "P95 latency", sli: "mean(p95_latency)", green: "< 200ms", yellow: "<= 500ms", mandatory: true },
          { name: "Test pass rate", sli: "mean(test_pass_rate)", green: ">= 98%", yellow: ">= 95%", mandatory: true },
          { name: "Health checks", sli: "min(health_checks_passed / health_checks_total)", green: ">= 100%", yellow: ">= 80%", mandatory: true,
            description: "the worst sample: 5 of 5 checks, or 4 of 5 for yellow" },
          { name: "Critical alerts", sli: "max(critical_alerts)", green: "== 0", yellow: "<= 2",
            description: "the worst sample" },
          { name: "Uptime", sli: "mean(uptime)", green: ">= 100%", yellow: ">= 99.9%" },
          { name: "Memory available", sli: "mean(memory_available)", green: "> 30%", yellow: ">= 10%" },
          { name: "CPU", sli: "mean(cpu)", green: "< 60%", yellow: "<= 80%" },
        ],

        // A stage that the rollout has not reached is not missed, but one stage must be reached.
        phases: [
          // No user meets the new release yet, or no longer.
          { name: "stage 0 %", where: "rollout_percentage == 0%", judge: false },
          { name: "stage 5 %", where: "rollout_percentage == 5%", optional: true, require: { duration: "$early_stage", samples: "$samples", gap: "$gap", coverage: "$coverage" } },
          { name: "stage 10 %", where: "rollout_percentage == 10%", optional: true, require: { duration: "$early_stage", samples: "$samples", gap: "$gap", coverage: "$coverage" } },
          { name: "stage 25 %", where: "rollout_percentage == 25%", optional: true, require: { samples: "$samples", gap: "$gap", coverage: "$coverage" } },
          { name: "stage 50 %", where: "rollout_percentage == 50%", optional: true, require: { samples: "$samples", gap: "$gap", coverage: "$coverage" } },
          { name: "stage 75 %", where: "rollout_percentage == 75%", optional: true, require: { samples: "$samples", gap: "$gap", coverage: "$coverage" } },
          { name: "stage 100 %", where: "rollout_percentage == 100%", optional: true, require: { samples: "$samples", gap: "$gap", coverage: "$coverage" } },
          // A percentage that is not in the plan is judged all the same.
          { name: "other stages", where: "rollout_percentage > 0%", optional: true, require: { samples: "$samples", gap: "$gap", coverage: "$coverage" } },
        ],

        // Five minutes take two samples at least: a spike that is gone at the next check does not trip.
        abort: ["error_rate > 1% for 5m", "p95_latency > 500ms for 5m"],

        decision: {
          actions: {
            proceed: "Go on to the next stage (0, 5, 10, 25, 50, 75, 100 %); at 100 % the rollout is done.",
            hold: "Stay at this stage, extend the monitoring by 6 h and judge again.",
            rollback: "Roll back to 0 %, then look into what is named above.",
          },
        },
      }

      """#
  )
}
