import Foundation
import Testing

@testable import SLOKit

/// The HTML report as Chromium shows it.
///
/// `.ci/run` installs Chromium where it can.
@Suite(
  "HTML in a browser",
  .enabled(if: Browser.path != nil, "Chromium is not installed: apt-get install chromium"),
  .serialized
)
struct BrowserTests {
  @Test(arguments: [400, 1400], [false, true])
  func `a person sees the decision, the rows and the lines`(width: Int, isDark: Bool) throws {
    let (sight, console) = try look(at: try HTMLReportTests.evaluation(), width, isDark: isDark)
    #expect(sight.heading == "! NO-GO: hold")
    #expect(sight.reason == "Latency is 212 ms, not within green (<= 200ms).")
    #expect(sight.isVerdictOnTop)
    #expect(sight.rows == 6)
    #expect(sight.charts == 2)
    #expect(sight.sparklines == 6)
    #expect(sight.lines == sight.charts + sight.sparklines)
    #expect(sight.faint == [])
    #expect(!sight.isTooWide)
    #expect(sight.isDark == isDark)
    #expect(sight.resources == 0)
    #expect(console == [])
  }

  @Test(arguments: HostileTextTests.texts)
  func `a hostile text does nothing`(_ text: String) throws {
    let evaluation = try Gate.judge(
      """
      name: "\(text.escapedForJSON)", columns: { v: 's' }, objectives: [{
        name: "\(text.escapedForJSON)", sli: 'mean(v)', green: '<= 1s',
        description: "\(text.escapedForJSON)" }]
      """,
      Gate.csv("v", ["1", "3"]),
      options: EvaluationOptions(drawsSeries: true)
    )
    let (sight, console) = try look(at: evaluation, 400, isDark: false)
    #expect(sight.heading == "✗ NO-GO: roll back")
    #expect(sight.rows == 1)
    #expect(sight.charts == 1)
    #expect(!sight.isTooWide)
    #expect(sight.resources == 0)
    #expect(console == [])
  }

  private func look(
    at evaluation: Evaluation,
    _ width: Int,
    isDark: Bool
  ) throws -> (sight: Browser.Sight, console: [String]) {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).html")
    defer { try? FileManager.default.removeItem(at: file) }
    try evaluation.report(.html).write(to: file, atomically: true, encoding: .utf8)
    return try Browser.look(at: file, width: width, isDark: isDark)
  }
}
