extension Preset {
  static let readinessScore = Preset(
    name: "readiness-score",
    summary: "A weighted scorecard: categories scored from 0 to 10.",
    signature: ["score", "weight"],
    text: #"""
      // A weighted scorecard: one row a category, scores from 0 to 10.
      {
        slo: 1,
        name: "Readiness score",

        columns: {
          category: { kind: "label", optional: true },
          score: { unit: "1", optional: true, min: 0, max: 10 },
          weight: { unit: "1", optional: true, min: 0 },
        },

        objectives: [
          { name: "Readiness score", sli: "sum(score * weight) / sum(weight)",
            green: ">= 9", yellow: ">= 7", mandatory: true, min_coverage: "100%",
            description: "the mean score by weight; every category must be scored" },
        ],

        decision: {
          actions: {
            proceed: "Ready: go on with the release.",
            hold: "Nearly ready: raise the lowest scores and review again.",
            rollback: "Not ready: stop the release and plan the missing work.",
          },
        },
      }

      """#
  )
}
