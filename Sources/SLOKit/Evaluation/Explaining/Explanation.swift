/// How the value and the status of an objective came about.
public struct Explanation: Sendable {
  /// One aggregate of the indicator or of a band.
  public struct Part: Sendable, Hashable {
    /// The aggregate, as an expression has it.
    public let text: String
    /// Its value for people.
    public let display: String
    /// The samples that it rests on; `nil` for one of the baseline when there is none.
    public let used: Int?
    /// The samples that it looks at; `nil` for one of the baseline when there is none.
    public let total: Int?
  }

  /// A band, and whether it holds.
  public struct Band: Sendable, Hashable {
    /// `green`, `yellow` or `red`.
    public let name: String
    /// The band, in the words of the rule file.
    public let text: String
    /// The band with numbers in the places of its aggregates, in base units.
    public let substituted: String
    /// Whether it holds, for a comparison with the asked confidence; `nil` when that has no answer.
    public let holds: Bool?
  }

  /// Samples that have no part in the value, for one reason.
  public struct Omission: Sendable, Hashable {
    /// How many there are.
    public let samples: Int
    /// Why.
    public let reason: String
  }

  /// A sample that shows what the limit is about.
  public struct Sample: Sendable, Hashable {
    /// The line that it begins on.
    public let line: Int
    /// When it was taken; `nil` without a time.
    public let timestamp: Timestamp?
    /// Its value for people.
    public let display: String
  }

  /// The samples nearest to a limit.
  public struct Neighbourhood: Sendable, Hashable {
    /// What each sample's value is, as an expression.
    public let text: String
    /// The limit, for people.
    public let limit: String
    /// The nearest first; of equally near ones, the earliest.
    public let samples: [Sample]
  }

  /// The phase; `nil` when the whole run is one.
  public let phase: String?

  /// The result that is explained.
  public let result: ObjectiveResult

  /// The indicator with the names of columns in the places of definitions.
  public let formula: String

  /// The indicator with numbers in the places of its aggregates, in base units.
  public let substituted: String

  /// The different aggregates of the indicator and of the bands.
  public let parts: [Part]

  /// The samples of the file that are left out.
  public let omissions: [Omission]

  /// The bands in the order in which they are asked.
  public let bands: [Band]

  /// The samples nearest to the first limit; `nil` when the indicator has no value per sample that a
  /// limit could be compared with, or when the metrics were a stream, which cannot be read again.
  public let nearest: Neighbourhood?
}

extension RuleSet {
  /// Explains how an objective came out, in each phase that is judged.
  ///
  /// - Parameters:
  ///   - objective: The objective's id or name.
  ///   - reader: The metrics, which are read to their end, and again for the samples near a limit.
  ///   - baseline: The run to compare with.
  ///   - options: What is to be looked at beyond the rules.
  /// - Returns: One explanation for each phase.
  /// - Throws: `Diagnostics`, as `evaluate(_:baseline:options:progress:)` does, and with the code
  ///   `unknown-objective`.
  public func explain(
    _ objective: String,
    _ reader: MetricsReader,
    baseline: [MetricsReader] = [],
    options: EvaluationOptions = EvaluationOptions()
  ) throws(Diagnostics) -> [Explanation] {
    guard let id = objectives.first(where: { $0.id == objective || $0.name == objective })?.id
    else {
      let ids = objectives.map(\.id)
      throw Diagnostics(
        Diagnostic(
          .unknownObjective,
          "the rules have no objective '\(objective)'",
          hint: spellingHint(for: objective, among: ids + objectives.map(\.name))
            ?? "objectives are \(ids.joined(by: ", "))"
        )
      )
    }
    var run = try JudgedRun(self, reader, baseline: baseline, options: options)
    var explanations: [Explanation] = []
    do throws(Diagnostic) {
      for part in run.judge.reachedParts {
        guard let objective = part.objectives.first(where: { $0.id == id }) else { continue }
        explanations.append(try run.explanation(of: objective, in: part))
      }
    } catch {
      throw Diagnostics(error)
    }
    try run.judge.runs.checkCompleteness()
    return explanations
  }
}
