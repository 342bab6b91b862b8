import Foundation
import Testing

/// A metrics file that changes between its first byte and its last.
///
/// The tool opens the metrics, then waits for its rules, which come through a FIFO: what happens
/// before the rules are written happens while the file is read.
struct ChangingFileTests {
  private static let rules =
    "{ slo: 1, objectives: [{ name: 'A', sli: 'mean(x)', green: '<= 5' }] }"

  /// Judges a file that `change` is done to as soon as it is open.
  private func judge(
    _ metrics: String = "x\n1\n2\n",
    changing change: String
  ) throws -> Tool.Result {
    let folder = try TemporaryFolder()
    try folder.write(metrics, to: "m.csv")
    return try Tool.shell(
      #"""
      touch -t 200101010000 m.csv; mkfifo r
      "$0" check m.csv --rules r --quiet & child=$!
      exec 3>r; \#(change); echo "\#(Self.rules)" >&3; exec 3>&-
      wait $child
      """#,
      in: folder.path
    )
  }

  @Test func `a file that stays as it is is judged`() throws {
    #expect(try judge(changing: ":").status == 0)
  }

  /// A chunk is a quarter of a mebibyte; this file has two.
  private static let longMetrics = "x\n" + String(repeating: "1\n", count: 200_000)

  @Test(arguments: [
    "echo 99 >> m.csv", ": > m.csv", "printf x > m.csv", "printf 'x\\n9\\n9\\n' > m.csv",
  ])
  func `a file that is written to while it is read is an error`(change: String) throws {
    let result = try judge(Self.longMetrics, changing: change)
    #expect(result.status == 66)
    #expect(result.error.hasPrefix("error: 'm.csv' changed while it was read\n"))
  }

  /// Who has opened a file keeps it whole.
  @Test(arguments: ["rm m.csv", "printf 'x\\n99\\n' > n; mv n m.csv"])
  func `a file that is taken away or replaced is judged as it was`(change: String) throws {
    #expect(try judge(Self.longMetrics, changing: change).status == 0)
  }

  /// It was read to its end before it grew.
  @Test func `a short file that grows later is judged as it was`() throws {
    #expect(try judge(changing: "echo 99 >> m.csv").status == 0)
  }
}
