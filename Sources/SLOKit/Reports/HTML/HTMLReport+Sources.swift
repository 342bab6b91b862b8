extension HTMLReport {
  /// A rule file longer than this is not repeated in the report.
  private static let longestRules = 100_000

  /// What is odd about the data.
  func writeWarnings(_ writer: inout MarkupWriter) {
    guard !evaluation.warnings.isEmpty else { return }
    writer.element("section", ["aria-labelledby": "\(prefix)warnings"]) { writer in
      writer.element("h2", ["id": "\(prefix)warnings"], text: "Warnings about the data")
      writer.element("ul", ["class": "warnings"]) { writer in
        for warning in evaluation.warnings {
          writer.element("li") { writer in
            writer.element("code", text: warning.code.rawValue)
            writer.add(text: warning.message)
          }
        }
      }
    }
  }

  /// The rules, word for word.
  func writeRules(_ writer: inout MarkupWriter) {
    writer.element("section", ["aria-labelledby": "\(prefix)rules"]) { writer in
      writer.element("h2", ["id": "\(prefix)rules"], text: "Rules")
      let rules = evaluation.rules
      guard rules.contents.count <= Self.longestRules else {
        return writer.element("p", text: evaluation.rulesPhrase)
      }
      // A tab is a control character, which would be shown as one.
      let bytes = rules.contents.flatMap { $0 == UInt8(ascii: "\t") ? [.space, .space] : [$0] }
      let text = String(decoding: bytes, as: UTF8.self)
      writer.element("details") { writer in
        writer.element("summary", text: evaluation.rulesPhrase)
        writer.element(
          "pre",
          ["tabindex": "0"],
          lines: text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map(String.init)
        )
      }
    }
  }

  /// Where the numbers come from.
  func writeProvenance(_ writer: inout MarkupWriter) {
    let input = evaluation.input
    writer.element("footer") { writer in
      writer.element("dl") { writer in
        Self.write("Metrics", input.source, to: &writer)
        let all = input.samples == input.samplesInFile ? "" : " of \(input.samplesInFile)"
        Self.write("Samples", "\(input.samples)\(all)", to: &writer)
        if let start = input.start, let end = input.end, let duration = input.duration {
          let length = QuantityFormat.duration(duration)
          Self.write("Time", "\(start) to \(end) (\(length))", to: &writer)
        }
        for baseline in evaluation.baselines {
          Self.write("Baseline", baseline.provenance, to: &writer)
        }
        Self.write("Rules", evaluation.rulesPhrase, to: &writer)
        for names in evaluation.phasesLeftOut { Self.write("Phases", names, to: &writer) }
        if !input.absentColumns.isEmpty {
          Self.write("Not in the file", input.absentColumns.joined(by: ", "), to: &writer)
        }
        if evaluation.isApproximate { Self.write("≈", evaluation.approximationPhrase, to: &writer) }
        Self.write("Made by", "slo-cli \(SLOKitVersion.current)", to: &writer)
      }
    }
  }

  private static func write(_ term: String, _ text: String, to writer: inout MarkupWriter) {
    writer.element("div") { writer in
      writer.element("dt", text: term)
      writer.element("dd", text: text)
    }
  }
}
