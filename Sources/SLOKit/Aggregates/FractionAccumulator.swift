/// The share of the samples on which a condition holds, among those where it has an answer.
struct FractionAccumulator: ValueAccumulator {
  private var holding = 0
  private var answered = 0

  mutating func add(_ values: Span<Double>) {
    answered += values.count
    for index in values.indices where values[index] == 1 { holding += 1 }
  }

  mutating func merge(_ next: FractionAccumulator) {
    holding += next.holding
    answered += next.answered
  }

  /// The share, 0…1; NaN when the condition never had an answer.
  var fraction: Double { answered == 0 ? .nan : Double(holding) / Double(answered) }
}
