extension Formula {
  /// The value, when no leaf is needed to know it.
  var constantValue: Double? {
    if case .constant(let value) = self { return value }
    return nil
  }

  /// The arithmetic, done at once where both sides are constants.
  static func folded(_ sign: ArithmeticOperator, _ a: Formula, _ b: Formula) -> Formula {
    if let a = a.constantValue, let b = b.constantValue { return .constant(sign.apply(a, b)) }
    return .arithmetic(sign, a, b)
  }

  /// The negation, done at once for a constant.
  static func negation(of a: Formula) -> Formula {
    a.constantValue.map { .constant(-$0) } ?? .negated(a)
  }
}
