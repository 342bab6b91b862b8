/// The distribution of the measured values, for percentiles: all values while they are few, and
/// then a histogram of them.
struct DistributionAccumulator: ValueAccumulator {
  private var values: [Double] = []
  private var histogram: ValueHistogram?

  mutating func add(_ values: Span<Double>) {
    guard histogram == nil else {
      histogram?.add(values)
      return
    }
    self.values.reserveCapacity(for: values.count)
    // Adding 0 takes the sign from −0, which would depend on the order.
    for index in values.indices { self.values.append(values[index] + 0) }
  }

  mutating func merge(_ next: DistributionAccumulator) {
    if let other = next.histogram {
      condense()
      histogram?.merge(other)
    } else {
      add(next.values.span)
    }
  }

  /// Keeps only the histogram from now on.
  mutating func condense() {
    guard histogram == nil else { return }
    var histogram = ValueHistogram()
    histogram.add(values.span)
    self.histogram = histogram
    values = []
  }
}

extension DistributionAccumulator {
  /// The value at or below which a `share` of the values lies; `nil` over no values.
  func percentile(_ share: Double) -> PercentileSearch? {
    if let histogram {
      return PercentileSearch(share, count: histogram.count) { histogram.value(at: $0) }
    }
    // A histogram finds the few values near the rank much faster than sorting all of them does.
    guard values.count > Self.sortLimit else {
      let sorted = values.sorted()
      return PercentileSearch(share, count: sorted.count) { .exact(sorted[$0]) }
    }
    var condensed = self
    condensed.condense()
    var search = condensed.percentile(share)
    while let buckets = search?.buckets, !buckets.isEmpty {
      for bucket in buckets {
        var collector = BucketAccumulator(bucket, capacity: values.count)
        collector.add(values.span)
        search?.narrow(bucket) { collector.value(at: $0) }
      }
    }
    return search
  }

  private static let sortLimit = 4096
}

extension [Double] {
  /// Makes room for `count` more, growing by half at least so that appending stays linear.
  fileprivate mutating func reserveCapacity(for count: Int) {
    let needed = self.count + count
    if needed > capacity { reserveCapacity(Swift.max(needed, capacity + capacity / 2)) }
  }
}
