import Testing

@testable import SLOKit

@Suite("Decisions")
struct DecisionTests {
  /// One objective a status, over a column that is 1 and one that was never measured.
  static func objectives(_ statuses: [Status]) -> String {
    let items = statuses.enumerated().map { index, status in
      let name = "name: 'O\(index)'"
      return switch status {
      case .green: "{ \(name), sli: 'mean(x)', green: '<= 1', yellow: '<= 2' }"
      case .yellow: "{ \(name), sli: 'mean(x)', green: '< 1', yellow: '<= 2' }"
      case .red: "{ \(name), sli: 'mean(x)', green: '< 0', yellow: '< 1' }"
      case .na: "{ \(name), sli: 'mean(y)', green: '<= 1' }"
      case .info: "{ \(name), sli: 'mean(x)', green: '< 0', role: 'info' }"
      }
    }
    return "objectives: [\(items.joined(separator: ", "))]"
  }

  static let csv = Gate.csv("x,y", ["1,NA", "1,NA"])
  static let unmet = "require: { samples: 3 }"
  static let met = "require: { samples: 2 }"
  static let tripped = "abort: ['x > 0']"
  static let quiet = "abort: ['x > 1']"

  @Test(arguments: [
    ([Status.green], "", Decision.proceed, Evaluation.Cause.clean),
    ([.green, .na], "", .proceed, .clean),
    ([.green, .info], "", .proceed, .clean),
    ([.green], "\(met), \(quiet), ", .proceed, .clean),
    ([.green, .yellow], "", .hold, .breach),
    ([.yellow, .na], "", .hold, .breach),
    ([.green, .red, .yellow], "", .rollback, .breach),
    ([.na], "", .hold, .insufficientEvidence),
    ([.na, .na, .info], "", .hold, .insufficientEvidence),
    ([.info], "", .hold, .insufficientEvidence),
    ([.green], "\(unmet), ", .hold, .insufficientEvidence),
    ([.yellow], "\(unmet), ", .hold, .insufficientEvidence),
    ([.red], "\(unmet), ", .rollback, .breach),
    ([.green], "\(tripped), ", .rollback, .abort),
    ([.red], "\(tripped), \(unmet), ", .rollback, .abort),
    ([.na], "\(tripped), ", .rollback, .abort),
  ])
  func `the worst of what is known decides`(
    statuses: [Status],
    members: String,
    decision: Decision,
    cause: Evaluation.Cause
  ) throws {
    let evaluation = try Gate.judge(members + Self.objectives(statuses), Self.csv)
    // What only informs has a status too, and it is red.
    #expect(evaluation.statuses == statuses.map { $0 == .info ? .red : $0 })
    #expect(evaluation.decision == decision)
    #expect(evaluation.cause == cause)
    #expect(evaluation.decision.isGo == (decision == .proceed))
    #expect(evaluation.reason.hasSuffix("."))
  }

  @Test(arguments: [(true, Decision.hold), (false, .proceed)])
  func `only a mandatory objective must be measured`(isMandatory: Bool, decision: Decision) throws {
    let members = """
      objectives: [
        { name: 'A', sli: 'mean(x)', green: '<= 1' },
        { name: 'B', sli: 'mean(y)', green: '<= 1', mandatory: \(isMandatory) },
      ]
      """
    let evaluation = try Gate.judge(members, Self.csv)
    #expect(evaluation.decision == decision)
    #expect(evaluation.reason.contains("y is NA on all 2 samples") == isMandatory)
  }

  @Test(arguments: [
    (["1", "1"], 1.0), (["1", "2"], 1.5 / 2), (["1", "9"], 0.5), (["NA", "2"], 0.5),
    (["9", "NA"], 0.0), (["NA", "NA"], nil),
  ])
  func `the score is the weighted share of what is good`(cells: [String], score: Double?) throws {
    let bands = "green: '<= 1', yellow: '<= 2'"
    let members = """
      objectives: [
        { name: 'A', sli: 'mean(a)', \(bands) }, { name: 'B', sli: 'mean(b)', \(bands) },
        { name: 'C', sli: 'mean(c)', \(bands), role: 'info', weight: 5 },
      ]
      """
    let row = cells.joined(separator: ",") + ",9"
    #expect(try Gate.judge(members, Gate.csv("a,b,c", [row])).score == score)
  }

  @Test func `an action belongs to its decision`() throws {
    let members = "decision: { actions: { hold: 'wait' } }, "
    let hold = try Gate.judge(members + Self.objectives([.yellow]), Self.csv)
    let proceed = try Gate.judge(members + Self.objectives([.green]), Self.csv)
    #expect(hold.action == "wait")
    #expect(proceed.action == nil)
  }
}
