import Testing

@testable import SLOKit

/// Of the verdicts on the parts of one whole, the gravest stands.
struct GravestPartTests {
  /// What one phase comes to, from the gravest on.
  enum Part: String, CaseIterable {
    case red = "9"
    case unmeasured = "NA"
    case yellow = "3"
    case green = "1"

    var decision: Decision {
      switch self {
      case .red: .rollback
      case .unmeasured, .yellow: .hold
      case .green: .proceed
      }
    }

    var cause: Evaluation.Cause {
      switch self {
      case .red, .yellow: .breach
      case .unmeasured: .insufficientEvidence
      case .green: .clean
      }
    }
  }

  private static let objectives =
    "objectives: [{ name: 'X', sli: 'max(x)', green: '<= 1', yellow: '<= 5', mandatory: true }]"

  private static func rules(_ members: String = "", optional: Bool = false) -> String {
    let phases =
      "phases: [{ name: 'a', to: '1m' }, { name: 'b', from: '1m', optional: \(optional) }]"
    return "columns: { x: '1' }, \(objectives), \(phases), \(members)"
  }

  private static func judge(
    _ cells: [Part],
    _ members: String,
    options: EvaluationOptions = EvaluationOptions()
  ) throws -> Evaluation {
    try Gate.judge(members, Gate.csv("x", cells.map(\.rawValue)), options: options)
  }

  @Test(arguments: Part.allCases, Part.allCases)
  func `the graver of two phases decides and is named`(first: Part, second: Part) throws {
    let evaluation = try Self.judge([first, second], Self.rules())
    let order = Part.allCases
    let isFirst = order.firstIndex(of: first) ?? 0 <= order.firstIndex(of: second) ?? 0
    let gravest = isFirst ? first : second
    #expect(evaluation.decision == gravest.decision)
    #expect(evaluation.cause == gravest.cause)
    if gravest != .green { #expect(evaluation.reason.hasPrefix("In \(isFirst ? "a" : "b"), ")) }
  }

  /// The whole run has a sample too few, so it holds unless a phase rolls back.
  @Test(arguments: [
    (Part.red, Decision.rollback, "In b, X is 9"),
    (.unmeasured, .hold, "There are 2 samples of the required 3."),
    (.green, .hold, "There are 2 samples of the required 3."),
  ])
  func `a phase may be graver than what the whole run lacks`(
    part: Part,
    decision: Decision,
    reason: String
  ) throws {
    let evaluation = try Self.judge([.green, part], Self.rules("require: { samples: 3 }"))
    #expect(evaluation.decision == decision)
    #expect(evaluation.reason.hasPrefix(reason))
  }

  @Test func `an open checklist holds a run of phases`() throws {
    let checklist = try Checklist(text: ChecklistDecisionTests.open, name: "release.md")
    let options = EvaluationOptions(checklists: [checklist])
    let evaluation = try Self.judge([.green, .green], Self.rules(), options: options)
    #expect(evaluation.decision == .hold)
    #expect(evaluation.cause == .insufficientEvidence)
    #expect(try Self.judge([.red, .green], Self.rules(), options: options).decision == .rollback)
  }

  @Test func `an optional phase that was reached decides as any other`() throws {
    let evaluation = try Self.judge([.green, .red], Self.rules(optional: true))
    #expect(evaluation.decision == .rollback)
    #expect(evaluation.phases.map(\.name) == ["a", "b"])
    #expect(evaluation.unreachedPhases.isEmpty)
  }

  @Test(arguments: [[Part.green, .yellow], [.yellow, .green]])
  func `the score of a run is that of its worst phase`(cells: [Part]) throws {
    let policy = "decision: { score: { proceed: '90%', hold: '10%' } }"
    #expect(try Self.judge(cells, Self.rules(policy)).score == 0.5)
  }

  /// In the order of gravity: an abort, a breach, no evidence, not good enough, good.
  @Test func `of several files the gravest decides`() throws {
    let members = "columns: { x: '1' }, \(Self.objectives), abort: ['x > 20']"
    let cells = ["99", "9", "NA", "3", "1"]
    let evaluations = try cells.map { try Gate.judge(members, Gate.csv("x", [$0])) }
    for (place, gravest) in evaluations.enumerated() {
      let files = Array(evaluations[place...])
      for files in [files, files.reversed()] {
        let whole = CombinedEvaluation(files)
        #expect(whole.decision == gravest.decision)
        #expect(whole.cause == gravest.cause)
      }
    }
    #expect(evaluations.map(\.cause) == [.abort, .breach, .insufficientEvidence, .breach, .clean])
  }

  @Test func `of equally grave files the first is named`() throws {
    let rules = try Gate.rules("columns: { x: '1' }, \(Self.objectives)")
    let files = try ["one.csv", "two.csv"].map {
      try rules.evaluate(.text(Gate.csv("x", ["9"]), name: $0))
    }
    let reason = CombinedEvaluation(files).reason
    #expect(reason == "one.csv: X is 9, beyond its limit (<= 5). 1 more file too.")
  }

  @Test func `without a file nothing proceeds`() {
    let nothing = CombinedEvaluation([])
    #expect(nothing.decision == .hold)
    #expect(nothing.cause == .insufficientEvidence)
    #expect(nothing.reason == "There is nothing to judge.")
  }
}
