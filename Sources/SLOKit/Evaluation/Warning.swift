/// Something odd about the data or the limits.
public struct Warning: Sendable, Hashable {
  /// The kinds of warnings, each with a stable name.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// A judged series holds one value where a living one would not.
    case constantSeries = "constant-series"
    /// Nothing was requested while ratios are judged.
    case noTraffic = "no-traffic"
    /// No value that the column can take misses the limit.
    case vacuousThreshold = "vacuous-threshold"
    /// Neighbours have the same time.
    case duplicateTimestamp = "duplicate-timestamp"
    /// Distances between neighbours differ much.
    case irregularInterval = "irregular-interval"
    /// A judged column is NA on more than half of the samples.
    case mostlyNA = "mostly-na"
    /// A judged time, amount or counter is below 0.
    case negativeValue = "negative-value"
    /// A judged column holds an infinite value.
    case infiniteValue = "infinite-value"
    /// Samples are out of time order, where no rule depends on it.
    case unorderedSamples = "unordered-samples"
    /// Samples have no time.
    case missingTimestamp = "missing-timestamp"
    /// An abort condition never had an answer.
    case unmeasuredAbort = "unmeasured-abort"
    /// The rule file's filter had no answer on some samples, which it dropped.
    case unansweredFilter = "unanswered-filter"
    /// Samples belong to no phase.
    case outsidePhases = "outside-phases"
    /// A condition looks for a text that its label never is.
    case unseenLabel = "unseen-label"
    /// Times are numbers that are hardly meant to count from 1970.
    case earlyTimestamp = "early-timestamp"
    /// The baseline holds the same bytes as the run.
    case identicalBaseline = "identical-baseline"
    /// The run and its baseline are so far apart that one of them may have another unit.
    case distantBaseline = "distant-baseline"
    /// An env file sets what is almost a variable of the rules.
    case unusedOverride = "unused-override"
    /// A column is declared in another unit than its name says.
    case contradictoryUnit = "contradictory-unit"
    /// No rule names the column; only looked for when asked.
    case unusedColumn = "unused-column"

    /// Whether a run that must be without warnings is held for it.
    ///
    /// A label that is never `FAILED` is a good sign, unless it is a slip of the pen: that is for a
    /// person to see.
    var holdsCleanRuns: Bool { self != .unseenLabel && self != .unusedColumn }
  }

  /// The kind.
  public let code: Code

  /// The column that it is about, if it is about one.
  public let column: String?

  /// What was seen, in one sentence.
  public let message: String
}
