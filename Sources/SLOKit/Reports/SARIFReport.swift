/// The report for code scanning: SARIF 2.1.0 (OASIS, 2020).
///
/// Only what a person should look at is a result; the decision and its reason are properties of
/// the run.
struct SARIFReport {
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

  private let combined: CombinedEvaluation

  init(_ combined: CombinedEvaluation) {
    self.combined = combined
  }

  var text: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", Self.schema)
      writer.member("version", "2.1.0")
      writer.key("runs")
      // GitHub takes several runs of one tool only when each has a category of its own.
      let isOneOfSeveral = combined.evaluations.count > 1
      writer.array(combined.evaluations) { writer, evaluation in
        Self.write(evaluation, hasCategory: isOneOfSeveral, to: &writer)
      }
    }
    return writer.text + "\n"
  }

  private static func write(
    _ evaluation: Evaluation,
    hasCategory: Bool,
    to writer: inout JSONWriter
  ) {
    let findings = evaluation.findings
    var rules: [Finding] = []
    for finding in findings where !rules.contains(where: { $0.rule == finding.rule }) {
      rules.append(finding)
    }
    writer.object { writer in
      writeTool(&writer, rules)
      if hasCategory {
        writer.key("automationDetails")
        // What precedes the last slash is the category.
        writer.object { $0.member("id", "slo-cli/\(evaluation.input.source.escapedForTerminal)/") }
      }
      writer.key("results")
      writer.array(findings) { writer, finding in
        let index = rules.firstIndex { $0.rule == finding.rule } ?? 0
        write(finding, ruleIndex: index, to: &writer)
      }
      writer.member("columnKind", "unicodeCodePoints")
      writer.key("properties")
      writer.object { writer in
        writer.member("decision", evaluation.decision.rawValue)
        writer.member("reason", evaluation.reason.escapedForTerminal)
      }
    }
  }

  private static func writeTool(_ writer: inout JSONWriter, _ rules: [Finding]) {
    writer.key("tool")
    writer.object { writer in
      writer.key("driver")
      writer.object { writer in
        writer.member("name", "slo-cli")
        writer.member("semanticVersion", SLOKitVersion.current)
        writer.key("rules")
        writer.array(rules) { writer, rule in
          writer.object { writer in
            writer.member("id", rule.rule)
            writer.key("shortDescription")
            writer.object { $0.member("text", rule.title.escapedForTerminal) }
          }
        }
      }
    }
  }

  private static func write(
    _ finding: Finding,
    ruleIndex: Int,
    to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("ruleId", finding.rule)
      writer.member("ruleIndex", ruleIndex)
      writer.member("level", finding.level.rawValue)
      writer.key("message")
      writer.object {
        $0.member("text", "\(finding.title): \(finding.message)".escapedForTerminal)
      }
      if let location = finding.location {
        writer.key("locations")
        writer.array([location]) { write($1, phase: finding.phase, to: &$0) }
      }
      if let sample = finding.sample, sample.file != OpenFile.standardInputName {
        writer.key("relatedLocations")
        writer.array([sample]) { write($1, phase: nil, to: &$0) }
      }
      writer.key("partialFingerprints")
      writer.object {
        // The same finding of the next run, wherever its line has moved.
        let phase = finding.phase.map { "/\($0.escapedForTerminal)" } ?? ""
        $0.member("slokit/1", finding.rule + phase)
      }
    }
  }

  private static func write(
    _ location: SourceLocation,
    phase: String?,
    to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.key("physicalLocation")
      writer.object { writer in
        writer.key("artifactLocation")
        writer.object { $0.member("uri", location.file.escapedForURI) }
        writer.key("region")
        writer.object { writer in
          writer.member("startLine", location.line)
          writer.member("startColumn", location.column)
        }
      }
      if let phase {
        writer.key("logicalLocations")
        writer.array([phase]) { writer, phase in
          writer.object { $0.member("name", phase.escapedForTerminal) }
        }
      }
    }
  }
}
