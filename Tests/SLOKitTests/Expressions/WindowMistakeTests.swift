import Testing

@testable import SLOKit

@Suite("Windows that make no sense")
struct WindowMistakeTests {
  private static let noWindow = "expected a duration above 0 or a number of samples, found"

  /// An indicator with its mistake marked, and what is said about it.
  static let mistakes: [ExpressionMistake] = [
    ExpressionMistake(
      "max(⟨rolling_mean(x)⟩)",
      "'rolling_mean' takes a value and a window, found 1 argument",
      hint: "for example rolling_mean(x, 5m) or rolling_mean(x, 3 samples)",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "max(⟨rolling_min(x, 5m, 1h)⟩)",
      "'rolling_min' takes a value and a window, found 3 arguments",
      hint: "for example rolling_min(x, 5m) or rolling_min(x, 3 samples)",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "max(rolling_mean(x, ⟨5⟩))",
      "\(noWindow) '5'",
      hint: "write 5m for minutes, or 5 samples",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "max(rolling_mean(x, ⟨$count⟩))",
      "\(noWindow) '$count'",
      hint: "give the variable a unit of time, for example \"5m\"",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "max(rolling_mean(x, ⟨2 * 3⟩))",
      "\(noWindow) '2 * 3'",
      hint: "write a duration such as 5m, or a number of samples such as 3 samples",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "max(rolling_mean(x, ⟨5MB⟩))",
      "\(noWindow) '5MB'",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "max(rolling_mean(x, ⟨0m⟩))",
      "\(noWindow) '0m'",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "max(rolling_mean(x, ⟨y⟩))",
      "\(noWindow) 'y'",
      hint: "a window is as long on every sample: 5m, or 3 samples",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "max(rolling_max(⟨mean(x)⟩, 5m))",
      "'mean(x)' is over the run, but a value per sample is needed here",
      hint: "the aggregate goes around: max(rolling_max(…))",
      code: .notPerSample
    ),
    ExpressionMistake(
      "max(rolling_mean(⟨3⟩, 5m))",
      "expected a column or arithmetic on columns, found a constant",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "max(rolling_mean(x, 5m where ⟨x > 1⟩))",
      "'rolling_mean' takes no 'where'",
      hint: "put it into the aggregate around: max(rolling_mean(…) where …)",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "max(delta(x where ⟨x > 1⟩))",
      "'delta' takes no 'where'",
      hint: "put it into the aggregate around: max(delta(…) where …)",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "max(⟨delta(x, 5m)⟩)",
      "'delta' takes 1 argument, found 2",
      code: .wrongArguments
    ),
    ExpressionMistake(
      "greatest(mean(x), ⟨3 samples⟩)",
      "expected a value, found a number of samples",
      hint: "it says how far a window reaches: rolling_mean(x, 3 samples)",
      code: .wrongKind
    ),
    ExpressionMistake(
      "⟨rolling_mean(x, 5m)⟩",
      "'rolling_mean(x, 5m)' is per sample, but one number over the run is needed here",
      hint: "use mean(rolling_mean(x, 5m))",
      code: .notOverRun
    ),
    ExpressionMistake(
      "max(⟨avg_over_time⟩(x, 5m))",
      "unknown function 'avg_over_time'",
      hint: "did you mean 'rolling_mean'?",
      code: .unknownFunction
    ),
    ExpressionMistake(
      "max(⟨moving_average⟩(x, 5m))",
      "unknown function 'moving_average'",
      hint: "did you mean 'rolling_mean'?",
      code: .unknownFunction
    ),
    ExpressionMistake(
      "max(⟨diff⟩(x))",
      "unknown function 'diff'",
      hint: "did you mean 'delta'?",
      code: .unknownFunction
    ),
  ]

  @Test(arguments: mistakes)
  func `a wrong window is named at its place`(mistake: ExpressionMistake) throws {
    let marked = MarkedText(mistake.marked)
    let range = try #require(marked.ranges.first)
    let found = Gate.mistakes("vars: { count: 5 }, " + Gate.objective(marked.text, "green: '> 0'"))
    #expect(found.map(\.code) == [mistake.code])
    #expect(found.first?.message == mistake.message)
    #expect(found.first?.hint == mistake.hint)
    #expect(found.first?.marked == String(decoding: Array(marked.text.utf8)[range], as: UTF8.self))
  }

  @Test func `the rows of a file cannot depend on those before`() {
    let found = Gate.mistakes("where: 'delta(x) > 0', " + Gate.objective("mean(x)", "green: '> 0'"))
    #expect(found.map(\.code) == [.wrongArguments])
    #expect(
      found.first?.message
        == "'where' says which rows there are, so it cannot look at the rows before"
    )
  }

  @Test(arguments: [
    ("max(rolling_mean(ms, 5m))", "s"), ("min(rolling_min(MB, 3 samples))", "B"),
    ("last(delta(ms))", "s"), ("slope(MB)", "B/s"), ("slope(hits)", "/s"), ("growth(MB)", "ratio"),
    ("growth(plain)", "ratio"), ("trend(MB)", "1"), ("max(rolling_mean(plain, 5m))", nil),
    ("max(rolling_mean(ms, $window))", "s"), ("max(rolling_mean(ms, 2 * $window))", "s"),
    ("max(rolling_mean(ms, 5m) / rolling_mean(ms, 1h))", "ratio"),
  ])
  func `windows and trends have units`(sli: String, unit: String?) throws {
    let objective = Gate.objective(sli, "role: 'info'", columns: "ms: 'ms', MB: 'MB', hits: '1'")
    let rules = try Gate.rules("vars: { window: '5m' }, " + objective)
    #expect(rules.objectives.first?.indicator.unit == unit)
  }

  @Test func `equal windows share a column`() throws {
    let sli = "max(rolling_mean(x, 1m)) + min(rolling_mean(x, 60s)) + max(rolling_mean(x, 2m))"
    let rules = try Gate.rules(Gate.objective(sli, "role: 'info'"))
    #expect(rules.columns.derivedColumns.count == 2)
    #expect(
      rules.columns.columns.map(\.name) == ["x", "rolling_mean(x, 1m)", "rolling_mean(x, 2m)"]
    )
  }
}
