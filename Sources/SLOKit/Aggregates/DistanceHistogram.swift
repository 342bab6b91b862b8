/// How often each distance between neighbours occurs.
///
/// Exact up to a thousand different distances. Beyond, every distance is rounded down to ten
/// binary digits, which is at most 0.1 % off and bounds the memory; what the histogram holds
/// depends only on the distances, not on their order or on how they were merged.
struct DistanceHistogram: Sendable {
  private struct Entry: Sendable {
    let distance: Double
    var count: Int
  }

  private static let exactLimit = 1000

  /// In ascending order: a run has few different distances, mostly the last one seen.
  private var entries: [Entry] = []
  private var isRounded = false

  /// Takes in a distance, which must not be negative, so many times.
  mutating func add(_ distance: Double, count: Int = 1) {
    insert(Entry(distance: distance, count: count))
    roundIfFull()
  }

  /// Takes in the distances of `other`.
  mutating func merge(_ other: DistanceHistogram) {
    if other.isRounded, !isRounded { round() }
    for entry in other.entries { insert(entry) }
    roundIfFull()
  }

  private mutating func insert(_ entry: Entry) {
    let distance = isRounded ? Self.rounded(entry.distance) : entry.distance
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].distance < distance { low = middle + 1 } else { high = middle }
    }
    if low < entries.count, entries[low].distance == distance {
      entries[low].count += entry.count
    } else {
      entries.insert(Entry(distance: distance, count: entry.count), at: low)
    }
  }

  private mutating func roundIfFull() {
    if !isRounded, entries.count > Self.exactLimit { round() }
  }

  private mutating func round() {
    let exact = entries
    isRounded = true
    entries = []
    for entry in exact { insert(entry) }
  }

  /// The distance with the last 42 of its 52 fraction bits cleared.
  private static func rounded(_ distance: Double) -> Double {
    Double(bitPattern: (distance.bitPattern >> 42) << 42)
  }
}

extension DistanceHistogram {
  /// The median, or `nil` when there are no distances.
  ///
  /// With an even number of distances it is the mean of the two in the middle.
  var median: Double? {
    let count = count { _ in true }
    var seen = 0
    var lower: Double?
    for entry in entries {
      seen += entry.count
      if lower == nil, 2 * seen >= count { lower = entry.distance }
      if 2 * seen > count { return lower.map { ($0 + entry.distance) / 2 } }
    }
    return lower
  }

  /// How many distances fulfil `condition`.
  func count(where condition: (Double) -> Bool) -> Int {
    entries.reduce(0) { condition($1.distance) ? $0 + $1.count : $0 }
  }
}
