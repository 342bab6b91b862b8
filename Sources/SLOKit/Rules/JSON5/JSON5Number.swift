/// A number of a JSON5 document.
struct JSON5Number: Sendable {
  /// The number as it is written, with its sign: `-.5`, `0xFF`, `+Infinity`.
  let text: String

  /// The nearest double.
  ///
  /// `Infinity` and `NaN` are numbers in JSON5, and a number too large for a double becomes
  /// infinite; who decodes the number says whether that makes sense.
  let value: Double
}

extension JSON5Number {
  /// The double nearest to a whole number in hexadecimal digits, ties to even.
  ///
  /// Any number of digits is fine. Bytes that are no digits count as 0.
  static func hexadecimal(_ digits: some Sequence<UInt8>) -> Double {
    var significand: UInt64 = 0
    var exponent = 0
    for digit in digits.lazy.map({ UInt64($0.hexadecimalValue ?? 0) }) {
      if significand >> 60 == 0 {
        significand = significand << 4 | digit
      } else {
        // Digits this far down only matter for telling whether a half is exactly a half.
        exponent += 4
        significand |= digit == 0 ? 0 : 1
      }
    }
    return Double(sign: .plus, exponent: exponent, significand: Double(significand))
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit; `nil` for every other byte.
  var hexadecimalValue: UInt8? {
    if isDigit { return self - .zero }
    let distance = lowercased &- 0x61
    return distance < 6 ? distance + 10 : nil
  }
}
