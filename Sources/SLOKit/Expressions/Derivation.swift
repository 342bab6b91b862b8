/// How a derived column follows from the samples up to each one.
///
/// What it is applied to may refer to other derived columns, whose places come before its own.
struct Derivation: Sendable, Hashable {
  enum Function: Sendable, Hashable {
    /// Over the samples that a window holds, which ends with the sample itself.
    case rolling(RollingFunction, Extent)
    /// From the value before.
    case difference
  }

  let function: Function
  let operand: SampleFormula
}

/// What a window is summed up by.
enum RollingFunction: String, Sendable, Hashable {
  case mean, maximum, minimum
}

extension Derivation {
  /// Whether it cannot be had without timestamps.
  var needsTime: Bool {
    switch function {
    case .rolling(_, .seconds): true
    case .rolling(_, .samples), .difference: false
    }
  }
}

/// A column that no file has, because it is computed.
struct DerivedColumn: Sendable {
  /// Its place among all columns.
  let index: Int
  let derivation: Derivation
}

// MARK: - What lies beneath

extension [DerivedColumn] {
  /// The derivation of a column, or `nil` for one of the file.
  func derivation(of column: Int) -> Derivation? {
    first { $0.index == column }?.derivation
  }

  /// The derivations of all derived columns among `columns` and beneath them.
  func derivations(beneath columns: [Int]) -> [Derivation] {
    guard !isEmpty else { return [] }
    var found: [Derivation] = []
    for column in columns {
      guard let derivation = derivation(of: column) else { continue }
      found += [derivation] + derivations(beneath: derivation.operand.columns)
    }
    return found
  }

  /// The columns of the file that `columns` are, or that they are computed from.
  func fileColumns(beneath columns: [Int]) -> [Int] {
    guard !isEmpty else { return columns }
    var found: [Int] = []
    for column in columns {
      let beneath = derivation(of: column).map { fileColumns(beneath: $0.operand.columns) }
      for column in beneath ?? [column] where !found.contains(column) { found.append(column) }
    }
    return found
  }
}
