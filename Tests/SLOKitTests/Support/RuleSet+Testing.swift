@testable import SLOKit

extension RuleSet {
  /// Rules with one objective, which shows the value of `sli` and decides nothing.
  ///
  /// `settings` are further members of the rule file, each with its comma.
  static func measuring(_ sli: String, settings: String = "") throws -> RuleSet {
    let objective = "{ name: 'SLI', sli: \"\(sli)\", role: 'info' }"
    return try RuleSet(
      text: "{ slo: 1, \(settings) objectives: [\(objective)] }",
      source: "rules.json5"
    )
  }

  /// The value of the one objective; `nil` when it is NA.
  func value(in csv: String, format: CSVFormat = CSVFormat()) throws -> Double? {
    let evaluation = try evaluate(.text(csv, name: "m.csv"), format: format)
    return evaluation.phases[0].objectives[0].value
  }

  /// What is wrong with a file that is read in chunks of `chunkSize`; `nil` when nothing is.
  func mistake(
    in bytes: [UInt8],
    format: CSVFormat = CSVFormat(),
    chunkSize: Int = 1 << 18,
    threads: Int? = nil
  ) -> Diagnostic? {
    do {
      let reader = try MetricsReader(
        .memory(bytes[...]),
        name: "m.csv",
        format: format,
        chunkSize: chunkSize
      )
      _ = try evaluate(reader, options: EvaluationOptions(threads: threads))
      return nil
    } catch let diagnostics as Diagnostics {
      return diagnostics.items.first
    } catch {
      return error as? Diagnostic
    }
  }
}
