/// How the values of a run lie beside those of the baseline.
///
/// Shifts are candidate minus baseline: the estimate of Hodges & Lehmann, 1963, with the interval of
/// Moses, 1953. All values are in base units.
public struct ComparisonResult: Sendable, Hashable {
  /// How much the values are shifted.
  public let shift: Double

  /// The bounds of the shift's confidence interval; infinite when there are too few values.
  public let lowerBound: Double

  /// See ``lowerBound``.
  public let upperBound: Double

  /// The confidence that the interval was asked to have.
  public let confidence: Double

  /// The probability of so much of a difference by chance (Mann & Whitney, 1947; two-sided).
  public let pValue: Double

  /// The median of the run.
  public let median: Double

  /// The median of the baseline.
  public let baselineMedian: Double

  /// What is allowed on the worse side before it is not green.
  public let margin: Double

  /// The values of the run that are worse than the 95th percentile of the baseline by more than the
  /// margin.
  public let exceedances: Int

  /// The values of the baseline beyond its own 95th percentile.
  public let baselineExceedances: Int

  /// The probability of so many exceedances by chance (exact; Fligner & Wolfe, 1976).
  public let tailPValue: Double
}
