/// The growth of a counter, for `increase` and `rate`.
///
/// A drop is a reset, after which the counter counts from 0 again, as in Prometheus (without its
/// extrapolation): growth = last − first + the values lost at each reset.
struct CounterAccumulator: SampleAccumulator {
  private struct Reading {
    let value: Double
    let time: Timestamp?
  }

  private var first: Reading?
  private var last: Reading?
  private var lost = ExactSum()
  private var count = 0

  mutating func add(_ values: Span<Double>, of batch: SampleBatch) {
    for index in values.indices where !values[index].isNaN {
      let reading = Reading(value: values[index], time: batch.time(at: index))
      loseIfReset(before: reading)
      first = first ?? reading
      last = reading
      count += 1
    }
  }

  mutating func merge(_ next: CounterAccumulator) {
    if let reading = next.first { loseIfReset(before: reading) }
    lost.merge(next.lost)
    first = first ?? next.first
    last = next.last ?? last
    count += next.count
  }

  private mutating func loseIfReset(before reading: Reading) {
    if let last, reading.value < last.value { lost.add(last.value) }
  }
}

extension CounterAccumulator {
  /// The growth from the first to the last value; NaN for fewer than two values.
  var increase: Double {
    guard count >= 2, let first, let last else { return .nan }
    var sum = lost
    sum.add(last.value)
    sum.add(-first.value)
    return sum.value
  }

  /// The time from the first to the last value, in seconds; `nil` when none passed.
  var seconds: Double? {
    guard let start = first?.time, let end = last?.time, start < end else { return nil }
    return end.seconds(since: start)
  }

  /// The growth per second between the first and the last value; NaN when no time passed.
  var rate: Double { seconds.map { increase / $0 } ?? .nan }
}
