import Testing

@testable import SLOKit

@Suite("Per sample and over the run")
struct LevelTests {
  /// An indicator with its mistake marked, and what is said about it.
  static let mistakes: [ExpressionMistake] = [
    ExpressionMistake(
      "⟨p95_latency⟩",
      "'p95_latency' is per sample, but one number over the run is needed here",
      hint: "use mean(p95_latency)",
      code: .notOverRun
    ),
    ExpressionMistake(
      "⟨x - mean(x)⟩",
      "a value per sample and one over the run cannot be mixed",
      hint: "put the column into an aggregate, for example mean(…)",
      code: .notPerSample
    ),
    ExpressionMistake(
      "mean(⟨max(x)⟩)",
      "'max(x)' is over the run, but a value per sample is needed here",
      code: .notPerSample
    ),
    ExpressionMistake(
      "fraction(⟨mean(x) > 1⟩)",
      "'mean(x) > 1' is over the run, but a condition on single samples is needed here",
      code: .notPerSample
    ),
    ExpressionMistake(
      "fraction(⟨x⟩)",
      "expected a condition, found a value",
      hint: "compare it with something, for example 'x > 0'",
      code: .wrongKind
    ),
    ExpressionMistake(
      "mean(⟨x > 1⟩)",
      "expected a value, found a condition",
      hint: "turn it into a number with fraction(…) or if(…, 1, 0)",
      code: .wrongKind
    ),
    ExpressionMistake(
      "mean(⟨3⟩)",
      "expected a column or arithmetic on columns, found a constant",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "⟨maen⟩(x)",
      "unknown function 'maen'",
      hint: "did you mean 'mean'?",
      code: .unknownFunction
    ),
    ExpressionMistake(
      "⟨avg⟩(x)",
      "unknown function 'avg'",
      hint: "did you mean 'mean'?",
      code: .unknownFunction
    ),
    ExpressionMistake(
      "⟨mean()⟩",
      "'mean' takes 1 argument, found 0",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "⟨duration(x)⟩",
      "'duration' takes no arguments, found 1",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "⟨greatest(mean(x))⟩",
      "'greatest' takes at least 2 arguments, found 1",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "abs(mean(x) where ⟨x > 1⟩)",
      "'abs' takes no 'where'",
      hint: "put it into the aggregates inside",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "p(x, ⟨100⟩)",
      "expected a percentile between 0 and 100",
      hint: "for example p(x, 99.9)",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "p(x, ⟨0.95⟩)",
      "'0.95' may be meant as a share or as a percentage",
      hint: "write p(x, 95) for the 95th percentile, or 0.95% for what it says",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "⟨p100⟩(x)",
      "unknown function 'p100'",
      hint:
        "functions are count, na, sum, mean, min, max, first, last, stddev, median, p, increase, "
        + "rate, fraction, longest, duration, gap, coalesce, if, abs, greatest, least, baseline, "
        + "shift, shift_low, shift_high, p_value, slope, growth, trend, rolling_mean, rolling_max, rolling_min, delta, p50 … p99",
      code: .unknownFunction
    ),
    ExpressionMistake(
      "mean(x) * ⟨$factor⟩",
      "unknown variable '$factor'",
      hint: "declare it: vars: { factor: … }",
      code: .unknownVariable
    ),
  ]

  @Test(arguments: mistakes)
  func `a wrong indicator is named at its place`(mistake: ExpressionMistake) throws {
    let marked = MarkedText(mistake.marked)
    let range = try #require(marked.ranges.first)
    let found = Gate.mistakes(Gate.objective(marked.text, "green: '> 0'"))
    #expect(found.map(\.code) == [mistake.code])
    #expect(found.first?.message == mistake.message)
    #expect(found.first?.hint == mistake.hint)
    #expect(found.first?.marked == String(decoding: Array(marked.text.utf8)[range], as: UTF8.self))
  }

  @Test func `an indicator that looks at no column is refused`() {
    let found = Gate.mistakes(Gate.objective("1 + 2", "green: '> 0'"))
    #expect(found.map(\.message) == ["the indicator measures nothing"])
  }

  @Test func `a band about single samples is refused`() {
    let found = Gate.mistakes(Gate.objective("mean(x)", "green: 'x <= 1'"))
    #expect(
      found.map(\.message) == [
        "'x <= 1' is per sample, but a condition over the run is needed here"
      ]
    )
    #expect(found.first?.hint == "say how long it must hold, for example 'for 3 samples'")
  }

  @Test func `a comparison without a left side is for bands only`() {
    let found = Gate.mistakes(Gate.objective("mean(x where > 1)", "green: '> 0'"))
    #expect(found.map(\.message) == ["a comparison needs a left side here"])
    #expect(found.first?.marked == "> 1")
  }
}
