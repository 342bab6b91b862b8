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

/// Follows quotes from block to block and checks that each one opens a field, closes it, or is
/// doubled.
struct QuoteCheck {
  private var parity = QuoteParity()
  /// What the last byte of the block before was, at the lowest bit.
  private var wasFieldEnd: UInt64 = 0
  private var wasClosing: UInt64 = 0
  private var wasReturn: UInt64 = 0

  private(set) var isUsual = true
  private(set) var fieldEnds: UInt64 = 0
  private(set) var innerLineFeeds: UInt64 = 0

  mutating func take(
    quotes: UInt64,
    separators: UInt64,
    lineFeeds: UInt64,
    returns: UInt64,
    firstByte: UInt64
  ) {
    let inside = parity.inside(quotes)
    fieldEnds = separators & ~inside
    innerLineFeeds = lineFeeds & inside
    let (opening, closing) = (quotes & inside, quotes & ~inside)
    let fieldStarts = fieldEnds << 1 | wasFieldEnd | firstByte
    let behindClosing = closing << 1 | wasClosing
    let behindReturn = returns << 1 | wasReturn
    isUsual =
      opening & ~(fieldStarts | behindClosing) == 0
      && behindClosing & ~(fieldEnds | opening | returns) == 0
      && behindReturn & ~lineFeeds == 0
    wasFieldEnd = fieldEnds >> 63
    wasClosing = closing >> 63
    wasReturn = returns >> 63
  }
}
