/// The result for programs: schema `slokit.evaluation/1`.
///
/// Keys come in a fixed order, numbers are in base units (seconds, bytes, ratio 0…1), NA is
/// `null`, and an infinite value is the string `"Infinity"` or `"-Infinity"`.
struct JSONReport {
  static let schema = "slokit.evaluation/1"

  private let evaluation: Evaluation

  init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
  }

  var text: String {
    var writer = JSONWriter()
    write(&writer)
    return writer.text + "\n"
  }

  private func write(_ writer: inout JSONWriter) {
    writer.object { writer in
      writeDecision(&writer)
      writeProvenance(&writer)
      writer.key("score")
      writer.object { writer in
        writer.key("value")
        writer.number(evaluation.score)
      }
      writer.key("requirements")
      writer.array(evaluation.requirements) { $0.write($1) }
      writer.key("aborts")
      writer.array(evaluation.aborts) { $0.write($1) }
      writer.key("checklists")
      writer.array(evaluation.checklists) { $0.write($1) }
      writer.key("phases")
      writer.array(evaluation.phases) { $0.write($1) }
      writer.key("unreached_phases")
      writer.array(evaluation.unreachedPhases) { $0.string($1) }
      writer.key("unjudged_phases")
      writer.array(evaluation.unjudgedPhases) { $0.string($1) }
      writer.key("warnings")
      writer.array(evaluation.warnings) { $0.write($1) }
    }
  }

  /// The result of several files: schema `slokit.evaluations/1`.
  static func text(_ combined: CombinedEvaluation) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "slokit.evaluations/1")
      writer.member("decision", combined.decision.rawValue)
      writer.key("go")
      writer.boolean(combined.decision.isGo)
      writer.member("because", combined.cause.rawValue)
      writer.member("reason", combined.reason)
      writer.key("evaluations")
      writer.array(combined.evaluations) { JSONReport($1).write(&$0) }
    }
    return writer.text + "\n"
  }

  private func writeDecision(_ writer: inout JSONWriter) {
    writer.member("schema", Self.schema)
    writer.member("decision", evaluation.decision.rawValue)
    writer.key("go")
    writer.boolean(evaluation.decision.isGo)
    writer.member("because", evaluation.cause.rawValue)
    writer.member("reason", evaluation.reason)
  }

  private func writeProvenance(_ writer: inout JSONWriter) {
    writer.key("rules")
    writer.object { writer in
      writer.member("name", evaluation.rules.name)
      writer.member("source", evaluation.rules.source)
    }
    writer.key("input")
    writer.write(evaluation.input)
    writer.key("baselines")
    writer.array(evaluation.baselines) { $0.write($1) }
  }
}

// MARK: - Members

extension JSONWriter {
  fileprivate mutating func write(_ input: InputSummary) {
    object { writer in
      writer.member("source", input.source)
      writer.member("samples", input.samples)
      writer.member("start", input.start?.description)
      writer.member("end", input.end?.description)
      writer.member("duration_seconds", input.duration)
    }
  }

  fileprivate mutating func write(_ requirement: RequirementResult) {
    object { writer in
      writer.member("name", requirement.kind.rawValue)
      writer.member("met", requirement.isMet)
      writer.member("value", requirement.value)
      writer.member("required", requirement.required)
    }
  }

  fileprivate mutating func write(_ abort: AbortResult) {
    object { writer in
      writer.member("when", abort.when)
      writer.member("tripped", abort.isTripped)
      writer.member("line", abort.line)
      writer.member("timestamp", abort.timestamp?.description)
    }
  }

  fileprivate mutating func write(_ checklist: Checklist) {
    object { writer in
      writer.member("source", checklist.name)
      writer.member("checked", checklist.checked)
      writer.member("required", checklist.required)
      writer.member("optional_unchecked", checklist.uncheckedOptional.count)
      writer.key("unchecked")
      writer.array(checklist.unchecked) { $0.write($1) }
    }
  }

  private mutating func write(_ item: Checklist.Item) {
    object { writer in
      writer.member("line", item.line)
      writer.member("text", item.text)
      writer.member("optional", item.isOptional)
    }
  }

  fileprivate mutating func write(_ phase: PhaseResult) {
    object { writer in
      writer.member("name", phase.name)
      writer.member("decision", phase.decision.rawValue)
      writer.member("because", phase.cause.rawValue)
      writer.member("reason", phase.reason)
      writer.member("samples", phase.samples)
      writer.member("start", phase.start?.description)
      writer.member("end", phase.end?.description)
      writer.member("score", phase.score)
      writer.key("requirements")
      writer.array(phase.requirements) { $0.write($1) }
      writer.key("objectives")
      writer.array(phase.objectives) { $0.write($1) }
    }
  }

  private mutating func write(_ result: ObjectiveResult) {
    object { writer in
      let objective = result.objective
      writer.member("id", objective.id)
      writer.member("name", objective.name)
      writer.member("status", result.status.rawValue)
      writer.member("mandatory", objective.isMandatory)
      writer.member("weight", objective.weight)
      writer.member("sli", objective.indicator.text)
      writer.member("value", result.value)
      writer.member("unit", objective.indicator.unit)
      writer.member("display", result.display)
      writer.member("green", objective.bands?.green.text)
      writer.member("yellow", objective.bands?.yellow?.text)
      writer.member("red", objective.bands?.red?.text)
      writer.member("used", result.used)
      writer.member("total", result.total)
      writer.member("baseline", result.baseline)
      writer.key("budget")
      writer.write(result.budget)
      writer.key("comparison")
      writer.write(result.comparison)
      writer.member("reason", result.reason)
      writer.key("bounds")
      if let bounds = result.bounds {
        writer.array([bounds.lowerBound, bounds.upperBound]) { $0.number($1) }
      } else {
        writer.null()
      }
      writer.member("points", result.thinning?.points)
    }
  }

  private mutating func write(_ comparison: ComparisonResult?) {
    guard let comparison else { return null() }
    object { writer in
      writer.member("shift", comparison.shift)
      writer.member("low", comparison.lowerBound)
      writer.member("high", comparison.upperBound)
      writer.member("confidence", comparison.confidence)
      writer.member("p_value", comparison.pValue)
      writer.member("median", comparison.median)
      writer.member("baseline_median", comparison.baselineMedian)
      writer.member("margin", comparison.margin)
      writer.member("exceedances", comparison.exceedances)
      writer.member("baseline_exceedances", comparison.baselineExceedances)
      writer.member("tail_p_value", comparison.tailPValue)
    }
  }

  private mutating func write(_ budget: BudgetResult?) {
    guard let budget else { return null() }
    object { writer in
      writer.member("window_seconds", budget.window)
      writer.member("allowed", budget.allowed)
      writer.member("bad", budget.bad)
      writer.member("burn_rate", budget.burnRate)
      writer.member("consumed", budget.consumed)
      writer.member("seconds_to_exhaustion", budget.secondsToExhaustion)
    }
  }

  fileprivate mutating func write(_ warning: Warning) {
    object { writer in
      writer.member("code", warning.code.rawValue)
      writer.member("column", warning.column)
      writer.member("message", warning.message)
    }
  }
}
