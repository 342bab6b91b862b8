import SLOKit

/// How the CSV of a command line is written.
enum CSVArguments {
  /// The format that `--delimiter` and `--columns` ask for.
  static func format(_ delimiter: String?, _ columns: String?) throws(UsageError) -> CSVFormat {
    var format = CSVFormat()
    if let delimiter {
      guard let byte = CSVFormat.delimiter(named: delimiter) else {
        throw .malformedValue(
          delimiter,
          option: "--delimiter",
          expected: "one ASCII character or 'tab'"
        )
      }
      format.delimiter = byte
    }
    format.columns = columns?.split(separator: ",", omittingEmptySubsequences: false)
      .map(String.init)
    return format
  }
}
