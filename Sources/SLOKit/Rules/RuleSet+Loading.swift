extension RuleSet {
  /// Reads a rule set from text.
  ///
  /// - Parameters:
  ///   - text: The rule file, in JSON5.
  ///   - source: The name that messages and reports use for it.
  ///   - overrides: Values for variables of the rule file.
  ///   - columns: The columns of the metrics, when they are known already: then those that they
  ///     lack are reported together with all other mistakes.
  /// - Throws: `Diagnostics` with every mistake in the rules, in the order of the text; when there
  ///   is none, with every override that does not fit.
  public init(
    text: String,
    source: String,
    overrides: [VariableOverride] = [],
    columns: [String]? = nil
  ) throws(Diagnostics) {
    self = try RuleSetDecoder.decode(
      SourceText(name: source, text: text),
      overrides: overrides,
      header: columns
    )
  }

  /// Reads a rule set from the file at `path`.
  ///
  /// - Parameters:
  ///   - path: The rule file.
  ///   - overrides: Values for variables of the rule file.
  ///   - columns: The columns of the metrics, when they are known already.
  /// - Throws: `Diagnostics`, as `init(text:source:overrides:columns:)` does, and when the file
  ///   cannot be read.
  public init(
    contentsOf path: String,
    overrides: [VariableOverride] = [],
    columns: [String]? = nil
  ) throws(Diagnostics) {
    self = try RuleSetDecoder.decode(
      SourceText(contentsOf: path),
      overrides: overrides,
      header: columns
    )
  }

  /// Reads the rule set of a preset.
  ///
  /// - Parameters:
  ///   - preset: The preset.
  ///   - overrides: Values for variables of the preset.
  ///   - columns: The columns of the metrics, when they are known already.
  /// - Throws: `Diagnostics` when an override does not fit.
  public init(
    _ preset: Preset,
    overrides: [VariableOverride] = [],
    columns: [String]? = nil
  ) throws(Diagnostics) {
    try self.init(
      text: preset.text,
      source: preset.source,
      overrides: overrides,
      columns: columns
    )
  }
}

extension VariableOverride {
  /// Reads the assignments of an env file.
  ///
  /// The file is read as shells do; nothing is executed or expanded.
  ///
  /// - Parameter path: The file of `NAME=value` lines.
  /// - Returns: The assignments, in order.
  /// - Throws: `Diagnostics` with every line that is not an assignment.
  public static func environment(contentsOf path: String) throws(Diagnostics) -> [VariableOverride]
  {
    return try EnvironmentFile.read(SourceText(contentsOf: path))
  }
}
