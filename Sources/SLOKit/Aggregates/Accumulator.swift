/// Gathers one number over samples that arrive in parts.
///
/// Accumulators are monoids under `merge` with the fresh accumulator as identity: feeding the
/// parts of a run to several of them and merging these in the order of the file gives what one
/// gives that saw the whole run.
protocol Accumulator: Sendable {
  /// Takes in the samples of `batch`, which come after all samples so far; `values` are those of
  /// the aggregate's operand, NaN where NA.
  mutating func add(_ values: [Double], of batch: SampleBatch)

  /// Takes in what `next` gathered from the samples that follow.
  mutating func merge(_ next: Self)
}

extension Accumulator {
  /// What this accumulator and `next` gathered together.
  func merged(with next: Self) -> Self {
    var result = self
    result.merge(next)
    return result
  }
}
