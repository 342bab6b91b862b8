/// A series of samples, thinned for drawing: of each stretch of the axis only the first, the last,
/// the lowest and the highest sample are kept.
///
/// This is the M4 aggregation (Jugel, Jerzak, Hackenbroich, Markl, 2014, "M4: a
/// visualization-oriented time series data aggregation"): a line through these samples covers the
/// pixels that one through all samples covers, as long as a stretch is no wider than a pixel.
///
/// Where the axis ends is not known before the last sample. So stretches begin with a width of 1
/// and double while more than `limit` of them hold samples. They are aligned to multiples of their
/// width, so the result depends on the samples alone: a commutative monoid under `merge` for
/// series of one limit.
struct ThinnedSeries: Sendable {
  struct Point: Sendable, Hashable {
    /// Nanoseconds since 1970, or the line of a file without times.
    let position: Int64
    let line: Int
    /// NaN where NA.
    let value: Double
  }

  /// The samples of one stretch.
  struct Stretch: Sendable, Hashable {
    /// The number of the stretch, counted from the axis's zero.
    fileprivate(set) var key: Int64
    private(set) var first: Point
    private(set) var last: Point
    private(set) var lowest: Point
    private(set) var highest: Point

    init(_ point: Point, key: Int64) {
      self.key = key
      first = point
      last = point
      lowest = point
      highest = point
    }
  }

  let limit: Int
  /// The binary logarithm of the width of a stretch.
  private var shift: Int64 = 0
  /// In the order of the axis.
  private(set) var stretches: [Stretch] = []

  init(limit: Int) {
    self.limit = max(2, limit)
  }
}

extension ThinnedSeries {
  mutating func add(_ point: Point) {
    let key = point.position >> shift
    guard let last = stretches.last, key <= last.key else {
      stretches.append(Stretch(point, key: key))
      while stretches.count > limit { coarsen() }
      return
    }
    if key == last.key {
      stretches[stretches.count - 1].add(point)
    } else {
      insert(Stretch(point, key: key))
      while stretches.count > limit { coarsen() }
    }
  }

  /// Samples out of order are rare: most go to the last stretch.
  private mutating func insert(_ stretch: Stretch) {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].key < stretch.key { low = middle + 1 } else { high = middle }
    }
    if stretches[low].key == stretch.key {
      stretches[low].merge(stretch)
    } else {
      stretches.insert(stretch, at: low)
    }
  }

  /// Doubles the width of the stretches.
  private mutating func coarsen() {
    shift += 1
    var result: [Stretch] = []
    result.reserveCapacity(stretches.count)
    for var stretch in stretches {
      stretch.key >>= 1
      if result.last?.key == stretch.key {
        result[result.count - 1].merge(stretch)
      } else {
        result.append(stretch)
      }
    }
    stretches = result
  }

  /// The samples that are kept, in the order of the axis; a stretch without any value is one NaN.
  var points: [Point] {
    stretches.flatMap { stretch in
      let inner = [stretch.lowest, stretch.highest].sorted { $0.isBefore($1) }
      var points = [stretch.first]
      // NaN is not equal to itself, so places are compared.
      for point in inner + [stretch.last] where points[points.count - 1].isBefore(point) {
        points.append(point)
      }
      return points
    }
  }
}

extension ThinnedSeries: Accumulator {
  mutating func merge(_ next: ThinnedSeries) {
    var next = next
    while shift < next.shift { coarsen() }
    while next.shift < shift { next.coarsen() }
    for stretch in next.stretches {
      if let last = stretches.last, stretch.key <= last.key {
        insert(stretch)
      } else {
        stretches.append(stretch)
      }
    }
    while stretches.count > limit { coarsen() }
  }
}

extension ThinnedSeries.Point {
  /// The order of the axis; of samples at one place, that of the file.
  func isBefore(_ other: Self) -> Bool { (position, line) < (other.position, other.line) }
}

extension ThinnedSeries.Stretch {
  fileprivate mutating func add(_ point: ThinnedSeries.Point) {
    merge(Self(point, key: key))
  }

  /// A stretch is NA only where nothing in it is measured.
  fileprivate mutating func merge(_ other: Self) {
    guard !other.first.value.isNaN else {
      if first.value.isNaN, other.first.isBefore(first) { self = other }
      return
    }
    guard !first.value.isNaN else {
      self = other
      return
    }
    if other.first.isBefore(first) { first = other.first }
    if last.isBefore(other.last) { last = other.last }
    if Self.isBetter(other.lowest, lowest, other.lowest.value < lowest.value) {
      lowest = other.lowest
    }
    if Self.isBetter(other.highest, highest, other.highest.value > highest.value) {
      highest = other.highest
    }
  }

  /// Of equal values the earlier one is kept, whatever the order in which they came.
  private static func isBetter(
    _ a: ThinnedSeries.Point,
    _ b: ThinnedSeries.Point,
    _ isBeyond: Bool
  ) -> Bool {
    isBeyond || a.value == b.value && a.isBefore(b)
  }
}
