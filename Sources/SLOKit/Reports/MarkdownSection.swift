/// The part of a longer Markdown document that holds a report, between two lines that mark it.
///
/// ```markdown
/// <!-- slo-cli:begin -->
/// ## GO: proceed
/// …
/// <!-- slo-cli:end -->
/// ```
public enum MarkdownSection {
  /// The line above the report.
  public static let beginMarker = "<!-- slo-cli:begin -->"

  /// The line below the report.
  public static let endMarker = "<!-- slo-cli:end -->"

  /// Puts a report between the markers of a document, or behind a document that has none.
  ///
  /// Everything outside the markers stays as it is, byte for byte, so putting in the same report
  /// again changes nothing.
  ///
  /// - Parameters:
  ///   - report: The report in Markdown, ending with a line end.
  ///   - document: The document; empty for one that is not there yet.
  ///   - name: The document's name for messages.
  /// - Returns: The document with the report.
  /// - Throws: `Diagnostic` with the code `unpaired-marker` when there is one marker without the
  ///   other, or more than one of each.
  public static func inserting(
    _ report: String,
    into document: [UInt8],
    name: String
  ) throws(Diagnostic) -> [UInt8] {
    let begins = lines(that: beginMarker, in: document)
    let ends = lines(that: endMarker, in: document)
    if begins.isEmpty, ends.isEmpty {
      let gap = document.isEmpty ? "" : document.last == .lineFeed ? "\n" : "\n\n"
      return document + Array("\(gap)\(beginMarker)\n\(report)\(endMarker)\n".utf8)
    }
    guard begins.count == 1, ends.count == 1, begins[0].upperBound <= ends[0].lowerBound else {
      throw unpaired(begins, ends, in: SourceText(name: name, bytes: document))
    }
    return Array(document[..<begins[0].upperBound]) + Array(report.utf8)
      + Array(document[ends[0].lowerBound...])
  }

  /// The lines, with their ends, that hold nothing but `marker` and blanks behind it.
  private static func lines(that marker: String, in document: [UInt8]) -> [Range<Int>] {
    let marker = Array(marker.utf8)
    var found: [Range<Int>] = []
    var start = 0
    while start < document.count {
      let end = document[start...].firstIndex(of: .lineFeed).map { $0 + 1 } ?? document.count
      let line = document[start..<end]
      let isBare = line.dropFirst(marker.count).allSatisfy {
        $0 == .space || $0 == .carriageReturn || $0 == .lineFeed
      }
      if isBare, line.starts(with: marker) { found.append(start..<end) }
      start = end
    }
    return found
  }

  private static func unpaired(
    _ begins: [Range<Int>],
    _ ends: [Range<Int>],
    in document: SourceText
  ) -> Diagnostic {
    // The first line that breaks the order of one begin and one end.
    let place =
      switch (begins.count, ends.count) {
      case (1, 1): ends[0]
      case (let count, _) where count > 1: begins[1]
      case (_, let count) where count > 1: ends[1]
      case (_, _): begins.first ?? ends.first ?? 0..<0
      }
    return Diagnostic(
      .unpairedMarker,
      "expected one line '\(beginMarker)' and below it one line '\(endMarker)'",
      in: document,
      at: place,
      hint: "remove both, and the report is put at the end"
    )
  }
}
