@testable import SLOKit

/// What judging metrics comes to: a judgement, or everything that is wrong.
enum Outcome {
  case judged(Evaluation)
  case mistaken(Diagnostics)

  /// How a file is cut and by how many it is read.
  struct Reading {
    var chunkSize = 1 << 18
    var threads = 1
    var memory = PercentileMemory()
  }

  init(
    _ rules: RuleSet,
    _ metrics: [UInt8],
    baseline: [UInt8]? = nil,
    reading: Reading = Reading(),
    options: EvaluationOptions = EvaluationOptions()
  ) {
    var options = options
    options.threads = reading.threads
    options.memory = reading.memory
    do {
      self = .judged(
        try rules.evaluate(
          try Self.reader(metrics, Self.metricsName, reading),
          baseline: try baseline.map { [try Self.reader($0, Self.baselineName, reading)] } ?? [],
          options: options
        )
      )
    } catch let diagnostics as Diagnostics {
      self = .mistaken(diagnostics)
    } catch let diagnostic as Diagnostic {
      self = .mistaken(Diagnostics(diagnostic))
    } catch {
      fatalError("an error of another type: \(error)")
    }
  }

  static let metricsName = "metrics.csv"
  static let baselineName = "baseline.csv"

  private static func reader(
    _ bytes: [UInt8],
    _ name: String,
    _ reading: Reading
  ) throws -> MetricsReader {
    try MetricsReader(
      .memory(bytes[...]),
      name: name,
      format: CSVFormat(),
      chunkSize: reading.chunkSize
    )
  }
}

extension Outcome {
  /// The judgement, when there is one.
  var evaluation: Evaluation? {
    if case .judged(let evaluation) = self { return evaluation }
    return nil
  }

  var isGo: Bool { evaluation?.decision.isGo ?? false }

  /// Everything that somebody could see of the outcome.
  var text: String {
    switch self {
    case .judged(let evaluation): evaluation.report(.json)
    case .mistaken(let diagnostics): diagnostics.description
    }
  }

  /// Judges the metrics and requires that neither the size of the chunks nor the number of threads
  /// matters; that no judgement is a mistaken GO; and, one time in four, that every report of it is
  /// well-formed.
  static func checked(
    _ rules: RuleSet,
    _ metrics: [UInt8],
    baseline: [UInt8]? = nil,
    options: EvaluationOptions = EvaluationOptions()
  ) -> Outcome {
    let outcome = Outcome(rules, metrics, baseline: baseline, options: options)
    // A number that depends on the input alone, so that an input always does the same.
    let choice = metrics.reduce(UInt64(14_695_981)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 } >> 32
    let sizes = choice % 4 == 0 ? [1, 64] : [Int(choice % 97) + 1]
    for size in sizes {
      let reading = Reading(chunkSize: size, threads: choice % 16 == 0 ? 3 : 1)
      let other = Outcome(rules, metrics, baseline: baseline, reading: reading, options: options)
      require(
        other.text == outcome.text,
        "in chunks of \(size):\n\(other.text)\nas a whole:\n\(outcome.text)"
      )
    }
    switch outcome {
    case .judged(let evaluation):
      evaluation.check(reports: choice % 4 == 1)
      outcome.checkWithLittleMemory(rules, metrics, baseline, options)
    case .mistaken(let diagnostics):
      diagnostics.check(
        in: rules.text,
        SourceText(name: metricsName, bytes: metrics),
        SourceText(name: baselineName, bytes: baseline ?? [])
      )
    }
    return outcome
  }

  /// Requires that percentiles which do not fit into memory lead to the same statuses.
  private func checkWithLittleMemory(
    _ rules: RuleSet,
    _ metrics: [UInt8],
    _ baseline: [UInt8]?,
    _ options: EvaluationOptions
  ) {
    var memory = PercentileMemory()
    (memory.values, memory.bucketValues) = (4, 2)
    let other = Outcome(
      rules,
      metrics,
      baseline: baseline,
      reading: Reading(memory: memory),
      options: options
    )
    require(
      other.evaluation?.decision == evaluation?.decision
        && other.evaluation?.everyStatus == evaluation?.everyStatus,
      "with little memory:\n\(other.text)\nwith enough:\n\(text)"
    )
  }
}

extension Evaluation {
  var everyStatus: [Status] { phases.flatMap(\.objectives).map(\.status) }
}
