/// A rule file that comes with the library.
///
/// Presets are written in the language of any other rule file: print one, change it, keep it
/// beside the metrics.
public struct Preset: Sendable, Hashable {
  /// The name that it is asked for by.
  public let name: String

  /// What it is for, in one sentence.
  public let summary: String

  /// The columns by which metrics are recognised as meant for this preset: with them, all its
  /// mandatory objectives can be measured.
  public let signature: [String]

  /// The rule file.
  public let text: String

  /// What stands for the path of a rule file.
  var source: String { "preset \(name)" }

  /// All presets, in the order of the documentation.
  public static let all: [Preset] = [
    productionBaseline, stagingBaseline, releaseCanary, canaryRollout, progressiveRollout,
    readinessScore,
  ]

  /// The preset with this name.
  ///
  /// - Throws: `Diagnostic` with the code `unknown-preset`, and a hint with the nearest name.
  public static func named(_ name: String) throws(Diagnostic) -> Preset {
    if let preset = all.first(where: { $0.name == name }) { return preset }
    let names = all.map(\.name)
    throw Diagnostic(
      .unknownPreset,
      "unknown preset '\(name)'",
      hint: spellingHint(for: name, among: names) ?? "presets are \(names.joined(separator: ", "))"
    )
  }
}

extension Preset {
  /// The first preset whose whole signature is among `columns`.
  public static func fitting(_ columns: [String]) -> Preset? {
    all.first { $0.missing(in: columns).isEmpty }
  }

  /// The preset that lacks the least of its signature, and what it lacks; `nil` when none has
  /// more than half of it.
  static func nearest(_ columns: [String]) -> (preset: Preset, missing: [String])? {
    all.map { ($0, $0.missing(in: columns)) }
      .filter { 2 * $1.count < $0.signature.count }
      .min { $0.1.count < $1.1.count }
  }

  private func missing(in columns: [String]) -> [String] {
    signature.filter { !columns.contains($0) }
  }
}
