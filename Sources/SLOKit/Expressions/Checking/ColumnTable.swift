/// The columns that a rule set declares or names, each with a fixed place.
struct ColumnTable: Sendable {
  /// What a column holds.
  enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A number that goes up and down.
    case gauge
    /// A number that only grows, until it is reset.
    case counter
    /// Text.
    case label
  }

  struct Column: Sendable {
    let name: String
    var unit: Unit?
    var kind: Kind?
    /// A file may lack it; then it is a column of NA.
    var isOptional = false
    /// It is meant to hold one value.
    var isConstant = false
    /// What its values lie between, in base units, where the rules say so.
    var bounds: ClosedRange<Double>?
    /// The texts that a label is compared with; a cell becomes the place of its text here.
    var texts: [String] = []
    /// The places of those texts that a condition looks for, rather than leaves out.
    var soughtTexts: [Int] = []
    /// Used in arithmetic or in an aggregate.
    var isNumber = false
    /// It is computed, and no column of the file.
    var isDerived = false
    /// Where the rule file names it first, as bytes of the rule file.
    let place: Range<Int>

    var isLabel: Bool { kind == .label || !texts.isEmpty }

    /// Notes that a condition looks for the texts at these places.
    mutating func seek(_ texts: [Int]) {
      soughtTexts += texts.filter { !soughtTexts.contains($0) }
    }
  }

  /// The most columns that rules declare or name: as many as a file can have.
  static let limit = 10_000
  /// The most texts that one label is compared with; each cell is looked up among them.
  static let textLimit = 1000

  private(set) var columns: [Column] = []
  private var places = NameTable<Int>()
  /// The columns that are computed, each behind those that it is computed from.
  private(set) var derivedColumns: [DerivedColumn] = []

  subscript(index: Int) -> Column {
    get { columns[index] }
    set { columns[index] = newValue }
  }

  /// The place of a declared or named column.
  func index(of name: String) -> Int? { places[name] }

  /// Adds a column that is not there yet.
  mutating func add(_ column: Column) {
    places[column.name] = columns.count
    columns.append(column)
  }

  /// The place of `name`, adding it as an undeclared column when it is new.
  mutating func reference(_ name: String, at place: Range<Int>) -> Int {
    if let index = places[name] { return index }
    add(Column(name: name, place: place))
    return columns.count - 1
  }

  /// The place of a derived column; the same derivation has one place, whatever it is called.
  mutating func reference(
    _ derivation: Derivation,
    called name: String,
    unit: Unit?,
    at place: Range<Int>
  ) -> Int {
    for column in derivedColumns where column.derivation == derivation { return column.index }
    derivedColumns.append(DerivedColumn(index: columns.count, derivation: derivation))
    // Its name has no place: a column of the file may be called so.
    columns.append(Column(name: name, unit: unit, isDerived: true, place: place))
    return columns.count - 1
  }

  /// The place of `text` among the texts of a column.
  mutating func reference(text: String, of column: Int) -> Int {
    if let index = columns[column].texts.firstIndex(of: text) { return index }
    columns[column].texts.append(text)
    return columns[column].texts.count - 1
  }
}
