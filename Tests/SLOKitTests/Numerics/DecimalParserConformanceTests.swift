import Foundation
import Testing

@testable import SLOKit

/// The published test data of number parsers, one file each.
///
/// A line holds the bits of the nearest 16, 32 and 64-bit number in hexadecimal, and the text.
/// The data lie beside the package, not in it: a checkout without them skips these tests.
struct DecimalParserConformanceTests {
  private static let folder = URL(filePath: #filePath)
    .appending(path: "../../../../../shared/conformance/number-parsing")
    .standardizedFileURL

  private static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path()) }

  @Test(
    // Data of other projects are not copied into this one.
    .enabled(if: isPresent, "no conformance data at \(folder.path())"),
    arguments: ["freetype-2-7.txt", "lemire-fast-float.txt", "more-test-cases.txt"]
  )
  func `every published number is read to its last bit`(_ file: String) throws {
    let data = try Data(contentsOf: Self.folder.appending(path: file))
    var checked = 0
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ")
      let bits = try #require(parts.count == 4 ? UInt64(parts[2], radix: 16) : nil)
      let text = String(parts[3])
      let value = Double(decimalText: text)
      if value?.bitPattern != bits {
        Issue.record("\(text) gives \(value.debugDescription)")
      }
      checked += 1
    }
    #expect(checked > 50)
  }
}
