/// The kinds of mistakes that SLOKit reports, each with a stable name.
public enum DiagnosticCode: String, Sendable, Hashable, CaseIterable {
  // Files
  case unreadableFile = "unreadable-file"
  case changedFile = "changed-file"
  case noRuleFile = "no-rule-file"
  case unwritableFile = "unwritable-file"
  case unpairedMarker = "unpaired-marker"

  // The caller's own words
  case invalidSetting = "invalid-setting"
  case conflictingFiles = "conflicting-files"
  case sameRun = "same-run"
  case differentRules = "different-rules"
  case unknownPreset = "unknown-preset"
  case unknownPhase = "unknown-phase"
  case unknownObjective = "unknown-objective"

  // Metrics: the CSV
  case emptyFile = "empty-file"
  case noSamples = "no-samples"
  case missingHeader = "missing-header"
  case ambiguousDelimiter = "ambiguous-delimiter"
  case raggedRow = "ragged-row"
  case truncatedRow = "truncated-row"
  case unclosedQuote = "unclosed-quote"
  case textAfterQuote = "text-after-quote"
  case strayQuote = "stray-quote"
  case duplicateColumn = "duplicate-column"
  case nulByte = "nul-byte"
  case wrongEncoding = "wrong-encoding"
  case compressedFile = "compressed-file"
  case lineTooLong = "line-too-long"
  case tooManyColumns = "too-many-columns"
  case streamTooLong = "stream-too-long"
  case notANumber = "not-a-number"
  case outOfRange = "out-of-range"
  case badTimestamp = "bad-timestamp"
  case mixedTimestamps = "mixed-timestamps"
  case missingTimestamp = "missing-timestamp"
  case unorderedSamples = "unordered-samples"
  case noTimestamps = "no-timestamps"
  case ambiguousTime = "ambiguous-time"
  case environmentSyntax = "environment-syntax"
  case environmentValue = "environment-value"
  case checklistSyntax = "checklist-syntax"
  case emptyChecklist = "empty-checklist"
  case noServiceMetrics = "no-service-metrics"
  case nothingProposed = "nothing-proposed"

  // Rules
  case syntax = "syntax"
  case duplicateKey = "duplicate-key"
  case unknownKey = "unknown-key"
  case missingKey = "missing-key"
  case wrongType = "wrong-type"
  case invalidValue = "invalid-value"
  case unsupportedVersion = "unsupported-version"
  case tooDeep = "too-deep"
  case tooLarge = "too-large"
  case unknownColumn = "unknown-column"
  case unknownFunction = "unknown-function"
  case unknownVariable = "unknown-variable"
  case unknownUnit = "unknown-unit"
  case unitMismatch = "unit-mismatch"
  case missingUnit = "missing-unit"
  case notOverRun = "not-over-run"
  case notPerSample = "not-per-sample"
  case wrongKind = "wrong-kind"
  case wrongArguments = "wrong-arguments"
  case definitionCycle = "definition-cycle"
  case contradictoryBands = "contradictory-bands"
  case nameClash = "name-clash"
  case noMatchingColumns = "no-matching-columns"

  // SLOKit itself
  case internalError = "internal-error"
}

extension DiagnosticCode {
  /// What a mistake is in.
  public enum Subject: Sendable, Hashable {
    /// The caller asks for something that does not exist or does not fit.
    case invocation
    /// A file cannot be opened or read.
    case unreadableFile
    /// An output cannot be written.
    case unwritableFile
    /// The metrics, or an env file or a checklist that comes with them, are wrong.
    case metrics
    /// The rule file is wrong.
    case rules
    /// SLOKit is wrong.
    case software
  }

  /// What this mistake is in.
  public var subject: Subject {
    switch self {
    case .invalidSetting, .conflictingFiles, .sameRun, .differentRules, .unknownPreset,
      .unknownPhase, .unknownObjective:
      .invocation
    case .unreadableFile, .changedFile, .noRuleFile: .unreadableFile
    case .unwritableFile, .unpairedMarker: .unwritableFile
    case .emptyFile, .noSamples, .missingHeader, .raggedRow, .truncatedRow, .unclosedQuote,
      .textAfterQuote, .strayQuote, .duplicateColumn, .nulByte, .wrongEncoding, .compressedFile,
      .lineTooLong, .tooManyColumns, .streamTooLong, .notANumber, .outOfRange, .badTimestamp,
      .mixedTimestamps,
      .missingTimestamp, .unorderedSamples, .noTimestamps, .ambiguousTime, .ambiguousDelimiter,
      .environmentSyntax, .environmentValue, .checklistSyntax, .emptyChecklist, .noServiceMetrics,
      .nothingProposed:
      .metrics
    case .syntax, .duplicateKey, .unknownKey, .missingKey, .wrongType, .invalidValue,
      .unsupportedVersion, .tooDeep, .tooLarge, .unknownColumn, .unknownFunction,
      .unknownVariable, .unknownUnit, .unitMismatch, .missingUnit, .notOverRun, .notPerSample,
      .wrongKind, .wrongArguments, .definitionCycle, .contradictoryBands, .nameClash,
      .noMatchingColumns:
      .rules
    case .internalError: .software
    }
  }
}
