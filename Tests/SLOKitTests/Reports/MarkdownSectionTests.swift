import Testing

@testable import SLOKit

@Suite("Sections of documents")
struct MarkdownSectionTests {
  private static let begin = MarkdownSection.beginMarker
  private static let end = MarkdownSection.endMarker

  private func insert(_ report: String, into document: String) throws -> String {
    let bytes = try MarkdownSection.inserting(report, into: Array(document.utf8), name: "doc.md")
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", "\(begin)\nR\n\(end)\n"), ("a\n", "a\n\n\(begin)\nR\n\(end)\n"),
    ("a", "a\n\n\(begin)\nR\n\(end)\n"),
    ("a\r\n\(begin)\r\nold\r\n\(end)\r\nb", "a\r\n\(begin)\r\nR\n\(end)\r\nb"),
    ("\(begin)\n\(end)", "\(begin)\nR\n\(end)"),
    ("x \(begin)\n", "x \(begin)\n\n\(begin)\nR\n\(end)\n"),
  ])
  func `the report stands between the markers`(document: String, result: String) throws {
    let once = try insert("R\n", into: document)
    #expect(once == result)
    #expect(try insert("R\n", into: once) == once)
  }

  @Test func `bytes that are no text are kept`() throws {
    let document: [UInt8] = [0xFF, 0x00, 0x0A]
    let result = try MarkdownSection.inserting("R\n", into: document, name: "doc.md")
    #expect(result.starts(with: document))
  }

  @Test(arguments: [
    ("\(begin)\n", 1), ("a\n\(end)\n", 2), ("\(end)\n\(begin)\n", 1),
    ("\(begin)\n\(begin)\n\(end)\n", 2), ("\(begin)\n\(end)\n\(end)\n", 3),
  ])
  func `markers that do not pair are an error with a line`(document: String, line: Int) throws {
    let error = #expect(throws: Diagnostic.self) { try insert("R\n", into: document) }
    #expect(error?.code == .unpairedMarker)
    #expect(error?.location?.line == line)
  }

  @Test func `phases have a table each, and one together`() throws {
    let evaluation = try Gate.judge(
      Gate.objective("mean(v)", "green: '<= 1s'", columns: "v: 's'"),
      Gate.csv("v", ["1", "2"])
    )
    let report = evaluation.repeated(inPhases: ["warm-up", "a|b"]).report(.markdown)
    #expect(
      report.contains(
        """
        | Objective | warm-up | a\\|b |
        | --- | --- | --- |
        | Objective | ✗ 1.50 s | ✗ 1.50 s |
        | Decision | roll back | roll back |

        ### warm-up: roll back

        0 samples

        | Status |
        """
      )
    )
    #expect(report.contains("\n### a\\|b: roll back\n"))
  }

  @Test func `an objective that a phase does not judge has a gap`() throws {
    let evaluation = try Gate.judge(
      Gate.objective("mean(v)", "green: '<= 1s'", columns: "v: 's'"),
      Gate.csv("v", ["1", "2"])
    )
    let phase = evaluation.phases[0]
    let matrix = PhaseMatrix(
      evaluation.replacing(phases: [
        PhaseResult(name: "empty", decision: .hold, objectives: []),
        PhaseResult(name: "full", decision: .rollback, objectives: phase.objectives),
      ])
    )
    #expect(matrix.rows.map { $0.results.map { $0?.status } } == [[nil, .red]])
  }
}
