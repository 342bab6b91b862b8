/// How often those bytes occur that decide how a part of a file can be read.
struct ByteCounts: Sendable, Hashable {
  private(set) var lineFeeds = 0
  private(set) var carriageReturns = 0
  private(set) var quotes = 0
  private(set) var zeros = 0

  /// Counts in `bytes`.
  init(_ bytes: Span<UInt8>) {
    var position = 0
    while bytes.count - position >= 16 {
      // A lane of a vector counts to 255 at most.
      let lanes = min(255, (bytes.count - position) / 16)
      count(lanes, of: bytes, from: position)
      position += lanes * 16
    }
    while position < bytes.count {
      count(bytes[position])
      position += 1
    }
  }

  private mutating func count(_ lanes: Int, of bytes: Span<UInt8>, from start: Int) {
    typealias Lane = ByteBlock.Lane
    let (feed, carriage) = (Lane(repeating: .lineFeed), Lane(repeating: .carriageReturn))
    let (quote, zero) = (Lane(repeating: .quote), Lane(repeating: 0))
    var (feeds, carriages, quotes, zeros) = (Lane(), Lane(), Lane(), Lane())
    for lane in 0..<lanes {
      let part = bytes.lane(at: start &+ lane &* 16)
      // All ones is −1, so taking it away counts one up.
      feeds &-= part.equals(feed)
      carriages &-= part.equals(carriage)
      quotes &-= part.equals(quote)
      zeros &-= part.equals(zero)
    }
    lineFeeds += Self.sum(feeds)
    carriageReturns += Self.sum(carriages)
    self.quotes += Self.sum(quotes)
    self.zeros += Self.sum(zeros)
  }

  private static func sum(_ lane: ByteBlock.Lane) -> Int {
    lane.indices.reduce(0) { $0 + Int(lane[$1]) }
  }

  private mutating func count(_ byte: UInt8) {
    switch byte {
    case .lineFeed: lineFeeds += 1
    case .carriageReturn: carriageReturns += 1
    case .quote: quotes += 1
    case 0: zeros += 1
    default: break
    }
  }

  /// The counts without those of a part.
  func subtracting(_ part: ByteCounts) -> ByteCounts {
    var rest = self
    rest.lineFeeds -= part.lineFeeds
    rest.carriageReturns -= part.carriageReturns
    rest.quotes -= part.quotes
    rest.zeros -= part.zeros
    return rest
  }
}
