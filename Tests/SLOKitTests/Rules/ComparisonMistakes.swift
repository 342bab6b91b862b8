@testable import SLOKit

extension RuleMistake {
  /// Mistakes in objectives with `compare`.
  static let comparisons: [RuleMistake] = [
    comparing(
      .missingKey,
      "compare: ⟨'x'⟩, green: '<= 10%'",
      "it is not said on which side values are worse",
      hint: "add  worse: \"higher\"  as for latencies, or  worse: \"lower\"  as for throughput"
    ),
    comparing(
      .invalidValue,
      "compare: 'x', worse: ⟨'highr'⟩, green: '<= 10%'",
      "unknown side 'highr'",
      hint: "did you mean 'higher'?"
    ),
    comparing(
      .invalidValue,
      "compare: 'x', sli: ⟨'mean(x)'⟩, worse: 'higher', green: '<= 10%'",
      "an objective that compares has no 'sli'",
      hint: "'compare' says what is measured"
    ),
    comparing(
      .invalidValue,
      "sli: 'mean(x)', green: '<= 1s', floor: ⟨'1ms'⟩",
      "'floor' means something beside 'compare' only"
    ),
    comparing(
      .invalidValue,
      "compare: 'x', worse: 'higher', green: ⟨'>= -10%'⟩",
      "the green band of a comparison is one limit on the worse side",
      hint: "for example \"<= 10%\": at most 10 % more than the baseline"
    ),
    comparing(
      .invalidValue,
      "compare: 'x', worse: 'higher', green: ⟨'>= 10%'⟩",
      "the green band of a comparison is one limit on the worse side",
      hint: "for example \"<= 10%\": at most 10 % more than the baseline"
    ),
    comparing(
      .invalidValue,
      "compare: 'x', worse: 'lower', green: ⟨'<= 10%'⟩",
      "the green band of a comparison is one limit on the worse side",
      hint: "for example \">= -10%\": at most 10 % less than the baseline"
    ),
    comparing(
      .invalidValue,
      "compare: 'x', worse: 'higher', green: ⟨'<= -10%'⟩",
      "the green band of a comparison is one limit on the worse side",
      hint: "for example \"<= 10%\": at most 10 % more than the baseline"
    ),
    comparing(
      .contradictoryBands,
      "compare: 'x', worse: 'higher', green: '<= 10%', red: ⟨'> 5%'⟩",
      "the red band '> 5%' and the green band '<= 10%' overlap",
      hint: "a value can be in one of them only"
    ),
    comparing(
      .contradictoryBands,
      "compare: 'x', worse: 'lower', green: '>= -10%', red: ⟨'< -5%'⟩",
      "the red band '< -5%' and the green band '>= -10%' overlap",
      hint: "a value can be in one of them only"
    ),
    comparing(
      .invalidValue,
      "compare: 'x', worse: 'lower', green: '>= -10%', red: ⟨'< -20% and > -90%'⟩",
      "the red band of a comparison is one limit on the worse side",
      hint: "for example \"< -25%\""
    ),
    comparing(
      .invalidValue,
      "compare: 'x', worse: 'higher', green: '<= 10%', floor: ⟨'-1ms'⟩",
      "'floor' is an amount from 0 up"
    ),
    comparing(
      .unitMismatch,
      "compare: 'x', worse: 'higher', green: '<= 10%', floor: ⟨'1MB'⟩",
      "'floor' is in MB, and what is compared in s"
    ),
    comparing(
      .invalidValue,
      "compare: 'x', worse: 'higher', green: '<= 10%', confidence: ⟨'100%'⟩",
      "a confidence lies between 50 % and 100 %",
      hint: "98% is usual"
    ),
    comparing(
      .invalidValue,
      "sli: 'mean(x)', green: '<= 1s', confidence: ⟨'95%'⟩",
      "'confidence' means something only where a run is compared with its baseline",
      hint: "use 'compare', or shift(…) in 'sli'"
    ),
    comparing(
      .wrongArguments,
      "sli: 'baseline(⟨shift(x)⟩)', green: '<= 10%'",
      "a comparison with the baseline has no value on the baseline"
    ),
    comparing(
      .notPerSample,
      "compare: '⟨mean(x)⟩', worse: 'higher', green: '<= 10%'",
      "'mean(x)' is over the run, but a value per sample is needed here"
    ),
  ]

  private static func comparing(
    _ code: DiagnosticCode,
    _ members: String,
    _ message: String,
    hint: String? = nil
  ) -> RuleMistake {
    RuleMistake(
      code,
      "columns: { x: 's' }, objectives: [{ name: 'O', \(members) }]",
      message,
      hint: hint
    )
  }
}
