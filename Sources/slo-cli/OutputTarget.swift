import SLOKit

/// Where a result goes and in which form: one value of `--output`.
///
/// `FORMAT:FILE` names the form; without it, the file's ending tells.
struct OutputTarget: Sendable, Hashable {
  let file: OutputFile
  /// `nil` where neither the word nor the file's ending tells.
  let format: ReportFormat?

  init(_ word: String) {
    if let colon = word.firstIndex(of: ":"),
      let format = ReportFormat(rawValue: String(word[..<colon]))
    {
      self.format = format
      file = OutputFile(path: String(word[word.index(after: colon)...]))
    } else {
      format = ReportFormat(fileName: word)
      file = OutputFile(path: word)
    }
  }
}
