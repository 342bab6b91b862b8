/// The few samples whose values lie nearest to a limit.
struct NearestAccumulator: SampleAccumulator {
  /// A measured value, and where it stands.
  struct Sample: Sendable, Hashable {
    let line: Int
    let time: Timestamp?
    let value: Double
  }

  private static let capacity = 5

  private let limit: Double
  /// The nearest first; of equally near ones, the earliest.
  private(set) var samples: [Sample] = []

  init(limit: Double) {
    self.limit = limit
  }

  mutating func add(_ values: Span<Double>, of batch: SampleBatch) {
    for index in values.indices where !values[index].isNaN {
      insert(
        Sample(line: batch.line(at: index), time: batch.time(at: index), value: values[index])
      )
    }
  }

  mutating func merge(_ next: NearestAccumulator) {
    for sample in next.samples { insert(sample) }
  }

  private mutating func insert(_ sample: Sample) {
    let place = samples.firstIndex { isNearer(sample, $0) } ?? samples.count
    guard place < Self.capacity else { return }
    samples.insert(sample, at: place)
    if samples.count > Self.capacity { samples.removeLast() }
  }

  private func isNearer(_ a: Sample, _ b: Sample) -> Bool {
    (distance(of: a), a.line) < (distance(of: b), b.line)
  }

  /// Equal infinities are no distance apart.
  private func distance(of sample: Sample) -> Double {
    sample.value == limit ? 0 : abs(sample.value - limit)
  }
}
