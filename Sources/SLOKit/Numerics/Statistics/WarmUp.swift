/// How many values at the beginning of a series are warm-up.
///
/// The marginal standard error rule: leave out as many values, at most half of them, as makes
/// Var(the rest) ÷ (their number) smallest (White, 1997, "An effective truncation heuristic for bias
/// reduction in simulation output").
///
/// Noise alone makes some beginning look dispensable, so ``isClear`` asks for more: leaving it out
/// must at least halve the figure, and must end before the middle; a series that has not settled by
/// then is too short to tell (Robinson, 2007, "A statistical process control approach to selecting a
/// warm-up period"). More than half of it must lie beyond nine tenths of the rest, on one side: else a
/// single spike early on would take all that comes before it along.
struct WarmUp: Sendable, Hashable {
  /// How many values the rule leaves out.
  let length: Int

  /// Var(the rest) ÷ (their number), with the population's variance.
  let objective: Double

  /// The same of the whole series.
  let objectiveOfAll: Double

  /// Whether the beginning differs so much that it should be left out.
  let isClear: Bool

  /// Looks at a series without NaN, in O(n).
  init(_ values: [Double]) {
    var best = (length: 0, objective: Double.infinity)
    var all = Double.infinity
    var (count, mean, squares) = (0.0, 0.0, 0.0)
    // From the end, because the rest always ends there (Welford, 1962).
    for index in values.indices.reversed() {
      count += 1
      let distance = values[index] - mean
      mean += distance / count
      squares += distance * (values[index] - mean)
      guard index <= values.count / 2 else { continue }
      all = squares / count / count
      if all <= best.objective { best = (index, all) }
    }
    (length, objective, objectiveOfAll) = (best.length, best.objective, all)
    isClear =
      length > 0 && 2 * length < values.count - 1 && 2 * objective <= objectiveOfAll
      && Self.isApart(values.prefix(length), from: values.dropFirst(length))
  }

  /// Whether more than half of the values lie above or below nine tenths of the others.
  private static func isApart(_ start: ArraySlice<Double>, from rest: ArraySlice<Double>) -> Bool {
    let sorted = SortedSample(Array(rest)).values
    let tenth = sorted.count / 10
    let (low, high) = (sorted[tenth], sorted[sorted.count - 1 - tenth])
    return 2 * max(start.count { $0 > high }, start.count { $0 < low }) > start.count
  }
}
