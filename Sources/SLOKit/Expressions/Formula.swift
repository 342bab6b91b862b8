/// Arithmetic over leaves, in base units, with every name resolved.
///
/// A leaf is a column in a formula per sample and an aggregate in a formula over the run; a fact
/// is a question that is not a comparison of numbers. NaN stands for NA throughout: cells that
/// read `NaN` are NA, so no measured value is one.
///
/// The parameters have no constraints: looking up conformances at run time takes longer than
/// judging a small file.
indirect enum Formula<Leaf, Fact> {
  case constant(Double)
  case leaf(Leaf)
  case negated(Formula)
  case absolute(Formula)
  case arithmetic(ArithmeticOperator, Formula, Formula)
  /// The first operand that is not NA.
  case coalesced([Formula])
  /// The largest operand; NA when one is.
  case greatest([Formula])
  /// The smallest operand; NA when one is.
  case least([Formula])
  /// The second or the third part, as the condition has it; NA when it has no answer.
  case choice(Condition<Leaf, Fact>, Formula, Formula)
}

/// Three-valued conditions over the same leaves.
indirect enum Condition<Leaf, Fact> {
  case constant(Bool)
  case fact(Fact)
  case comparison(ComparisonOperator, Formula<Leaf, Fact>, Formula<Leaf, Fact>)
  case not(Condition)
  case and(Condition, Condition)
  case or(Condition, Condition)
}

extension Formula: Sendable where Leaf: Sendable, Fact: Sendable {}
extension Formula: Equatable where Leaf: Equatable, Fact: Equatable {}
extension Formula: Hashable where Leaf: Hashable, Fact: Hashable {}
extension Condition: Sendable where Leaf: Sendable, Fact: Sendable {}
extension Condition: Equatable where Leaf: Equatable, Fact: Equatable {}
extension Condition: Hashable where Leaf: Hashable, Fact: Hashable {}

extension Formula {
  /// Visits every leaf; with a choice, those of its condition and of both its parts.
  func forEachLeaf(_ body: (Leaf) -> Void, fact: (Fact) -> Void) {
    switch self {
    case .constant: break
    case .leaf(let leaf): body(leaf)
    case .negated(let a), .absolute(let a): a.forEachLeaf(body, fact: fact)
    case .arithmetic(_, let a, let b):
      a.forEachLeaf(body, fact: fact)
      b.forEachLeaf(body, fact: fact)
    case .coalesced(let operands), .greatest(let operands), .least(let operands):
      for operand in operands { operand.forEachLeaf(body, fact: fact) }
    case .choice(let condition, let a, let b):
      condition.forEachLeaf(body, fact: fact)
      a.forEachLeaf(body, fact: fact)
      b.forEachLeaf(body, fact: fact)
    }
  }
}

extension Condition {
  /// Visits every leaf and every fact.
  func forEachLeaf(_ body: (Leaf) -> Void, fact: (Fact) -> Void) {
    switch self {
    case .constant: break
    case .fact(let question): fact(question)
    case .comparison(_, let a, let b):
      a.forEachLeaf(body, fact: fact)
      b.forEachLeaf(body, fact: fact)
    case .not(let a): a.forEachLeaf(body, fact: fact)
    case .and(let a, let b), .or(let a, let b):
      a.forEachLeaf(body, fact: fact)
      b.forEachLeaf(body, fact: fact)
    }
  }

  /// Visits every comparison.
  func forEachComparison(
    _ body: (ComparisonOperator, Formula<Leaf, Fact>, Formula<Leaf, Fact>) -> Void
  ) {
    switch self {
    case .constant, .fact: break
    case .comparison(let sign, let a, let b): body(sign, a, b)
    case .not(let a): a.forEachComparison(body)
    case .and(let a, let b), .or(let a, let b):
      a.forEachComparison(body)
      b.forEachComparison(body)
    }
  }
}
