import Testing

@testable import SLOKit

/// Somebody who chooses the name of one column and the texts in it cannot choose the judgement.
struct ForgedColumnTests {
  private static let rules = """
    require: { duration: '3m' }, abort: ['error > 5 for 2m'],
    objectives: [{ name: 'error', sli: 'mean(error)', green: '<= 50', mandatory: true }]
    """

  /// A run of three minutes that must roll back, with a column before and one behind its own.
  private static func run(_ name: String, _ cells: [String], first: Bool) -> String {
    let times = (0..<3).map { "2026-01-01T00:0\($0):00Z" }
    let rows = [("ts", "error", name)] + zip(times, cells).map { ($0, "6", $1) }
    return rows.map { time, value, cell in
      (first ? [cell, time, value] : [time, value, cell]).joined(separator: ",") + "\n"
    }.joined()
  }

  private static func mistake(_ csv: String) -> Diagnostic? {
    do throws(Diagnostics) {
      let evaluation = try Gate.judge(rules, csv)
      #expect(evaluation.decision == .rollback)
      return nil
    } catch {
      return error.items.first
    }
  }

  @Test(arguments: ["host", "NA", "error_rate", "1", ""], [true, false])
  func `any other column changes nothing`(name: String, first: Bool) {
    #expect(Self.mistake(Self.run(name, ["a", "0", "NA"], first: first)) == nil)
  }

  /// Quotes need not stand around a semicolon in a file with commas.
  @Test(arguments: [";", "\t"], [true, false])
  func `names and cells with other delimiters are no columns`(sign: String, first: Bool) {
    let name = "x;ts;error;y;z".replacing(";", with: sign)
    let cells = (0..<3).map { "x;2026-01-01T00:0\($0):00Z;0;y;z".replacing(";", with: sign) }
    #expect(Self.mistake(Self.run(name, cells, first: first))?.code == .ambiguousDelimiter)
  }

  /// With a time of somebody else, no breach lasts for two minutes.
  @Test(arguments: ["timestamp", "time", "ts"], [true, false])
  func `a second column with a time is not taken`(name: String, first: Bool) {
    let cells = (0..<3).map { "2026-01-01T00:00:0\($0)Z" }
    let mistake = Self.mistake(Self.run(name, cells, first: first))
    #expect(mistake?.code == .ambiguousTime)
    #expect(mistake?.hint == "name the column in the rule file:  time: { column: \"…\" }")
  }

  @Test func `what depends on no time needs none`() throws {
    let csv = Self.run("timestamp", ["NA", "NA", "NA"], first: false)
    let members = "objectives: [{ name: 'error', sli: 'mean(error)', green: '<= 50' }]"
    #expect(try Gate.judge(members, csv).decision == .proceed)
    #expect(try Gate.judge("time: { column: 'ts' }, \(Self.rules)", csv).decision == .rollback)
  }

  @Test func `a time column that is named must be there once`() {
    let csv = Self.run("ts", ["1", "2", "3"], first: false)
    let found = #expect(throws: Diagnostics.self) {
      try Gate.judge("time: { column: 'ts' }, \(Self.rules)", csv)
    }
    #expect(found?.items.first?.code == .duplicateColumn)
  }
}
