/// Which rules were used.
public struct RulesReference: Sendable, Hashable {
  /// The rule set's name.
  public let name: String

  /// The rule file's path, or the name of the preset.
  public var source: String { text.name }

  /// The rules as they were read, byte for byte.
  public var contents: [UInt8] { text.bytes }

  let text: SourceText
}

/// What was judged.
public struct InputSummary: Sendable, Hashable {
  /// The source's name.
  public let source: String

  /// The samples that count: those that the rule file's `where` keeps.
  public let samples: Int

  /// The samples in the file.
  public let samplesInFile: Int

  /// The earliest sample's time; `nil` without timestamps.
  public let start: Timestamp?

  /// The latest sample's time; `nil` without timestamps.
  public let end: Timestamp?

  /// The time from start to end, in seconds; `nil` without timestamps.
  public let duration: Double?

  /// Optional columns of the rules that the file lacks.
  public let absentColumns: [String]
}
