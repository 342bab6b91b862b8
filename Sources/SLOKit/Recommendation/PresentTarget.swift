/// The limits that an objective has now, as far as they are single numbers.
struct PresentTarget: Sendable, Hashable {
  let isLowerBetter: Bool
  /// What green is compared with.
  let green: Double
  let isInclusive: Bool
  /// Beyond it the objective is red; the same as `green` where there is no yellow.
  let red: Double
  /// The unit that the green limit is written in; `nil` for a bare number.
  let unit: Unit?
  /// The literal as the rule file has it, with the values of variables put in.
  let literal: String
}

extension PresentTarget {
  /// Reads the bands of an objective; `nil` when green compares the indicator with no constant.
  init?(_ objective: Objective) {
    guard let bands = objective.bands,
      let comparison = bands.green.condition.limits(on: objective.indicator.formula).first
    else { return nil }
    isLowerBetter = comparison.isUpper
    green = comparison.value
    isInclusive = comparison.isInclusive
    let beyond: Bands.Band? = bands.yellow ?? bands.red
    red =
      beyond?.condition.limits(on: objective.indicator.formula).first?.value ?? comparison.value
    let quantity = Self.quantity(in: bands.green.text)
    unit = quantity?.unit
    literal = quantity?.description ?? green.shortestDecimal
  }

  /// The first quantity of a band's text.
  private static func quantity(in text: String) -> Quantity? {
    (try? Expression(parsing: text))?.firstLimit?.quantity
  }

  /// The status of a value.
  func status(of value: Double) -> Status {
    let (distance, slack) =
      isLowerBetter ? (value - green, value - red) : (green - value, red - value)
    if distance < 0 || distance == 0 && isInclusive { return .green }
    return slack <= 0 && red != green ? .yellow : .red
  }
}

/// A constant that a condition holds an indicator against.
struct IndicatorLimit: Sendable, Hashable {
  let value: Double
  let isUpper: Bool
  let isInclusive: Bool
}

extension RunCondition {
  /// The limits on a formula that must all be kept; those on one side of `or` need not be.
  func limits(on formula: RunFormula) -> [IndicatorLimit] {
    switch self {
    case .comparison(let sign, let a, let b) where a == formula:
      return b.constantValue.flatMap { Self.limit(sign, $0) }.map { [$0] } ?? []
    case .comparison(let sign, let a, let b) where b == formula:
      return a.constantValue.flatMap { Self.limit(sign.mirrored, $0) }.map { [$0] } ?? []
    case .and(let a, let b): return a.limits(on: formula) + b.limits(on: formula)
    case .constant, .fact, .comparison, .not, .or: return []
    }
  }

  private static func limit(_ sign: ComparisonOperator, _ value: Double) -> IndicatorLimit? {
    switch sign {
    case .less, .lessOrEqual:
      IndicatorLimit(value: value, isUpper: true, isInclusive: sign == .lessOrEqual)
    case .greater, .greaterOrEqual:
      IndicatorLimit(value: value, isUpper: false, isInclusive: sign == .greaterOrEqual)
    case .equal, .notEqual: nil
    }
  }
}

extension Expression {
  /// The number in the first comparison of an indicator: a literal or a variable, and its place.
  var firstLimit: (quantity: Quantity?, variable: String?, range: Range<Int>)? {
    switch kind {
    case .comparison(_, nil, let right): return right.limitOperand
    case .and(let a, let b): return a.firstLimit ?? b.firstLimit
    case .comparison, .or, .not, .held, .membership, .quantity, .variable, .name, .text, .negated,
      .arithmetic, .call, .samples:
      return nil
    }
  }

  private var limitOperand: (quantity: Quantity?, variable: String?, range: Range<Int>)? {
    switch kind {
    case .quantity(let quantity): (quantity, nil, range)
    case .variable(let name): (nil, name, range)
    case .name, .text, .negated, .arithmetic, .call, .comparison, .membership, .not, .and, .or,
      .held, .samples:
      nil
    }
  }
}

extension Objective {
  /// Whether its green band asks for one value, as `== 0` does.
  var asksForOneValue: Bool {
    guard case .comparison(.equal, let a, let b)? = bands?.green.condition else { return false }
    return a == indicator.formula || b == indicator.formula
  }

  /// Whether one of its bands holds the indicator to more than one limit, as `>= 60% and <= 70%` does.
  var hasSeveralLimits: Bool {
    let others: Bands.Band? = bands?.yellow ?? bands?.red
    return [bands?.green, others].contains { band in
      (band?.condition.limits(on: indicator.formula).count ?? 0) > 1
    }
  }

  /// Whether its value cannot be had without a baseline.
  var comparesRuns: Bool {
    indicator.formula.aggregates.contains { $0.isComparison || $0.source == .baseline }
  }

  /// Whether its green limit depends on a baseline.
  var hasRelativeLimit: Bool {
    bands?.green.condition.aggregates.contains { $0.source == .baseline } ?? false
  }
}
