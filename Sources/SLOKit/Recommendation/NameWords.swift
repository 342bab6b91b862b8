/// The words of a column's name, in lower case: `httpSuccess_rate` is http, success, rate.
struct NameWords: Sendable, Hashable {
  let words: [String]

  init(_ name: String) {
    var words: [String] = []
    var word: [UInt8] = []
    var wasLower = false
    for byte in name.utf8 {
      let isUpper = byte.isLetter && byte & 0x20 == 0
      if !byte.isLetter && !byte.isDigit || isUpper && wasLower {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
      }
      if byte.isLetter || byte.isDigit { word.append(byte.lowercased) }
      wasLower = byte.isLetter && !isUpper
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    self.words = words
  }
}

extension NameWords {
  func contains(_ word: String) -> Bool { words.contains(word) }

  /// The first of these words that the name has.
  func first(of candidates: [String]) -> String? {
    words.first { candidates.contains($0) }
  }

  /// The percentile that the name tells, such as `p95`.
  var percentile: String? {
    words.first { word in
      let digits = word.utf8.dropFirst()
      return word.utf8.first == UInt8(ascii: "p") && digits.count >= 2
        && digits.allSatisfy(\.isDigit)
    }
  }
}
