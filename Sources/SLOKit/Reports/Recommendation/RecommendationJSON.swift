/// The draft for programs, as `slokit.recommendation/1`.
///
/// Numbers are in base units, NA is `null`, keys come in a fixed order.
struct RecommendationJSON {
  private let recommendation: Recommendation

  init(_ recommendation: Recommendation) {
    self.recommendation = recommendation
  }

  var text: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("schema")
      writer.string("slokit.recommendation/1")
      writeMethod(&writer)
      writer.key("rules")
      if let rules = recommendation.rules {
        writer.object { writer in
          writer.key("name")
          writer.string(rules.name)
          writer.key("source")
          writer.string(rules.source)
        }
      } else {
        writer.null()
      }
      writer.key("inputs")
      writer.array(recommendation.inputs, Self.write)
      writer.key("targets")
      writer.array(recommendation.targets, Self.write)
      writer.key("left_out")
      writer.array(recommendation.leftOut) { writer, column in
        writer.object { writer in
          writer.key("column")
          writer.string(column.name)
          writer.key("reason")
          writer.string(column.reason)
        }
      }
      writer.key("warnings")
      writer.array(recommendation.warnings) { $0.string($1) }
    }
    return writer.text + "\n"
  }

  private func writeMethod(_ writer: inout JSONWriter) {
    writer.key("method")
    writer.string(recommendation.options.method.rawValue)
    writer.key("alpha")
    writer.number(recommendation.options.alpha)
    writer.key("red_alpha")
    writer.number(recommendation.options.redAlpha)
    writer.key("next_samples")
    writer.number(recommendation.nextSamples)
  }

  private static func write(_ writer: inout JSONWriter, _ input: RecommendationInput) {
    writer.object { writer in
      writer.key("source")
      writer.string(input.source)
      writer.key("sha256")
      writer.string(input.fingerprint)
      writer.key("samples")
      writer.number(input.samples)
      writer.key("start")
      writer.string(input.start?.description)
      writer.key("end")
      writer.string(input.end?.description)
    }
  }

  private static func write(_ writer: inout JSONWriter, _ target: TargetRecommendation) {
    writer.object { writer in
      writer.key("name")
      writer.string(target.name)
      writer.key("sli")
      writer.string(target.indicator)
      writer.key("unit")
      writer.string(target.dimension?.baseSymbol)
      writer.key("better")
      writer.string(target.isLowerBetter ? "lower" : "higher")
      writer.key("grounds")
      writer.string(target.grounds)
      writer.key("observed")
      write(&writer, target.observed)
      writer.key("present")
      write(&writer, target.present)
      writer.key("classic")
      write(&writer, target.heuristic)
      writer.key("reason")
      writer.string(target.refusal)
      for (key, limit) in [
        ("tight", target.proposal?.tight), ("suggested", target.proposal?.suggested),
        ("loose", target.proposal?.loose), ("red", target.proposal?.red),
      ] {
        writer.key(key)
        write(&writer, limit)
      }
      writer.key("basis")
      writer.string(target.proposal?.basis)
      writer.key("rationale")
      writer.string(target.proposal?.rationale)
      writer.key("notes")
      writer.array(target.notes) { $0.string($1) }
      writer.key("backtest")
      writer.array(target.backtest, write)
      writer.key("budget")
      write(&writer, target.budget)
    }
  }
}

extension RecommendationJSON {
  private static func write(_ writer: inout JSONWriter, _ limit: TargetLimit?) {
    guard let limit else { return writer.null() }
    writer.object { writer in
      writer.key("limit")
      writer.number(limit.value)
      writer.key("literal")
      writer.string(limit.literal)
      writer.key("risk")
      writer.number(limit.risk)
      writer.key("caught")
      writer.number(limit.caughtValue)
    }
  }

  private static func write(_ writer: inout JSONWriter, _ figures: ObservedFigures?) {
    guard let figures else { return writer.null() }
    writer.object { writer in
      writer.key("value")
      writer.number(figures.value)
      writer.key("used")
      writer.number(figures.used)
      writer.key("total")
      writer.number(figures.total)
      writer.key("warm_up")
      writer.number(figures.warmUp)
      for (key, value) in [
        ("minimum", figures.minimum), ("median", figures.median), ("maximum", figures.maximum),
        ("standard_deviation", figures.deviation), ("lag_one", figures.lagOne),
        ("effective_samples", figures.effectiveCount),
      ] {
        writer.key(key)
        writer.number(value)
      }
    }
  }

  private static func write(_ writer: inout JSONWriter, _ row: BacktestRow) {
    writer.object { writer in
      writer.key("part")
      writer.string(row.part)
      writer.key("value")
      writer.number(row.value)
      writer.key("present")
      writer.string(row.present?.rawValue)
      writer.key("proposed")
      writer.string(row.proposed?.rawValue)
      writer.key("classic")
      writer.string(row.heuristic?.rawValue)
    }
  }

  private static func write(_ writer: inout JSONWriter, _ budget: DraftedBudget?) {
    guard let budget else { return writer.null() }
    writer.object { writer in
      writer.key("share")
      writer.number(budget.share)
      writer.key("minutes_per_30_days")
      writer.number(budget.minutesPerMonth)
      writer.key("events_per_run")
      writer.number(budget.eventsPerRun)
      writer.key("events_per_30_days")
      writer.number(budget.eventsPerMonth)
    }
  }
}
