import SLOKit

/// What the process tells its caller when it ends.
///
/// Below 64 a decision was made; from 64 up nothing was judged, and the codes are those of
/// `sysexits.h`, which Swift's own tools use.
enum ExitStatus: Int32, Sendable, Hashable, CaseIterable {
  case proceed = 0
  case rollback = 1
  case hold = 2
  case usage = 64
  case data = 65
  case noInput = 66
  case software = 70
  case cannotCreate = 73
  case config = 78
}

extension ExitStatus {
  /// The status for a mistake in what `subject` names.
  init(_ subject: DiagnosticCode.Subject) {
    switch subject {
    case .invocation: self = .usage
    case .unreadableFile: self = .noInput
    case .unwritableFile: self = .cannotCreate
    case .metrics: self = .data
    case .rules: self = .config
    case .software: self = .software
    }
  }

  /// The meaning as the help text lists it.
  var meaning: String {
    switch self {
    case .proceed: "GO: proceed."
    case .rollback: "NO-GO: roll back."
    case .hold: "NO-GO: hold, for a breach or for want of evidence."
    case .usage: "The command line is wrong."
    case .data: "The metrics, or a file that comes with them, are wrong."
    case .noInput: "A file cannot be opened or read."
    case .software: "An error in slo-cli itself."
    case .cannotCreate: "An output cannot be written."
    case .config: "The rules are wrong."
    }
  }

  /// Whether nothing was judged.
  var isFailure: Bool { rawValue >= 64 }
}

extension ExitStatus {
  /// The one status for two things that happened, this one first.
  ///
  /// A failure beats any decision, and the first failure stays, because what follows it is
  /// often its consequence. Among decisions the most cautious wins: rollback, hold, proceed.
  ///
  /// A monoid: associative, with `.proceed` as the identity.
  func merged(with next: ExitStatus) -> ExitStatus {
    if isFailure { return self }
    if next.isFailure { return next }
    return next.caution > caution ? next : self
  }

  /// The order of the decisions, which their codes do not follow; failures stand above.
  private var caution: Int {
    switch self {
    case .proceed: 0
    case .hold: 1
    case .rollback: 2
    case .usage, .data, .noInput, .software, .cannotCreate, .config: 3
    }
  }
}
