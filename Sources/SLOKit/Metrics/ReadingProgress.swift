/// How far the metrics are read.
public struct ReadingProgress: Sendable, Hashable {
  /// Is called every few hundred kilobytes, on whatever thread read them, never on two at once.
  public typealias Handler = @Sendable (ReadingProgress) -> Void

  /// The bytes read in this pass.
  public let bytes: Int

  /// The bytes of the file; `nil` for a stream, which does not tell.
  public let totalBytes: Int?

  /// The number of the pass, from 1: more than one is needed when percentiles must be exact.
  public let pass: Int
}
