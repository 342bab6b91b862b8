import Foundation
import Testing

/// The console blocks of the documentation, run as they stand.
///
/// `swift run slo-cli` stands for the built tool: the package manager is busy with these tests. A
/// line `...` stands for lines left out. `SLO_RECORD=1 swift test --filter DocumentationTests` puts
/// in what the tool prints now, but for blocks that leave something out.
struct DocumentationTests {
  @Test(arguments: [("README.md", 5), ("Sources/SLOKit/SLOKit.docc/Presets.md", 4)])
  func `the commands of a page print what it shows`(page: String, least: Int) throws {
    let file = Tool.package.appending(path: page)
    let text = try String(contentsOf: file, encoding: .utf8)
    var blocks = text.components(separatedBy: "```")
    var count = 0
    for index in blocks.indices where blocks[index].hasPrefix("console\n$ ") {
      let shown = blocks[index].dropFirst("console\n$ ".count)
      let command = shown.prefix { $0 != "\n" }
      let result = try Tool.shell(
        String(command).replacing("swift run slo-cli", with: #""$0""#)
      )
      let output = shown.dropFirst(command.count + 1)
      #expect(Self.isExcerpt(output, of: result.output), "\(command)")
      #expect(result.error.isEmpty, "\(command)")
      if !output.contains(Self.ellipsis) {
        blocks[index] = "console\n$ \(command)\n\(result.output)"
      }
      count += 1
    }
    #expect(count >= least)
    guard ProcessInfo.processInfo.environment["SLO_RECORD"] == "1" else { return }
    try blocks.joined(separator: "```").write(to: file, atomically: true, encoding: .utf8)
  }

  private static let ellipsis = "\n...\n"

  /// Whether the parts between the lines left out are in `text`, in order, the first at its
  /// beginning and the last at its end.
  private static func isExcerpt(_ excerpt: Substring, of text: String) -> Bool {
    let parts = String(excerpt).components(separatedBy: ellipsis)
    guard let first = parts.first, let last = parts.last, parts.count > 1 else {
      return excerpt == text
    }
    guard text.hasPrefix(first + "\n"), text.hasSuffix("\n" + last) else { return false }
    var rest = text.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      guard let place = rest.range(of: "\n\(part)\n") else { return false }
      rest = rest[rest.index(before: place.upperBound)...]
    }
    return true
  }
}
