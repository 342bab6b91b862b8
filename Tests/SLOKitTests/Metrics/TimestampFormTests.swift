import Testing

@testable import SLOKit

/// A column of times is written in one way, and numbers count from 1970.
struct TimestampFormTests {
  private static func judge(_ times: [String]) throws -> Evaluation {
    try Gate.judge(
      Gate.objective("mean(x)", "green: '<= 10'"),
      "ts,x\n" + times.enumerated().map { "\($1),\($0)\n" }.joined()
    )
  }

  @Test(arguments: [
    (["1767225600", "1767225660000"], 3), (["1767225600000", "1767225660"], 3),
    (["1767225600", "1767225660", "1767225720000000"], 4),
    (["2026-01-01T00:00:00Z", "1767225660"], 3),
    (["2026-01-01T00:00:00Z", "2026-01-01T00:01:00"], 3),
    (["2026-01-01 00:00:00", "2026-01-01 00:01:00+08:00"], 3),
    (["2026-01-01T00:00:00.1234567", "2026-01-01T00:01:00.1234567Z"], 3),
    (["1767225600.25", "1767225660250"], 3), (["1767225600000000000", "1767225660"], 3),
    (["\"1767225600\"", "\"1767225660000\""], 3),
    (["0000331104394", "1773129630000"], 3),
    (["0000000001767225600", "1767225660000000000"], 3),
  ])
  func `two forms in one column are an error`(times: [String], line: Int) throws {
    let found = #expect(throws: Diagnostics.self) { try Self.judge(times) }
    #expect(found?.items.map(\.code) == [.mixedTimestamps])
    #expect(found?.items.first?.location?.line == line)
  }

  @Test(arguments: [
    ["2026-01-01T00:00:00Z", "2026-01-01 00:01:00z", "2026-01-01T08:02:00+08:00"],
    ["2026-01-01", "2026-01-01T00:01", "2026-01-01 00:02:00", "2026-01-01 00:03:00.5"],
    ["1767225600", "1767225660.5", "1.76722572e9"], ["1767225600000", "1767225660000.25"],
    ["1767225600", "NA", "1767225720"],
  ])
  func `one form may be written in several ways`(times: [String]) throws {
    #expect(try Self.judge(times).warnings.map(\.code).allSatisfy { $0 == .missingTimestamp })
  }

  /// 946684800 is 2000-01-01T00:00:00Z: `date -d @946684800`.
  @Test(arguments: [
    (["1", "2", "3"], true), (["0", "60", "120"], true), (["946684799", "946684800"], true),
    (["946684800", "946684860"], false), (["1999-12-31", "2000-01-01"], false),
    (["202601011200", "202601011201"], true),
  ])
  func `numbers before 2000 are suspicious`(times: [String], isWarned: Bool) throws {
    #expect(try Self.judge(times).warnings.map(\.code).contains(.earlyTimestamp) == isWarned)
  }

  @Test(arguments: [
    ("20260101", true), ("19991231", true), ("20240229", true), ("20260229", false),
    ("20261301", false), ("20260101.5", false), ("18991231", false), ("22000101", false),
  ])
  func `eight digits that make a date are no seconds`(time: String, isRefused: Bool) throws {
    guard isRefused else {
      #expect(try Self.judge([time]).warnings.map(\.code) == [.earlyTimestamp])
      return
    }
    let found = #expect(throws: Diagnostics.self) { try Self.judge([time]) }
    #expect(found?.items.map(\.code) == [.badTimestamp])
    let date = "\(time.prefix(4))-\(time.dropFirst(4).prefix(2))-\(time.suffix(2))"
    #expect(found?.items.first?.hint?.contains(date) == true)
  }
}
