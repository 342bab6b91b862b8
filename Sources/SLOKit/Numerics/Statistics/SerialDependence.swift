/// How much the values of a series depend on those before them, and what that leaves of their number.
///
/// The autocorrelation at lag 1 is Σ (xₜ − x̄)(xₜ₊₁ − x̄) ÷ Σ (xₜ − x̄)² (Box & Jenkins, 1970). It is
/// too small on average by about (1 + 3ρ) ÷ n (Kendall, 1954, "Note on bias in the estimation of
/// autocorrelation"), which is added. What is not above the chance of independent values, 1.645 ÷ √n
/// (one-sided 5 %; Bartlett, 1946), counts as none.
struct SerialDependence: Sendable, Hashable {
  /// How many values there were.
  let count: Int

  /// The autocorrelation at lag 1 as it was observed; 0 for a constant series.
  let lagOne: Double

  /// Looks at a series without NaN.
  init(_ values: [Double]) {
    count = values.count
    let mean = values.reduce(0, +) / Double(max(1, count))
    var (square, product) = (0.0, 0.0)
    for index in values.indices {
      let distance = values[index] - mean
      square += distance * distance
      if index + 1 < count { product += distance * (values[index + 1] - mean) }
    }
    lagOne = square > 0 && square.isFinite ? product / square : 0
  }
}

extension SerialDependence {
  /// The correlation to reckon with, 0 or more, and below 1.
  var correlation: Double {
    let size = Double(count)
    guard count > 2, lagOne > 1.6448536269514722 / size.squareRoot() else { return 0 }
    return min(0.99, lagOne + (1 + 3 * lagOne) / size)
  }

  /// As many independent values would tell as much about the mean: n (1 − ρ) ÷ (1 + ρ) for a series
  /// in which each value depends on the one before it (Bayley & Hammersley, 1946).
  ///
  /// Never more than there are values, and 1 at least.
  var effectiveCount: Double { effectiveCount(of: Double(count)) }

  /// The same for a run of another length with the same dependence.
  func effectiveCount(of length: Double) -> Double {
    max(1, length * (1 - correlation) / (1 + correlation))
  }
}
