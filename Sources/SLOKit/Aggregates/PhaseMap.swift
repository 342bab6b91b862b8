/// Tells which phase each sample of a run belongs to: the first one that takes it.
struct PhaseMap: Sendable {
  private let phases: [Phase]
  private var windows: [PhaseWindow]
  /// The time that offsets count from; `nil` until there is a sample.
  private(set) var origin: Timestamp?

  /// The place of no phase.
  static let none = -1

  init(_ phases: [Phase], origin: Timestamp? = nil) {
    self.phases = phases
    self.origin = origin
    windows = phases.isEmpty ? [] : phases.map { PhaseWindow($0, from: origin) }
  }

  var isEmpty: Bool { phases.isEmpty }

  /// Whether nothing can be told before there is a sample that offsets count from.
  var isWaiting: Bool { origin == nil && phases.contains(where: \.countsFromOrigin) }

  /// Lets offsets count from the first sample of `batch` that is kept, unless they count from an
  /// earlier one already.
  mutating func begin(with batch: SampleBatch, isKept: (Int) -> Bool) {
    guard isWaiting, let first = (0..<batch.count).first(where: isKept),
      let time = batch.time(at: first)
    else { return }
    self = PhaseMap(phases, origin: time)
  }

  /// The place of each sample's phase among the phases, or ``none``.
  func places(in batch: SampleBatch) -> [Int] {
    let truths = phases.map { $0.condition?.truths(in: batch) }
    return (0..<batch.count).map { index in
      let time = batch.time(at: index)
      return phases.indices.first {
        windows[$0].contains(time) && truths[$0].map { $0[index] == .true } ?? true
      } ?? Self.none
    }
  }

  /// Whether a sample of the phase at `place` lies in a part of the run.
  func contains(_ scope: Aggregate.Scope, _ place: Int) -> Bool {
    switch scope {
    case .run: true
    case .phase(let phase): place == phase
    case .judged: place == Self.none || phases[place].isJudged
    case .outsidePhases: place == Self.none
    }
  }
}
