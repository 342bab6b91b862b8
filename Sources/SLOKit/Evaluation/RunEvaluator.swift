/// Evaluates formulas over the run from what was measured.
struct RunEvaluator: Sendable {
  let rules: RuleSet
  let runs: MeasuredRuns
  let part: JudgedPart
  let derivedColumns: [DerivedColumn]
  /// The samples of the part that count for the objective that is evaluated.
  let filter: SampleCondition?

  /// The value of `formula`, with its evidence.
  func measure(_ formula: RunFormula) -> Measurement {
    switch formula {
    case .constant(let value): return Measurement(value: value, used: nil)
    case .leaf(let aggregate): return measure(aggregate)
    case .negated(let a): return measure(a).mapped({ -$0 }, range: { -$0 })
    case .absolute(let a): return measure(a).mapped({ abs($0) }, range: \.magnitude)
    case .arithmetic(let sign, let a, let b): return arithmetic(sign, a, b)
    case .coalesced(let operands): return coalesced(operands)
    case .greatest(let operands): return reduced(operands, greatestValue) { $0.greater($1) }
    case .least(let operands): return reduced(operands, leastValue) { $0.smaller($1) }
    case .choice(let condition, let a, let b):
      switch answer(to: condition) {
      case .certain(.true): return measure(a)
      case .certain(.false): return measure(b)
      case .certain(.unknown):
        return Measurement(value: .nan, used: 0, absences: [.noAnswer])
      case .undecided:
        let (first, second) = (measure(a), measure(b))
        var result = first.joined(with: second, value: first.value) { $0.union($1) }
        result.range = first.possibleValues.union(second.possibleValues)
        return result
      }
    }
  }

  /// The answer to `condition`.
  func answer(to condition: RunCondition) -> Answer {
    switch condition {
    case .constant(let value): .certain(Truth(value))
    case .fact(let fact): .certain(ComparisonOperator.equal.apply(measure(fact).value, 1))
    case .comparison(let sign, let a, let b): compare(sign, measure(a), measure(b))
    case .not(let a): !answer(to: a)
    case .and(let a, let b): answer(to: a) && answer(to: b)
    case .or(let a, let b): answer(to: a) || answer(to: b)
    }
  }
}

extension RunEvaluator {
  /// Why `condition` has no answer: what is missing of the numbers in it.
  func absences(in condition: RunCondition) -> [Absence] {
    var absences: [Absence] = []
    condition.forEachComparison { _, a, b in
      for side in [measure(a), measure(b)] {
        absences = absences.merged(with: side.absences).merged(with: side.blindness)
      }
    }
    return absences
  }

  /// A comparison with a number that proves nothing has no answer.
  private func compare(
    _ sign: ComparisonOperator,
    _ a: Measurement,
    _ b: Measurement
  ) -> Answer {
    guard a.blindness.isEmpty, b.blindness.isEmpty else { return .certain(.unknown) }
    guard a.range != nil || b.range != nil else { return .certain(sign.apply(a.value, b.value)) }
    guard !a.value.isNaN, !b.value.isNaN else { return .certain(.unknown) }
    let truth = a.possibleValues.answer(sign, b.possibleValues)
    return truth == .unknown ? .undecided : .certain(truth)
  }

  private func arithmetic(
    _ sign: ArithmeticOperator,
    _ a: RunFormula,
    _ b: RunFormula
  ) -> Measurement {
    let (left, right) = (measure(a), measure(b))
    var result = left.joined(with: right, value: sign.apply(left.value, right.value)) {
      $0.applying(sign, $1)
    }
    guard result.value.isNaN, !left.value.isNaN, !right.value.isNaN else { return result }
    result.absences = [
      sign == .divide && right.value == 0
        ? .divisionByZero(columnNames(in: b), isBaseline: b.isOfBaseline) : .undefined
    ]
    return result
  }

  private func coalesced(_ operands: [RunFormula]) -> Measurement {
    var absences: [Absence] = []
    for operand in operands {
      let measurement = measure(operand)
      guard measurement.value.isNaN else { return measurement }
      absences = absences.merged(with: measurement.absences)
    }
    return Measurement(value: .nan, used: 0, absences: absences)
  }

  private func reduced(
    _ operands: [RunFormula],
    _ body: (Double, Double) -> Double,
    range: (ValueRange, ValueRange) -> ValueRange
  ) -> Measurement {
    let measured = operands.map { measure($0) }
    guard let first = measured.first else { return Measurement(value: .nan, used: 0) }
    return measured.dropFirst().reduce(first) { a, b in
      a.joined(with: b, value: body(a.value, b.value), range: range)
    }
  }

  private func measure(_ aggregate: Aggregate) -> Measurement {
    if case .comparison(let question) = aggregate.function { return compare(question, aggregate) }
    return measure(aggregate, \.value)
  }

  /// A number of an aggregate's result, with its evidence.
  private func measure(
    _ aggregate: Aggregate,
    _ value: (AggregateResult) -> Double
  ) -> Measurement {
    guard let result = runs[part.located(aggregate)] else {
      return Measurement(value: .nan, used: nil, absences: [.noBaseline])
    }
    let isCandidate = aggregate.source == .candidate
    var measurement = Measurement(value: value(result), used: isCandidate ? result.used : nil)
    measurement.range = result.range
    measurement.thinning = Thinning(result)
    if aggregate.countsSamples {
      let blind = aggregate.allColumns.filter { isUnmeasured($0, in: aggregate.source) }
      if !blind.isEmpty {
        measurement.blindness = [absence(of: blind, in: aggregate.source, result)]
      }
    }
    restrictToEvidence(&measurement, of: aggregate)
    if !isCandidate, measurement.value.isInfinite {
      // Whatever is compared with infinity comes out the same, or not at all.
      measurement.value = .nan
      measurement.absences = [.infinite(aggregate.columns.map { name(of: $0) })]
    } else if measurement.value.isNaN {
      measurement.absences = [absence(of: aggregate, result)]
    }
    if !isCandidate {
      measurement.blindness = measurement.blindness.map { .inBaseline($0) }
      measurement.absences = measurement.absences.map { .inBaseline($0) }
    }
    return measurement
  }

  /// The values of both runs; `nil` without a baseline.
  func comparison(_ question: Comparison, _ aggregate: Aggregate) -> SampleComparison? {
    guard let candidate = runs[part.located(aggregate)]?.sample,
      let baseline = runs[part.located(aggregate.of(.baseline))]?.sample
    else { return nil }
    return SampleComparison(
      candidate: candidate,
      baseline: baseline,
      confidence: question.confidence
    )
  }

  /// What an objective with `compare` finds; `nil` for others, and when nothing can be compared.
  func verdict(of objective: Objective) -> ComparisonVerdict? {
    guard let rule = objective.comparison, let bands = objective.bands,
      let green = rule.limit(of: bands.green, green: true, objective.indicator),
      case .leaf(let aggregate) = objective.indicator.formula,
      case .comparison(let question) = aggregate.function,
      let comparison = comparison(question, aggregate)
    else { return nil }
    return ComparisonVerdict(
      comparison,
      rule,
      green: green,
      red: bands.red.flatMap { rule.limit(of: $0, green: false, objective.indicator) }
    )
  }

  private func compare(_ question: Comparison, _ aggregate: Aggregate) -> Measurement {
    // What both sides lack is told as of any number that is made of them.
    func values(_ aggregate: Aggregate) -> Measurement {
      measure(aggregate) { $0.used > 0 ? Double($0.used) : .nan }
    }
    let (own, other) = (values(aggregate), values(aggregate.of(.baseline)))
    var result = Measurement(value: .nan, used: own.used)
    result.thinning = own.thinning ?? other.thinning
    result.absences = own.absences.merged(with: other.absences)
    result.blindness = own.blindness.merged(with: other.blindness)
    guard result.absences.isEmpty, let comparison = comparison(question, aggregate) else {
      return result
    }
    guard comparison.baseline.isFinite else {
      // Both, because with a floor what has no value is compared all the same.
      result.absences = [.inBaseline(.infinite(aggregate.columns.map { name(of: $0) }))]
      result.blindness = result.absences
      return result
    }
    result.value = comparison.value(question.statistic)
    if result.value.isNaN {
      result.absences = [comparison.scale == 0 ? .relativeToZero : .undefined]
    }
    return result
  }

  /// Counts only samples on which that was measured what windows are over; what they hold of samples
  /// that do not count proves nothing alone.
  private func restrictToEvidence(_ measurement: inout Measurement, of aggregate: Aggregate) {
    guard let evidence = aggregate.evidence(derivedColumns),
      let found = runs[part.located(evidence)]
    else { return }
    if let used = measurement.used { measurement.used = min(used, found.used) }
    guard found.used == 0, !measurement.value.isNaN, measurement.blindness.isEmpty else { return }
    let columns = derivedColumns.fileColumns(beneath: evidence.columns)
    measurement.blindness = [absence(of: columns, in: aggregate.source, found)]
  }

  private func absence(
    of columns: [Int],
    in source: Aggregate.Source,
    _ result: AggregateResult
  ) -> Absence {
    let absent = absent(columns, in: source)
    guard absent.isEmpty else { return .noColumn(absent.map { name(of: $0) }) }
    return .neverMeasured(columns.map { name(of: $0) }, samples: result.total)
  }

  private func absence(of aggregate: Aggregate, _ result: AggregateResult) -> Absence {
    guard result.total > 0 else { return .noSamples }
    let columns = aggregate.columns
    let absent = absent(columns, in: aggregate.source)
    if result.used == 0, !absent.isEmpty { return .noColumn(absent.map { name(of: $0) }) }
    guard result.used == 0 else {
      if result.trend?.isRelativeToZero == true { return .zeroMedian(columns.map { name(of: $0) }) }
      let least = aggregate.function == .trend ? PointsAccumulator.leastPointsForDirection : 2
      return result.used < least ? .tooFew(result.used) : .undefined
    }
    guard !columns.isEmpty else { return .undefined }
    let unmeasured = columns.filter { isUnmeasured($0, in: aggregate.source) }
    return .neverMeasured(
      (unmeasured.isEmpty ? columns : unmeasured).map { name(of: $0) },
      samples: result.total
    )
  }

  /// Those of `columns`, or of the ones beneath them, that a run does not have.
  private func absent(_ columns: [Int], in source: Aggregate.Source) -> [Int] {
    let absent = runs[source]?.absentColumns ?? []
    return derivedColumns.fileColumns(beneath: columns).filter { absent.contains($0) }
  }

  /// Whether a column is NA on every sample that counts.
  private func isUnmeasured(_ column: Int, in source: Aggregate.Source) -> Bool {
    let count = Aggregate.count(of: column).filtered(by: filter).of(source)
    return runs[part.located(count)]?.used == 0
  }

  private func name(of column: Int) -> String { rules.columns[column].name }

  /// The columns that `formula` is made of, for a message.
  private func columnNames(in formula: RunFormula) -> [String] {
    var names: [String] = []
    for aggregate in formula.aggregates {
      for column in aggregate.columns where !names.contains(name(of: column)) {
        names.append(name(of: column))
      }
    }
    return names
  }
}

extension RunFormula {
  /// Whether it is about the baseline alone.
  fileprivate var isOfBaseline: Bool {
    let aggregates = aggregates
    return !aggregates.isEmpty && aggregates.allSatisfy { $0.source == .baseline }
  }
}
