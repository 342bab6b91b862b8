import Testing

@testable import SLOKit

@Suite("HTML")
struct HTMLReportTests {
  /// Three phases with a span each, and a baseline's worth of objectives.
  static func evaluation(rows: Int = 12) throws -> Evaluation {
    let values = (0..<rows).map { "\(0.12 + 0.02 * Double($0 * 7 % 11)),\($0 == 4 ? "NA" : "0.5")" }
    let evaluation = try Gate.judge(
      """
      name: 'Gate', columns: { latency: 's', share: 'ratio' },
      objectives: [
        { name: 'Latency', sli: 'mean(latency)', green: '<= 200ms', yellow: '<= 250ms',
          mandatory: true, runbook: 'https://runbooks.example/latency', owner: 'web' },
        { name: 'Share', sli: 'min(share)', green: '>= 40%' },
      ],
      require: { samples: 3 }, abort: ['latency > 5s'],
      """,
      Gate.csv("latency,share", values, every: 10),
      options: EvaluationOptions(drawsSeries: true)
    )
    let phase = try #require(evaluation.phases.first)
    let names = ["warm-up", "steady", "peak"]
    func time(_ index: Int) -> Timestamp {
      Timestamp(nanoseconds: Int64(index * rows / 3) * 600_000_000_000)
    }
    return evaluation.replacing(
      phases: names.map {
        PhaseResult(name: $0, decision: phase.decision, objectives: phase.objectives)
      },
      drawing: RunDrawing(
        series: try #require(evaluation.drawing).series,
        phases: names.indices.map {
          RunDrawing.PhaseSpan(name: names[$0], start: time($0), end: time($0 + 1))
        }
      )
    )
  }

  private static func page(_ evaluation: Evaluation) throws -> MarkupElement {
    let report = evaluation.report(.html)
    return try MarkupTree.parse(report)
  }

  @Test func `the decision and the reason come first`() throws {
    let page = try Self.page(try Self.evaluation())
    let body = try #require(page.all("body").first)
    #expect(body.children.map(\.name) == ["header", "main", "footer"])
    #expect(body.children[0].wholeText.hasPrefix("Gate NO-GO: hold ! Latency is 212 ms"))
    #expect(page.all("title").first?.text == "NO-GO: hold – Gate")
  }

  @Test func `nothing is loaded and nothing runs`() throws {
    let page = try Self.page(try Self.evaluation())
    #expect(page.all("script").isEmpty)
    #expect(page.all("link").isEmpty)
    #expect(page.all("img").isEmpty)
    for element in page.all {
      #expect(!element.attributes.keys.contains { $0.hasPrefix("on") || $0 == "src" })
      let link = element.attributes["href"] ?? "#"
      #expect(link.hasPrefix("#") || link.hasPrefix("https://"))
    }
  }

  @Test func `tables have headers with a scope, and links lead somewhere`() throws {
    let page = try Self.page(try Self.evaluation())
    #expect(page.all("table").count == 5)
    for header in page.all("th") { #expect(["row", "col"].contains(header.attributes["scope"])) }
    let identifiers = page.all.compactMap { $0.attributes["id"] }
    #expect(Set(identifiers).count == identifiers.count)
    for link in page.all("a").compactMap({ $0.attributes["href"] }) where link.hasPrefix("#") {
      #expect(identifiers.contains(String(link.dropFirst())))
    }
  }

  @Test func `each objective has a chart with bands, phases, gaps and words`() throws {
    let page = try Self.page(try Self.evaluation())
    let cards = page.all("article")
    #expect(cards.count == 2)
    let classes = cards.map { card in
      card.all("path").compactMap { $0.attributes["class"] }.map { $0.split(separator: " ")[0] }
    }
    #expect(Set(classes[0]) == ["zone", "grid", "phase", "line", "dots", "mark", "limit", "value"])
    #expect(Set(classes[1]) == ["zone", "grid", "gap", "phase", "line", "dots", "limit", "value"])
    let canvas = try #require(cards[1].all("svg").first)
    #expect(canvas.attributes["role"] == "img")
    #expect(canvas.attributes["aria-label"] == "share from 50.0 % to 50.0 %, with 1 gap")
    #expect(cards[0].wholeText.contains("! warm-up ! steady ! peak"))
    #expect(cards[0].wholeText.contains("<= 200ms"))
  }

  @Test func `without what is drawn the tables are all there is`() throws {
    let evaluation = try Gate.judge(
      Gate.objective("mean(v)", "green: '<= 1'", columns: "v: '1'"),
      "v\n1\n"
    )
    let page = try Self.page(evaluation)
    #expect(page.all("svg").isEmpty)
    #expect(page.all("table").count == 1)
  }

  @Test func `a run of many samples stays below a megabyte`() throws {
    let columns = (0..<40).map { "c\($0)" }
    let rows = (0..<3000).map { row in
      columns.indices.map { "\(row * (7919 + $0) % 9973)" }.joined(separator: ",")
    }
    let objectives = columns.map { "{ name: '\($0)', sli: 'mean(\($0))', green: '<= 9000' }" }
    let evaluation = try Gate.judge(
      "columns: {}, objectives: [\(objectives.joined(separator: ", "))]",
      Gate.csv(columns.joined(separator: ","), rows),
      options: EvaluationOptions(drawsSeries: true)
    )
    #expect(evaluation.report(.html).utf8.count < 1_000_000)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:x", "data:text/html,x", "//x.example", "docs/x",
  ])
  func `only an address of the web becomes a link`(runbook: String) throws {
    let evaluation = try Gate.judge(
      Gate.objective("mean(v)", "green: '<= 1', runbook: '\(runbook)'", columns: "v: '1'"),
      "v\n2\n",
      options: EvaluationOptions(drawsSeries: true)
    )
    let page = try Self.page(evaluation)
    #expect(page.all("article").first?.all("a").isEmpty == true)
    #expect(page.wholeText.contains(runbook))
  }
}
