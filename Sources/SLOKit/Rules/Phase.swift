/// A named part of a run, such as its warm-up or a stage of a rollout, that is judged on its own.
///
/// A sample belongs to the first phase that takes it, so phases never share one. Samples that no
/// phase takes are not judged, which the report says.
public struct Phase: Sendable {
  /// The name for people; unique in the rule set.
  public let name: String

  /// Whether it is judged; where it is not, abort conditions do not count either.
  public let isJudged: Bool

  /// Whether a run may do without it: a phase without samples is missing evidence otherwise.
  public let isOptional: Bool

  /// The objectives as they are judged in this phase, in the order of the rule file.
  public let objectives: [Objective]

  /// What the phase must offer as evidence.
  public let requirements: Requirements

  /// What of the baseline it is compared with.
  let baselinePart: BaselinePart
  /// From when on samples belong to it; `nil` from the start.
  let start: PhaseBorder?
  /// Until when samples belong to it, not included; `nil` until the end.
  let end: PhaseBorder?
  /// Only samples on which this holds belong to it.
  let condition: SampleCondition?
}

extension Phase {
  /// What of the baseline a phase is compared with.
  enum BaselinePart: String, Sendable, Hashable, CaseIterable {
    /// The same phase of it.
    case phase
    /// All of it.
    case run
  }

  /// Whether its samples are told by their time.
  var hasBorder: Bool { start != nil || end != nil }

  /// Whether it depends on when the run began.
  var countsFromOrigin: Bool {
    [start, end].contains {
      if case .offset = $0 { return true }
      return false
    }
  }
}

/// Where a phase begins or ends.
enum PhaseBorder: Sendable, Hashable {
  /// So many nanoseconds after the first sample.
  case offset(Int64)
  case moment(Timestamp)

  /// The moment in a run whose first sample has the time `origin`; `nil` beyond all times.
  func moment(from origin: Timestamp) -> Timestamp? {
    switch self {
    case .moment(let moment): return moment
    case .offset(let nanoseconds):
      let (sum, overflow) = origin.nanoseconds.addingReportingOverflow(nanoseconds)
      return overflow ? nil : Timestamp(nanoseconds: sum)
    }
  }
}

/// The borders of a phase in one run.
struct PhaseWindow: Sendable, Hashable {
  private let start: Timestamp?
  private let end: Timestamp?
  private let isBounded: Bool

  /// The window of `phase` in a run whose first sample has the time `origin`.
  init(_ phase: Phase, from origin: Timestamp?) {
    isBounded = phase.hasBorder
    let origin = origin ?? Timestamp(nanoseconds: 0)
    start = phase.start.map { $0.moment(from: origin) ?? Timestamp(nanoseconds: .max) }
    end = phase.end.flatMap { $0.moment(from: origin) }
  }

  /// Whether a sample of this time lies within; without a time it does only where all do.
  func contains(_ time: Timestamp?) -> Bool {
    guard isBounded else { return true }
    guard let time else { return false }
    return start.map { $0 <= time } ?? true && end.map { time < $0 } ?? true
  }
}
