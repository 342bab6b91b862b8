extension Condition where Leaf == Aggregate {
  /// Whether this band lies inside `other` and is smaller: where it holds the other does too, and
  /// not the reverse.
  func isStricter(than other: RunCondition) -> Bool {
    var isInside = true
    var isSmaller = false
    let decided = Self.forEachPoint(around: [self, other]) { answer in
      if answer[0], !answer[1] { isInside = false }
      if answer[1], !answer[0] { isSmaller = true }
    }
    return decided && isInside && isSmaller
  }

  /// Whether both bands hold somewhere.
  func overlaps(_ other: RunCondition) -> Bool {
    var overlap = false
    let decided = Self.forEachPoint(around: [self, other]) { overlap = overlap || $0[0] && $0[1] }
    return decided && overlap
  }

  /// Visits a point in each region that the constants in `conditions` cut the space of their
  /// values into: on each limit, between neighbours, and beyond the outermost.
  ///
  /// Returns false when a condition is more than comparisons with constants, or the regions are
  /// too many; then nothing is known.
  private static func forEachPoint(
    around conditions: [RunCondition],
    _ body: ([Bool]) -> Void
  ) -> Bool {
    var limits: [RunFormula: [Double]] = [:]
    var isDecidable = true
    for condition in conditions {
      condition.forEachLeaf({ _ in }, fact: { _ in isDecidable = false })
      condition.forEachComparison { _, a, b in
        switch (a.constantValue, b.constantValue) {
        case (nil, let limit?): limits[a, default: []].append(limit)
        case (let limit?, nil): limits[b, default: []].append(limit)
        case (nil, nil), (_?, _?): isDecidable = false
        }
      }
    }
    guard isDecidable, limits.values.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return false }
    let axes = limits.map { (formula: $0.key, points: points(around: $0.value)) }
    guard axes.reduce(1, { $0 * $1.points.count }) <= 10_000 else { return false }
    visit(axes[...], values: [:]) { values in body(conditions.map { $0.holds(at: values) }) }
    return true
  }

  private static func points(around limits: [Double]) -> [Double] {
    let sorted = Set(limits).sorted()
    guard let first = sorted.first, let last = sorted.last else { return [0] }
    let between = zip(sorted, sorted.dropFirst()).map { $0 + ($1 - $0) / 2 }
    return sorted + between + [first - abs(first) - 1, last + abs(last) + 1]
  }

  private static func visit(
    _ axes: ArraySlice<(formula: RunFormula, points: [Double])>,
    values: [RunFormula: Double],
    _ body: ([RunFormula: Double]) -> Void
  ) {
    guard let axis = axes.first else { return body(values) }
    for point in axis.points {
      var values = values
      values[axis.formula] = point
      visit(axes.dropFirst(), values: values, body)
    }
  }

  /// The answer where every compared formula has a given value.
  private func holds(at values: [RunFormula: Double]) -> Bool {
    switch self {
    case .constant(let value): value
    case .fact: false
    case .comparison(let sign, let a, let b):
      sign.apply(
        a.constantValue ?? values[a] ?? .nan,
        b.constantValue ?? values[b] ?? .nan
      ) == .true
    case .not(let a): !a.holds(at: values)
    case .and(let a, let b): a.holds(at: values) && b.holds(at: values)
    case .or(let a, let b): a.holds(at: values) || b.holds(at: values)
    }
  }
}
