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

  /// Creates the progress of a pass.
  public init(bytes: Int, totalBytes: Int?, pass: Int) {
    self.bytes = bytes
    self.totalBytes = totalBytes
    self.pass = pass
  }

  /// How far the pass is after so many seconds of it, for people: how much is read, how fast, and
  /// how long the rest will take.
  public func phrase(after seconds: Double) -> String {
    let rate = seconds > 0 ? Double(bytes) / seconds : 0
    var text = pass > 1 ? "pass \(pass): " : ""
    text += QuantityFormat.text(Double(bytes), .data)
    if let totalBytes { text += " of \(QuantityFormat.text(Double(totalBytes), .data))" }
    text += ", \(QuantityFormat.text(rate, .data))/s"
    if let totalBytes, rate > 0 {
      let rest = (Double(max(0, totalBytes - bytes)) / rate).rounded(.up)
      text += ", \(QuantityFormat.duration(rest)) left"
    }
    return text
  }
}
