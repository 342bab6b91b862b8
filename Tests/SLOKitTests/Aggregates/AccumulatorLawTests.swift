import Testing

@testable import SLOKit

/// Accumulators are monoids under merging: any split of a run gives the bits of one pass.
struct AccumulatorLawTests {
  private struct Sample {
    let value: Double
    let seconds: Double?
    let line: Int
  }

  private static func run(_ generator: inout SeededGenerator, values: [Double]) -> [Sample] {
    var seconds = 0.0
    return (0..<Int.random(in: 0...80, using: &generator)).map { index in
      seconds += [0, 1, 1, 1, 60, -2, 0.001].randomElement(using: &generator) ?? 1
      return Sample(
        value: values.randomElement(using: &generator) ?? .nan,
        seconds: index % 13 == 5 ? nil : seconds,
        line: index + 2
      )
    }
  }

  private static func gathered<A: SampleAccumulator>(
    _ samples: ArraySlice<Sample>,
    _ fresh: A
  ) -> A {
    var accumulator = fresh
    let values = samples.map(\.value)
    let batch = SampleBatch(
      values,
      seconds: samples.map(\.seconds),
      line: samples.first?.line ?? 2
    )
    accumulator.add(values.span, of: batch)
    return accumulator
  }

  private static func gathered<A: ValueAccumulator>(
    _ samples: ArraySlice<Sample>,
    _ fresh: A
  ) -> A {
    var accumulator = fresh
    let values = samples.map(\.value).filter { !$0.isNaN }
    accumulator.add(values.span)
    return accumulator
  }

  /// Expects of `fresh` that any split and any grouping of the parts gives what one pass gives.
  ///
  /// Results are looked at by their descriptions, which tell doubles apart bit by bit.
  private static func expectLaw<A: Accumulator>(
    _ fresh: A,
    values: [Double],
    gathered: (ArraySlice<Sample>, A) -> A,
    isCommutative: Bool = false,
    _ results: (A) -> [Any?]
  ) {
    for seed in 1...200 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let samples = run(&generator, values: values)
      let parts = samples.split(using: &generator)
      let once = String(reflecting: results(gathered(samples[...], fresh)))
      // From the left with the fresh one first, and from the right with it last.
      let left = parts.reduce(fresh) { $0.merged(with: gathered($1, fresh)) }
      let right = parts.reversed().reduce(fresh) { gathered($1, fresh).merged(with: $0) }
      let batches = parts.reduce(fresh) { gathered($1, $0) }
      #expect(String(reflecting: results(left)) == once, "seed \(seed)")
      #expect(String(reflecting: results(right)) == once, "seed \(seed)")
      #expect(String(reflecting: results(batches)) == once, "seed \(seed)")
      guard isCommutative else { continue }
      let shuffled = parts.shuffled(using: &generator).reduce(fresh) {
        $0.merged(with: gathered($1, fresh))
      }
      #expect(String(reflecting: results(shuffled)) == once, "seed \(seed)")
    }
  }

  private static func expectLaw<A: ValueAccumulator>(
    _ fresh: A,
    values: [Double],
    _ results: (A) -> [Any?]
  ) {
    expectLaw(
      fresh,
      values: values,
      gathered: { gathered($0, $1) },
      isCommutative: true,
      results
    )
  }

  private static func expectLaw<A: SampleAccumulator>(
    _ fresh: A,
    values: [Double],
    _ results: (A) -> [Any?]
  ) {
    expectLaw(fresh, values: values, gathered: { gathered($0, $1) }, results)
  }

  private static let numbers: [Double] = [
    0, -0.0, 0.1, 0.2, 1e16, -1e16, 1e-300, 3, -7.25, 1 / 3, .nan, .nan,
  ]
  private static let answers: [Double] = [0, 1, 1, 1, .nan]

  @Test(arguments: [numbers, numbers + [.infinity], [.nan]])
  func `numbers are gathered in any split`(_ values: [Double]) {
    Self.expectLaw(SumAccumulator(), values: values) { [$0.total, $0.mean, $0.count] }
    Self.expectLaw(ExtremesAccumulator(), values: values) { [$0.minimum, $0.maximum] }
    Self.expectLaw(EdgesAccumulator(), values: values) { [$0.first, $0.last] }
    Self.expectLaw(MomentsAccumulator(), values: values) { [$0.standardDeviation] }
    Self.expectLaw(DistributionAccumulator(), values: values, Self.percentiles)
    var condensed = DistributionAccumulator()
    condensed.condense()
    Self.expectLaw(condensed, values: values, Self.percentiles)
  }

  private static func percentiles(_ distribution: DistributionAccumulator) -> [Any?] {
    [0, 0.5, 0.999, 1].map { distribution.percentile($0) }
  }

  @Test func `a counter that is reset at a border is reset once`() {
    Self.expectLaw(CounterAccumulator(), values: [0, 1, 5, 0.1, 1e16, .nan]) {
      [$0.increase, $0.rate]
    }
  }

  @Test(arguments: [3, 20, 1000])
  func `points are kept in any split`(_ capacity: Int) {
    Self.expectLaw(PointsAccumulator(capacity: capacity), values: Self.numbers) {
      [$0.points, $0.count, $0.slope, $0.direction, $0.growth(over: 60)]
    }
  }

  @Test func `shares of samples add up`() {
    Self.expectLaw(FractionAccumulator(), values: Self.answers) { [$0.fraction] }
  }

  @Test(arguments: [1, 2, 3, 7, 20])
  func `a streak goes on across a border`(_ samples: Int) {
    let fresh = StreakAccumulator(extent: .samples(samples))
    Self.expectLaw(fresh, values: Self.answers) { [$0.longest, $0.earliest] }
  }

  @Test func `a timeline goes on across a border`() {
    Self.expectLaw(TimelineAccumulator(), values: [1]) {
      [
        $0.earliest, $0.latest, $0.span, $0.medianInterval, $0.covered, $0.widestGap, $0.disorder,
        $0.repetition?.gap, $0.repetition?.count, $0.missing?.line, $0.missing?.count,
        $0.irregularIntervals,
      ]
    }
  }
}
