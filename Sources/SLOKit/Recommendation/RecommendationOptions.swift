/// How limits are found.
public enum RecommendationMethod: String, Sendable, Hashable, CaseIterable {
  /// The limit that an unchanged next run misses with a stated probability.
  case prediction
  /// Rules of thumb on the means of the run.
  case heuristic
}

/// What a recommendation is to promise.
public struct RecommendationOptions: Sendable, Hashable {
  /// How limits are found.
  public var method: RecommendationMethod

  /// The probability with which an unchanged next run may miss a suggested target, between 0 and ½;
  /// red begins where it is a fifth of that.
  public var alpha: Double

  /// The samples of the next run; `nil` for as many as a run here has.
  public var nextSamples: Int?

  /// The phase of the rules whose samples are drafted from; `nil` for all that are judged.
  public var phase: String?

  /// Creates options; by default a run as long as this one misses its targets one time in twenty.
  public init(
    method: RecommendationMethod = .prediction,
    alpha: Double = 0.05,
    nextSamples: Int? = nil,
    phase: String? = nil
  ) {
    self.method = method
    self.alpha = alpha
    self.nextSamples = nextSamples
    self.phase = phase
  }
}

extension RecommendationOptions {
  /// A target that is missed one time in ten without a change.
  static let tightAlpha = 0.1
  /// A target that is missed one time in a thousand without a change.
  static let looseAlpha = 0.001

  /// The longest next run that is reckoned with on request.
  static let mostNextSamples = 100_000

  /// The probability with which an unchanged next run may be red.
  var redAlpha: Double { alpha / 5 }

  /// Refuses what no recommendation can be made with.
  func validate() throws(Diagnostic) {
    guard alpha > 0, alpha < 0.5 else {
      throw Diagnostic(.invalidSetting, "alpha must be above 0 and below 0.5, found \(alpha)")
    }
    if let nextSamples, !(1...Self.mostNextSamples).contains(nextSamples) {
      throw Diagnostic(
        .invalidSetting,
        "the next run must have 1 to \(Self.mostNextSamples) samples, found \(nextSamples)"
      )
    }
  }

  /// Reads a probability between 0 and ½, such as `5%` or `0.05`; `nil` for anything else.
  public static func alpha(_ text: String) -> Double? {
    guard case .success(let quantity) = Quantity.parse(text),
      quantity.unit.map({ $0.dimension == .ratio }) ?? true
    else { return nil }
    let value = quantity.baseValue()
    return value > 0 && value < 0.5 ? value : nil
  }
}
