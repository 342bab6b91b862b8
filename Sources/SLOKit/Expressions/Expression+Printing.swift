extension Expression: CustomStringConvertible {
  /// The expression in one canonical spelling; reading it again gives the same tree.
  var description: String { text(binding: 0) }

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
    case .quantity, .variable, .name, .text, .samples, .call: 8
    }
  }

  private func text(binding outer: Int) -> String {
    let text = unparenthesised
    return binding < outer ? "(\(text))" : text
  }

  private var unparenthesised: String {
    switch kind {
    case .quantity(let quantity): quantity.description
    case .variable(let name): "$\(name)"
    case .name(let name): Self.columnText(name)
    case .text(let text): Self.quoted(text, by: "'")
    case .samples(let count): "\(count) samples"
    case .negated(let operand): "-" + operand.text(binding: 7)
    case .arithmetic(let sign, let a, let b):
      "\(a.text(binding: binding)) \(sign.rawValue) "
        + b.text(binding: binding + 1)
    case .call(let call): call.text
    case .comparison(let sign, nil, let b): "\(sign.rawValue) \(b.text(binding: 5))"
    case .comparison(let sign, let a?, let b):
      "\(a.text(binding: 5)) \(sign.rawValue) \(b.text(binding: 5))"
    case .membership(let label, let texts, let isNegated):
      "\(label.text(binding: 5)) \(isNegated ? "not in" : "in") "
        + "(\(texts.map { Self.quoted($0, by: "'") }.joined(separator: ", ")))"
    case .not(let operand): "not " + operand.text(binding: 3)
    case .and(let a, let b):
      "\(a.text(binding: 2)) and \(b.text(binding: 3))"
    case .or(let a, let b): "\(a.text(binding: 1)) or \(b.text(binding: 2))"
    case .held(let condition, let extent):
      "\(condition.heldText) for \(extent.text)"
    }
  }

  /// A comparison stands before `for` as it is; everything else in parentheses.
  private var heldText: String {
    switch kind {
    case .comparison, .membership: text(binding: 4)
    default: "(\(text(binding: 0)))"
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

  /// A text between two signs, with each such sign in it doubled.
  ///
  /// Looked for among scalars: a sign and the accent behind it are one character of its own.
  private static func quoted(_ text: String, by sign: Unicode.Scalar) -> String {
    var quoted = "".unicodeScalars
    quoted.append(sign)
    for scalar in text.unicodeScalars {
      if scalar == sign { quoted.append(sign) }
      quoted.append(scalar)
    }
    quoted.append(sign)
    return String(quoted)
  }
}

extension Expression.Call {
  fileprivate var text: String {
    var inside = arguments.map(\.description).joined(separator: ", ")
    if let filter {
      inside += (inside.isEmpty ? "" : " ") + "where " + filter.description
    }
    return "\(function)(\(inside))"
  }
}

extension Expression.Extent {
  fileprivate var text: String {
    switch self {
    case .samples(let count): "\(count) samples"
    case .time(let quantity): quantity.description
    case .variable(let name, _): "$\(name)"
    }
  }
}
