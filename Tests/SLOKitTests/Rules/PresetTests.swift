import Testing

@testable import SLOKit

@Suite("Presets")
struct PresetTests {
  @Test(arguments: Preset.all)
  func `the signature suffices for all mandatory objectives`(preset: Preset) throws {
    let rules = try RuleSet(preset, columns: preset.signature)
    let row = Array(repeating: "0.5", count: preset.signature.count).joined(separator: ",")
    // A day, so that every phase by time has samples, and a run to compare with.
    let day = Array(repeating: row, count: 24)
    let csv = Gate.csv(preset.signature.joined(separator: ","), day, every: 60)
    let evaluation = try rules.evaluate(
      .text(csv, name: "metrics.csv"),
      baseline: [.text(csv, name: "baseline.csv")]
    )
    let mandatory = evaluation.phases.flatMap(\.objectives).filter(\.objective.isMandatory)
    #expect(!mandatory.isEmpty)
    #expect(mandatory.allSatisfy { $0.status != .na })
    #expect(try Preset.named(preset.name) == preset)
  }

  /// Metrics of one preset, with all columns that it knows, are never taken for those of another.
  @Test(arguments: Preset.all)
  func `columns tell for which preset metrics are`(preset: Preset) throws {
    #expect(Preset.fitting(preset.signature) == preset)
    let columns = try RuleSet(preset).columns.columns.map(\.name)
    #expect(Preset.fitting(columns) == preset)
    let others = Preset.all.filter { $0 != preset }
    #expect(!others.contains { Set($0.signature).isSubset(of: columns) })
  }

  /// What `slo-cli presets` prints begins with what it is for.
  @Test(arguments: Preset.all)
  func `a printed preset is a rule file`(preset: Preset) throws {
    let rules = try RuleSet(text: preset.text, source: "slo-rules.json5")
    #expect(rules.objectives.map(\.name) == (try RuleSet(preset)).objectives.map(\.name))
    #expect(preset.text.hasPrefix("//"))
    #expect(preset.text.hasSuffix("}\n"))
  }

  /// The scores by weight add up to 945, and the weights to 105.
  @Test func `a readiness score is a mean by weight`() throws {
    let cells = "10,20 8,15 9,15 9,10 10,10 10,10 8,10 7,5 10,5 7,5".split(separator: " ")
    let csv = "score,weight\n" + cells.map { $0 + "\n" }.joined()
    let rules = try RuleSet(Preset.readinessScore)
    let evaluation = try rules.evaluate(.text(csv, name: "scores.csv"))
    let result = try #require(evaluation.phases.first?.objectives.first)
    #expect(result.value == 9)
    #expect(result.status == .green)
    #expect(evaluation.decision == .proceed)
  }

  @Test func `the limits of the production baseline are those of its specification`() throws {
    let rules = try RuleSet(Preset.productionBaseline)
    let gates = rules.objectives.filter { $0.role == .gate }
    #expect(
      gates.map { "\($0.name): \($0.bands?.green.text ?? "")\($0.isMandatory ? " !" : "")" } == [
        "HTTP success rate: >= 98% !", "P95 latency: <= 150ms !", "P99 latency: <= 250ms !",
        "Effective fallback ratio: <= 5% !", "Error rate: <= 1% !", "RSS memory: <= 500MB !",
        "Cache hit rate: >= 80% !", "Plugin reload success: >= 95%", "Snapshot success: >= 99%",
      ]
    )
    #expect(rules.aborts.map(\.text) == ["error_rate > 2%", "fallback > 8%"])
    #expect(rules.requirements == Requirements(samples: 12, duration: 7200, coverage: 0.5))
  }

  @Test(arguments: [
    ("P95_LATENCY_TARGET=175", "P95 latency", "<= 175ms"),
    ("P99_LATENCY_TARGET=300", "P99 latency", "<= 300ms"),
    ("MEMORY_SLO_TARGET=600", "RSS memory", "<= 600MB"),
    ("CACHE_HIT_RATE_TARGET=75", "Cache hit rate", ">= 75%"),
    ("EFFECTIVE_FALLBACK_SLO_TARGET=4", "Effective fallback ratio", "<= 4%"),
    ("PLUGIN_RELOAD_SUCCESS_RATE_TARGET=90", "Plugin reload success", ">= 90%"),
    ("SNAPSHOT_SUCCESS_RATE_TARGET=98", "Snapshot success", ">= 98%"),
    ("ERROR_RATE_THRESHOLD=0.5", "Error rate", "<= 0.5%"),
  ])
  func `an env file of plain numbers changes a limit`(
    line: String,
    objective: String,
    band: String
  ) throws {
    let text = "UNRELATED=x\nexport \(line)  # changed\n"
    let overrides = try EnvironmentFile.read(SourceText(name: ".env", text: text))
    let rules = try RuleSet(Preset.productionBaseline, overrides: overrides)
    #expect(rules.objectives.first { $0.name == objective }?.bands?.green.text == band)
  }

  @Test(arguments: [("false", 0.01), ("true", 0.5)])
  func `cache misses count as fallbacks on demand`(setting: String, value: Double) throws {
    let override = VariableOverride(name: "COUNT_CACHE_MISS_AS_FALLBACK", value: setting)
    let rules = try RuleSet(Preset.productionBaseline, overrides: [override])
    let csv = Gate.csv("raw_fallback_ratio,effective_fallback_ratio", ["0.5,0.01"])
    let evaluation = try rules.evaluate(.text(csv, name: "metrics.csv"))
    let results = evaluation.phases.flatMap(\.objectives)
    #expect(results.first { $0.objective.name == "Effective fallback ratio" }?.value == value)
  }
}
