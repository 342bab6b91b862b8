@testable import SLOKit

/// Whether a report is one that its readers can read, whatever strangers wrote into it.
struct ReportChecks {
  private let text: String
  private let format: ReportFormat

  init(_ text: String, _ format: ReportFormat) {
    self.text = text
    self.format = format
  }

  func check() {
    require(
      text.unicodeScalars.allSatisfy { $0 == "\n" || $0.isSafeOnTerminal },
      "a control character in \(format)"
    )
    require(text.utf8.last == .lineFeed, "no line end at the end of \(format)")
    switch format {
    case .text: break
    case .markdown: checkMarkdown()
    case .json, .sarif: checkJSON()
    case .html, .junit, .badge: MarkupChecks(text).check()
    case .github:
      for line in text.split(separator: "\n") {
        let commands = ["::notice ", "::warning ", "::error "]
        require(commands.contains(where: line.hasPrefix), "no workflow command: \(line)")
      }
    }
  }

  private func checkJSON() {
    do throws(Diagnostic) {
      _ = try JSON5Reader.read(SourceText(name: "report", text: text))
    } catch {
      require(false, "\(format) is not JSON: \(error)")
    }
  }

  private func checkMarkdown() {
    for line in text.split(separator: "\n") where line.utf8.contains(UInt8(ascii: "<")) {
      let isOurs = line.hasPrefix("<summary>") || line == "<details>" || line == "</details>"
      require(isOurs, "a tag in Markdown: \(line)")
    }
  }
}
