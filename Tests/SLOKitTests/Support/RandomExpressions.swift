@testable import SLOKit

/// Random syntax trees, down to a depth.
struct RandomExpressions {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// Any tree: a value or a condition.
  mutating func next(depth: Int) -> Expression {
    pick([true, false]) ? value(depth) : condition(depth)
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &generator)]
  }

  private func tree(_ kind: Expression.Kind) -> Expression {
    Expression(kind: kind, range: 0..<0)
  }

  private mutating func value(_ depth: Int) -> Expression {
    guard depth > 0 else { return leaf() }
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: return leaf()
    case 1: return tree(.negated(next(depth: depth - 1)))
    case 2: return call(depth)
    default:
      let sign: ArithmeticOperator = pick([.add, .subtract, .multiply, .divide])
      return tree(.arithmetic(sign, next(depth: depth - 1), next(depth: depth - 1)))
    }
  }

  private mutating func leaf() -> Expression {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return tree(.variable(pick(["limit", "x_1"])))
    case 1: return tree(.text(pick(["", "it's", "a b", "''"])))
    case 2:
      return tree(.name(pick(["x", "s", "samples", "not", "where", "a b", "`", "9", "", "é|"])))
    default: return tree(.quantity(quantity()))
    }
  }

  private mutating func quantity() -> Quantity {
    let digits = pick(["0", "5", "0.5", ".5", "150", "1e3", "2E-3"])
    return Quantity(digits: digits, unit: pick([nil] + Unit.all.filter { $0 != .count }))
  }

  private mutating func call(_ depth: Int) -> Expression {
    let arguments = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      pick([true, true, true, false]) ? next(depth: depth - 1) : tree(.samples(pick([1, 3])))
    }
    let filter = pick([true, false]) ? condition(depth - 1) : nil
    return tree(
      .call(
        Expression.Call(
          function: pick(["mean", "p95", "if", "rolling_mean", "unheard_of"]),
          functionRange: 0..<0,
          arguments: arguments,
          filter: filter
        )
      )
    )
  }

  private mutating func condition(_ depth: Int) -> Expression {
    guard depth > 0 else { return tree(.comparison(.less, nil, leaf())) }
    let below = depth - 1
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return tree(.not(next(depth: below)))
    case 1: return tree(.and(next(depth: below), next(depth: below)))
    case 2: return tree(.or(next(depth: below), next(depth: below)))
    case 3: return tree(.held(condition(below), extent()))
    case 4:
      let texts = pick([["a"], ["it's", ""], ["a", "b", "c"]])
      return tree(.membership(value(below), texts: texts, isNegated: pick([true, false])))
    default:
      let left = pick([true, false]) ? next(depth: below) : nil
      return tree(.comparison(pick(ComparisonOperator.allCases), left, next(depth: below)))
    }
  }

  private mutating func extent() -> Expression.Extent {
    pick([.samples(3), .time(Quantity(digits: "5", unit: Unit(named: "m"))), .variable("w", 0..<0)])
  }
}
