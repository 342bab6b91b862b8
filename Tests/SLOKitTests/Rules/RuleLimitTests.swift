import Testing

@testable import SLOKit

/// Every limit of a rule file: as many are read, and one more is refused at its place.
struct RuleLimitTests {
  private static func list(_ count: Int, _ element: (Int) -> String) -> String {
    (0..<count).map(element).joined(separator: ",")
  }

  private static func objectives(_ count: Int) -> String {
    let all = list(count) { "{ name: 'A\($0)', sli: 'mean(x)', green: '<= 1' }" }
    return "objectives: [\(all)]"
  }

  private static func phases(_ count: Int) -> String {
    "phases: [\(list(count) { "{ name: 'P\($0)', from: '\($0)h', to: '\($0 + 1)h' }" })]"
  }

  /// Rules in which one thing is there so many times.
  struct Limit: Sendable, CustomTestStringConvertible {
    let what: String
    let limit: Int
    let members: @Sendable (Int) -> String

    var testDescription: String { what }
  }

  private static let rest = "objectives: [{ name: 'A', sli: 'mean(x)', green: '<= 1' }]"

  static let limits: [Limit] = [
    Limit(what: "objectives", limit: 1000) { objectives($0) },
    Limit(what: "phases", limit: 100) { "\(objectives(2)), \(phases($0))" },
    Limit(what: "objectives of all phases", limit: 10_000) {
      "\(objectives($0 / 100 + $0 % 100)), \(phases(100))"
    },
    Limit(what: "abort conditions", limit: 1000) {
      "abort: [\(list($0) { "'x > \($0)'" })], \(rest)"
    },
    Limit(what: "NA tokens", limit: 1000) { "na: [\(list($0) { "'t\($0)'" })], \(rest)" },
    Limit(what: "columns", limit: 10_000) {
      "columns: { \(list($0 - 1) { "c\($0): 's'" }) }, \(rest)"
    },
    Limit(what: "texts of a label", limit: 1000) {
      "where: \"kind in (\(list($0) { "'t\($0)'" }))\", \(rest)"
    },
  ]

  @Test(arguments: limits)
  func `as many as the limit are read and one more is refused`(limit: Limit) {
    #expect(Gate.mistakes(limit.members(limit.limit)).isEmpty)
    let found = Gate.mistakes(limit.members(limit.limit + 1))
    #expect(found.map(\.code) == [.tooLarge])
    #expect(found.first?.location != nil)
    #expect(found.first?.hint != nil)
  }

  @Test func `texts of a label are counted over all expressions`() {
    let halves = [0..<501, 501..<1001].map { part in
      "'kind in (\(part.map { "\\'t\($0)\\'" }.joined(separator: ",")))'"
    }
    let found = Gate.mistakes("abort: [\(halves.joined(separator: ","))], \(Self.rest)")
    #expect(found.map(\.code) == [.tooLarge])
  }

  /// Each definition uses the one before twice: 2^n operations for n of them.
  @Test(.timeLimit(.minutes(1)), arguments: [(12, true), (13, false), (60, false), (5000, false)])
  func `definitions that double each other do not explode`(count: Int, isRead: Bool) {
    let chain = (1..<count).map { "d\($0): 'd\($0 - 1) + d\($0 - 1)'" }
    let define = (["d0: 'x + x'"] + chain).joined(separator: ",")
    let members =
      "define: { \(define) }, "
      + "objectives: [{ name: 'A', sli: 'mean(d\(count - 1))', green: '<= 1' }]"
    let found = Gate.mistakes(members)
    #expect(found.isEmpty == isRead)
    #expect(found.allSatisfy { $0.code == .tooLarge })
  }

  /// The same in the order in which each meets one that is not checked yet.
  @Test(.timeLimit(.minutes(1)))
  func `definitions that double each other backwards do not explode`() {
    let chain = (0..<60).map { "d\($0): 'd\($0 + 1) + d\($0 + 1)'" }
    let define = (chain + ["d60: 'x + x'"]).joined(separator: ",")
    let found = Gate.mistakes("define: { \(define) }, \(Self.rest)")
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.code == .tooLarge || $0.code == .tooDeep })
  }

  /// Each of ninety thousand would be looked for among a thousand names of its length.
  @Test(.timeLimit(.minutes(1)))
  func `a flood of unknown names finds its end`() {
    let columns = (0..<1000).map { "column_number_\($0 + 10_000)" }
    let objectives = (0..<1000).map { index in
      let sum = (0..<90).map { "colunm_nunber_\(index * 100 + $0)" }.joined(separator: " + ")
      return "{ name: 'A\(index)', sli: 'mean(\(sum.prefix(900)))', green: '<= 1' }"
    }
    let members = "objectives: [\(objectives.joined(separator: ","))]"
    let found = Gate.mistakes(members, columns: columns)
    #expect(found.count == 101)
  }

  /// The line of each mistake would be kept whole a hundred times.
  @Test func `a file of one line keeps little of it for each mistake`() {
    let keys = (0..<20_000).map { "k\($0): 1" }.joined(separator: ",")
    let found = Gate.mistakes("\(keys), \(Self.rest)")
    #expect(found.count == 101)
    #expect(found.allSatisfy { $0.excerpt?.line.utf8.count ?? 0 <= 2003 })
    #expect(found[50].marked == "k50")
  }
}
