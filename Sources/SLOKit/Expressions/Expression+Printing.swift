extension Expression: CustomStringConvertible {
  /// The expression in one canonical spelling; reading it again gives the same tree.
  var description: String { text { "$\($0)" } }

  /// The canonical spelling with each variable replaced by what `spelling` says of it.
  func text(variable spelling: (String) -> String) -> String {
    text(binding: 0, spelling)
  }

  /// How tightly the outermost operation binds; a looser one needs parentheses.
  private var binding: Int {
    switch kind {
    case .or: 1
    case .and: 2
    case .not: 3
    case .comparison, .membership, .held: 4
    case .arithmetic(.add, _, _), .arithmetic(.subtract, _, _): 5
    case .arithmetic: 6
    case .negated: 7
    case .quantity, .variable, .name, .text, .call: 8
    }
  }

  private func text(binding outer: Int, _ spelling: (String) -> String) -> String {
    let text = unparenthesised(spelling)
    return binding < outer ? "(\(text))" : text
  }

  private func unparenthesised(_ spelling: (String) -> String) -> String {
    switch kind {
    case .quantity(let quantity): quantity.description
    case .variable(let name): spelling(name)
    case .name(let name): Self.columnText(name)
    case .text(let text): Self.quoted(text, by: "'")
    case .negated(let operand): "-" + operand.text(binding: 7, spelling)
    case .arithmetic(let sign, let a, let b):
      "\(a.text(binding: binding, spelling)) \(sign.rawValue) "
        + b.text(binding: binding + 1, spelling)
    case .call(let call): call.text(spelling)
    case .comparison(let sign, nil, let b): "\(sign.rawValue) \(b.text(binding: 5, spelling))"
    case .comparison(let sign, let a?, let b):
      "\(a.text(binding: 5, spelling)) \(sign.rawValue) \(b.text(binding: 5, spelling))"
    case .membership(let label, let texts, let isNegated):
      "\(label.text(binding: 5, spelling)) \(isNegated ? "not in" : "in") "
        + "(\(texts.map { Self.quoted($0, by: "'") }.joined(separator: ", ")))"
    case .not(let operand): "not " + operand.text(binding: 3, spelling)
    case .and(let a, let b):
      "\(a.text(binding: 2, spelling)) and \(b.text(binding: 3, spelling))"
    case .or(let a, let b): "\(a.text(binding: 1, spelling)) or \(b.text(binding: 2, spelling))"
    case .held(let condition, let extent):
      "\(condition.heldText(spelling)) for \(extent.text(spelling))"
    }
  }

  /// A comparison stands before `for` as it is; everything else in parentheses.
  private func heldText(_ spelling: (String) -> String) -> String {
    switch kind {
    case .comparison, .membership: text(binding: 4, spelling)
    default: "(\(text(binding: 0, spelling)))"
    }
  }

  /// A column's name as an expression writes it: in backticks unless it is a plain word.
  static func columnText(_ name: String) -> String {
    let bytes = name.utf8
    let isWord =
      bytes.first.map { !$0.isDigit } == true && bytes.allSatisfy(\.isWordPart)
      && !Token.keywords.contains(name)
    return isWord ? name : quoted(name, by: "`")
  }

  private static func quoted(_ text: String, by sign: Character) -> String {
    "\(sign)\(text.split(separator: sign, omittingEmptySubsequences: false).joined(separator: "\(sign)\(sign)"))\(sign)"
  }
}

extension Expression.Call {
  fileprivate func text(_ spelling: (String) -> String) -> String {
    var inside = arguments.map { $0.text(variable: spelling) }.joined(separator: ", ")
    if let filter {
      inside += (inside.isEmpty ? "" : " ") + "where " + filter.text(variable: spelling)
    }
    return "\(function)(\(inside))"
  }
}

extension Expression.Extent {
  fileprivate func text(_ spelling: (String) -> String) -> String {
    switch self {
    case .samples(let count): "\(count) samples"
    case .time(let quantity): quantity.description
    case .variable(let name, _): spelling(name)
    }
  }
}
