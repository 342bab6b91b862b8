extension Array {
  /// The elements in parts of random length, some of them empty.
  func split(using generator: inout SeededGenerator) -> [ArraySlice<Element>] {
    var parts: [ArraySlice<Element>] = []
    var rest = self[...]
    while !rest.isEmpty {
      let longest = [0, 1, 3, count].randomElement(using: &generator) ?? 1
      let length = Int.random(in: 0...longest, using: &generator)
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts
  }
}
