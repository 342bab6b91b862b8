/// What the names in a rule set's expressions mean, and the mistakes found so far.
///
/// One context serves all expressions of a rule file: a column gets one place, a definition is
/// checked once.
struct CheckingContext {
  /// An expression as the rule file holds it.
  struct Source: Sendable {
    let text: String
    /// Maps offsets in the text to bytes of the rule file.
    let place: @Sendable (Range<Int>) -> Range<Int>
  }

  enum Definition: Sendable {
    case unchecked(Source)
    /// Its own check is under way: meeting it again is a cycle.
    case open
    /// `nil` when it is wrong, which is reported already.
    case checked(TypedExpression?)
  }

  var columns = ColumnTable()
  var variables = NameTable<Variable>()
  var definitions = NameTable<Definition>()
  /// How many definitions are being checked, each from within the one before.
  var openDefinitions = 0
  /// The texts that mean NA, in lower case.
  var missingTokens: [String] = []
  /// The columns of the metrics, when they are known already.
  var header: [String]? {
    didSet {
      // A list is found sooner in a usual header, and takes all day in the longest.
      headerNames = header.flatMap { $0.count > 32 ? Set($0) : nil }
    }
  }
  private var headerNames: Set<String>?
  var errors: [(error: TextError, place: Range<Int>)] = []
}

extension CheckingContext {
  /// Whether the metrics have the column; `nil` when they are not known.
  func isInHeader(_ name: String) -> Bool? {
    headerNames?.contains(name) ?? header?.contains(name)
  }

  /// Checks a definition, once for all its uses.
  mutating func check(definition name: String, _ source: Source) -> TypedExpression? {
    definitions[name] = .open
    openDefinitions += 1
    var checker = Checker(self, source: source)
    // The checker has the context to itself: what two of them share is copied when it changes.
    self = CheckingContext()
    let expression = checker.check()
    self = checker.context
    openDefinitions -= 1
    definitions[name] = .checked(expression)
    return expression
  }
}

/// The value of a variable.
enum Variable: Sendable, Hashable {
  case quantity(Quantity)
  case truth(Bool)
}

extension Variable: CustomStringConvertible {
  var description: String {
    switch self {
    case .quantity(let quantity): quantity.description
    case .truth(let value): value ? "true" : "false"
    }
  }
}
