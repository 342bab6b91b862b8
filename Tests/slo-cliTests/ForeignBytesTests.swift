import Foundation
import SLOKit
import Testing

/// Bytes that are no UTF-8, in a header, a cell, a rule file and names of files.
struct ForeignBytesTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let rules = "{ slo: 1, objectives: [{ id: 'a', name: 'A', sli: 'mean(x)', green: '<= 5' }] }"
    try folder.write(rules, to: "slo-rules.json5")
  }

  /// Runs a script in which a file `m.csv` has such bytes; what it prints must be UTF-8.
  private func status(_ script: String) throws -> Int32 {
    let metrics = #"printf 'x,a\377b\n1,c\377d\n2,\360\237\n' > m.csv"#
    let result = try Tool.shell("\(metrics); { \(script); } > out 2>&1", in: folder.path)
    let printed = try Data(contentsOf: URL(filePath: folder.file("out")))
    #expect(String(data: printed, encoding: .utf8) != nil)
    return result.status
  }

  @Test(arguments: ReportFormat.allCases)
  func `a report on bytes that are no text is text`(format: ReportFormat) throws {
    let words = "--verbose --format \(format.rawValue)"
    #expect(try status(#""$0" check m.csv \#(words)"#) == 0)
    #expect(try status(#""$0" check m.csv m.csv \#(words)"#) == 0)
  }

  @Test(arguments: [
    (#""$0" explain m.csv --objective a"#, 0),
    (#""$0" recommend m.csv --rules slo-rules.json5"#, 0),
    (#"printf '{ slo: 1, name: "\377" }' > r; "$0" check m.csv --rules r"#, 78),
    (#""$0" check "$(printf 'n\377')""#, 66),
    (#""$0" check m.csv --set "$(printf 'a\377')=1""#, 64),
    (#""$0" "$(printf '\377')""#, 64), (#""$0" check m.csv -o "$(printf 'x\377:y')""#, 64),
  ])
  func `so are explanations, drafts and messages`(script: String, expected: Int32) throws {
    #expect(try status(script) == expected)
  }
}
