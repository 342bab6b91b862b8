/// The rules of the schema for JUnit XML that Jenkins publishes (xunit-plugin, `junit-10.xsd`):
/// what each element may hold and which attributes it has.
///
/// A table by hand of what the schema says, so that the tests need no XML Schema processor.
enum JenkinsTestResults {
  private struct Rule {
    let children: Set<String>
    let required: Set<String>
    let optional: Set<String>
    var hasText = false
  }

  private static let problem = Rule(
    children: [],
    required: [],
    optional: ["type", "message"],
    hasText: true
  )

  private static let rules = [
    "testsuites": Rule(
      children: ["testsuite"],
      required: [],
      optional: ["name", "time", "tests", "failures", "errors"]
    ),
    "testsuite": Rule(
      children: ["testsuite", "properties", "testcase", "system-out", "system-err"],
      required: ["name", "tests", "failures", "errors"],
      optional: [
        "group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url",
      ]
    ),
    "testcase": Rule(
      children: ["skipped", "error", "failure", "system-out", "system-err"],
      required: ["name"],
      optional: ["time", "classname", "group"]
    ),
    "skipped": problem, "error": problem, "failure": problem,
    "system-out": Rule(children: [], required: [], optional: [], hasText: true),
  ]

  /// What is wrong with an element and all below it.
  static func mistakes(in element: MarkupElement) -> [String] {
    element.all.flatMap { element in
      guard let rule = rules[element.name] else { return ["<\(element.name)> is not known"] }
      let attributes = Set(element.attributes.keys)
      let children = Set(element.children.map(\.name))
      let isBlank = element.text.allSatisfy(\.isWhitespace)
      return rule.required.subtracting(attributes).map { "<\(element.name)> has no \($0)" }
        + attributes.subtracting(rule.required.union(rule.optional))
        .map { "<\(element.name)> may not have \($0)" }
        + children.subtracting(rule.children).map { "<\(element.name)> may not hold <\($0)>" }
        + (rule.hasText || isBlank ? [] : ["<\(element.name)> may not hold text"])
    }
  }
}
