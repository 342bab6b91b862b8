/// A number over the run, and how many samples it rests on.
struct AggregateResult: Sendable, Hashable {
  /// NaN where it is NA.
  private(set) var value: Double
  let used: Int
  let total: Int
  /// The earliest streak that was long enough, for a question whether something held.
  let streak: Streak?
  /// On how many samples it held, in streaks of any length.
  let heldSamples: Int
  /// Where a percentile lies; `nil` for what is no percentile.
  private(set) var percentile: PercentileSearch?
  /// The values, or a fair sample of them, for a comparison with those of another run.
  let sample: SortedSample?
  /// How the values develop, for a question about that.
  let trend: Trend?

  /// The buckets that hold the exact value; none when it is known.
  var buckets: [Bucket] { percentile?.buckets ?? [] }

  /// What the value can be where it is not exact.
  var range: ValueRange? { buckets.isEmpty ? nil : percentile?.range }

  /// The result of `aggregate` from what its series gathered in each file of a run.
  init(
    _ aggregate: Aggregate,
    _ place: SeriesPlan.Place,
    _ tally: Tally,
    _ orders: [RunOrder]
  ) {
    let series = tally.series[place.series]
    // Counting missing samples uses them all: they are what it measures.
    used = aggregate.function == .missing ? series.total : series.used
    total = series.total
    let streaks = orders.compactMap { Self.streaks(aggregate, place, $0) }
    streak = streaks.lazy.compactMap(\.earliest).first
    heldSamples = streaks.reduce(0) { $0 + $1.heldSamples }
    percentile = Self.percentile(aggregate, place, series)
    sample = Self.sample(aggregate, place, orders)
    // Nothing connects the courses of several files.
    trend = orders.count == 1 ? Self.trend(aggregate, place, orders[0]) : nil
    value =
      percentile?.estimate
      ?? trend?.value
      ?? Self.value(aggregate, place, series)
      ?? Self.value(aggregate, orders.map { $0.states[place.series][place.state] }, used: used)
  }

  private init() {
    (value, used, total, heldSamples) = (.nan, 0, 0, 0)
    (streak, percentile, sample, trend) = (nil, nil, nil, nil)
  }

  /// The result of what nobody measured: NA of no sample.
  static let notMeasured = AggregateResult()

  private static func streaks(
    _ aggregate: Aggregate,
    _ place: SeriesPlan.Place,
    _ order: RunOrder
  ) -> StreakAccumulator? {
    guard case .held = aggregate.function,
      case .streak(let streaks) = order.states[place.series][place.state]
    else { return nil }
    return streaks
  }

  private static func percentile(
    _ aggregate: Aggregate,
    _ place: SeriesPlan.Place,
    _ series: SeriesTally
  ) -> PercentileSearch? {
    guard case .percentile(let share) = aggregate.function,
      case .distribution(let distribution) = series.states[place.state]
    else { return nil }
    return distribution.percentile(share)
  }

  private static func sample(
    _ aggregate: Aggregate,
    _ place: SeriesPlan.Place,
    _ orders: [RunOrder]
  ) -> SortedSample? {
    guard aggregate.isComparison else { return nil }
    var pooled = PointsAccumulator()
    for case .points(let points) in orders.map({ $0.states[place.series][place.state] }) {
      pooled.merge(points)
    }
    return SortedSample(pooled.kept.lazy.map(\.value))
  }

  private static func trend(
    _ aggregate: Aggregate,
    _ place: SeriesPlan.Place,
    _ order: RunOrder
  ) -> Trend? {
    guard order.states[place.series].indices.contains(place.state),
      case .points(let points) = order.states[place.series][place.state]
    else { return nil }
    switch aggregate.function {
    case .slope: return points.slope
    case .growth: return points.growth(over: order.covered(place.series))
    case .trend: return points.direction
    case .count, .missing, .sum, .mean, .minimum, .maximum, .first, .last, .standardDeviation,
      .percentile, .increase, .rate, .fraction, .longest, .duration, .gap, .held,
      .comparison:
      return nil
    }
  }

  /// The value of a function that does not depend on the order; `nil` for the others.
  private static func value(
    _ aggregate: Aggregate,
    _ place: SeriesPlan.Place,
    _ series: SeriesTally
  ) -> Double? {
    switch aggregate.function {
    case .count: return Double(series.used)
    case .missing: return Double(series.total - series.used)
    case .sum, .mean, .minimum, .maximum, .standardDeviation, .fraction, .percentile: break
    case .first, .last, .increase, .rate, .longest, .held, .duration, .gap, .slope, .growth, .trend,
      .comparison:
      return nil
    }
    switch series.states[place.state] {
    case .sum(let sum): return aggregate.function == .sum ? sum.total : sum.mean
    case .extremes(let extremes):
      return aggregate.function == .minimum ? extremes.minimum : extremes.maximum
    case .moments(let moments): return moments.standardDeviation
    case .fraction(let fraction): return fraction.fraction
    case .distribution, .bucket, .changing: return .nan
    }
  }

  /// The value of a function that depends on the order, over the files of a run.
  ///
  /// Nothing connects the last sample of a file with the first one of the next.
  private static func value(
    _ aggregate: Aggregate,
    _ states: [SampleState],
    used: Int
  ) -> Double {
    if aggregate.function == .rate, states.count > 1 { return pooledRate(states) }
    let values = states.map { value(aggregate, $0, used: used) }.filter { !$0.isNaN }
    guard let first = values.first, let last = values.last else { return .nan }
    switch aggregate.function {
    case .last: return last
    case .increase, .duration: return values.reduce(0, +)
    case .gap, .longest, .held: return values.reduce(first, max)
    case .first, .rate, .count, .missing, .sum, .mean, .minimum, .maximum, .standardDeviation,
      .fraction, .percentile, .slope, .growth, .trend, .comparison:
      return first
    }
  }

  private static func pooledRate(_ states: [SampleState]) -> Double {
    var (increase, seconds) = (0.0, 0.0)
    for case .counter(let counter) in states {
      guard let elapsed = counter.seconds, !counter.increase.isNaN else { continue }
      increase += counter.increase
      seconds += elapsed
    }
    return seconds > 0 ? increase / seconds : .nan
  }

  private static func value(_ aggregate: Aggregate, _ state: SampleState, used: Int) -> Double {
    switch state {
    case .edges(let edges): aggregate.function == .first ? edges.first : edges.last
    case .counter(let counter): aggregate.function == .rate ? counter.rate : counter.increase
    case .points, .nearest, .changing: .nan
    case .timeline(let timeline):
      (aggregate.function == .gap
        ? timeline.widestGap.map { abs($0.seconds) } : timeline.covered) ?? .nan
    // That a condition held on no sample is no proof when it had no answer on any.
    case .streak where used == 0: .nan
    case .streak(let streaks):
      aggregate.function == .longest
        ? Double(streaks.longest) : streaks.earliest == nil ? 0 : 1
    }
  }
}

extension AggregateResult {
  /// How many samples were counted, for a count of them.
  var counted: Int { Int(exactly: value) ?? 0 }

  /// Takes in what was found about the values in a bucket.
  mutating func narrow(_ bucket: Bucket, _ value: (Int) -> RankedValue?) {
    percentile?.narrow(bucket, value)
    if let percentile { self.value = percentile.estimate }
  }
}
