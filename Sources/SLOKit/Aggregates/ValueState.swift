/// What is gathered from the values of a series, whatever their order.
enum ValueKind: Sendable, Hashable {
  case sum, extremes, moments, fraction, distribution
  /// The values in one bucket; at most `capacity` different ones are kept.
  case bucket(Bucket, capacity: Int)
}

/// One accumulator of any kind.
enum ValueState: Sendable {
  case sum(SumAccumulator)
  case extremes(ExtremesAccumulator)
  case moments(MomentsAccumulator)
  case fraction(FractionAccumulator)
  case distribution(DistributionAccumulator)
  case bucket(BucketAccumulator)
  /// In place of another one while that changes, so that its memory has one owner.
  case changing

  init(_ kind: ValueKind) {
    self =
      switch kind {
      case .sum: .sum(SumAccumulator())
      case .extremes: .extremes(ExtremesAccumulator())
      case .moments: .moments(MomentsAccumulator())
      case .fraction: .fraction(FractionAccumulator())
      case .distribution: .distribution(DistributionAccumulator())
      case .bucket(let bucket, let capacity): .bucket(BucketAccumulator(bucket, capacity: capacity))
      }
  }
}

extension ValueState: ValueAccumulator {
  mutating func add(_ values: Span<Double>) {
    let state = self
    self = .changing
    switch consume state {
    case .sum(var sum):
      sum.add(values)
      self = .sum(sum)
    case .extremes(var extremes):
      extremes.add(values)
      self = .extremes(extremes)
    case .moments(var moments):
      moments.add(values)
      self = .moments(moments)
    case .fraction(var fraction):
      fraction.add(values)
      self = .fraction(fraction)
    case .distribution(var distribution):
      distribution.add(values)
      self = .distribution(distribution)
    case .bucket(var bucket):
      bucket.add(values)
      self = .bucket(bucket)
    case .changing: break
    }
  }

  mutating func merge(_ next: ValueState) {
    let state = self
    self = .changing
    self =
      switch (consume state, next) {
      case (.sum(let a), .sum(let b)): .sum(a.merged(with: b))
      case (.extremes(let a), .extremes(let b)): .extremes(a.merged(with: b))
      case (.moments(let a), .moments(let b)): .moments(a.merged(with: b))
      case (.fraction(let a), .fraction(let b)): .fraction(a.merged(with: b))
      case (.distribution(let a), .distribution(let b)): .distribution(a.merged(with: b))
      case (.bucket(let a), .bucket(let b)): .bucket(a.merged(with: b))
      // Two states of one series are always of the same kind.
      case (let state, _): state
      }
  }

  /// Keeps only a histogram of a distribution from now on.
  mutating func condense() {
    guard case .distribution(var distribution) = self else { return }
    self = .changing
    distribution.condense()
    self = .distribution(distribution)
  }
}
