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
      writer.member("schema", "slokit.recommendation/1")
      writeMethod(&writer)
      writer.key("rules")
      if let rules = recommendation.rules {
        writer.object { writer in
          writer.member("name", rules.name)
          writer.member("source", rules.source)
          writer.key("variables")
          writer.array(recommendation.overrides) { writer, override in
            writer.object { writer in
              writer.member("name", override.name)
              writer.member("value", override.value)
            }
          }
        }
      } else {
        writer.null()
      }
      writer.key("phases")
      writer.array(recommendation.phases) { $0.string($1) }
      writer.key("inputs")
      writer.array(recommendation.inputs, Self.write)
      writer.key("targets")
      writer.array(recommendation.targets, Self.write)
      writer.key("left_out")
      writer.array(recommendation.leftOut) { writer, column in
        writer.object { writer in
          writer.member("column", column.name)
          writer.member("reason", column.reason)
        }
      }
      writer.key("aborts")
      writer.array(recommendation.aborts, Self.write)
      writer.key("warnings")
      writer.array(recommendation.warnings) { $0.string($1) }
    }
    return writer.text + "\n"
  }

  private func writeMethod(_ writer: inout JSONWriter) {
    writer.member("method", recommendation.options.method.rawValue)
    writer.member("alpha", recommendation.options.alpha)
    writer.member("red_alpha", recommendation.options.redAlpha)
    writer.member("next_samples", recommendation.nextSamples)
  }

  private static func write(_ writer: inout JSONWriter, _ input: RecommendationInput) {
    writer.object { writer in
      writer.member("source", input.source)
      writer.key("sha256")
      writer.string(input.fingerprint)
      writer.member("samples", input.samples)
      writer.member("start", input.start?.description)
      writer.member("end", input.end?.description)
    }
  }

  private static func write(_ writer: inout JSONWriter, _ target: TargetRecommendation) {
    writer.object { writer in
      writer.member("name", target.name)
      writer.member("sli", target.indicator)
      writer.member("unit", target.dimension?.baseSymbol)
      writer.member("better", target.isLowerBetter ? "lower" : "higher")
      writer.member("grounds", target.grounds)
      writer.key("observed")
      write(&writer, target.observed)
      writer.key("present")
      write(&writer, target.present)
      writer.key("classic")
      write(&writer, target.heuristic)
      writer.member("reason", target.refusal)
      for (key, limit) in [
        ("tight", target.proposal?.tight), ("suggested", target.proposal?.suggested),
        ("loose", target.proposal?.loose), ("red", target.proposal?.red),
      ] {
        writer.key(key)
        write(&writer, limit)
      }
      writer.member("basis", target.proposal?.basis)
      writer.member("rationale", target.proposal?.rationale)
      writer.key("revision")
      write(&writer, target.revision)
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
      writer.member("limit", limit.value)
      writer.member("literal", limit.literal)
      writer.member("risk", limit.risk)
      writer.member("caught", limit.caughtValue)
    }
  }

  private static func write(_ writer: inout JSONWriter, _ figures: ObservedFigures?) {
    guard let figures else { return writer.null() }
    writer.object { writer in
      writer.member("value", figures.value)
      writer.member("used", figures.used)
      writer.member("total", figures.total)
      writer.member("warm_up", figures.warmUp)
      for (key, value) in [
        ("minimum", figures.minimum), ("median", figures.median), ("maximum", figures.maximum),
        ("standard_deviation", figures.deviation), ("lag_one", figures.lagOne),
        ("effective_samples", figures.effectiveCount),
      ] {
        writer.key(key)
        writer.number(value)
      }
      writer.key("interval")
      write(&writer, figures.interval)
      writer.key("trend")
      write(&writer, figures.trend)
    }
  }

  private static func write(_ writer: inout JSONWriter, _ interval: ObservedInterval?) {
    guard let interval else { return writer.null() }
    writer.object { writer in
      writer.key("lower")
      writer.number(interval.lower)
      writer.key("upper")
      writer.number(interval.upper)
    }
  }

  private static func write(_ writer: inout JSONWriter, _ trend: ObservedTrend?) {
    guard let trend else { return writer.null() }
    writer.object { writer in
      writer.member("slope_per_sample", trend.slope)
      writer.member("steepest_slope_per_sample", trend.steepestSlope)
      writer.member("p_value", trend.pValue)
      writer.key("samples_to_present")
      writer.number(trend.samplesToTarget)
      writer.member("seconds_to_present", trend.secondsToTarget)
    }
  }

  private static func write(_ writer: inout JSONWriter, _ revision: TargetRevision?) {
    guard let revision else { return writer.null() }
    writer.object { writer in
      writer.member("advice", revision.advice.rawValue)
      writer.member("literal", revision.literal)
      writer.key("reasons")
      writer.array(revision.reasons) { $0.string($1) }
    }
  }

  private static func write(_ writer: inout JSONWriter, _ abort: AbortForecast) {
    writer.object { writer in
      writer.member("when", abort.condition)
      writer.member("samples_in_a_row", abort.length)
      writer.member("held", abort.held)
      writer.member("samples", abort.samples)
      writer.member("risk", abort.risk)
      writer.member("risk_bound", abort.riskBound)
      writer.key("safe_samples_in_a_row")
      writer.number(abort.safeLength)
    }
  }

  private static func write(_ writer: inout JSONWriter, _ row: BacktestRow) {
    writer.object { writer in
      writer.member("part", row.part)
      writer.member("value", row.value)
      writer.member("present", row.present?.rawValue)
      writer.member("proposed", row.proposed?.rawValue)
      writer.member("classic", row.heuristic?.rawValue)
    }
  }

  private static func write(_ writer: inout JSONWriter, _ budget: DraftedBudget?) {
    guard let budget else { return writer.null() }
    writer.object { writer in
      writer.member("share", budget.share)
      writer.key("minutes_per_30_days")
      writer.number(budget.minutesPerMonth)
      writer.member("events_per_run", budget.eventsPerRun)
      writer.key("events_per_30_days")
      writer.number(budget.eventsPerMonth)
    }
  }
}
