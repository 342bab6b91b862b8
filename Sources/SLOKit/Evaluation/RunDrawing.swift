/// The samples of a run, thinned for drawing.
public struct RunDrawing: Sendable, Hashable {
  /// The series, each once, in the order of the objectives that rest on them.
  public let series: [DrawnSeries]

  /// The named parts of the run, in their order; empty when the whole run is one phase.
  public let phases: [PhaseSpan]

  /// Where a phase lies on the axis of time.
  public struct PhaseSpan: Sendable, Hashable {
    /// The phase's name.
    public let name: String
    /// The time of its earliest sample.
    public let start: Timestamp
    /// The time of its latest sample.
    public let end: Timestamp
  }
}

/// One series of samples, thinned so that its line looks as that of all samples does.
public struct DrawnSeries: Sendable, Hashable {
  /// The identifiers of the objectives that rest on it.
  public let objectives: [String]

  /// The column's name, or the expression that it is a part of.
  public let name: String

  /// The symbol of the base unit that its values have; `nil` when the rule file does not tell.
  public var unit: String? { dimension?.baseSymbol }

  /// The samples that are kept, in the order of time, or of lines where there is no time.
  public let points: [Point]

  /// The same of the baseline, at its own times; empty without one.
  public let baseline: [Point]

  let dimension: Dimension?

  /// A sample, or a stretch in which nothing is measured.
  public struct Point: Sendable, Hashable {
    /// Its time; `nil` in a file without times.
    public let time: Timestamp?
    /// The line of the file.
    public let line: Int
    /// The value in base units; `nil` where it is NA.
    public let value: Double?
  }
}
