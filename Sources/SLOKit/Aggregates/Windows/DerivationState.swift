/// What a derived column remembers of the samples so far.
struct DerivationState: Sendable {
  private enum Memory: Sendable {
    case mean(RollingMean)
    case extreme(RollingExtreme)
    /// The last value; NaN before the first one.
    case previous(Double)
    /// In place of another one while that changes, so that its memory has one owner.
    case changing
  }

  /// Whether windows are measured in time; else in samples.
  private let isTimed: Bool
  private var memory: Memory
  private var sampleCount: Int64 = 0

  init(_ function: Derivation.Function) {
    switch function {
    case .rolling(let function, let extent):
      isTimed = extent.isTime
      memory =
        switch function {
        case .mean: .mean(RollingMean(width: extent.width))
        case .maximum: .extreme(RollingExtreme(width: extent.width, isMinimum: false))
        case .minimum: .extreme(RollingExtreme(width: extent.width, isMinimum: true))
        }
    case .difference:
      isTimed = false
      memory = .previous(.nan)
    }
  }

  /// Replaces the values of the samples in `range`, which follow those so far, by the derived ones.
  mutating func derive(_ values: inout [Double], of batch: SampleBatch, in range: Range<Int>) {
    let memory = memory
    self.memory = .changing
    switch consume memory {
    case .mean(var mean):
      for index in range {
        values[index] = position(of: index, batch).map { mean.next(values[index], at: $0) } ?? .nan
      }
      self.memory = .mean(mean)
    case .extreme(var extreme):
      for index in range {
        values[index] =
          position(of: index, batch).map { extreme.next(values[index], at: $0) } ?? .nan
      }
      self.memory = .extreme(extreme)
    case .previous(var previous):
      for index in range where !values[index].isNaN {
        (values[index], previous) = (values[index] - previous, values[index])
      }
      self.memory = .previous(previous)
    case .changing: break
    }
  }

  /// Where a sample is: when it was taken, or how many there were with it; `nil` without a time.
  private mutating func position(of index: Int, _ batch: SampleBatch) -> Int64? {
    guard !isTimed else { return batch.time(at: index)?.nanoseconds }
    sampleCount += 1
    return sampleCount
  }
}

extension Extent {
  /// Whether it is an amount of time.
  fileprivate var isTime: Bool {
    switch self {
    case .samples: false
    case .seconds: true
    }
  }

  /// The extent in samples or in nanoseconds.
  fileprivate var width: Int64 {
    switch self {
    case .samples(let count): Int64(count)
    case .seconds(let seconds): Int64(exactly: (seconds * 1e9).rounded()) ?? .max
    }
  }
}
