/// A name that an env file sets and that is no variable of the rules, though it is almost one.
struct UnusedOverride: Sendable, Hashable {
  let name: String
  let place: SourceLocation
  /// The variable that may be meant.
  let variable: String
}
