/// Arrays and objects.
extension JSON5Reader {
  /// Reads an array from its opening bracket on.
  mutating func readElements() throws(Diagnostic) -> [JSON5Value] {
    try open()
    var elements: [JSON5Value] = []
    while true {
      try skipSpace()
      if current == .closingBracket { break }
      elements.append(try readValue(expecting: "a value or ']'"))
      try skipSpace()
      if current == .closingBracket { break }
      guard current == .comma else { throw missingComma(expecting: "',' or ']' after an element") }
      position += 1
    }
    close()
    return elements
  }

  /// Reads an object from its opening brace on.
  mutating func readMembers() throws(Diagnostic) -> [JSON5Member] {
    try open()
    var members: [JSON5Member] = []
    while true {
      try skipSpace()
      if current == .closingBrace { break }
      members.append(try readMember())
      try skipSpace()
      if current == .closingBrace { break }
      guard current == .comma else { throw missingComma(expecting: "',' or '}' after a member") }
      position += 1
    }
    close()
    return members
  }

  private mutating func readMember() throws(Diagnostic) -> JSON5Member {
    let start = position
    let key = try readKey()
    let keyRange = start..<position
    try skipSpace()
    guard current == .colon else { throw missingColon(behind: keyRange) }
    position += 1
    try skipSpace()
    let value = try readValue(expecting: "a value")
    return JSON5Member(key: key, keyRange: keyRange, value: value)
  }

  private mutating func readKey() throws(Diagnostic) -> String {
    if current == .quote || current == .apostrophe { return try readString().text }
    guard let name = try readIdentifier() else { throw notAKey() }
    return name
  }

  private mutating func open() throws(Diagnostic) {
    guard openings.count < Self.maximumDepth else {
      throw Diagnostic(
        .tooDeep,
        "brackets are nested deeper than \(Self.maximumDepth) levels",
        in: source,
        at: position..<position + 1
      )
    }
    openings.append(position)
    position += 1
  }

  private mutating func close() {
    _ = openings.popLast()
    position += 1
  }
}
