@testable import SLOKit

/// Documents and shorthands that the tests of the reader share.
enum JSON5Samples {
  /// A valid document with everything the format has.
  static let everything = """
    \u{FEFF}// a comment\r\n{
      slo: 1, 'name': "Produc\\u0074ion µ \\
      baseline", /* a *block* comment */
      $vars: { _p95: '150ms', "hex": 0xFF, größe: +.5e-3, sm\\u00E4ll: -Infinity },
      list: [1, 2.,\u{A0}[], {}, null, true, false, NaN, "\\x41\\0\\uD83C\\uDFBC\u{2028}",],
    }

    """

  static func read(_ text: String) throws(Diagnostic) -> JSON5Value {
    try JSON5Reader.read(SourceText(name: "rules.json5", text: text))
  }

  static func read(_ bytes: [UInt8]) throws(Diagnostic) -> JSON5Value {
    try JSON5Reader.read(SourceText(name: "rules.json5", bytes: bytes))
  }
}

extension JSON5Value {
  /// The members of an object; none for every other kind.
  var members: [JSON5Member] {
    if case .object(let members) = kind { members } else { [] }
  }

  /// The elements of an array; none for every other kind.
  var elements: [JSON5Value] {
    if case .array(let elements) = kind { elements } else { [] }
  }

  var string: JSON5String? {
    if case .string(let string) = kind { string } else { nil }
  }

  var number: JSON5Number? {
    if case .number(let number) = kind { number } else { nil }
  }

  /// The value in one line, in a form that tells all kinds apart.
  var summary: String {
    switch kind {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let number): "\(number.value)"
    case .string(let string): "\"\(string.text.escapedForJSON)\""
    case .array(let elements): "[" + elements.map(\.summary).joined(separator: " ") + "]"
    case .object(let members):
      "{" + members.map { "\($0.key): \($0.value.summary)" }.joined(separator: " ") + "}"
    }
  }
}
