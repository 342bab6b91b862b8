import Testing

@testable import SLOKit

/// Windows that move over samples against windows that are looked at anew for each sample.
struct WindowTests {
  private struct Sample {
    let position: Int64
    let value: Double
  }

  private static func samples(_ random: inout SeededGenerator) -> [Sample] {
    var position: Int64 = -50
    return (0..<300).map { _ in
      position += [0, 1, 1, 3, 40].randomElement(using: &random) ?? 1
      let value = [
        0.1, 0.2, -0.0, 1e16, -1e16, 3, 1 / 3, 5e-300, .nan, .nan, .infinity, -.infinity,
      ].randomElement(using: &random)
      return Sample(position: position, value: value ?? .nan)
    }
  }

  /// The values in the window (t − w, t] of each sample.
  private static func windows(_ samples: [Sample], width: Int64) -> [[Double]] {
    samples.indices.map { index in
      samples[...index].filter { samples[index].position - $0.position < width }.map(\.value)
        .filter { !$0.isNaN }
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>, [1, 2, 5, 100] as [Int64])
  func `a mean forgets what has left`(seed: UInt64, width: Int64) {
    var random = SeededGenerator(seed: seed)
    let samples = Self.samples(&random)
    var mean = RollingMean(width: width)
    for (sample, window) in zip(samples, Self.windows(samples, width: width)) {
      let expected = window.isEmpty ? nil : ReferenceSum(window).divided(by: window.count)
      let found = mean.next(sample.value, at: sample.position)
      #expect(found.bitPattern == expected?.bitPattern || found.isNaN && expected == nil)
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>, [1, 2, 5, 100] as [Int64])
  func `extremes forget what has left`(seed: UInt64, width: Int64) {
    var random = SeededGenerator(seed: seed)
    let samples = Self.samples(&random)
    var largest = RollingExtreme(width: width, isMinimum: false)
    var smallest = RollingExtreme(width: width, isMinimum: true)
    for (sample, window) in zip(samples, Self.windows(samples, width: width)) {
      let (low, high) = (
        smallest.next(sample.value, at: sample.position),
        largest.next(sample.value, at: sample.position)
      )
      #expect(low.isNaN ? window.isEmpty : low == window.min())
      #expect(high.isNaN ? window.isEmpty : high == window.max())
      #expect(low != 0 || low.sign == .plus)
    }
  }

  @Test func `a window of all time holds on to everything`() {
    var mean = RollingMean(width: .max)
    #expect(mean.next(1, at: .min) == 1)
    #expect(mean.next(2, at: -2) == 1.5)
    // The first one is further away than the longest window.
    #expect(mean.next(3, at: 0) == 2.5)
  }

  @Test func `thousands of values that have left take no room`() {
    var queue = WindowQueue(width: 2)
    for position in 0..<10_000 as Range<Int64> {
      while queue.removeFirst(beforeWindowTo: position) != nil {}
      queue.append(Double(position), at: position)
      #expect(queue.count <= 2)
      #expect(queue.last?.value == Double(position))
    }
    #expect(queue.first?.value == 9998)
  }
}
