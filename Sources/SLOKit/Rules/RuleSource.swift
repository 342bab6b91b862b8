/// Where the rules for a metrics file come from.
public enum RuleSource: Sendable, Hashable {
  /// A rule file.
  case file(String)
  /// The bytes of a rule file, and the name that messages and reports use for it.
  case contents([UInt8], name: String)
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

  /// Finds the rules for several metrics files that come without any: those of the first one.
  ///
  /// - Parameter metrics: The paths and the columns of the metrics; at least one.
  /// - Returns: The rules' source.
  /// - Throws: `Diagnostic` with the code `no-rule-file` when there is none, and with the code
  ///   `different-rules` when another of the files would be judged by other rules: it has a rule
  ///   file of its own beside it, or another preset fits it.
  public static func discover(
    forMetrics metrics: [(path: String, columns: [String])]
  ) throws(Diagnostic) -> RuleSource {
    guard let first = metrics.first else { return try discover(forMetrics: "-", columns: []) }
    let source = try discover(forMetrics: first.path, columns: first.columns)
    for (path, columns) in metrics.dropFirst() {
      guard let own = own(path, columns, beside: source), own != source else { continue }
      throw Diagnostic(
        .differentRules,
        "'\(first.path)' comes with \(source.phrase), and '\(path)' with \(own.phrase)",
        hint: "say by which rules to judge all files with --rules or --preset, "
          + "or judge each file on its own"
      )
    }
    return source
  }

  /// What rules come with further metrics, where others are judged by `source`; `nil` for none.
  private static func own(
    _ path: String,
    _ columns: [String],
    beside source: RuleSource
  ) -> RuleSource? {
    if path != "-", let file = ruleFile(in: folder(of: path)) { return .file(file) }
    guard case .preset = source else { return nil }
    return Preset.fitting(columns).map { .preset($0) }
  }

  private var phrase: String {
    switch self {
    case .file(let name), .contents(_, let name): "the rules '\(name)'"
    case .preset(let preset): "the preset \(preset.name)"
    }
  }

  /// Files that look like rule files and are none by their names: beside metrics and in the working
  /// folder, as far as no rule file is found before them.
  ///
  /// - Parameter path: The metrics file; `-` is standard input, which has nothing beside it.
  /// - Returns: The paths, in the order of their names in each folder.
  public static func overlooked(forMetrics path: String) -> [String] {
    var found: [String] = []
    for folder in path == "-" || folder(of: path).isEmpty ? [""] : [folder(of: path), ""] {
      guard ruleFile(in: folder) == nil else { break }
      var near: [String] = []
      for name in OpenFile.names(in: folder) where isNearRuleFile(name) { near.append(name) }
      for name in near.sorted() { found.append(folder + name) }
    }
    return found
  }

  /// Whether a name is almost that of a rule file: letters in upper case, other signs, more behind
  /// it, or a slip of the pen.
  private static func isNearRuleFile(_ name: String) -> Bool {
    var letters: [UInt8] = []
    for byte in name.utf8 where byte.isLetter { letters.append(byte.lowercased) }
    return letters.starts(with: "slorule".utf8)
      || nearestSpelling(to: name, among: fileNames) != nil
  }

  /// The same rules as bytes, so that they are read once however often they are used.
  ///
  /// - Throws: `Diagnostics` when a rule file cannot be read.
  public func loaded() throws(Diagnostics) -> RuleSource {
    guard case .file(let path) = self else { return self }
    let text = try SourceText(contentsOf: path)
    return .contents(text.bytes, name: text.name)
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
    case .contents(let bytes, let name):
      try RuleSetDecoder.decode(
        SourceText(name: name, bytes: bytes),
        overrides: overrides,
        header: columns
      )
    case .preset(let preset): try RuleSet(preset, overrides: overrides, columns: columns)
    }
  }

  private static func ruleFile(in folder: String) -> String? {
    for name in fileNames where OpenFile.exists(folder + name) { return folder + name }
    return nil
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
        for folder in folders.dropFirst() {
          if let file = ruleFile(in: folder) { return file }
        }
        return nil
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
