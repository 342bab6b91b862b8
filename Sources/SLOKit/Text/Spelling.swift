/// Finds the word that somebody probably meant.
///
/// - Parameters:
///   - word: What was written.
///   - candidates: What would have been right; the earliest of equally near ones wins.
/// - Returns: The nearest candidate, or `nil` when none is near: one edit for every three
///   letters. Upper and lower case count as the same letter.
/// - Complexity: O(*n* × *m*) for each candidate that is about as long as the word. A word of more
///   than 64 letters is near to none, so that nobody waits for the hint.
public func nearestSpelling(to word: String, among candidates: some Sequence<String>) -> String? {
  let letters = word.utf8.map(\.lowercased)
  guard letters.count <= longestWord else { return nil }
  var best: String?
  var limit = editLimit(for: letters.count)
  for candidate in candidates where candidate != word {
    // Each letter more or less is one edit.
    guard limit >= 0, abs(candidate.utf8.count - letters.count) <= limit else { continue }
    let distance = editDistance(letters, candidate.utf8.map(\.lowercased))
    if distance <= limit { (best, limit) = (candidate, distance - 1) }
  }
  return best
}

private let longestWord = 64

/// One edit for every three letters; a word of one or two letters would be near to any other.
private func editLimit(for letters: Int) -> Int {
  letters < 3 ? 0 : letters / 3
}

/// The hint for a misspelt word: `did you mean 'mean'?`, or `nil` when nothing is near.
func spellingHint(for word: String, among candidates: some Sequence<String>) -> String? {
  nearestSpelling(to: word, among: candidates).map { "did you mean '\($0)'?" }
}

/// The optimal string alignment distance: insertions, deletions, replacements, and swaps of
/// neighbours (Damerau, 1964).
private func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let replacement = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      row[j] = min(last[j] + 1, row[j - 1] + 1, replacement)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
