/// A value of a JSON5 document and its place in the source.
struct JSON5Value: Sendable {
  /// What a value can be.
  enum Kind: Sendable {
    case null
    case boolean(Bool)
    case number(JSON5Number)
    case string(JSON5String)
    case array([JSON5Value])
    case object([JSON5Member])
  }

  let kind: Kind

  /// The byte offsets in the source, quotes and brackets included.
  let range: Range<Int>
}

extension JSON5Value {
  /// The kind as a message names it: `expected a number, found a string`.
  var kindName: String {
    switch kind {
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// A key of an object with its value.
///
/// An object keeps its members in the order of the source, and all of them when a key comes
/// twice: who decodes the object knows how to report that.
struct JSON5Member: Sendable {
  /// The decoded key, without quotes.
  let key: String

  /// The byte offsets of the key in the source, quotes included.
  let keyRange: Range<Int>

  let value: JSON5Value
}
