extension SampleFormula {
  /// The value on every sample of `batch`; NaN where it is NA.
  func values(in batch: SampleBatch) -> [Double] {
    switch self {
    case .constant(let value): Array(repeating: value, count: batch.count)
    case .leaf(let column): batch.values(of: column.index)
    case .negated(let a): a.values(in: batch).map { -$0 }
    case .absolute(let a): a.values(in: batch).map { abs($0) }
    case .arithmetic(let sign, let a, let b):
      Self.zipped(a.values(in: batch), b.values(in: batch)) { sign.apply($0, $1) }
    case .coalesced(let operands):
      Self.joined(operands, in: batch) { $0.isNaN ? $1 : $0 }
    case .greatest(let operands): Self.joined(operands, in: batch, greatestValue)
    case .least(let operands): Self.joined(operands, in: batch, leastValue)
    case .choice(let condition, let a, let b):
      Self.chosen(
        by: condition.truths(in: batch),
        a.values(in: batch),
        b.values(in: batch)
      )
    }
  }

  private static func zipped(
    _ a: [Double],
    _ b: [Double],
    _ body: (Double, Double) -> Double
  ) -> [Double] {
    var result = a
    for index in a.indices { result[index] = body(a[index], b[index]) }
    return result
  }

  private static func joined(
    _ operands: [Formula],
    in batch: SampleBatch,
    _ body: (Double, Double) -> Double
  ) -> [Double] {
    guard let first = operands.first else { return Array(repeating: .nan, count: batch.count) }
    return operands.dropFirst().reduce(first.values(in: batch)) { result, operand in
      zipped(result, operand.values(in: batch), body)
    }
  }

  private static func chosen(by truths: [Truth], _ a: [Double], _ b: [Double]) -> [Double] {
    truths.indices.map { index in
      switch truths[index] {
      case .true: a[index]
      case .false: b[index]
      case .unknown: .nan
      }
    }
  }
}

extension SampleCondition {
  /// The answer on every sample of `batch`.
  func truths(in batch: SampleBatch) -> [Truth] {
    switch self {
    case .constant(let value): return Array(repeating: Truth(value), count: batch.count)
    case .fact(let fact):
      let texts = fact.texts.map(Double.init)
      return batch.values(of: fact.column).map { cell in
        cell.isNaN ? .unknown : Truth(texts.contains(cell) != fact.isNegated)
      }
    case .comparison(let sign, let a, let b):
      let (left, right) = (a.values(in: batch), b.values(in: batch))
      return left.indices.map { sign.apply(left[$0], right[$0]) }
    case .not(let a): return a.truths(in: batch).map { !$0 }
    case .and(let a, let b):
      let (left, right) = (a.truths(in: batch), b.truths(in: batch))
      return left.indices.map { left[$0] && right[$0] }
    case .or(let a, let b):
      let (left, right) = (a.truths(in: batch), b.truths(in: batch))
      return left.indices.map { left[$0] || right[$0] }
    }
  }
}

/// The larger of two values; NaN (NA) when either is.
func greatestValue(_ a: Double, _ b: Double) -> Double {
  a.isNaN || b.isNaN ? .nan : max(a, b)
}

/// The smaller of two values; NaN (NA) when either is.
func leastValue(_ a: Double, _ b: Double) -> Double {
  a.isNaN || b.isNaN ? .nan : min(a, b)
}
