extension RecommendationDocument {
  /// What is recommended.
  var targets: [DraftBlock] {
    let proposed = recommendation.targets.filter(\.isProposed)
    guard !proposed.isEmpty else { return [] }
    return [
      .heading("Recommended targets", level: 2),
      recommendation.options.method == .heuristic
        ? heuristicTable(proposed) : predictionTable(proposed),
      .list(
        proposed.compactMap { target in
          target.proposal.map { "\(target.name), \(target.indicator): \($0.rationale)" }
        }
      ),
    ]
  }

  private func predictionTable(_ targets: [TargetRecommendation]) -> DraftBlock {
    let rows = targets.map { target in
      let proposal = target.proposal
      return [
        target.name, target.shown(target.observed?.value), target.limit(proposal?.tight),
        target.limit(proposal?.suggested), target.limit(proposal?.loose),
        target.limit(proposal?.red), target.limit(target.present), target.heuristic?.literal ?? "–",
      ]
    }
    return .table(
      header: [
        "Metric", "Observed", "Tight (10 %)",
        "Suggested (\(percent(recommendation.options.alpha)))", "Loose (0.1 %)", "Red beyond",
        "Present", "Classic rule",
      ],
      rows: rows
    ).withoutEmptyColumns
  }

  private func heuristicTable(_ targets: [TargetRecommendation]) -> DraftBlock {
    let rows = targets.map { target in
      [
        target.name, target.shown(target.observed?.value), target.heuristic?.literal ?? "–",
        target.limit(target.present),
      ]
    }
    return .table(header: ["Metric", "Observed", "Suggested", "Present"], rows: rows)
      .withoutEmptyColumns
  }

  /// Which present targets to tighten or to loosen.
  var revisions: [DraftBlock] {
    guard recommendation.rules != nil else { return [] }
    let fewest = TargetRevision.fewestRuns
    let title = DraftBlock.heading("Present targets", level: 2)
    guard recommendation.inputs.count >= fewest else {
      let count = recommendation.inputs.count
      return [
        title,
        .paragraph(
          "Which of them to tighten or to loosen takes \(fewest) runs or more, and there "
            + (count == 1 ? "is 1." : "are \(count).")
        ),
      ]
    }
    let rows = recommendation.targets.compactMap { target -> [String]? in
      guard let revision = target.revision, let present = target.present else { return nil }
      return [
        target.name, present.display, revision.advice.rawValue,
        revision.literal.map { TargetLimit.display($0) } ?? "–", revision.reasons.joined(by: "; "),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      title,
      .paragraph(
        "A target is to be tightened or loosened only where the runs are clear about it; the rest is to "
          + "be kept."
      ),
      .table(header: ["Metric", "Present", "Proposal", "To", "Why"], rows: rows),
    ]
  }
}

extension TargetRecommendation {
  /// A limit with the side on which values are good.
  fileprivate func limit(_ limit: TargetLimit?) -> String {
    limit.map { (isLowerBetter ? "≤ " : "≥ ") + $0.display } ?? "–"
  }
}

extension DraftBlock {
  /// A table without the columns in which no row has anything; other blocks as they are.
  fileprivate var withoutEmptyColumns: DraftBlock {
    guard case .table(let header, let rows) = self else { return self }
    let used = header.indices.filter { column in rows.contains { $0[column] != "–" } }
    return .table(
      header: used.map { header[$0] },
      rows: rows.map { row in used.map { row[$0] } }
    )
  }
}
