import Foundation
import Testing

/// The console blocks of the README, run as they stand.
///
/// `swift run slo-cli` stands for the built tool: the package manager is busy with these tests.
/// `SLO_RECORD=1 swift test --filter DocumentationTests` puts in what the tool prints now.
struct DocumentationTests {
  private static let readme = Tool.package.appending(path: "README.md")

  @Test func `the commands of the README print what it shows`() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    var blocks = text.components(separatedBy: "```")
    var count = 0
    for index in blocks.indices where blocks[index].hasPrefix("console\n$ ") {
      let shown = blocks[index].dropFirst("console\n$ ".count)
      let command = shown.prefix { $0 != "\n" }
      let result = try Tool.shell(
        String(command).replacing("swift run slo-cli", with: #""$0""#)
      )
      #expect(shown.dropFirst(command.count + 1) == result.output, "\(command)")
      #expect(result.error.isEmpty, "\(command)")
      blocks[index] = "console\n$ \(command)\n\(result.output)"
      count += 1
    }
    #expect(count >= 5)
    guard ProcessInfo.processInfo.environment["SLO_RECORD"] == "1" else { return }
    try blocks.joined(separator: "```").write(to: Self.readme, atomically: true, encoding: .utf8)
  }
}
