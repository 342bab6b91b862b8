import SLOKit

/// The options by which commands are told what to read and by which rules to judge it.
struct RunInput {
  private let arguments: ParsedArguments
  private let format: CSVFormat
  /// What the command reads and writes; it adds its own files.
  var files = FileRoles()
  /// On how many threads to read; `nil` is one for each processor.
  let threads: Int?

  /// Checks what can be wrong before any file is opened.
  init(_ arguments: ParsedArguments) throws(UsageError) {
    guard arguments[Self.rules] == nil || arguments[Self.preset] == nil else {
      throw .conflictingOptions("--rules", "--preset")
    }
    self.arguments = arguments
    format = try Self.csvFormat(arguments)
    threads = try Self.threadCount(arguments)
    files.read(arguments[Self.rules], as: "--rules")
    files.read(arguments[Self.environmentFile], as: "--env-file")
    for path in arguments[Self.baseline] { files.read(path, as: "--baseline") }
  }

  /// The options that say what to read and how to judge it.
  static let declarations = [
    rules.declaration, preset.declaration, set.declaration, environmentFile.declaration,
    baseline.declaration, phase.declaration, delimiter.declaration, columns.declaration,
    exact.declaration, threads.declaration,
  ]
}

extension RunInput {
  var phase: String? { arguments[Self.phase] }

  var percentiles: PercentilePolicy { arguments[Self.exact] ? .exact : .exactWhereDecisive }

  /// Opens a metrics file.
  func metrics(_ source: MetricsSource) throws(Diagnostics) -> MetricsReader {
    try MetricsReader(source, format: format)
  }

  /// Opens the files of the baseline.
  func baselines() throws(Diagnostics) -> [MetricsReader] {
    var readers: [MetricsReader] = []
    for path in arguments[Self.baseline] { readers.append(try metrics(.file(path))) }
    return readers
  }

  /// Checks that all files can be read and written side by side.
  func checkFiles() throws(Diagnostics) {
    do throws(Diagnostic) {
      try files.check()
    } catch {
      throw Diagnostics(error)
    }
  }

  /// Checks that the baseline can be read once for each of several metrics files.
  func checkBaselines() throws(Diagnostics) {
    do throws(Diagnostic) {
      for path in arguments[Self.baseline] { try files.checkReread(path, as: "--baseline") }
    } catch {
      throw Diagnostics(error)
    }
  }

  /// The rules that were asked for, or those that come with the metrics, with the variables that
  /// were given other values.
  ///
  /// All files of them are read here, once.
  func rules(
    forMetrics paths: [String],
    _ metrics: [MetricsReader],
    _ console: Console
  ) throws(Diagnostics) -> (source: RuleSource, overrides: [VariableOverride]) {
    let source = try ruleSource(forMetrics: paths, metrics, console)
    return (try source.loaded(), try Self.overrides(arguments))
  }

  /// Where the rules come from that were asked for, or those that come with the metrics.
  func ruleSource(
    forMetrics paths: [String],
    _ metrics: [MetricsReader],
    _ console: Console
  ) throws(Diagnostics) -> RuleSource {
    if let path = arguments[Self.rules] { return .file(path) }
    do throws(Diagnostic) {
      if let name = arguments[Self.preset] { return .preset(try Preset.named(name)) }
      for name in RuleSource.overlooked(forMetrics: paths[0]) {
        let names = RuleSource.fileNames.joined(separator: " or ")
        console.report(
          "note: '\(name)' is not read: a rule file is called \(names)".escapedForTerminal
        )
      }
      let columns = metrics.map(\.columns)
      let source = try RuleSource.discover(
        forMetrics: zip(paths, columns).map { (path: $0, columns: $1) }
      )
      if case .file(let path) = source {
        var files = files
        files.read(path, as: "the rule file")
        try files.check()
      }
      return source
    } catch {
      throw Diagnostics(error)
    }
  }

  /// The values that variables of the rules are given.
  static func overrides(_ arguments: ParsedArguments) throws(Diagnostics) -> [VariableOverride] {
    var overrides: [VariableOverride] = []
    if let path = arguments[environmentFile] {
      overrides += try VariableOverride.environment(contentsOf: path)
    }
    do throws(Diagnostic) {
      for setting in arguments[set] {
        overrides.append(try VariableOverride(setting: setting))
      }
    } catch {
      throw Diagnostics(error)
    }
    return overrides
  }

  /// How the CSV is written.
  static func csvFormat(_ arguments: ParsedArguments) throws(UsageError) -> CSVFormat {
    var format = CSVFormat()
    if let text = arguments[delimiter] {
      guard let delimiter = CSVFormat.delimiter(named: text) else {
        throw .malformedValue(text, option: "--delimiter", expected: "one ASCII character or 'tab'")
      }
      format.delimiter = delimiter
    }
    format.columns = arguments[columns]?.split(separator: ",", omittingEmptySubsequences: false)
      .map(String.init)
    return format
  }

  private static func threadCount(_ arguments: ParsedArguments) throws(UsageError) -> Int? {
    guard let text = arguments[threads] else { return nil }
    guard let count = Int(text), (1...256).contains(count) else {
      throw .malformedValue(text, option: "--threads", expected: "a number from 1 to 256")
    }
    return count
  }
}

// MARK: - Arguments

extension RunInput {
  static let rules = Option.value(
    "rules",
    placeholder: "FILE",
    help: "Judge by this rule file."
  )
  static let preset = Option.value(
    "preset",
    placeholder: "NAME",
    help: "Judge by the built-in rules NAME; 'slo-cli presets' lists them."
  )
  static let set = Option.repeated(
    "set",
    placeholder: "NAME=VALUE",
    help: "Give a variable of the rules another value, such as p95_target=200ms."
  )
  static let environmentFile = Option.value(
    "env-file",
    placeholder: "FILE",
    help: "Take values of variables from lines of NAME=VALUE; --set wins over them."
  )
  static let baseline = Option.repeated(
    "baseline",
    placeholder: "FILE",
    help: "Compare with the run in FILE; several files count as one run."
  )
  static let phase = Option.value(
    "phase",
    placeholder: "NAME",
    help: "Judge only the phase NAME of the rules."
  )
  static let delimiter = Option.value(
    "delimiter",
    placeholder: "C",
    help: "Expect C between fields; otherwise the header shows what is."
  )
  static let columns = Option.value(
    "columns",
    placeholder: "NAMES",
    help: "Name the columns of a file that has no header, with commas between the names."
  )
  static let exact = Option.flag(
    "exact",
    help: """
      Find exact percentiles of more than a million values, too, by reading the file again; \
      without it they are within 0.2 %, and exact where a status depends on it.
      """
  )
  static let threads = Option.value(
    "threads",
    placeholder: "N",
    help: "Read a large file on N threads; the result does not depend on it."
  )
}
