/// The limits under which a value is judged.
struct Judgement: Sendable {
  let present: PresentTarget?
  let proposal: TargetProposal?
  let classic: ClassicHeuristic.Target?
  let isLowerBetter: Bool

  init(
    present: PresentTarget?,
    proposal: TargetProposal?,
    classic: ClassicHeuristic.Target?,
    _ isLowerBetter: Bool
  ) {
    self.present = present
    self.proposal = proposal
    self.classic = classic
    self.isLowerBetter = isLowerBetter
  }

  func row(_ part: String, _ value: Double, proposal: TargetProposal? = nil) -> BacktestRow {
    guard !value.isNaN else {
      return BacktestRow(part: part, value: nil, present: nil, proposed: nil, heuristic: nil)
    }
    return BacktestRow(
      part: part,
      value: value,
      present: present?.status(of: value),
      proposed: (proposal ?? self.proposal).map { status(of: value, $0) },
      heuristic: classic.map { classic in
        let distance = isLowerBetter ? value - classic.value : classic.value - value
        return distance < 0 || distance == 0 && classic.isInclusive ? .green : .red
      }
    )
  }

  private func status(of value: Double, _ proposal: TargetProposal) -> Status {
    func isBeyond(_ limit: TargetLimit) -> Bool {
      isLowerBetter ? value > limit.value : value < limit.value
    }
    guard isBeyond(proposal.suggested) else { return .green }
    return proposal.red.map { isBeyond($0) ? .red : .yellow } ?? .red
  }
}
