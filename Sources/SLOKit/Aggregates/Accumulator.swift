/// Gathers something over samples that arrive in parts.
///
/// Accumulators are monoids under `merge` with the fresh accumulator as identity: feeding the
/// parts of a run to several of them and merging these in the order of the file gives what one
/// gives that saw the whole run.
protocol Accumulator: Sendable {
  /// Takes in what `next` gathered from the samples that follow.
  mutating func merge(_ next: Self)
}

/// Gathers something that does not depend on the order of the values: a commutative monoid.
///
/// So each thread needs only one, whatever parts of the file it reads.
protocol ValueAccumulator: Accumulator {
  /// Takes in measured values, none of which is NaN.
  mutating func add(_ values: Span<Double>)
}

/// Gathers something that depends on when samples were taken, or on their order.
protocol SampleAccumulator: Accumulator {
  /// Takes in the samples of `batch`, which come after all samples so far; `values` are those of
  /// the aggregate's operand, NaN where NA or where the aggregate does not look.
  mutating func add(_ values: Span<Double>, of batch: SampleBatch)
}

extension Accumulator {
  /// What this accumulator and `next` gathered together.
  func merged(with next: Self) -> Self {
    var result = self
    result.merge(next)
    return result
  }
}
