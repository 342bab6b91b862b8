/// The evidence that a run must offer before it may proceed.
public struct Requirements: Sendable, Hashable {
  /// At least this many samples.
  public let samples: Int?

  /// At least this much time covered, in seconds; met within 1 %, because clocks jitter.
  public let duration: Double?

  /// No two neighbours further apart than this, in seconds.
  public let gap: Double?

  /// The least share of measured samples, 0…1, that any mandatory objective must have; without
  /// mandatory objectives, any objective.
  public let coverage: Double?

  /// Whether a warning about the data holds the run.
  public let isClean: Bool

  /// Creates requirements; what is left out is not required.
  public init(
    samples: Int? = nil,
    duration: Double? = nil,
    gap: Double? = nil,
    coverage: Double? = nil,
    isClean: Bool = false
  ) {
    self.samples = samples
    self.duration = duration
    self.gap = gap
    self.coverage = coverage
    self.isClean = isClean
  }
}
