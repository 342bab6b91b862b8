import SLOKit

/// What rule files may say, as the hints about words that nobody knows list it.
enum RuleLanguage {
  /// A word that is like no other, so that a hint lists what there is.
  private static let unknown = "zzzzzzzzzzzz"

  /// Each object of a rule file with the unknown word as its only key.
  private static let objects = [
    "", "columns.x", "objectives[]", "objectives[].budget", "require", "decision",
    "decision.score", "decision.actions", "time", "phases[]", "phases[].require",
    "phases[].objectives.A",
  ]

  static var keys: [String] {
    objects.flatMap { path in
      let inner = "\(unknown): 1"
      var members = path.split(separator: ".").reversed().reduce(inner) { inner, part in
        part.hasSuffix("[]") ? "\(part.dropLast(2)): [{ \(inner) }]" : "\(part): { \(inner) }"
      }
      if path.hasPrefix("phases[].objectives") {
        members += ", objectives: [{ name: 'A', sli: 'mean(x)', green: '< 1' }]"
      }
      return listed(behind: "keys are ", members).map { path.isEmpty ? $0 : "\(path).\($0)" }
    }
  }

  static var functions: [String] {
    listed(behind: "functions are ", objective("\(unknown)(x)", "green: '< 1'"))
  }

  static var units: [String] {
    listed(behind: "units are ", objective("mean(x)", "green: '< 1\(unknown)'"))
  }

  private static func objective(_ sli: String, _ rest: String) -> String {
    "objectives: [{ name: 'A', sli: '\(sli)', \(rest) }]"
  }

  /// The words that the hint about the unknown word lists.
  private static func listed(behind start: String, _ members: String) -> [String] {
    do throws(Diagnostics) {
      _ = try RuleSet(text: "{ slo: 1, \(members) }", source: "rules.json5")
      return []
    } catch {
      let mistake = error.items.first { $0.message.contains(unknown) }
      guard let hint = mistake?.hint, hint.hasPrefix(start) else { return [] }
      return hint.dropFirst(start.count).split(separator: ", ").map(String.init)
    }
  }
}
