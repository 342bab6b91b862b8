/// When samples were taken: from when to when, how far apart, and whether in order.
struct TimelineAccumulator: Sendable {
  /// A sample with a time.
  struct Mark: Sendable, Hashable {
    let time: Timestamp
    let line: Int
  }

  /// Two neighbours.
  struct Gap: Sendable, Hashable {
    let from: Mark
    let to: Mark

    /// The distance in seconds; negative when the second is earlier than the first.
    var seconds: Double { to.time.seconds(since: from.time) }
  }

  private(set) var earliest: Timestamp?
  private(set) var latest: Timestamp?
  private var first: Mark?
  private var last: Mark?
  /// The distances between neighbours, in seconds.
  private var distances = DistanceHistogram()
  /// The two neighbours that are furthest apart.
  private(set) var widestGap: Gap?
  /// The first two neighbours of which the second is earlier.
  private(set) var disorder: Gap?
  /// The first two neighbours of the same time, and how many there are.
  private(set) var repetition: (gap: Gap, count: Int)?
  /// The line of the first sample without a time, and how many there are.
  private(set) var missing: (line: Int, count: Int)?
}

extension TimelineAccumulator: SampleAccumulator {
  mutating func add(_ values: Span<Double>, of batch: SampleBatch) {
    var steps = EqualSteps()
    for index in values.indices where !values[index].isNaN { add(index, of: batch, &steps) }
    add(steps)
  }

  /// Takes in the times of `batch`, or of those samples that are to be kept.
  mutating func add(_ batch: SampleBatch, keeping kept: [Bool]? = nil) {
    var steps = EqualSteps()
    for index in 0..<batch.count where kept?[index] ?? true { add(index, of: batch, &steps) }
    add(steps)
  }

  /// Neighbours that are all as far apart as two before them.
  private struct EqualSteps {
    /// In nanoseconds; more than 0 once there are such neighbours.
    var distance: Int64 = 0
    var count = 0
  }

  private mutating func add(_ steps: EqualSteps) {
    if steps.count > 0 { distances.add(Double(steps.distance) / 1e9, count: steps.count) }
  }

  private mutating func add(_ index: Int, of batch: SampleBatch, _ steps: inout EqualSteps) {
    let line = batch.line(at: index)
    guard let time = batch.time(at: index) else {
      missing = (missing?.line ?? line, (missing?.count ?? 0) + 1)
      return
    }
    let mark = Mark(time: time, line: line)
    if let last {
      let distance = time.nanoseconds &- last.time.nanoseconds
      // Most samples are as far apart as the ones before, which is nothing new but for the count.
      if distance == steps.distance, time > last.time {
        steps.count += 1
        self.last = mark
        latest = max(latest ?? time, time)
        return
      }
      add(steps)
      steps = EqualSteps(distance: distance)
      include(Gap(from: last, to: mark))
    }
    first = first ?? mark
    last = mark
    include(earliest: time, latest: time)
  }

  mutating func merge(_ next: TimelineAccumulator) {
    if let last, let mark = next.first { include(Gap(from: last, to: mark)) }
    first = first ?? next.first
    last = next.last ?? last
    if let start = next.earliest, let end = next.latest { include(earliest: start, latest: end) }
    distances.merge(next.distances)
    if let gap = next.widestGap { widen(to: gap) }
    disorder = disorder ?? next.disorder
    if let other = next.repetition {
      repetition = (repetition?.gap ?? other.gap, (repetition?.count ?? 0) + other.count)
    }
    if let other = next.missing {
      missing = (missing?.line ?? other.line, (missing?.count ?? 0) + other.count)
    }
  }

  private mutating func include(earliest start: Timestamp, latest end: Timestamp) {
    earliest = min(earliest ?? start, start)
    latest = max(latest ?? end, end)
  }

  private mutating func include(_ gap: Gap) {
    distances.add(abs(gap.seconds))
    widen(to: gap)
    if gap.seconds < 0 { disorder = disorder ?? gap }
    if gap.seconds == 0 { repetition = (repetition?.gap ?? gap, (repetition?.count ?? 0) + 1) }
  }

  private mutating func widen(to gap: Gap) {
    if let widestGap, abs(gap.seconds) <= abs(widestGap.seconds) { return }
    widestGap = gap
  }
}

extension TimelineAccumulator {
  /// The time from the earliest to the latest sample, in seconds; `nil` without times.
  var span: Double? {
    guard let earliest, let latest else { return nil }
    return latest.seconds(since: earliest)
  }

  /// The median distance between neighbours, in seconds; `nil` for fewer than two times.
  var medianInterval: Double? { distances.median }

  /// The time that the samples cover, in seconds; `nil` without times.
  ///
  /// Twelve samples ten minutes apart cover two hours, because each stands for one interval.
  var covered: Double? {
    span.map { $0 + (medianInterval ?? 0) }
  }

  /// How many distances are less than half or more than twice the median one.
  var irregularIntervals: Int {
    guard let median = medianInterval, median > 0 else { return 0 }
    return distances.count { $0 < median / 2 || $0 > median * 2 }
  }
}
