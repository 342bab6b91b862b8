/// A rule file that comes with the library.
///
/// Presets are written in the language of any other rule file: print one, change it, keep it
/// beside the metrics.
public struct Preset: Sendable, Hashable {
  /// The name that it is asked for by.
  public let name: String

  /// What it is for, in one sentence.
  public let summary: String

  /// The rule file.
  public let text: String

  /// All presets, in the order of the documentation.
  public static let all: [Preset] = [productionBaseline, readinessScore]

  /// The preset with this name.
  ///
  /// - Throws: `Diagnostic` with the code `unknown-preset`, and a hint with the nearest name.
  public static func named(_ name: String) throws(Diagnostic) -> Preset {
    if let preset = all.first(where: { $0.name == name }) { return preset }
    let names = all.map(\.name)
    throw Diagnostic(
      .unknownPreset, "unknown preset '\(name)'",
      hint: spellingHint(for: name, among: names) ?? "presets are \(names.joined(separator: ", "))")
  }
}
