@testable import SLOKit

/// The bytes of an env file, and rules whose variables it sets.
enum EnvironmentTarget {
  static func run(_ bytes: [UInt8]) {
    let source = SourceText(name: ".env", bytes: bytes)
    let overrides: [VariableOverride]
    do throws(Diagnostics) {
      overrides = try EnvironmentFile.read(source)
    } catch {
      error.check(in: source)
      return
    }
    checkPrinting(of: overrides)
    let rules = RuleSet.checked(rules, overrides: overrides, environment: source)
    guard let rules else { return }
    rules.checkWithoutData()
    for objective in rules.objectives { checkBand(of: objective) }
    _ = Outcome.checked(rules, Array("x,y\n1,1\n2,0.5\n".utf8))
  }

  private static let rules = SourceText(
    name: "rules.json5",
    text: """
      { slo: 1, columns: { x: 'ms', y: 'ratio' },
        vars: { limit: '150ms', share: '99%', count: 3, flag: true },
        objectives: [
          { name: 'a', sli: 'if($flag, mean(x), max(x))', green: '<= $limit', mandatory: true },
          { name: 'b', sli: 'mean(y)', green: '>= $share' },
          { name: 'c', sli: 'count(x)', green: '>= $count' },
        ] }
      """
  )

  /// Requires that a variable gives a number and never a piece of an expression.
  private static func checkBand(of objective: Objective) {
    let text = objective.bands?.green.text ?? ""
    guard let band = try? Expression(parsing: text), case .comparison(_, nil, let limit) = band.kind
    else {
      require(false, "'\(text)' is no comparison any more")
      return
    }
    switch limit.kind {
    case .quantity, .negated: break
    default: require(false, "'\(text)' is no comparison with a number any more")
    }
  }

  /// Requires that assignments which are written anew are read as the same assignments.
  private static func checkPrinting(of overrides: [VariableOverride]) {
    let lines = overrides.map { override in
      var value = ""
      for scalar in override.value.unicodeScalars {
        if scalar == "\\" || scalar == "\"" { value += "\\" }
        value.unicodeScalars.append(scalar)
      }
      return "export \(override.name)=\"\(value)\" # comment\n"
    }
    let again = try? EnvironmentFile.read(SourceText(name: ".env", text: lines.joined()))
    require(
      again?.map(\.name) == overrides.map(\.name) && again?.map(\.value) == overrides.map(\.value),
      "assignments differ when they are written and read again"
    )
  }
}
