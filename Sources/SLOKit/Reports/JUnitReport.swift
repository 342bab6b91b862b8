/// The report as test results: JUnit XML as Jenkins and GitLab read it.
///
/// A suite for each phase with a case for each objective, and a suite for what concerns the run as
/// a whole. Its case "decision" fails unless the decision is to proceed: who looks at the results
/// alone sees a NO-GO, whatever led to it.
struct JUnitReport {
  private let combined: CombinedEvaluation

  init(_ combined: CombinedEvaluation) {
    self.combined = combined
  }

  var text: String {
    let suites = combined.evaluations.flatMap { evaluation in
      // Of several files, each suite says which one it is about.
      let file = combined.evaluations.count > 1 ? "\(evaluation.input.source): " : ""
      return [Self.runSuite(evaluation, file)]
        + evaluation.phases.map { Self.suite(of: $0, file) }
    }
    let cases = suites.flatMap(\.cases)
    var writer = MarkupWriter(declaration: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    writer.element(
      "testsuites",
      [
        "name": combined.evaluations.first?.rules.name ?? "", "tests": "\(cases.count)",
        "failures": "\(cases.count { $0.outcome.isFailure })",
        "errors": "\(cases.count { $0.outcome.isError })",
      ]
    ) { writer in
      for suite in suites { write(suite, to: &writer) }
    }
    return writer.text
  }
}

// MARK: - Suites

/// A case and how it came out.
private struct TestCase {
  enum Outcome {
    case passed
    /// It is bad.
    case failed(String)
    /// It could not be judged, though it must be.
    case undecided(String)
    /// It decides nothing.
    case skipped(String)
  }

  let name: String
  let outcome: Outcome
  var details: String?
}

private struct TestSuite {
  let name: String
  let cases: [TestCase]
}

extension TestCase.Outcome {
  fileprivate var isFailure: Bool {
    if case .failed = self { return true }
    return false
  }

  fileprivate var isError: Bool {
    if case .undecided = self { return true }
    return false
  }

  fileprivate var isSkipped: Bool {
    if case .skipped = self { return true }
    return false
  }
}

extension JUnitReport {
  private static func runSuite(_ evaluation: Evaluation, _ file: String) -> TestSuite {
    let decision = evaluation.decision
    let verdict = TestCase(
      name: "decision",
      outcome: decision.isGo
        ? .passed : .failed("\(decision.heading): \(evaluation.reason)"),
      details: decision.isGo ? evaluation.reason : nil
    )
    let aborts = evaluation.aborts.map { abort in
      TestCase(
        name: "abort condition: \(abort.when)",
        outcome: abort.isTripped
          ? .failed(abort.outcome)
          : abort.isMeasured ? .passed : .skipped("never measured")
      )
    }
    let requirements = evaluation.allRequirements.map { phase, requirement in
      TestCase(
        name: "requirement: \(requirement.display.required)" + (phase.map { " in \($0)" } ?? ""),
        outcome: requirement.isMet ? .passed : .failed(requirement.phrase)
      )
    }
    let checklists = evaluation.checklists.map { checklist in
      TestCase(
        name: "checklist: \(checklist.name)",
        outcome: checklist.uncheckedRequired.isEmpty ? .passed : .failed(checklist.phrase)
      )
    }
    return TestSuite(name: file + "run", cases: [verdict] + aborts + requirements + checklists)
  }

  private static func suite(of phase: PhaseResult, _ file: String) -> TestSuite {
    TestSuite(
      name: file + (phase.name.map { "objectives in \($0)" } ?? "objectives"),
      cases: phase.objectives.map { result in
        TestCase(
          name: result.objective.name,
          outcome: outcome(of: result, in: phase),
          details: "\(result.objective.indicator.text) = \(result.display), "
            + "\(result.limits), \(result.evidence) samples"
        )
      }
    )
  }

  /// Yellow fails unless the rules accept it, and NA unless nothing depends on it.
  private static func outcome(
    of result: ObjectiveResult,
    in phase: PhaseResult
  ) -> TestCase.Outcome {
    guard result.objective.role == .gate else { return .skipped("informs only") }
    switch result.status {
    case .green: return .passed
    case .info: return .skipped("informs only")
    case .yellow:
      let phrase = "yellow: \(result.display), \(result.reason ?? result.limitPhrase)"
      if phase.decision.isGo { return .skipped("accepted, " + phrase) }
      return result.isUndecided ? .undecided(phrase) : .failed(phrase)
    case .red: return .failed("red: \(result.display), \(result.limitPhrase)")
    case .na:
      let reason = "not measured: \(result.reason ?? "NA")"
      return result.objective.isMandatory || result.isUndecided
        ? .undecided(reason) : .skipped(reason)
    }
  }
}

// MARK: - Writing

extension JUnitReport {
  private func write(_ suite: TestSuite, to writer: inout MarkupWriter) {
    writer.element(
      "testsuite",
      [
        "name": suite.name, "tests": "\(suite.cases.count)",
        "failures": "\(suite.cases.count { $0.outcome.isFailure })",
        "errors": "\(suite.cases.count { $0.outcome.isError })",
        "skipped": "\(suite.cases.count { $0.outcome.isSkipped })",
      ]
    ) { writer in
      for item in suite.cases { write(item, of: suite, to: &writer) }
    }
  }

  private func write(_ item: TestCase, of suite: TestSuite, to writer: inout MarkupWriter) {
    let attributes: MarkupWriter.Attributes = [
      "classname": "slo.\(suite.name)", "name": item.name,
    ]
    if case .passed = item.outcome, item.details == nil {
      return writer.element("testcase", attributes)
    }
    writer.element("testcase", attributes) { writer in
      switch item.outcome {
      case .passed: break
      case .failed(let message): writer.element("failure", ["message": message], text: message)
      case .undecided(let message): writer.element("error", ["message": message], text: message)
      case .skipped(let message): writer.element("skipped", ["message": message])
      }
      if let details = item.details { writer.element("system-out", text: details) }
    }
  }
}
