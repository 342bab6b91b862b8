/// How many values lie in each bucket: all that must be kept to find ranks later.
///
/// The bucket of a value is the beginning of its bits: sign, exponent and eight bits of the
/// fraction (the idea of HdrHistogram, Tene, 2012, on the bits that a double has anyway). So the
/// memory depends on the range of the values and not on their number, 256 buckets for each power of
/// two between them; and histograms of parts add up to that of the whole.
struct ValueHistogram: Sendable {
  fileprivate struct Bin: Sendable {
    var count: Int
    /// The one value in the bucket, or NaN when there are different ones.
    var value: Double
  }

  private static let binsPerPage = 256

  /// For each sign and exponent the page with its bins; 0 is the page that is always empty.
  private var pages: [UInt16]
  private var bins: [Bin]
  private(set) var count = 0

  init() {
    pages = Array(repeating: 0, count: 4096)
    bins = Array(repeating: Bin(count: 0, value: 0), count: Self.binsPerPage)
  }
}

extension ValueHistogram: ValueAccumulator {
  mutating func add(_ values: Span<Double>) {
    count += values.count
    var index = 0
    while index < values.count {
      // New pages are rare: the loop inside runs over memory that stays where it is.
      index = addKnown(values, from: index)
      if index < values.count { addPage(Self.key(of: values[index]) >> 8) }
    }
  }

  /// Adds the values from `start` on up to the first one without a page, and returns its place.
  @inline(__always)
  private mutating func addKnown(_ values: Span<Double>, from start: Int) -> Int {
    // Out of the histogram, so that the pages can be read while the bins change.
    var ownBins: [Bin] = []
    swap(&ownBins, &self.bins)
    defer { swap(&ownBins, &self.bins) }
    let pages = pages.span
    var bins = ownBins.mutableSpan
    for index in start..<values.count {
      let value = values[index]
      let key = Self.key(of: value)
      let page = Int(pages[key >> 8])
      guard page != 0 else { return index }
      let place = page &* Self.binsPerPage &+ key & 255
      let bin = bins[place]
      bins[place] = Bin(
        count: bin.count &+ 1,
        value: bin.count == 0 || bin.value == value ? value : .nan
      )
    }
    return values.count
  }

  mutating func merge(_ next: ValueHistogram) {
    count += next.count
    for octave in next.pages.indices where next.pages[octave] != 0 {
      if pages[octave] == 0 { addPage(octave) }
      let (ours, theirs) = (Int(pages[octave]), Int(next.pages[octave]))
      for bin in 0..<Self.binsPerPage {
        let place = ours * Self.binsPerPage + bin
        bins[place].merge(next.bins[theirs * Self.binsPerPage + bin])
      }
    }
  }

  private mutating func addPage(_ octave: Int) {
    // At most one page for each of 4096 octaves, and the empty one.
    pages[octave] = UInt16(bins.count / Self.binsPerPage)
    bins.append(contentsOf: repeatElement(Bin(count: 0, value: 0), count: Self.binsPerPage))
  }

  @inline(__always)
  private static func key(of value: Double) -> Int {
    Int(truncatingIfNeeded: Bucket.bits(of: value) >> Bucket.histogramShift)
  }
}

extension ValueHistogram.Bin {
  fileprivate mutating func merge(_ next: ValueHistogram.Bin) {
    guard next.count > 0 else { return }
    value = count == 0 || value == next.value ? next.value : .nan
    count += next.count
  }
}

extension ValueHistogram {
  /// The value at `rank`, counted from 0 in ascending order.
  func value(at rank: Int) -> RankedValue? {
    var place = rank
    for octave in Self.ascendingOctaves where pages[octave] != 0 {
      let first = Int(pages[octave]) * Self.binsPerPage
      let isNegative = octave >= 2048
      for step in 0..<Self.binsPerPage {
        let number = isNegative ? Self.binsPerPage - 1 - step : step
        let bin = bins[first + number]
        guard place >= bin.count else {
          guard bin.value.isNaN else { return .exact(bin.value + 0) }
          let bucket = Bucket(
            prefix: UInt64(octave * Self.binsPerPage + number),
            shift: Bucket.histogramShift
          )
          return .within(bucket, place: place)
        }
        place -= bin.count
      }
    }
    return nil
  }

  /// Negative values from the largest exponent down, then the others upward.
  private static var ascendingOctaves: [Int] {
    (2048..<4096).reversed() + (0..<2048)
  }
}
