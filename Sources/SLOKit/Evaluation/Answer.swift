/// The answer to a question about numbers that are not all exact.
enum Answer: Sendable, Hashable {
  /// The answer is the same whatever the exact numbers are.
  case certain(Truth)
  /// The exact numbers decide.
  case undecided

  static prefix func ! (a: Answer) -> Answer {
    switch a {
    case .certain(let truth): .certain(!truth)
    case .undecided: .undecided
    }
  }

  static func && (a: Answer, b: Answer) -> Answer {
    switch (a, b) {
    case (.certain(let a), .certain(let b)): .certain(a && b)
    case (.certain(.false), _), (_, .certain(.false)): .certain(.false)
    case (_, _): .undecided
    }
  }

  static func || (a: Answer, b: Answer) -> Answer {
    !(!a && !b)
  }
}
