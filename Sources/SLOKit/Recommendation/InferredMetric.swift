/// A service metric that was recognised by its name and its values.
struct InferredMetric: Sendable {
  let name: String
  /// The indicator in the language of rule files.
  let indicator: String
  let kind: MetricKind
  /// The units of the columns that the indicator reads, by name.
  let columns: [(name: String, unit: String, isCounter: Bool)]
  let isLowerBetter: Bool
  /// What direction and unit were concluded from, in a few words.
  let grounds: String
}
