/// What is more than anybody writes into one rule file.
///
/// Time and memory grow with these numbers, and reports with them too; a file beyond them is made to
/// exhaust a machine, or is a mistake.
enum RuleLimits {
  /// The bytes of a rule file, of an env file and of a checklist.
  static let fileSize = 1 << 20
  static let objectives = 1000
  static let aborts = 1000
  static let phases = 100
  /// The objectives of all phases together: each is a row of the report.
  static let results = 10_000
  /// The tokens for NA; each cell that is no number is looked up among them.
  static let missingTokens = 1000
}
