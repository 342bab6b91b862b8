@testable import SLOKit

/// The text of an expression: as it stands, and in each place that a rule file has for one.
enum ExpressionsTarget {
  static func run(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    checkPrinting(of: text)
    let quoted = "\"\(text.escapedForJSON)\""
    for (place, members) in places.enumerated() {
      let source = SourceText(
        name: "rules.json5",
        text: "{ slo: 1, \(columns), \(members.replacing("#", with: quoted)) }"
      )
      guard let rules = RuleSet.checked(source) else { continue }
      _ = Outcome.checked(rules, metrics, baseline: place == 0 ? metrics : nil)
      rules.checkWithoutData()
    }
  }

  private static let columns = """
    columns: { x: 's', y: '%', z: '1', total: { unit: '1', kind: 'counter' }, \
    state: { kind: 'label' } }, vars: { limit: '5s', flag: true }, define: { d: 'x * 2' }
    """

  private static let places = [
    "objectives: [{ name: 'a', sli: #, role: 'info' }, { name: 'b', sli: 'max(x)', green: '< 9s' }]",
    "objectives: [{ name: 'a', sli: #, green: '<= 5', mandatory: true }]",
    "objectives: [{ name: 'a', sli: 'mean(x)', green: # }]",
    "objectives: [{ name: 'a', sli: 'mean(x)', green: '<= 5s' }], abort: [#]",
    "where: #, objectives: [{ name: 'a', sli: 'mean(x)', green: '<= 5s', mandatory: true }]",
    "define: { e: # }, objectives: [{ name: 'a', sli: 'mean(e)', green: '<= 5', mandatory: true }]",
  ]

  private static let metrics = Array(
    """
    timestamp,x,y,z,total,state
    2026-01-01T00:00:00Z,1,99,3,100,OK
    2026-01-01T00:01:00Z,2,NA,-3,150,a
    2026-01-01T00:02:00Z,NA,97.5,0,20,NA
    2026-01-01T00:03:00Z,4,100,Inf,25,OK
    2026-01-01T00:04:00Z,3,98,1e9,NA,b
    """.utf8
  )

  /// Requires that an expression which is written anew is the same expression.
  private static func checkPrinting(of text: String) {
    let expression: Expression
    do throws(TextError) {
      expression = try Expression(parsing: text)
    } catch {
      let isInside = error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count
      require(isInside && !error.message.isEmpty, "a mistake outside of the expression: \(error)")
      return
    }
    do throws(TextError) {
      let again = try Expression(parsing: expression.description)
      require(again.shape == expression.shape, "\(expression) is read as another tree")
      require(again.description == expression.description, "\(expression) is printed as \(again)")
    } catch {
      require(false, "\(expression) cannot be read again: \(error)")
    }
  }
}
