/// A part of an objective's scale in which all values have one status.
struct BandZone: Hashable {
  let low: Double
  let high: Double
  let status: Status
}

extension Objective {
  /// The parts of the scale, from the lowest to the highest; none where the bands do not compare
  /// the indicator with a number.
  ///
  /// What the bands say of other indicators does not count.
  var zones: [BandZone] {
    guard let bands else { return [] }
    let limits = Set(limits.filter(\.isFinite)).sorted()
    guard !limits.isEmpty else { return [] }
    let edges = [-Double.infinity] + limits + [.infinity]
    return zip(edges, edges.dropFirst()).map { low, high in
      let middle =
        low.isFinite
        ? high.isFinite ? low + (high - low) / 2 : low + max(1, abs(low))
        : high - max(1, abs(high))
      return BandZone(low: low, high: high, status: status(of: middle, in: bands))
    }
  }

  /// The status that the indicator would have at `value`.
  func status(of value: Double) -> Status? {
    guard let bands, !limits.isEmpty else { return nil }
    return status(of: value, in: bands)
  }

  private func status(of value: Double, in bands: Bands) -> Status {
    func holds(_ band: Bands.Band) -> Bool { self.holds(band.condition, at: value) }
    if holds(bands.green) { return .green }
    switch bands.beyond {
    case .red: return .red
    case .yellow(let band): return holds(band) ? .yellow : .red
    case .redBand(let band): return holds(band) ? .red : .yellow
    }
  }

  private func holds(_ condition: RunCondition, at value: Double) -> Bool {
    switch condition {
    case .constant(let value): return value
    case .fact: return true
    case .comparison(let sign, let a, let b):
      if a == indicator.formula, let limit = b.constantValue {
        return sign.apply(value, limit) == .true
      }
      if b == indicator.formula, let limit = a.constantValue {
        return sign.apply(limit, value) == .true
      }
      return true
    case .not(let a): return !holds(a, at: value)
    case .and(let a, let b): return holds(a, at: value) && holds(b, at: value)
    case .or(let a, let b): return holds(a, at: value) || holds(b, at: value)
    }
  }
}
