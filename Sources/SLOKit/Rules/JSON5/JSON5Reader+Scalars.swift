/// Decoding of UTF-8, which strings, comments and names share.
extension JSON5Reader {
  /// The scalar at `position`.
  ///
  /// - Throws: A diagnostic that names the byte when it is not UTF-8.
  func validScalar() throws(Diagnostic) -> (scalar: Unicode.Scalar, length: Int) {
    guard let result = scalar(at: position) else { throw notUTF8() }
    return result
  }

  /// The scalar whose UTF-8 begins at `index`, and its length in bytes.
  ///
  /// `nil` at the end and for everything that is not UTF-8: stray and missing continuation
  /// bytes, overlong forms, surrogates (Unicode 16, table 3-7).
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard index < bytes.count else { return nil }
    let length: Int
    let smallest: UInt32
    switch bytes[index] {
    case 0..<0x80: return (Unicode.Scalar(bytes[index]), 1)
    case 0xC2..<0xE0: (length, smallest) = (2, 0x80)
    case 0xE0..<0xF0: (length, smallest) = (3, 0x800)
    case 0xF0..<0xF5: (length, smallest) = (4, 0x10000)
    default: return nil
    }
    guard bytes.count - index >= length else { return nil }
    var value = UInt32(bytes[index]) & (0x7F >> UInt32(length))
    for byte in bytes[index + 1..<index + length] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= smallest, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
