extension Preset {
  static let progressiveRollout = Preset(
    name: "progressive-rollout",
    summary: "A rollout in four stages, 10, 25, 50 and 100 %: errors, availability, latency.",
    signature: ["rollout_percentage", "error_rate", "availability", "p95_latency"],
    text: #"""
      // A progressive rollout: 10 % as the canary, then 25, 50 and 100 %. What is not green is red.
      //
      // Append the samples of all stages to one file, and begin a new one after a rollback. Every stage
      // in it is judged, and the worst decides; --phase "stage 25 %" judges one alone.
      {
        slo: 1,
        name: "Progressive rollout",

        columns: {
          rollout_percentage: { unit: "%", optional: true, constant: true },
          error_rate: { unit: "%", optional: true },
          availability: { unit: "%", optional: true },
          p95_latency: { unit: "ms", optional: true },
        },

        vars: {
          // How long a stage must last at least.
          first_stage: "15m",
          later_stages: "30m",
          // A stage that was left and entered again has not lasted as long as it looks.
          gap: "15m",
          // On how many of a stage's samples an objective must be measured.
          coverage: "50%",
        },

        objectives: [
          { name: "Error rate", sli: "mean(error_rate)", green: "< 0.5%", mandatory: true },
          { name: "Availability", sli: "mean(availability)", green: "> 99%", mandatory: true },
          { name: "P95 latency", sli: "mean(p95_latency)", green: "< 500ms", mandatory: true },
        ],

        // A stage that the rollout has not reached is not missed, but one stage must be reached.
        phases: [
          // No user meets the new release yet, or no longer.
          { name: "stage 0 %", where: "rollout_percentage == 0%", judge: false },
          { name: "stage 10 %", where: "rollout_percentage == 10%", optional: true, require: { duration: "$first_stage", gap: "$gap", coverage: "$coverage" } },
          { name: "stage 25 %", where: "rollout_percentage == 25%", optional: true, require: { duration: "$later_stages", gap: "$gap", coverage: "$coverage" } },
          { name: "stage 50 %", where: "rollout_percentage == 50%", optional: true, require: { duration: "$later_stages", gap: "$gap", coverage: "$coverage" } },
          { name: "stage 100 %", where: "rollout_percentage == 100%", optional: true, require: { duration: "$later_stages", gap: "$gap", coverage: "$coverage" } },
          // A percentage that is not in the plan is judged all the same.
          { name: "other stages", where: "rollout_percentage > 0%", optional: true, require: { duration: "$later_stages", gap: "$gap", coverage: "$coverage" } },
        ],

        decision: {
          actions: {
            proceed: "Go on to the next stage (10, 25, 50, 100 %); at 100 % the rollout is done.",
            hold: "Stay at this stage until what is missing is there, then judge again.",
            rollback: "Route all traffic back to the last release, then look into the red objectives.",
          },
        },
      }

      """#
  )
}
