import Testing

@testable import SLOKit

/// By hand.
struct TimelineAccumulatorTests {
  private static func timeline(_ seconds: [Double?]) -> TimelineAccumulator {
    var timeline = TimelineAccumulator()
    timeline.add(SampleBatch([], seconds: seconds))
    return timeline
  }

  @Test(
    arguments: [
      ("duration()", "1 2 3 4 5 6 7 8 9 10 11 12", 7200), ("gap()", "1 2 3", 600),
      ("duration()", "1 2", 1200), ("duration()", "1", 0), ("gap()", "1", nil),
    ] as [(String, String, Double?)]
  )
  func `each sample stands for one interval`(
    _ sli: String,
    _ cells: String,
    _ value: Double?
  ) throws {
    #expect(try AggregateSamples.value(of: sli, over: cells) == value)
  }

  @Test func `the interval is the median one and the gap the widest`() {
    let timeline = Self.timeline([0, 10, 20, 30, 100, 110])
    #expect(timeline.medianInterval == 10)
    #expect(timeline.span == 110)
    #expect(timeline.covered == 120)
    #expect(timeline.widestGap?.seconds == 70)
    #expect(timeline.widestGap?.from.line == 5)
    #expect(timeline.irregularIntervals == 1)
  }

  @Test func `disorder and repetition are found where they begin`() {
    let timeline = Self.timeline([0, 20, 10, 10, 30, 30, 5])
    #expect(timeline.disorder?.to.line == 4)
    #expect(timeline.disorder?.seconds == -10)
    #expect(timeline.repetition?.gap.to.line == 5)
    #expect(timeline.repetition?.count == 2)
    #expect(timeline.earliest == Timestamp(nanoseconds: 0))
    #expect(timeline.latest == Timestamp(nanoseconds: 30_000_000_000))
    #expect(timeline.span == 30)
  }

  @Test func `samples without a time are stepped over and counted`() {
    let timeline = Self.timeline([0, nil, 10, nil])
    #expect(timeline.missing?.line == 3)
    #expect(timeline.missing?.count == 2)
    #expect(timeline.widestGap?.seconds == 10)
    #expect(timeline.covered == 20)
  }

  @Test func `no times cover nothing`() {
    let timeline = Self.timeline([nil, nil])
    #expect(timeline.covered == nil)
    #expect(timeline.medianInterval == nil)
    #expect(timeline.widestGap == nil)
    #expect(timeline.irregularIntervals == 0)
  }
}
