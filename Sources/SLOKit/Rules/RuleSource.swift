/// Where the rules for a metrics file come from.
public enum RuleSource: Sendable, Hashable {
  /// A rule file.
  case file(String)
  /// A preset of the library.
  case preset(Preset)
}

extension RuleSource {
  /// The names that a rule file is looked for under, in this order.
  public static let fileNames = ["slo-rules.json5", "slo-rules.json"]

  /// Finds the rules for metrics that come without any.
  ///
  /// Looked for in this order: a rule file beside the metrics; one in the working folder and then
  /// upward to the root of the repository; the preset that fits the columns.
  ///
  /// - Parameters:
  ///   - path: The metrics file; `-` is standard input, which has nothing beside it.
  ///   - columns: The columns of the metrics.
  /// - Returns: The rules' source.
  /// - Throws: `Diagnostic` with the code `no-rule-file` when there is none.
  public static func discover(
    forMetrics path: String,
    columns: [String]
  ) throws(Diagnostic) -> RuleSource {
    if path != "-", let file = ruleFile(in: folder(of: path)) { return .file(file) }
    if let file = ruleFileUpward() { return .file(file) }
    if let preset = Preset.fitting(columns) { return .preset(preset) }
    throw Diagnostic(
      .noRuleFile,
      "no rules: there is no \(fileNames[0]), and no preset fits the columns",
      hint: noRulesHint(columns)
    )
  }

  /// Reads the rule set.
  ///
  /// - Parameters:
  ///   - overrides: Values for its variables.
  ///   - columns: The columns of the metrics.
  /// - Returns: The rule set.
  /// - Throws: `Diagnostics` with every mistake.
  public func ruleSet(
    overrides: [VariableOverride] = [],
    columns: [String]? = nil
  ) throws(Diagnostics) -> RuleSet {
    switch self {
    case .file(let path):
      try RuleSet(contentsOf: path, overrides: overrides, columns: columns)
    case .preset(let preset): try RuleSet(preset, overrides: overrides, columns: columns)
    }
  }

  private static func ruleFile(in folder: String) -> String? {
    fileNames.map { folder + $0 }.first(where: OpenFile.exists)
  }

  /// The path up to and with the last slash.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Looks from the working folder to the root of the repository, or only in the working folder
  /// when it is in none: rules of a stranger's folder must not be picked up.
  private static func ruleFileUpward() -> String? {
    if let file = ruleFile(in: "") { return file }
    guard let current = OpenFile.currentFolder else { return nil }
    var folders: [String] = []
    var folder = current[...]
    while !folder.isEmpty {
      folders.append(folder + "/")
      if OpenFile.exists(folder + "/.git") {
        return folders.dropFirst().lazy.compactMap { ruleFile(in: $0) }.first
      }
      guard let slash = folder.lastIndex(of: "/") else { return nil }
      folder = folder[..<slash]
    }
    return nil
  }

  private static func noRulesHint(_ columns: [String]) -> String {
    let start =
      "begin with  slo-cli presets \(Preset.all[0].name) > \(fileNames[0])  and change it"
    guard let (preset, missing) = Preset.nearest(columns) else { return start }
    return "the preset \(preset.name) comes near but the file lacks "
      + "\(missing.joined(separator: ", ")); use it with  --preset \(preset.name),  or \(start)"
  }
}
