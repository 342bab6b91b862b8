/// The distribution of the measured values, for percentiles: all values while they are few, and
/// then a histogram of them.
struct DistributionAccumulator: ValueAccumulator {
  /// The values in parts, because one list that grows would be copied again and again.
  private var parts: [[Double]] = []
  private var histogram: ValueHistogram?

  /// Values of small batches are put together up to so many.
  private static let partSize = 512

  mutating func add(_ values: Span<Double>) {
    guard histogram == nil else {
      histogram?.add(values)
      return
    }
    if let last = parts.indices.last, parts[last].count + values.count <= Self.partSize {
      parts[last].append(values)
    } else if !values.isEmpty {
      var part: [Double] = []
      part.append(values)
      parts.append(part)
    }
  }

  mutating func merge(_ next: DistributionAccumulator) {
    if let other = next.histogram {
      condense()
      histogram?.merge(other)
    } else if histogram == nil {
      parts.append(contentsOf: next.parts)
    } else {
      for part in next.parts { histogram?.add(part.span) }
    }
  }

  /// Keeps only the histogram from now on.
  mutating func condense() {
    guard histogram == nil else { return }
    var histogram = ValueHistogram()
    for part in parts { histogram.add(part.span) }
    self.histogram = histogram
    parts = []
  }
}

extension DistributionAccumulator {
  /// The value at or below which a `share` of the values lies; `nil` over no values.
  func percentile(_ share: Double) -> PercentileSearch? {
    if let histogram {
      return PercentileSearch(share, count: histogram.count) { histogram.value(at: $0) }
    }
    let count = parts.reduce(0) { $0 + $1.count }
    // A histogram finds the few values near the rank much faster than sorting all of them does.
    guard count > Self.sortLimit else {
      var sorted: [Double] = []
      for part in parts { sorted += part }
      sorted.sort()
      return PercentileSearch(share, count: count) { .exact(sorted[$0]) }
    }
    var condensed = self
    condensed.condense()
    var search = condensed.percentile(share)
    while let buckets = search?.buckets, !buckets.isEmpty {
      for bucket in buckets {
        var collector = BucketAccumulator(bucket, capacity: count)
        for part in parts { collector.add(part.span) }
        search?.narrow(bucket) { collector.value(at: $0) }
      }
    }
    return search
  }

  private static let sortLimit = 4096
}

extension [Double] {
  /// Appends values; adding 0 takes the sign from −0, which would depend on the order.
  fileprivate mutating func append(_ values: Span<Double>) {
    reserveCapacity(count + values.count)
    for index in values.indices { append(values[index] + 0) }
  }
}
