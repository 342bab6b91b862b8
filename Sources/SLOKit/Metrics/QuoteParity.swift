/// Tells, block by block, which bytes lie inside quotes.
///
/// Every quote opens or closes: a doubled one does both, and any other use is an error that is met
/// before what comes behind it matters.
struct QuoteParity {
  /// All ones when the block before ended inside quotes, else zero.
  private var isInside: UInt64 = 0

  /// The bits of the bytes that lie inside: from an opening quote to the byte before its closing
  /// one.
  @inline(__always)
  mutating func inside(_ quotes: UInt64) -> UInt64 {
    // Each bit becomes the parity of the quotes up to it.
    var parity = quotes
    parity ^= parity << 1
    parity ^= parity << 2
    parity ^= parity << 4
    parity ^= parity << 8
    parity ^= parity << 16
    parity ^= parity << 32
    parity ^= isInside
    isInside = 0 &- parity >> 63
    return parity
  }
}
