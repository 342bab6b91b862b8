import Testing

@testable import SLOKit

/// Pages about very many objectives and phases.
@Suite("Large pages")
struct PageExtentTests {
  /// A run with 100 objectives, of which the last is red, once for each of so many phases.
  private static func page(phases: Int) throws -> String {
    let objectives = (1...100).map {
      "{ name: 'Objective \($0)', sli: 'mean(v)', green: '<= \($0 == 100 ? 1 : 9)s' }"
    }
    let evaluation = try Gate.judge(
      "columns: { v: 's' }, objectives: [\(objectives.joined(separator: ", "))]",
      Gate.csv("v", (0..<500).map { "\(2 + $0 % 3)" }),
      options: EvaluationOptions(drawsSeries: true)
    )
    return evaluation.repeated(inPhases: (1...phases).map { "phase \($0)" }).report(.html)
  }

  @Test func `a thousand results are all shown`() throws {
    let page = try Self.page(phases: 10)
    #expect(!page.contains("the JSON report has"))
    let root = try MarkupTree.parse(page)
    #expect(root.all("table").filter { $0.attributes["class"] == "objectives" }.count == 10)
    #expect(root.all("article").count == 100)
    #expect(root.all("td").contains { $0.attributes["class"] == "trend" })
  }

  @Test func `of ten thousand the gravest are shown, and a note says so`() throws {
    let page = try Self.page(phases: 100)
    #expect(page.utf8.count < 1_000_000)
    let root = try MarkupTree.parse(page)
    let tables = root.all("table").filter { $0.attributes["class"] == "objectives" }
    #expect(tables.map { $0.all("tr").count } == Array(repeating: 1 + 10, count: 100))
    #expect(tables.allSatisfy { $0.all("a").contains { $0.text == "Objective 100" } })
    #expect(root.all("article").count == 10)
    let notes = root.all("p").filter { $0.attributes["class"] == "note" }.map(\.text)
    let note = "The 10 gravest of 100 objectives; the JSON report has them all."
    #expect(notes.count { $0 == note } == 101)
    let matrix = try #require(root.all("table").first { $0.attributes["class"] == "matrix" })
    #expect(matrix.all("td").count { $0.text == "✗" } == 100)
  }
}
