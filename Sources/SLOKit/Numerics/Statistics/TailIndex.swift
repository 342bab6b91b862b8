/// How fast the greatest values of a sample become rare: the power of their distance at which they do.
///
/// Hill, 1975, "A simple general approach to inference about the tail of a distribution": one over
/// the mean of ln(x ÷ u) over the values x above u, here the greatest tenth. Below 4 the variance of
/// a sample is no guide to that of the next: one value may change it. The estimate scatters, so what
/// is below 5 counts as heavy.
struct TailIndex: Sendable, Hashable {
  /// A tenth of fewer values is too few to tell.
  static let fewestValues = 50

  /// The power; `nil` for too few values or a greatest tenth that is not above 0.
  let value: Double?

  /// Looks at sorted values.
  init(_ sample: SortedSample) {
    let count = sample.count / 10
    guard sample.count >= Self.fewestValues, let border = sample.values.dropLast(count).last,
      border > 0
    else {
      value = nil
      return
    }
    let sum = sample.values.suffix(count).reduce(0) { $0 + ($1 / border).naturalLogarithm }
    value = sum > 0 ? Double(count) / sum : nil
  }

  /// Whether a mean of such values cannot be foretold from their spread.
  var isHeavy: Bool { value.map { $0 < 5 } ?? false }
}
