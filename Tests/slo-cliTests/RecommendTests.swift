import Foundation
import Testing

/// `slo-cli recommend` on the scenarios under `Fixtures`.
struct RecommendTests {
  private static let formats = [("markdown", "md"), ("text", "txt"), ("json", "json")]

  /// The scenarios whose drafts are recorded: with the rules beside them, and without rules.
  private static var recorded: [Scenario] {
    ["checkout-api", "production-proceed", "breach-for-five-minutes"].map { Scenario(name: $0) }
  }

  /// The scenarios with metrics that a draft can be made from.
  private static var drafted: [Scenario] {
    get throws {
      try Scenario.all.filter { scenario in
        guard !scenario.name.hasPrefix("broken-") else { return false }
        return try Tool.run(["recommend", scenario.metrics]).status == 0
      }
    }
  }

  @Test(arguments: recorded)
  func `a draft is as recorded, in every format`(_ scenario: Scenario) throws {
    for (format, ending) in Self.formats {
      let rules = scenario.hasRules ? ["--rules", "\(scenario.folder)/slo-rules.json5"] : []
      let result = try Tool.run(["recommend", scenario.metrics, "--format", format] + rules)
      #expect(result.status == 0)
      try scenario.compare(result.output, with: "draft.\(ending)")
    }
  }

  @Test func `most scenarios can be drafted from`() throws {
    #expect(try Self.drafted.count >= 8)
  }

  /// Fixtures, and metrics of real runs where these lie beside the package.
  private static var metrics: [String] {
    get throws {
      let folder = Tool.package.deletingLastPathComponent().appending(path: "shared/data").path
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      let real = names.filter { $0.hasSuffix(".csv") }.sorted().map { "\(folder)/\($0)" }
      return try Scenario.all.map(\.metrics) + real
    }
  }

  @Test(arguments: try metrics)
  func `metrics pass the rules that are drafted from them, or there are none`(path: String) throws {
    let folder = try TemporaryFolder()
    let rules = folder.file("draft.json5")
    let made = try Tool.run(["recommend", path, "--emit-rules", rules])
    guard made.status == 0 else {
      #expect(made.status == 65)
      #expect(try folder.names.isEmpty)
      #expect(made.error.contains("error: "))
      return
    }
    let judged = try Tool.run(["check", path, "--rules", rules])
    let text = try folder.read("draft.json5")
    #expect(judged.status == 0, "\(judged.output)\(judged.error)\(text)")
  }

  @Test func `where nothing can be recommended, the draft says why and no rules are written`()
    throws
  {
    let folder = try TemporaryFolder()
    try folder.write("p95_latency\n0.2\n0.2\n0.2\n0.2\n0.2\n0.2\n", to: "metrics.csv")
    let words = ["recommend", "metrics.csv", "--emit-rules", "draft.json5"]
    let result = try Tool.run(words, in: folder.path)
    #expect(result.status == 65)
    #expect(result.output.contains("it is constant"))
    #expect(
      result.error == """
        error: there is no rule file to write: nothing can be recommended for any metric
        hint: the draft says why for each

        """
    )
    #expect(try folder.names == ["metrics.csv"])
  }

  @Test func `an update changes the file as the diff says`() throws {
    let folder = try TemporaryFolder()
    let scenario = Scenario(name: "breach-for-five-minutes")
    let original = try String(
      contentsOf: Tool.package.appending(path: "\(scenario.folder)/slo-rules.json5"),
      encoding: .utf8
    )
    try original.write(toFile: folder.file("slo-rules.json5"))
    let update = ["recommend", scenario.metrics, "--update", folder.file("slo-rules.json5")]
    let diff = try Tool.run(update + ["--diff"])
    #expect(diff.output.hasPrefix("--- "))
    #expect(try folder.read("slo-rules.json5") == original)
    #expect(try Tool.run(update).status == 0)
    let changed = try folder.read("slo-rules.json5")
    let gone = diff.output.split(separator: "\n").filter { $0.hasPrefix("-") }.dropFirst()
    let new = diff.output.split(separator: "\n").filter { $0.hasPrefix("+") }.dropFirst()
    #expect(gone.count == new.count && !gone.isEmpty)
    #expect(gone.allSatisfy { !changed.contains($0.dropFirst()) })
    #expect(new.allSatisfy { changed.contains($0.dropFirst()) })
    #expect(changed.split(separator: "\n").count == original.split(separator: "\n").count)
    #expect(try folder.names == ["slo-rules.json5"])
  }

  @Test(arguments: [
    ["--alpha", "60%"], ["--alpha", "x"], ["--alpha", "0"], ["--next", "0"], ["--diff"],
    ["--rules", "a.json5", "--diff", "--output", "b.md"],
    ["--update", "a.json5", "--diff", "-o", "b"],
    ["--rules", "a.json5", "--diff", "--emit-rules", "b.json5"],
    ["--rules", "a.json5", "--diff", "--format", "markdown"],
    ["--output", "Fixtures/production-proceed/metrics.csv"],
    ["--emit-rules", "Fixtures/production-proceed/metrics.csv"],
    ["--rules", "a.json5", "--preset", "readiness-score"],
    ["--rules", "a.json5", "--update", "b.json5"], ["--set", "a=1"], ["--env-file", "a.env"],
    ["--phase", "peak"],
  ])
  func `what makes no sense is a usage error`(words: [String]) throws {
    let result = try Tool.run(["recommend", "Fixtures/production-proceed/metrics.csv"] + words)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
  }

  @Test func `variables and phases come from the command line`() throws {
    let folder = try TemporaryFolder()
    try "P95_LATENCY_TARGET=300\nP99_LATENCY_TARGET=400\n".write(toFile: folder.file("a.env"))
    let words = [
      "recommend", "Fixtures/production-proceed/metrics.csv", "--preset", "production-baseline",
      "--env-file", folder.file("a.env"), "--set", "P99_LATENCY_TARGET=500",
    ]
    let result = try Tool.run(words)
    #expect(result.status == 0)
    #expect(result.output.contains("≤ 300 ms"))
    #expect(result.output.contains("≤ 500 ms"))
    let staging = ["recommend", "Fixtures/staging-proceed/metrics.csv", "--preset"]
    let phase = try Tool.run(staging + ["staging-baseline", "--phase", "peak"])
    #expect(phase.output.contains("Phase: peak"))
    let unknown = try Tool.run(staging + ["staging-baseline", "--phase", "peek"])
    #expect(unknown.status == 64)
    #expect(unknown.error.contains("no phase 'peek'"))
  }

  @Test func `without service metrics there is nothing to draft`() throws {
    let result = try Tool.run("recommend", "Fixtures/readiness-proceed/metrics.csv")
    #expect(result.status == 65)
    #expect(result.error.contains("no column is plainly a service metric"))
  }

  @Test func `a draft is written whole, in the format of its name`() throws {
    let folder = try TemporaryFolder()
    let metrics = "Fixtures/production-proceed/metrics.csv"
    let result = try Tool.run("recommend", metrics, "--output", folder.file("SLO_DRAFT.md"))
    #expect(result.output.isEmpty)
    #expect(try folder.read("SLO_DRAFT.md").hasPrefix("# SLO draft\n"))
  }

  private static var schema: [String: Any] {
    get throws {
      let path = "Sources/SLOKit/SLOKit.docc/Schemas/recommendation.schema.json"
      let text = try Data(contentsOf: Tool.package.appending(path: path))
      return try #require(JSONSerialization.jsonObject(with: text) as? [String: Any])
    }
  }

  @Test(arguments: try drafted)
  func `a draft in JSON has the members of its schema`(_ scenario: Scenario) throws {
    let schema = try Self.schema
    let rules = scenario.hasRules ? ["--rules", "\(scenario.folder)/slo-rules.json5"] : []
    for words in [[], rules, ["--method", "heuristic"]] {
      let result = try Tool.run(["recommend", scenario.metrics, "--format", "json"] + words)
      guard result.status == 0 else { continue }
      let draft = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      #expect(SchemaChecker(root: schema).mistakes(in: draft, schema) == [])
    }
  }

  @Test func `the schema documents each member`() throws {
    let schema = try Self.schema
    let shared = try #require(schema["$defs"] as? [String: [String: Any]])
    var open: [[String: Any]] = [schema] + shared.values
    var count = 0
    while let next = open.popLast() {
      for (name, member) in next["properties"] as? [String: [String: Any]] ?? [:] {
        let reference = (member["$ref"] as? String).flatMap { shared[String($0.dropFirst(8))] }
        #expect((member["description"] ?? reference?["description"]) is String, "\(name)")
        open += [member, member["items"] as? [String: Any] ?? [:]]
        count += 1
      }
    }
    #expect(count > 60)
  }
}

extension String {
  fileprivate func write(toFile path: String) throws {
    try write(toFile: path, atomically: true, encoding: .utf8)
  }
}
