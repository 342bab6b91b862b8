/// The judgements of several files that decide together: each is a gate of its own, and the worst
/// decision stands.
public struct CombinedEvaluation: Sendable {
  /// The judgements, in the order of the files.
  public let evaluations: [Evaluation]

  /// The worst decision; hold when there is no judgement.
  public let decision: Decision

  /// What kind of reason the decision has.
  public let cause: Evaluation.Cause

  /// Why, in one sentence; of several files it names the one that decided.
  public let reason: String

  /// Joins judgements into one.
  public init(_ evaluations: [Evaluation]) {
    self.evaluations = evaluations
    guard let worst = Self.worst(of: evaluations) else {
      (decision, cause) = (.hold, .insufficientEvidence)
      reason = "There is nothing to judge."
      return
    }
    (decision, cause) = (worst.decision, worst.cause)
    let others = evaluations.count { $0.decision == worst.decision } - 1
    if evaluations.count == 1 {
      reason = worst.reason
    } else if decision == .proceed {
      reason = "All \(evaluations.count) files are good to proceed."
    } else {
      reason =
        "\(worst.input.source): \(worst.reason)"
        + (others == 0 ? "" : " \(Verdict.counted(others, "more file")) too.")
    }
  }

  private static func worst(of evaluations: [Evaluation]) -> Evaluation? {
    guard var worst = evaluations.first else { return nil }
    for evaluation in evaluations.dropFirst() {
      if Verdict.severity(worst.decision, worst.cause)
        < Verdict.severity(evaluation.decision, evaluation.cause)
      {
        worst = evaluation
      }
    }
    return worst
  }
}
