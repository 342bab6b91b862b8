/// The four operations of arithmetic.
enum ArithmeticOperator: String, Sendable, Hashable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"

  /// The result, or NaN (NA) where there is none: an operand is NA, the divisor is 0, or two
  /// infinities cancel.
  func apply(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .add: a + b
    case .subtract: a - b
    case .multiply: a * b
    case .divide: b == 0 ? .nan : a / b
    }
  }
}

/// The six comparisons.
enum ComparisonOperator: String, Sendable, Hashable, CaseIterable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="

  /// The answer, unknown when a side is NaN (NA).
  func apply(_ a: Double, _ b: Double) -> Truth {
    guard !a.isNaN, !b.isNaN else { return .unknown }
    switch self {
    case .less: return Truth(a < b)
    case .lessOrEqual: return Truth(a <= b)
    case .greater: return Truth(a > b)
    case .greaterOrEqual: return Truth(a >= b)
    case .equal: return Truth(a == b)
    case .notEqual: return Truth(a != b)
    }
  }

  /// The same comparison with its sides exchanged.
  var mirrored: ComparisonOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual: self
    }
  }
}
