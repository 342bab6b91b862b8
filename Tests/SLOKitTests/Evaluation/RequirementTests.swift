import Testing

@testable import SLOKit

@Suite("Requirements")
struct RequirementTests {
  /// Twelve samples ten minutes apart cover two hours.
  static let twoHours = Gate.csv("x", (0..<12).map { "\($0)" }, every: 10)
  static let objective = Gate.objective("mean(x)", "green: '<= 100'")

  @Test(arguments: [
    ("samples: 12", true), ("samples: 13", false), ("samples: 0", true),
    ("duration: '2h'", true), ("duration: '121m'", true), ("duration: '122m'", false),
    ("gap: '10m'", true), ("gap: '599s'", false),
    ("coverage: '100%'", true), ("clean: true", true),
  ])
  func `a requirement is met or holds the run`(requirement: String, isMet: Bool) throws {
    let members = "require: { \(requirement) }, \(Self.objective)"
    let evaluation = try Gate.judge(members, Self.twoHours)
    #expect(evaluation.requirements.map(\.isMet) == [isMet])
    #expect(evaluation.decision == (isMet ? .proceed : .hold))
    #expect(evaluation.cause == (isMet ? .clean : .insufficientEvidence))
  }

  /// Two samples stand for twice their distance; required is an hour, and 1 % may be missing.
  @Test(arguments: [(1782, true), (1781, false), (1800, true)])
  func `a duration is met within one percent`(distance: Int, isMet: Bool) throws {
    let csv = "time,x\n0,1\n\(distance),2\n"
    let evaluation = try Gate.judge("require: { duration: '1h' }, \(Self.objective)", csv)
    #expect(evaluation.requirements.map(\.isMet) == [isMet])
    #expect(evaluation.requirements.map(\.value) == [Double(2 * distance)])
  }

  @Test func `a gap names its line and from when to when it is`() throws {
    let csv = "time,x\n0,1\n60,2\n600,3\n660,4\n"
    let evaluation = try Gate.judge("require: { gap: '5m' }, \(Self.objective)", csv)
    #expect(evaluation.requirements.map(\.line) == [4])
    let place = "from 1970-01-01T00:01:00Z to 1970-01-01T00:10:00Z (before line 4)"
    #expect(evaluation.reason == "There is a gap of 9 min \(place), longer than 5 min.")
    #expect(evaluation.nextSteps == ["Find out why nothing was measured \(place)."])
  }

  @Test func `an objective without samples is covered by nothing`() throws {
    let objective = Gate.objective("mean(x)", "green: '<= 100', where: 'x > 99'")
    let evaluation = try Gate.judge("require: { coverage: '1%' }, \(objective)", Self.twoHours)
    #expect(evaluation.requirements.map(\.value) == [0])
    #expect(evaluation.requirements.map(\.isMet) == [false])
  }

  /// By hand: without the sample in between, and the first of two gaps that are as wide.
  @Test func `a gap lies between samples that count`() throws {
    let members = "where: 'y > 0', require: { gap: '1m' }, \(Self.objective)"
    let csv = Gate.csv("x,y", ["1,1", "1,0", "1,1", "1,0", "1,1"])
    let evaluation = try Gate.judge(members, csv)
    #expect(evaluation.requirements.map(\.value) == [120])
    #expect(evaluation.requirements.map(\.line) == [4])
  }

  @Test func `one sample has no gap`() throws {
    let evaluation = try Gate.judge("require: { gap: '1m' }, \(Self.objective)", "time,x\n0,1\n")
    #expect(evaluation.requirements.map(\.value) == [0])
    #expect(evaluation.decision == .proceed)
  }

  @Test(arguments: [("mandatory: true", 0.5), ("mandatory: false", 0.25)])
  func `coverage looks at what is mandatory first`(key: String, value: Double) throws {
    let members = """
      require: { coverage: "60%" },
      objectives: [
        { name: 'A', sli: 'mean(a)', green: '<= 9', \(key) },
        { name: 'B', sli: 'mean(b)', green: '<= 9' },
        { name: 'C', sli: 'mean(c)', role: 'info' },
      ]
      """
    let csv = Gate.csv("a,b,c", ["1,1,NA", "2,,NA", ",,NA", ",NA,NA"])
    let evaluation = try Gate.judge(members, csv)
    #expect(evaluation.requirements.map(\.value) == [value])
    #expect(evaluation.decision == .hold)
  }

  @Test(arguments: ["samples: 1, duration: '1m'", "gap: '1m'", "duration: '0s'"])
  func `without timestamps no time is proven`(requirement: String) throws {
    let members = "require: { \(requirement) }, \(Self.objective)"
    let evaluation = try Gate.judge(members, "x\n1\n2\n")
    #expect(evaluation.decision == .hold)
    #expect(evaluation.reason.contains("cannot be told without timestamps"))
  }

  @Test(arguments: [(true, Decision.hold), (false, .proceed)])
  func `strict holds on any warning`(isStrict: Bool, decision: Decision) throws {
    let csv = Gate.csv("x", Array(repeating: "0.5", count: 5))
    let options = EvaluationOptions(isStrict: isStrict, listsUnusedColumns: true)
    let evaluation = try Gate.judge(Self.objective, csv, options: options)
    #expect(evaluation.warnings.map(\.code).contains(.constantSeries))
    #expect(evaluation.decision == decision)
  }
}
