extension String {
  /// The characters beyond ASCII, as `U+00A0`, each once and few of them; `nil` when there is none.
  ///
  /// Some look like nothing, and some like another letter.
  var codePoints: String? {
    var found: [String] = []
    for scalar in unicodeScalars where !scalar.isASCII && found.count < 4 {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let text = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      if !found.contains(text) { found.append(text) }
    }
    return found.isEmpty ? nil : found.joined(by: ", ")
  }
}
