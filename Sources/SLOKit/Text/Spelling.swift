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
  let written = word.utf8.map(\.lowercased)
  guard written.count <= longestWord else { return nil }
  var best: String?
  var limit = editLimit(for: written.count)
  for candidate in candidates where candidate != word {
    // Each letter more or less is one edit.
    guard limit >= 0, abs(candidate.utf8.count - written.count) <= limit else { continue }
    let letters = candidate.utf8.map(\.lowercased)
    if let distance = editDistance(written, letters, atMost: limit) {
      (best, limit) = (candidate, distance - 1)
    }
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

/// The optimal string alignment distance (Damerau, 1964); `nil` when it is more than `limit`.
///
/// It counts insertions, deletions, replacements, and swaps of neighbours. The lengths differ by no
/// more than `limit`.
///
/// - Complexity: O(*n* × *limit*): what is further from the diagonal takes more edits than the limit
///   (Ukkonen, 1985), and so does what follows a row without any value within it.
private func editDistance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int? {
  let tooFar = limit + 1
  var beforeLast = [Int](repeating: tooFar, count: b.count + 2)
  var last = (0...b.count + 1).map { min($0, tooFar) }
  var row = beforeLast
  for (i, letter) in zip(1..., a) {
    let columns = max(1, i - limit)...min(b.count, i + limit)
    row[columns.lowerBound - 1] = columns.lowerBound == 1 ? i : tooFar
    row[columns.upperBound + 1] = tooFar
    var least = row[columns.lowerBound - 1]
    for j in columns {
      let replacement = last[j - 1] + (letter == b[j - 1] ? 0 : 1)
      var distance = min(last[j] + 1, row[j - 1] + 1, replacement)
      if i > 1, j > 1, letter == b[j - 2], a[i - 2] == b[j - 1] {
        distance = min(distance, beforeLast[j - 2] + 1)
      }
      row[j] = distance
      least = min(least, distance)
    }
    guard least <= limit else { return nil }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[b.count] <= limit ? last[b.count] : nil
}
