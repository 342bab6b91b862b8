extension RunCondition {
  /// Whether this band is known to lie inside `other` and to be smaller: where it holds the other
  /// does too, and not the reverse.
  func isStricter(than other: RunCondition) -> Bool {
    var isInside = true
    var isSmaller = false
    forEachPoint(comparedWith: other) { holds, otherHolds in
      if holds, !otherHolds { isInside = false }
      if otherHolds, !holds { isSmaller = true }
    }
    return isInside && isSmaller
  }

  /// Whether both bands are known to hold somewhere.
  func overlaps(_ other: RunCondition) -> Bool {
    var overlap = false
    forEachPoint(comparedWith: other) { overlap = overlap || $0 && $1 }
    return overlap
  }

  /// Visits a point in each region that the constants in both conditions cut the space of their
  /// values into: on each limit, between neighbours, and beyond the outermost.
  ///
  /// Visits none when a condition is more than comparisons with constants, or the regions are too
  /// many; then nothing is known.
  private func forEachPoint(
    comparedWith other: RunCondition,
    _ body: (_ holds: Bool, _ otherHolds: Bool) -> Void
  ) {
    var axes: [Axis] = []
    guard addLimits(to: &axes), other.addLimits(to: &axes),
      axes.allSatisfy({ $0.limits.allSatisfy(\.isFinite) })
    else { return }
    let points = axes.map(\.points)
    var regions = 1
    for axis in points {
      regions *= axis.count
      // Checked at each step: the product of many axes would overflow.
      guard regions <= 10_000 else { return }
    }
    var place = [Double](repeating: 0, count: axes.count)
    func visit(from axis: Int) {
      guard axis < axes.count else {
        return body(holds(at: place, axes), other.holds(at: place, axes))
      }
      for point in points[axis] {
        place[axis] = point
        visit(from: axis + 1)
      }
    }
    visit(from: 0)
  }

  /// Adds the constants that the condition compares formulas with; false when it is more than
  /// such comparisons.
  private func addLimits(to axes: inout [Axis]) -> Bool {
    var isDecidable = true
    forEachLeaf({ _ in }, fact: { _ in isDecidable = false })
    forEachComparison { _, a, b in
      switch (a.constantValue, b.constantValue) {
      case (nil, let limit?): axes.add(limit, of: a)
      case (let limit?, nil): axes.add(limit, of: b)
      case (nil, nil), (_?, _?): isDecidable = false
      }
    }
    return isDecidable
  }

  /// The answer where each axis's formula has the value in `place`.
  private func holds(at place: [Double], _ axes: [Axis]) -> Bool {
    switch self {
    case .constant(let value): value
    case .fact: false
    case .comparison(let sign, let a, let b):
      sign.apply(Self.value(of: a, at: place, axes), Self.value(of: b, at: place, axes)) == .true
    case .not(let a): !a.holds(at: place, axes)
    case .and(let a, let b): a.holds(at: place, axes) && b.holds(at: place, axes)
    case .or(let a, let b): a.holds(at: place, axes) || b.holds(at: place, axes)
    }
  }

  private static func value(
    of formula: RunFormula,
    at place: [Double],
    _ axes: [Axis]
  ) -> Double {
    if let value = formula.constantValue { return value }
    return axes.firstIndex { $0.formula == formula }.map { place[$0] } ?? .nan
  }
}

/// A compared formula and the limits that it is compared with.
private struct Axis {
  let formula: RunFormula
  var limits: [Double]

  /// The limits, the points between them, and one beyond each end.
  var points: [Double] {
    let sorted = limits.sorted()
    guard let first = sorted.first, let last = sorted.last else { return [0] }
    let between = zip(sorted, sorted.dropFirst()).map { $0 + ($1 - $0) / 2 }
    return sorted + between + [first - abs(first) - 1, last + abs(last) + 1]
  }
}

extension [Axis] {
  fileprivate mutating func add(_ limit: Double, of formula: RunFormula) {
    if let index = firstIndex(where: { $0.formula == formula }) {
      self[index].limits.append(limit)
    } else {
      append(Axis(formula: formula, limits: [limit]))
    }
  }
}
