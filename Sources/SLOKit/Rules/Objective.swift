/// A service level indicator and what is expected of it.
public struct Objective: Sendable {
  /// Whether an objective decides.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Its status counts for the decision.
    case gate
    /// It is shown and never decides.
    case info
  }

  /// A stable name for machines; unique in the rule set.
  public let id: String

  /// The name for people; unique in the rule set.
  public let name: String

  /// The number that is judged.
  public let indicator: Indicator

  /// The bands, or `nil` for an objective that only informs.
  public internal(set) var bands: Bands?

  /// Whether it must be measured for a GO.
  public let isMandatory: Bool

  /// Its share in the score; 0 for an objective that only informs.
  public let weight: Double

  /// Whether it decides.
  public let role: Role

  /// With fewer measured samples than this, it counts as not measured.
  public let minimumSamples: Int?

  /// With a smaller share of measured samples than this, 0…1, it counts as not measured.
  public let minimumCoverage: Double?

  /// How it compares with the baseline, for an objective that was written with `compare`.
  public let comparison: ComparisonRule?

  /// The dimension of the values that it compares.
  let comparedDimension: Dimension?

  /// The error budget that its target leaves, if its spending is told.
  public let budget: ErrorBudget?

  /// What it is about, in the words of the rule file.
  public let description: String?

  /// Where to read what to do when it is missed.
  public let runbook: String?

  /// Who looks after it.
  public let owner: String?

  /// Only these samples count for it.
  let filter: SampleCondition?
}

/// A service level indicator: one number over the run.
public struct Indicator: Sendable, Hashable {
  /// The expression, with the values of variables put in.
  public let text: String

  /// The symbol of the base unit that its values have: `s`, `B`, `ratio`, `1`, `/s`; `nil` when
  /// the rule file does not tell the unit.
  public var unit: String? { dimension?.baseSymbol }

  let formula: RunFormula
  let dimension: Dimension?
}

/// The limits of an objective.
public struct Bands: Sendable {
  /// One band: its condition, in the words of the rule file with the values of variables put in.
  public struct Band: Sendable, Hashable {
    /// The condition's text, for example `<= 150ms`.
    public let text: String

    let condition: RunCondition
    /// Where the rule file has it.
    let place: Range<Int>
  }

  /// What lies beyond green.
  public enum Beyond: Sendable, Hashable {
    /// Everything is red.
    case red
    /// Yellow where the band holds, else red.
    case yellow(Band)
    /// Red where the band holds, else yellow.
    case redBand(Band)
  }

  /// Where the objective is met.
  public let green: Band

  /// How what is not green is told apart.
  public let beyond: Beyond
}

extension Bands {
  /// The band that tells yellow, when there is one.
  public var yellow: Band? {
    if case .yellow(let band) = beyond { return band }
    return nil
  }

  /// Visits the bands that the rule file has, green first.
  func forEach(_ body: (Band) -> Void) {
    body(green)
    switch beyond {
    case .red: break
    case .yellow(let band), .redBand(let band): body(band)
    }
  }

  /// The band that tells red, when there is one.
  public var red: Band? {
    if case .redBand(let band) = beyond { return band }
    return nil
  }
}
