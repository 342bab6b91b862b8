/// How an indicator is made, as far as a forecast depends on it.
enum IndicatorShape: Sendable {
  /// The mean of a value per sample.
  case mean(Aggregate)
  /// A percentile, the median, the least or the greatest of a value per sample.
  case percentile(Aggregate, share: Double)
  /// Counted events among counted events, from sums or from growing counters.
  case share(part: [Aggregate], whole: [Aggregate])
  /// Anything else.
  case other
}

extension IndicatorShape {
  /// Looks at a formula on data: of alternatives, the first that has a value is what counts.
  init(_ formula: RunFormula, on samples: RunSamples) {
    switch formula {
    case .leaf(let aggregate): self.init(aggregate, on: samples)
    case .coalesced(let operands):
      let rows = Array(0..<samples.count)
      let chosen = operands.first { !samples.value(of: $0, on: rows).isNaN }
      self = chosen.map { IndicatorShape($0, on: samples) } ?? .other
    case .arithmetic(.divide, let part, let whole):
      self = Self.share(part, of: whole, on: samples) ?? .other
    case .constant, .negated, .absolute, .arithmetic, .greatest, .least, .choice: self = .other
    }
  }

  private init(_ aggregate: Aggregate, on samples: RunSamples) {
    switch aggregate.function {
    case .mean:
      let values = samples.values(of: aggregate)
      let isYesOrNo = values.allSatisfy { $0.isNaN || $0 == 0 || $0 == 1 }
      let isBoth = values.contains(0) && values.contains(1)
      self =
        isYesOrNo && isBoth
        ? .share(part: [aggregate], whole: [aggregate.counting]) : .mean(aggregate)
    case .fraction: self = .share(part: [aggregate], whole: [aggregate.counting])
    case .percentile(let share): self = .percentile(aggregate, share: share)
    case .maximum: self = .percentile(aggregate, share: 1)
    case .minimum: self = .percentile(aggregate, share: 0)
    default: self = .other
    }
  }

  /// A sum of counts divided by a sum that has all its terms, or that is no less on any sample.
  private static func share(
    _ part: RunFormula,
    of whole: RunFormula,
    on samples: RunSamples
  ) -> IndicatorShape? {
    guard let parts = counts(in: part), let wholes = counts(in: whole) else { return nil }
    let isPart = parts.allSatisfy(wholes.contains) && parts.count < wholes.count
    let rows = 0..<samples.count
    let isLess = zip(samples.counts(of: parts, in: rows), samples.counts(of: wholes, in: rows))
      .allSatisfy { !($0 > $1) && !($0 < 0) }
    return isPart || isLess ? .share(part: parts, whole: wholes) : nil
  }

  private static func counts(in formula: RunFormula) -> [Aggregate]? {
    switch formula {
    case .leaf(let aggregate) where aggregate.function == .sum || aggregate.function == .increase:
      return [aggregate]
    case .arithmetic(.add, let a, let b):
      guard let left = counts(in: a), let right = counts(in: b) else { return nil }
      return left + right
    default: return nil
    }
  }
}

extension Aggregate {
  /// How many samples it looks at, as an aggregate whose values are 1.
  fileprivate var counting: Aggregate {
    Aggregate(function: .count, operand: operand, filter: filter)
  }
}

extension RunSamples {
  /// What each sample of some runs adds to a sum of counts; NaN where one of them is NA.
  func counts(of aggregates: [Aggregate], in rows: Range<Int>) -> [Double] {
    var result = [Double](repeating: 0, count: rows.count)
    for aggregate in aggregates {
      let values = Array(values(of: aggregate)[rows])
      switch aggregate.function {
      case .increase:
        var before = Double.nan
        for index in values.indices {
          let value = values[index]
          // A drop is a reset, and the counter began at 0 then.
          guard !value.isNaN else {
            result[index] = .nan
            continue
          }
          result[index] += before.isNaN ? 0 : value < before ? value : value - before
          before = value
        }
      case .count: for index in values.indices { result[index] += values[index].isNaN ? .nan : 1 }
      default: for index in values.indices { result[index] += values[index] }
      }
    }
    return result
  }
}
