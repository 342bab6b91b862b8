import SLOKit

/// Where a result goes and in which form: one value of `--output`.
///
/// `FORMAT:FILE` names the form; without it, the file's ending tells. A colon behind a slash is part
/// of the file's name, so `./a:b` is a file of that name.
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

  /// The word in front of a colon that should be a format and is none: taken for the beginning of
  /// the file's name, a misspelt format would go unnoticed.
  static func unknownFormat(in word: String) -> String? {
    guard let colon = word.firstIndex(of: ":") else { return nil }
    let name = String(word[..<colon])
    return name.utf8.contains(UInt8(ascii: "/")) || ReportFormat(rawValue: name) != nil ? nil : name
  }
}
