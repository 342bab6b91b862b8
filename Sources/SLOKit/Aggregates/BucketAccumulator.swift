/// The values that lie in one bucket, to find the one at a place among them.
///
/// They are collected while they are few. Equal ones are kept once, with their number; when there
/// are too many different ones, a histogram of the bucket takes their place and tells in which part
/// of it to look next. So a few passes find every value in bounded memory.
struct BucketAccumulator: ValueAccumulator {
  private struct Run: Sendable {
    let value: Double
    var count: Int
  }

  /// How many bits the histogram adds to the bucket's own.
  private static let partWidth: UInt64 = 12

  let bucket: Bucket
  private let capacity: Int
  /// In the order in which they came, neighbours that are equal as one.
  private var runs: [Run] = []
  /// How many values lie in each part of the bucket, in the order of their bits.
  private var parts: [Int] = []

  /// Keeps at most `capacity` different values.
  init(_ bucket: Bucket, capacity: Int) {
    self.bucket = bucket
    self.capacity = max(1, capacity)
  }

  mutating func add(_ values: Span<Double>) {
    for index in values.indices {
      let value = values[index]
      if bucket.contains(value) { add(Run(value: value + 0, count: 1)) }
    }
  }

  mutating func merge(_ next: BucketAccumulator) {
    if !next.parts.isEmpty {
      divide()
      for part in parts.indices { parts[part] += next.parts[part] }
    }
    for run in next.runs { add(run) }
  }

  private mutating func add(_ run: Run) {
    guard parts.isEmpty else {
      count(run)
      return
    }
    if let last = runs.indices.last, runs[last].value == run.value {
      runs[last].count += run.count
      return
    }
    runs.append(run)
    // Twice the room, so that putting equal ones together is rare.
    guard runs.count > 2 * capacity else { return }
    runs = Self.joined(runs)
    if runs.count > capacity { divide() }
  }

  /// The runs in ascending order, each value once.
  private static func joined(_ runs: [Run]) -> [Run] {
    runs.sorted { $0.value < $1.value }.reduce(into: []) { joined, run in
      if let last = joined.indices.last, joined[last].value == run.value {
        joined[last].count += run.count
      } else {
        joined.append(run)
      }
    }
  }
}

// MARK: - Too many values

extension BucketAccumulator {
  private var width: UInt64 { min(Self.partWidth, bucket.shift) }

  private mutating func divide() {
    guard parts.isEmpty else { return }
    parts = Array(repeating: 0, count: 1 << Int(width))
    for run in runs { count(run) }
    runs = []
  }

  private mutating func count(_ run: Run) {
    let part = Bucket.bits(of: run.value) >> (bucket.shift - width) & (1 << width - 1)
    parts[Int(part)] += run.count
  }

  private func partValue(at place: Int) -> RankedValue? {
    var place = place
    for index in parts.indices {
      let part = bucket.isNegative ? parts.count - 1 - index : index
      guard place >= parts[part] else {
        let narrower = bucket.part(part, width: width)
        return narrower.shift == 0
          ? .exact(narrower.bounds.lowerBound) : .within(narrower, place: place)
      }
      place -= parts[part]
    }
    return nil
  }
}

extension BucketAccumulator {
  /// How many values the bucket holds.
  var count: Int { runs.reduce(0) { $0 + $1.count } + parts.reduce(0, +) }

  /// The value at a place in ascending order, or the part of the bucket that holds it; `nil` when
  /// there are not so many.
  func value(at place: Int) -> RankedValue? {
    guard parts.isEmpty else { return partValue(at: place) }
    var place = place
    for run in Self.joined(runs) {
      guard place >= run.count else { return .exact(run.value) }
      place -= run.count
    }
    return nil
  }
}
