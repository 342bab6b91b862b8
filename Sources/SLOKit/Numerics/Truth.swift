/// A truth value of Kleene's three-valued logic (Kleene, 1952, *Introduction to
/// Metamathematics*, §64): a question about missing data has no answer.
///
/// The raw values order the cases so that `and` is the minimum and `or` the maximum.
enum Truth: UInt8, Sendable, Hashable, Comparable {
  case `false`
  case unknown
  case `true`

  init(_ value: Bool) {
    self = value ? .true : .false
  }

  static func < (a: Truth, b: Truth) -> Bool { a.rawValue < b.rawValue }

  static prefix func ! (a: Truth) -> Truth {
    switch a {
    case .false: .true
    case .unknown: .unknown
    case .true: .false
    }
  }

  static func && (a: Truth, b: Truth) -> Truth { min(a, b) }

  static func || (a: Truth, b: Truth) -> Truth { max(a, b) }
}
