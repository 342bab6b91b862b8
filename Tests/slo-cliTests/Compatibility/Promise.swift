import Foundation
import Testing

/// A list of lines in `Tests/Compatibility` that somebody relies on.
struct Promise {
  private let name: String

  init(_ name: String) {
    self.name = name
  }

  private var path: String { "Tests/Compatibility/\(name).txt" }

  /// Expects that there are these lines and no others, in any order.
  func expect(
    _ lines: [String],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let file = Tool.package.appending(path: path)
    let present = Set(lines.map { $0.trimmingCharacters(in: .whitespaces) })
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let promised = Set(text.split(separator: "\n").map(String.init))
    for line in promised.subtracting(present).sorted() {
      Issue.record(
        "'\(line)' of \(path) is gone: its version must rise, or it must come back",
        sourceLocation: sourceLocation
      )
    }
    let isRecording = ProcessInfo.processInfo.environment["SLO_RECORD"] == "1"
    for line in present.subtracting(promised).sorted() {
      Issue.record(
        "'\(line)' is not in \(path): \(isRecording ? "recorded" : "record it with SLO_RECORD=1")",
        sourceLocation: sourceLocation
      )
    }
    guard isRecording else { return }
    let recorded = present.sorted().map { $0 + "\n" }.joined()
    try recorded.write(to: file, atomically: true, encoding: .utf8)
  }
}
