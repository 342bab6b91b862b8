@testable import SLOKit

extension Expression {
  /// The tree without places, with every operation in brackets.
  var shape: String {
    switch kind {
    case .quantity(let quantity): "\(quantity)"
    case .variable(let name): "$\(name)"
    case .name(let name): "`\(name)`"
    case .text(let text): "'\(text)'"
    case .samples(let count): "\(count) samples"
    case .negated(let a): "[-\(a.shape)]"
    case .arithmetic(let sign, let a, let b): "[\(a.shape)\(sign.rawValue)\(b.shape)]"
    case .call(let call): call.shape
    case .comparison(let sign, let a, let b):
      "[\(a.map(\.shape) ?? "_")\(sign.rawValue)\(b.shape)]"
    case .membership(let a, let texts, let isNegated):
      "[\(a.shape) \(isNegated ? "not in" : "in") \(texts)]"
    case .not(let a): "[not \(a.shape)]"
    case .and(let a, let b): "[\(a.shape) and \(b.shape)]"
    case .or(let a, let b): "[\(a.shape) or \(b.shape)]"
    case .held(let a, let extent): "[\(a.shape) for \(extent.shape)]"
    }
  }
}

extension Expression.Call {
  fileprivate var shape: String {
    let filter = filter.map { " where \($0.shape)" } ?? ""
    return "\(function)(\(arguments.map(\.shape).joined(separator: ","))\(filter))"
  }
}

extension Expression.Extent {
  fileprivate var shape: String {
    switch self {
    case .samples(let count): "\(count) samples"
    case .time(let quantity): "\(quantity)"
    case .variable(let name, _): "$\(name)"
    }
  }
}
