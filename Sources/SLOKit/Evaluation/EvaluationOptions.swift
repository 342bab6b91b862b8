/// What an evaluation looks at beyond the rules, and how.
public struct EvaluationOptions: Sendable, Hashable {
  /// Whether any warning holds the run, as `require: { clean: true }` has it.
  public var isStrict: Bool

  /// Whether columns that no rule names are listed.
  public var listsUnusedColumns: Bool

  /// How exact percentiles are over more samples than are kept in memory.
  public var percentiles: PercentilePolicy

  /// On how many threads a large file is read; `nil` is one for each processor.
  ///
  /// The result does not depend on it.
  public var threads: Int?

  /// Task lists; a required item that is not checked holds the run.
  public var checklists: [Checklist]

  /// The only phase to judge, by its name; `nil` is all that the rules judge.
  ///
  /// What the rules require of the whole run is not asked for then, and abort conditions count in
  /// that phase only.
  public var phase: String?

  /// Whether ``Evaluation/drawing`` is gathered, as a report in HTML needs it.
  ///
  /// It takes a little time for each sample, and memory that does not depend on their number.
  public var drawsSeries: Bool

  /// How many values are kept for percentiles; tests keep so few that short files are too long.
  var memory = PercentileMemory()

  /// Creates options; by default nothing is added to the rules.
  public init(
    isStrict: Bool = false,
    listsUnusedColumns: Bool = false,
    percentiles: PercentilePolicy = .exactWhereDecisive,
    threads: Int? = nil,
    checklists: [Checklist] = [],
    phase: String? = nil,
    drawsSeries: Bool = false
  ) {
    self.isStrict = isStrict
    self.listsUnusedColumns = listsUnusedColumns
    self.percentiles = percentiles
    self.threads = threads
    self.checklists = checklists
    self.phase = phase
    self.drawsSeries = drawsSeries
  }
}

/// How exact percentiles are over more samples than are kept in memory.
///
/// About a million values are kept in all: a percentile over fewer samples is always exact.
public enum PercentilePolicy: Sendable, Hashable {
  /// Within 0.2 % of the exact value, which is looked for only when a status depends on it.
  case exactWhereDecisive

  /// Exact, which takes a second reading of the file, and of a stream as much memory as it has
  /// values.
  case exact
}
