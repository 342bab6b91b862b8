/// A text whose interesting parts stand between ⟨ and ⟩.
///
/// The marks are taken out; what is left are the text and the byte ranges of its marked parts,
/// in the order in which they begin. Parts may be nested.
struct MarkedText {
  private(set) var text = ""
  private(set) var ranges: [Range<Int>] = []

  init(_ marked: String) {
    var open: [Int] = []
    for scalar in marked.unicodeScalars {
      let offset = text.utf8.count
      switch scalar {
      case "⟨":
        open.append(ranges.count)
        ranges.append(offset..<offset)
      case "⟩":
        guard let index = open.popLast() else { continue }
        ranges[index] = ranges[index].lowerBound..<offset
      default:
        text.unicodeScalars.append(scalar)
      }
    }
  }
}
